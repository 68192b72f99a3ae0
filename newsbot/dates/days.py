"""Calendar days as papers and machines print them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from newsbot.dates.moment import EARLIEST, LATEST
from newsbot.dates.months import (
    BUDDHIST,
    ERAS,
    MONTHS,
    ORDINAL_MONTHS,
    THAI_MONTHS,
)
from newsbot.dates.words import either

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORDINAL = r"(?:\.|st|nd|rd|th|er|[ºª°])?"
# Letters of Hindi and Thai, whose vowels are marks that no class of letters holds.
_MARKED = "[\u0900-\u097f\u0e01-\u0e4e]"
_MONTH = rf"""
    (?: (?:tháng|thg|th)\.?\s?\d{{1,2}}
      | tháng\s(?:mười\s(?:một|hai)|[^\W\d_]{{2,6}}+)
      | [^\W\d_]{{3,12}}+
      | {_MARKED}[{_MARKED[1:-1]}.]{{2,14}}+ )
"""
_NUMBER = re.compile(r"\d++")
# A day begins with a number or with a month's name, and is not inside a longer number, a version,
# a range or "Thứ 4"; but it may stand right after "16:17-".
# A year of two digits stands only where nothing is spaced (6 - 4 - 10 is a score), or after a
# month's name before a clock (RFC 822) or the end.
_DAY_FIRST = re.compile(
    rf"""
    (?<!thứ\s)
    (?:
        (?:(?<![\dv][./:-])(?<!v)|(?<=[:h]\d\d-))
        (?P<dmy>(\d{{1,2}})\s?(?P<d>[./-])\s?(\d{{1,2}})\s?(?P=d)\s?(\d{{4}}|(?<!\s)\d\d)
            (?!\d|(?P=d)\d(?!\d?[:h])|/[^\W\d_]))
      | (?P<dny>(\d{{1,2}}{_ORDINAL})[\s./-]{{0,3}}(?:(?:de|of)\s|d['’])?({_MONTH})
            [.,]?[\s/-]{{0,3}}(?:(?:de|del|năm|พ\.ศ\.)\s)?
            (\d{{4}}|\d\d(?=\s\d\d[:.]\d\d|\Z))(?!\d)
            (?:\s?(?:г|р|r)\b\.?|\s(?:года|року|roku)\b)?)
    )
    """,
    re.VERBOSE,
)
_YEAR_FIRST = re.compile(
    rf"""
    (?: (?<!\d[./:-])
        (?P<ymd>(\d{{4}})\s?(?P<y>[./-])\s?(\d{{1,2}})\s?(?P=y)\s?(\d{{1,2}})(?!\d|(?P=y)\d))
      | (?P<cjk>(\d{{4}})\s?[年년]\s?(\d{{1,2}})\s?[月월]\s?(\d{{1,2}})\s?[日일号號])
      | (?P<ynd>(\d{{4}})[.,]?[\s-]({_MONTH})\.?[\s-](\d{{1,2}})(?!\d|\s?[:.]\d))
    )
    """,
    re.VERBOSE,
)
_BASIC = re.compile(r"(?P<basic>(\d{4})(\d\d)(\d\d)(?=t\d{4}|(?<=\A\d{8})\Z))")
_ERA = re.compile(rf"(?P<era>({either(ERAS)})\s?(\d{{1,3}}|元)年\s?(\d{{1,2}})月\s?(\d{{1,2}})日)")
_MONTH_BEFORE = re.compile(rf"(?<![^\W_])(?:{_MONTH})\.?\s\Z", re.VERBOSE)
_MONTH_FIRST = re.compile(
    rf"(?P<ndy>({_MONTH})\.?\s(\d{{1,2}}){_ORDINAL},?\s(?:de\s|del\s)?(\d{{4}})(?!\d))", re.VERBOSE
)
# How far before a number its month's name may begin.
_REACH = 16


def find_days(text: str) -> Iterator[re.Match[str]]:
    """Yield what looks like a day in *text*, as `day_of` reads it.

    Only where a number stands; most numbers are none of a day by what follows them.
    """
    if "年" in text:
        yield from _ERA.finditer(text)
    for number in _NUMBER.finditer(text):
        start = number.start()
        length = number.end() - start
        found = None
        if length <= 2:
            found = _month_first(text, start) or _DAY_FIRST.match(text, start)
        elif length == 4:
            found = _YEAR_FIRST.match(text, start)
        elif length == 8:
            found = _BASIC.match(text, start)
        if found:
            yield found


def _month_first(text: str, start: int) -> re.Match[str] | None:
    """Return the day whose month's name ends right before the number at *start*."""
    if start < 4 or not text[start - 1].isspace():
        return None
    before = _MONTH_BEFORE.search(text, max(0, start - _REACH), start)
    return _MONTH_FIRST.match(text, before.start()) if before else None


class _Parts(NamedTuple):
    """What a text calls year, month and day."""

    year: str
    month: str
    day: str


def day_of(found: re.Match[str], weekday: int | None, *, day_first: bool) -> date:
    """Return the day that `find_days` *found*; *weekday* (Monday is 0) tells 5 June from 6 May.

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
        case "era":
            era, year, month, day = parts
            year = str(ERAS[era] + (1 if year == "元" else int(year)))
        case _:
            year, month, day = parts
    return _named(_Parts(year, " ".join(month.split()), day))


def _named(parts: _Parts) -> date:
    """Return the day of a month in digits or words; ValueError if the words are no month."""
    year, month, day = parts
    number = int(re.sub(r"\D", "", day))
    if day.endswith(".") and month in ORDINAL_MONTHS:
        return _calendar_day(_full_year(year), ORDINAL_MONTHS[month], number)
    if month in THAI_MONTHS:
        buddhist = int(year) + (2500 if len(year) == 2 else 0)
        western = buddhist - BUDDHIST if buddhist > LATEST else buddhist
        return _calendar_day(western, MONTHS[month], number)
    digits = "".join(filter(str.isdecimal, month))
    return _calendar_day(_full_year(year), int(digits) if digits else MONTHS.get(month, 0), number)


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
