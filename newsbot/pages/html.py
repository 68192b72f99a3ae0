"""What every HTML page offers: its tree, parsed once, and the links in any part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsbot.extract.dateline import DateReader
from newsbot.extract.entrydays import entry_days
from newsbot.extract.tree import read_tree, text_of
from newsbot.pages.listed import Listed
from newsbot.urls import base_of, looks_like_article, path_and_query, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from lxml.html import HtmlElement

    from newsbot.pages.source import Source
    from newsbot.profile import Profile

# The words of a link that are at least so long are a title, whatever it leads to; shorter ones
# are where the address is like an article's, too.
_LONG_TITLE, _TITLE = 30, 15
# Where a list of the newest comments links to, with the date of the comment beside it.
_A_COMMENT = re.compile(r"#\D*\d+$")


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
                if url := self._resolve(anchor.get("href") or ""):
                    yield Anchor(url, text_of(anchor), anchor)

    def listed(self, elements: Sequence[HtmlElement]) -> tuple[Listed, ...]:
        """Return the site's articles that links inside *elements* lead to, each URL once.

        Each with the day that is printed beside it; no clock is asked, so it may be to come.
        """
        keys: dict[str, str | None] = {}
        links = []
        for element in elements:
            for anchor in element.iter("a"):
                href = anchor.get("href") or ""
                if url := self._resolve(href):
                    if url not in keys:
                        keys[url] = self.profile.article_key(url)
                    key = href if _A_COMMENT.search(href) else keys[url]
                    if key := key or _other_entry(anchor, url):
                        links.append((anchor, key))
        days = entry_days(elements, links, date_reader(self.profile))
        return tuple(Listed(url, days.get(key)) for url, key in keys.items() if key is not None)

    @cached_property
    def _resolved(self) -> dict[str, str | None]:
        """Where the page's links lead; half of them stand on it more than once."""
        return {}

    def _resolve(self, href: str) -> str | None:
        if href not in self._resolved:
            self._resolved[href] = resolve(self.base, href)
        return self._resolved[href]


def date_reader(profile: Profile, now: datetime | None = None) -> DateReader:
    """Return the reader of dates as the site of *profile* prints them."""
    return DateReader(profile.timezone, now, day_first=profile.language != "en-US")


def _other_entry(anchor: HtmlElement, url: str) -> str | None:
    """Return *url* if its link is a title, as of a video or of another site's article.

    What leads to a section, an author or the comments is part of an article's card.
    """
    title = " ".join(anchor.text_content().split())
    is_title = len(title) >= _TITLE and looks_like_article(path_and_query(url))
    return url if is_title or len(title) >= _LONG_TITLE else None
