"""Calendar days as papers and machines print them."""

from __future__ import annotations

import re
from datetime import date

from newsbot.dates.moment import EARLIEST, LATEST
from newsbot.dates.words import MONTHS

_ORDINAL = r"(?:\.|st|nd|rd|th|er|[ºª°])?"
_MONTH = r"""
    (?: (?:tháng|thg|th)\.?\s?\d{1,2}
      | tháng\s(?:mười\s(?:một|hai)|[^\W\d_]{2,6}+)
      | [^\W\d_]{3,12}+ )
"""

# Not inside a longer number, a version, a range or "Thứ 4"; but right after "16:17-".
# A year of two digits stands only where nothing is spaced (6 - 4 - 10 is a score), or after a
# month's name before a clock (RFC 822) or the end.
DAY = re.compile(
    rf"""
    (?<!\d)(?<!thứ\s)
    (?:
        (?:(?<!\d[./:-])|(?<=[:h]\d\d-))
        (?:
            (?P<ymd>(\d{{4}})\s?(?P<y>[./-])\s?(\d{{1,2}})\s?(?P=y)\s?(\d{{1,2}})
                (?!\d|(?P=y)\d))
          | (?P<dmy>(\d{{1,2}})\s?(?P<d>[./-])\s?(\d{{1,2}})\s?(?P=d)\s?(\d{{4}}|(?<!\s)\d\d)
                (?!\d|(?P=d)\d(?!\d?[:h])))
        )
      | (?P<basic>(\d{{4}})(\d\d)(\d\d)(?=t\d{{4}}|(?<=\A\d{{8}})\Z))
      | (?P<cjk>(\d{{4}})\s?[年년]\s?(\d{{1,2}})\s?[月월]\s?(\d{{1,2}})\s?[日일号號])
      | (?P<dny>(\d{{1,2}}){_ORDINAL}[\s./-]{{0,3}}(?:(?:de|of)\s)?({_MONTH})
            [.,]?[\s/-]{{0,3}}(?:(?:de|del|năm)\s)?(\d{{4}}|\d\d(?=\s\d\d:\d\d|\Z))(?!\d)
            (?:\s?(?:г|р|r)\b\.?|\s(?:года|року|roku)\b)?)
      | (?P<ndy>(?<![^\W_])({_MONTH})\.?\s(\d{{1,2}}){_ORDINAL},?\s(?:de\s)?(\d{{4}})(?!\d))
    )
    """,
    re.VERBOSE,
)


def day_of(found: re.Match[str], weekday: int | None, *, day_first: bool) -> date:
    """Return the day that DAY *found*; *weekday* (Monday is 0) tells 5 June from 6 May.

    Raises ValueError where it is no date: 31/02, a month of no language, the year 2567.
    """
    _, *parts = (part for part in found.groups() if part is not None)
    match found.lastgroup:
        case "ymd":
            year, _, month, day = parts
        case "dmy":
            first, _, second, year = parts
            day, month = (first, second) if day_first else (second, first)
            return _checked(_full_year(year), int(day), int(month), weekday)
        case "dny":
            day, month, year = parts
        case "ndy":
            month, day, year = parts
        case _:
            year, month, day = parts
    return _calendar_day(_full_year(year), _month(month), int(day))


def _checked(year: int, day: int, month: int, weekday: int | None) -> date:
    """Swap *day* and *month* where only that makes a date, or only that fits *weekday*."""
    orders = ((month, day), (day, month))
    readings = [_calendar_day(year, number, other) for number, other in orders if number <= 12]
    fitting = [reading for reading in readings if weekday in (None, reading.weekday())]
    if fitting:
        return fitting[0]
    if month > 12:
        raise ValueError(f"{day}/{month}/{year} is no date")
    return readings[0]


def _calendar_day(year: int, month: int, day: int) -> date:
    if not EARLIEST <= year <= LATEST:
        raise ValueError(f"no newspaper of the year {year}")
    return date(year, month, day)


def _full_year(year: str) -> int:
    """Complete a year of two digits up to 69, as POSIX does; leave others, which are too early."""
    return 2000 + int(year) if len(year) == 2 and int(year) <= 69 else int(year)


def _month(month: str) -> int:
    """Return the number of a month in digits or words; 0, which no date has, if it is none."""
    digits = "".join(filter(str.isdecimal, month))
    return int(digits) if digits else MONTHS.get(" ".join(month.split()), 0)
