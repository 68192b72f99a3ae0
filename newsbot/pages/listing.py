"""ListingPage: an HTML page of links to articles (front page, section, day page)."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from newsbot.extract.select import select_elements
from newsbot.pages.dayblock import DayBlock
from newsbot.pages.html import HtmlPage
from newsbot.pages.listed import Further
from newsbot.urls import path_and_query, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from newsbot.pages.listed import Listed
    from newsbot.profilekeys import DayPages

_LAST_NUMBER = re.compile(r"(?<!\d)(\d{1,9})\D*$")
_FEED_TYPES = ("application/rss+xml", "application/atom+xml")


class ListingPage(HtmlPage):
    """A page of links to articles."""

    @cached_property
    def articles(self) -> tuple[Listed, ...]:
        """The articles that the page links to, each once, in the page's order."""
        return self.listed([self.tree])

    @cached_property
    def further(self) -> tuple[Further, ...]:
        """The sections and day pages that the page leads to, from the blocks of the profile."""
        links = self.profile.links
        selectors = [text for text in links.sections if "://" not in text]
        sections = [
            Further(anchor.url, "section")
            for anchor in self.anchors(select_elements(self.tree, selectors))
            if self.profile.owns(anchor.url) and self.profile.article_key(anchor.url) is None
        ]
        return tuple(dict.fromkeys([*sections, *self._day_block.links]))

    @cached_property
    def feeds(self) -> tuple[Further, ...]:
        """The feeds that the page declares by ``<link rel=alternate>``."""
        hrefs = [
            resolve(self.base, link.get("href", ""))
            for link in self.tree.iter("link")
            if link.get("type", "").lower() in _FEED_TYPES
        ]
        return tuple(Further(url, "feed") for url in hrefs if url and self.profile.owns(url))

    @cached_property
    def days(self) -> tuple[DayPages, ...]:
        """The forms on the page that ask for a day."""
        return self._day_block.forms

    @cached_property
    def next(self) -> str | None:
        """The URL of the page after this one, ``None`` on the last.

        Where the profile's selector finds several links, as a row of page numbers, the one
        whose number follows this page's; a first page bears no number.
        """
        if self.profile.links.next:
            found = select_elements(self.tree, self.profile.links.next)
            urls = [anchor.url for anchor in self.anchors(found)]
        else:
            links = [link for link in self.tree.iter("a", "link") if _is_next(link)]
            urls = [url for link in links if (url := resolve(self.base, link.get("href", "")))]
        urls = [url for url in dict.fromkeys(urls) if self.profile.owns(url)]
        return _following(self.url, urls)

    @cached_property
    def _day_block(self) -> DayBlock:
        return DayBlock(self, select_elements(self.tree, self.profile.links.day_block))


def _is_next(link: HtmlElement) -> bool:
    """Return whether *link* says that it leads to the next page, perhaps among other things."""
    return "next" in link.get("rel", "").lower().split()


def _following(url: str, urls: Sequence[str]) -> str | None:
    """Return the URL that comes after *url* among those of a paging block."""
    others = [other for other in urls if other != url]
    if len(urls) < 2 or not others:
        return next(iter(others), None)
    present = _page_number(url, others)
    numbered = {_last_number(other): other for other in reversed(others)}
    return numbered.get(present + 1)


def _page_number(url: str, others: Sequence[str]) -> int:
    """Return the page number of *url*, judged by where its fellow pages bear theirs."""
    own = _last_number(url)
    stem = _LAST_NUMBER.sub("", path_and_query(others[0]))
    return own if own and _LAST_NUMBER.sub("", path_and_query(url)) == stem else 1


def _last_number(url: str) -> int | None:
    match = _LAST_NUMBER.search(path_and_query(url))
    return int(match[1]) if match else None
