"""What every HTML page offers: its tree, parsed once, and the links in any part of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from newsbot.extract.tree import read_tree, text_of
from newsbot.pages.listed import Listed
from newsbot.urls import base_of, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from newsbot.profile import Profile


class Source(Protocol):
    """What a page is read from: a response of a crawl, or one taken out of the archive."""

    @property
    def url(self) -> str:
        """The URL that was fetched, after redirects."""

    @property
    def text(self) -> str:
        """The decoded body."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link of a page: where it leads, the words it shows, the element itself."""

    url: str
    text: str
    element: HtmlElement


class HtmlPage:
    """An HTML page of one site."""

    def __init__(self, source: Source, profile: Profile) -> None:
        self.url = source.url
        self.profile = profile
        self._text = source.text

    @cached_property
    def tree(self) -> HtmlElement:
        """The page's tree; every reader of the page shares it."""
        return read_tree(self._text)

    @cached_property
    def base(self) -> str:
        """The URL against which the page's links are meant."""
        hrefs = self.tree.xpath("//base/@href")
        return base_of(self.url, str(hrefs[0]) if isinstance(hrefs, list) and hrefs else None)

    def anchors(self, elements: Iterable[HtmlElement]) -> Iterator[Anchor]:
        """Yield the http(s) links inside *elements*, in document order, with repetitions."""
        for element in elements:
            for anchor in element.iter("a"):
                url = resolve(self.base, anchor.get("href") or "")
                if url:
                    yield Anchor(url, text_of(anchor), anchor)

    def listed(self, anchors: Iterable[Anchor]) -> tuple[Listed, ...]:
        """Return those of *anchors* that lead to articles of the site, each URL once."""
        urls = dict.fromkeys(anchor.url for anchor in anchors)
        return tuple(Listed(url) for url in urls if self.profile.article_key(url) is not None)
