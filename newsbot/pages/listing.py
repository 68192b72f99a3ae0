"""ListingPage: an HTML page of links to articles (front page, section, day page)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsbot.extract.lines import read_lines
from newsbot.extract.select import select_elements
from newsbot.extract.tree import text_of
from newsbot.extract.wall import read_wall
from newsbot.pages.dayblock import DayBlock
from newsbot.pages.html import HtmlPage
from newsbot.pages.listed import Further
from newsbot.pages.nextpage import PageLink, of_same_listing, page_after, says_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.html import HtmlElement

    from newsbot.pages.listed import Listed
    from newsbot.profilekeys import DayPages

# What stands in front of a site leads to its imprint and to a few pages more.
_FEW_LINKS = 10


class ListingPage(HtmlPage):
    """A page of links to articles."""

    @property
    def fault(self) -> str | None:
        """Why nothing is read of the page; of one that shows none, also that it is a wall."""
        return super().fault or (None if self.articles else self._wall)

    @cached_property
    def _wall(self) -> str | None:
        """Which wall the page is; one that leads to more of its site is an empty list."""
        if len(self.owned(a.get("href") or "" for a in self.tree.iter("a"))) > _FEW_LINKS:
            return None
        names = [text_of(name) for name in self.tree.iter("title", "h1")]
        return read_wall(self.tree, read_lines(self.tree), names, "")

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
    def days(self) -> tuple[DayPages, ...]:
        """The forms on the page that ask for a day."""
        return self._day_block.forms

    @cached_property
    def next(self) -> str | None:
        """The URL of the page after this one, ``None`` on the last.

        By the profile's selector, where it finds links; else by ``rel=next``; else by the
        addresses of the page's links, as ``?page=2`` and ``/trang-2.htm`` are.
        """
        if chosen := self._page_links(select_elements(self.tree, self.profile.links.next)):
            return page_after(self.url, chosen)
        if declared := self._page_links(filter(_is_next, self.tree.iter("a", "link"))):
            return page_after(self.url, declared)
        numbered = self._page_links([self.tree], says_page)
        return page_after(self.url, of_same_listing(self.url, numbered))

    def _page_links(
        self, elements: Iterable[HtmlElement], is_meant: Callable[[str], bool] = bool
    ) -> list[PageLink]:
        """Return the links inside *elements* to addresses of the site that are meant."""
        links = [link for element in elements for link in element.iter("a", "link")]
        found = [(self.resolve(link.get("href") or ""), link) for link in links]
        owns = self.profile.owns
        return [PageLink(url, _words(e)) for url, e in found if url and is_meant(url) and owns(url)]

    @cached_property
    def _day_block(self) -> DayBlock:
        return DayBlock(self, select_elements(self.tree, self.profile.links.day_block))


def _is_next(link: HtmlElement) -> bool:
    """Return whether *link* says that it leads to the next page, perhaps among other things."""
    return "next" in link.get("rel", "").lower().split()


def _words(link: HtmlElement) -> str:
    """Return what *link* shows, or says of itself where it shows a picture."""
    said = (text_of(link), link.get("title"), link.get("aria-label"), link.get("class"))
    return next(filter(None, said), "")
