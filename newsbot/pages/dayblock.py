"""DayBlock: the by-date block of a page, with its articles, its links and forms for days."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from newsbot.pages.dayform import day_forms
from newsbot.pages.listed import Further, Listed
from newsbot.urls import path_and_query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from newsbot.pages.html import Anchor, HtmlPage
    from newsbot.profilekeys import DayPages

_DAY_IN_URL = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)[-/_.](?P<m>\d{1,2})[-/_.](?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})[-/_.](?P<m2>\d{1,2})[-/_.](?P<y2>(?:19|20)\d\d))(?!\d)"
)


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
        return day_in_url(anchor.url) or self.page.profile.day_of(anchor.text)


def day_in_url(url: str) -> date | None:
    """Return the day in an address such as ``/archiv/2024/10/23/`` or ``/2-11-2017.htm``."""
    match = _DAY_IN_URL.search(path_and_query(url))
    if not match:
        return None
    part = match.groupdict()
    year, month, day = (int(part[name] or part[f"{name}2"]) for name in ("y", "m", "d"))
    try:
        return date(year, month, day)
    except ValueError:
        return None
