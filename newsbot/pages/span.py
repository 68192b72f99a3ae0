"""Spans of days that addresses name: a year, a month or a day, as dated sitemaps do."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from newsbot.dates.moment import LATEST
from newsbot.urls import path_and_query

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# No paper's own pages are older than the web.
_EARLIEST = 1990
# A month that is not parted from its year has two digits, and so has any day: 2024-10-2 may be
# the second part of October.
_NAMED = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:(?P<gap>[-/_.]?)(?P<m>(?<=\d)\d\d|(?<=[-/_.])\d{1,2})"
    r"(?:(?P=gap)(?P<d>\d\d))?)?(?!\d)"
    r"|(?<!\d)(?P<m2>\d{1,2})[-/_.](?P<y2>(?:19|20)\d\d)(?!\d)"
)
_DIGITS = re.compile(r"\d+")


class Span(NamedTuple):
    """The days from *first* to *last*, both included."""

    first: date
    last: date


def spans_of(urls: Iterable[str]) -> dict[str, Span]:
    """Return, for each of *urls* of one index that names one, the days that it is about.

    What looks like a year or a month is none where a fellow of the same make has a number there
    that can't be: ``sitemap-2024.xml`` among ``sitemap-1.xml`` and ``sitemap-2.xml``, or
    ``2024-10.xml`` among ``2024-13.xml``, which are parts of a year.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        alike[_DIGITS.sub("#", path_and_query(url))].append(url)
    spans: dict[str, Span] = {}
    for fellows in alike.values():
        spans.update(_spans(fellows))
    return spans


def _spans(urls: Iterable[str]) -> Mapping[str, Span]:
    """Return the spans of addresses that differ in their numbers alone."""
    named = {url: _numbers(url) for url in urls}
    if not all(numbers and _EARLIEST <= numbers[0] <= LATEST for numbers in named.values()):
        return {}
    for length in (3, 2, 1):
        try:
            return {url: _span(*numbers[:length]) for url, numbers in named.items()}
        except ValueError:
            continue
    return {}


def _numbers(url: str) -> tuple[int, ...]:
    """Return year, month and day as *url* names them last, as far as it does."""
    *_, found = (None, *_NAMED.finditer(path_and_query(url)))
    if found is None:
        return ()
    if found["y2"]:
        return int(found["y2"]), int(found["m2"])
    return tuple(int(part) for part in found.group("y", "m", "d") if part)


def _span(year: int, month: int | None = None, day: int | None = None) -> Span:
    """Return the span of a year, a month or a day; ValueError where there is none such."""
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        if not 1 <= month <= 12:
            raise ValueError(f"no month {month}")
        return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Span(date(year, month, day), date(year, month, day))
