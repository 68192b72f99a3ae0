"""DayBlock: the by-date block of a page, with its articles, its links and forms for days."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_plus, urlsplit

from newsbot.dates import from_epoch
from newsbot.pages.dayform import day_forms
from newsbot.pages.listed import Further, Listed
from newsbot.urls import path_and_query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from newsbot.pages.html import Anchor, HtmlPage
    from newsbot.profilekeys import DayPages

_YEAR = r"(?:19|20)\d\d"
_DAY_IN_URL = re.compile(
    rf"(?<!\d)(?:(?P<y>{_YEAR})[-/_.](?P<m>\d{{1,2}})[-/_.](?P<d>\d{{1,2}})"
    rf"|(?P<y2>{_YEAR})(?P<m2>\d\d)(?P<d2>\d\d)"
    rf"|(?P<d3>\d{{1,2}})[-/_.](?P<m3>\d{{1,2}})[-/_.](?P<y3>{_YEAR}))(?!\d)"
)
# The first and the last second of a day, as vnexpress.net has them.
_SECONDS = re.compile(r"[?&][a-z_]*(?:date|day|from|to|ngay)[a-z_]*=(1\d{9})(?=&|$)", re.IGNORECASE)


class DayBlock:
    """The elements of the profile's ``day_block`` on *page*, which may be of any kind."""

    def __init__(self, page: HtmlPage, elements: Sequence[HtmlElement]) -> None:
        self.page = page
        self.elements = elements

    @cached_property
    def articles(self) -> tuple[Listed, ...]:
        """The articles that the block links to, each once."""
        return self.page.listed(self.elements)

    @cached_property
    def links(self) -> tuple[Further, ...]:
        """The day pages that the block links to, each with the day that its link names."""
        profile = self.page.profile
        anchors = self.page.anchors(self.elements)
        days = {anchor.url: day for anchor in anchors if (day := self._day_of(anchor))}
        return tuple(
            Further(url, "day", day)
            for url, day in days.items()
            if profile.owns(url) and profile.article_key(url) is None
        )

    @cached_property
    def forms(self) -> tuple[DayPages, ...]:
        """The forms in the block that ask for a day."""
        return day_forms(self.elements, self.page.base)

    def _day_of(self, anchor: Anchor) -> date | None:
        """Return the day that a link leads to, by its address or else by its words."""
        if day := day_in_url(anchor.url) or self._day_of_seconds(anchor.url):
            return day
        said = [anchor.element.get(name) for name in ("title", "aria-label", "data-date")]
        texts = [anchor.text, *said, unquote_plus(urlsplit(anchor.url).query)]
        return next(filter(None, map(self.page.profile.day_of, texts)), None)

    def _day_of_seconds(self, url: str) -> date | None:
        """Return the day whose seconds *url* names, ``None`` if they are of several."""
        zone = self.page.profile.timezone
        days = {from_epoch(int(seconds), zone).day for seconds in _SECONDS.findall(url)}
        return days.pop() if len(days) == 1 else None


def day_in_url(url: str) -> date | None:
    """Return the day in an address such as ``/archiv/2024/10/23/`` or ``/2-11-2017.htm``.

    The day is before the month, unless only the other makes a day (``?date=10/23/2024``).
    """
    match = _DAY_IN_URL.search(unquote(path_and_query(url)))
    if not match:
        return None
    part = match.groupdict()
    year, month, day = (
        int(part[name] or part[f"{name}2"] or part[f"{name}3"]) for name in ("y", "m", "d")
    )
    if month > 12 and part["y3"]:
        day, month = month, day
    try:
        return date(year, month, day)
    except ValueError:
        return None
