"""Reading a date out of the text around it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from newsbot.dates.ages import find_age
from newsbot.dates.days import day_of, find_days
from newsbot.dates.line import Line
from newsbot.dates.surroundings import Surroundings

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from newsbot.dates.moment import Moment

# Several ask about the same line of a page; longer ones are no datelines.
_USUAL = 200
_NUMBER = re.compile(r"\d")
_UNIX = re.compile(
    r"([A-Z][a-z]{2}),? ([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d)"
    r"(?: ([A-Z]{3,4}|[+-]\d{4}))? (\d{4})"
)


def read_date(
    text: str, *, zone: tzinfo | None, now: datetime | None = None, day_first: bool = True
) -> Moment | None:
    """Return the first date in *text*, or ``None``.

    A clock without a zone is read in *zone*. Numbers are day first unless *day_first* is false.
    Words such as *2 giờ trước* are read only where *now*, an aware instant, is given.

    >>> from zoneinfo import ZoneInfo
    >>> read_date("Thứ 4, 23.10.2024 | 16:17 PM", zone=ZoneInfo("Asia/Ho_Chi_Minh")).instant
    datetime.datetime(2024, 10, 23, 16, 17, tzinfo=zoneinfo.ZoneInfo(key='Asia/Ho_Chi_Minh'))
    >>> read_date("256.341 tỉ, 27/34 xã", zone=None)
    """
    found = find_date(text, zone=zone, now=now, day_first=day_first)
    return found[0] if found else None


def find_date(
    text: str, *, zone: tzinfo | None, now: datetime | None = None, day_first: bool = True
) -> tuple[Moment, tuple[int, int]] | None:
    """Return what `read_date` reads, and the span of *text* that its date takes up.

    The span runs over weekday, clock and zone, so that it can be cut out of a title's line.
    Only the first 20,000 characters are read.

    >>> moment, (start, end) = find_date("Lễ hội làng 01.05.2024 | 13:48 PM", zone=None)
    >>> "Lễ hội làng 01.05.2024 | 13:48 PM"[:start]
    'Lễ hội làng '
    """
    if now is None and not _NUMBER.search(text):
        return None
    find = _find if len(text) <= _USUAL else _find.__wrapped__
    return find(text, zone, now, day_first)


@lru_cache(maxsize=512)
def _find(
    text: str, zone: tzinfo | None, now: datetime | None, day_first: bool
) -> tuple[Moment, tuple[int, int]] | None:
    line = Line.of(text)
    for found in find_days(line.text):
        with suppress(ValueError):
            around = Surroundings.of(line, *found.span())
            day = day_of(found, around.weekday, day_first=day_first)
            return around.moment(line, day, zone)
    return _of_unix(text, zone) or (find_age(line, zone, now) if now else None)


def _of_unix(text: str, zone: tzinfo | None) -> tuple[Moment, tuple[int, int]] | None:
    """Read what programs print, the year behind the clock: Sat Jun 3 19:40:08 CST 2023."""
    found = _UNIX.fullmatch(text)
    if found is None:
        return None
    weekday, month, day, clock, name, year = found.groups("")
    moment = read_date(f"{weekday}, {day} {month} {year} {clock} {name}", zone=zone)
    return (replace(moment, raw=text), (0, len(text))) if moment else None
