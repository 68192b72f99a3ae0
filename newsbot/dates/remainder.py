"""What our own rules leave: dates in the words of languages that they don't know."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsbot.dates.moment import Moment

if TYPE_CHECKING:
    from datetime import tzinfo

_LONGEST = 60
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]{2}")
_STRICT = {
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "RETURN_TIME_AS_PERIOD": True,
}


def read_remainder(
    text: str, *, language: str, zone: tzinfo | None, day_first: bool = True
) -> Moment | None:
    """Return the date that is the whole of *text*, in words of *language* (BCP 47).

    By dateparser, which is imported at the first text that may be such a date: a short one with a
    year, a day and a word. It must know every word, and its day and year must stand in the text.

    >>> read_remainder("3 qershor 2023", language="sq", zone=None).day
    datetime.date(2023, 6, 3)
    """
    if len(text) > _LONGEST or not all(part.search(text) for part in (_YEAR, _DAY, _WORD)):
        return None
    try:
        data = _parser(language.partition("-")[0], day_first).get_date_data(text)
    except ValueError:  # It knows no such language.
        return None
    read = data.date_obj
    numbers = {int(number) for number in re.findall(r"\d+", text)}
    if read is None or not {read.year, read.day} <= numbers:
        return None
    day = read.date()
    if data.period != "time":
        return Moment(day, None, "day", text)
    wall = None if read.tzinfo else read
    own = read.tzinfo or zone
    if own is None:
        return Moment(day, None, "day", text, wall)
    instant = read.replace(tzinfo=own).astimezone(zone or own)
    return Moment(instant.date(), instant, "minute", text, wall)


@lru_cache(maxsize=16)
def _parser(language: str, day_first: bool) -> Any:
    """Return dateparser's parser for *language*."""
    library = import_module("dateparser.date")
    settings = _STRICT | {"DATE_ORDER": "DMY" if day_first else "MDY"}
    return library.DateDataParser(languages=[language], settings=settings)
