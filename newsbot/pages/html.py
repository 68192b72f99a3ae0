"""What every HTML page offers: its tree, parsed once, and the links in any part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsbot.extract.tree import parsed, text_of
from newsbot.extract.when.dateline import DateReader
from newsbot.extract.when.entrydays import entry_days
from newsbot.pages.listed import Further, Listed
from newsbot.pages.source import fault_of
from newsbot.urls import base_of, looks_like_article, path_and_query, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from lxml.html import HtmlElement

    from newsbot.extract.tree import Parsed
    from newsbot.pages.source import Source
    from newsbot.profile import Profile

# The words of a link that are at least so long are a title, whatever it leads to; shorter ones
# are where the address is like an article's, too.
_LONG_TITLE, _TITLE = 30, 15
# Where a list of the newest comments links to, with the date of the comment beside it.
_A_COMMENT = re.compile(r"#\D*\d+$")
_FEEDS = frozenset(
    f"application/{name}" for name in ("rss+xml", "atom+xml", "rdf+xml", "feed+json")
)
_COMMENTS = re.compile(
    r"\bcomments?\b|kommentar-feed|kommentare (?:zu|für)|bình luận|phản hồi|commentaires"
    r"|comentários|comentarios|commenti\b|komentar",
    re.IGNORECASE,
)
_OF_COMMENTS = re.compile(r"/comments?(?:/|\.|$)|\bcomments?[-_](?:feed|rss)|feed=comments")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link of a page: where it leads, the words it shows, the element itself."""

    url: str
    text: str
    element: HtmlElement


class HtmlPage:
    """An HTML page of one site."""

    is_cut = False  # a page with so many links is malformed

    def __init__(self, source: Source, profile: Profile) -> None:
        self.url = source.url
        self.profile = profile
        self._text = source.text
        self._fault = fault_of(source)
        # Held, for lxml makes an element of Python anew each time that it is met.
        self._elements: tuple[HtmlElement, ...] = ()

    @property
    def fault(self) -> str | None:
        """Why nothing is read of the page, ``None`` where all is."""
        return self._fault or self._parsed.fault

    @property
    def tree(self) -> HtmlElement:
        """The page's tree; every reader of the page shares it."""
        self._elements = self._elements or tuple(self._parsed.tree.iter())
        return self._parsed.tree

    @cached_property
    def _parsed(self) -> Parsed:
        return parsed(self._text)

    @cached_property
    def base(self) -> str:
        """The URL against which the page's links are meant."""
        hrefs = (base.get("href") for base in self.tree.iter("base"))
        return base_of(self.url, next((href for href in hrefs if href is not None), None))

    def anchors(self, elements: Iterable[HtmlElement]) -> Iterator[Anchor]:
        """Yield the http(s) links inside *elements*, in document order, with repetitions.

        A link in several of them, which may lie within each other, comes once.
        """
        anchors = dict.fromkeys(anchor for element in elements for anchor in element.iter("a"))
        for anchor in anchors:
            if url := self.resolve(anchor.get("href") or ""):
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
                if url := self.resolve(href):
                    if url not in keys:
                        keys[url] = self.profile.article_key(url)
                    key = href if _A_COMMENT.search(href) else keys[url]
                    if key := key or _other_entry(anchor, url):
                        links.append((anchor, key))
        days = entry_days(elements, links, date_reader(self.profile))
        return tuple(Listed(url, days.get(key)) for url, key in keys.items() if key is not None)

    @cached_property
    def feeds(self) -> tuple[Further, ...]:
        """The site's feeds that the page declares by ``<link rel=alternate>``, none of comments."""
        feeds = [link for link in self.tree.iter("link") if _is_feed(link)]
        urls = dict.fromkeys(self.resolve(link.get("href", "")) for link in feeds)
        return tuple(
            Further(url, "feed")
            for url in urls
            if url and self.profile.owns(url) and not self._is_of_comments(url)
        )

    def _is_of_comments(self, url: str) -> bool:
        """Return whether a feed is one of comments by its address, as that below an article."""
        is_below = url.startswith(f"{self.url.partition('?')[0].rstrip('/')}/")
        is_of_article = is_below and self.profile.article_key(self.url) is not None
        return is_of_article or bool(_OF_COMMENTS.search(path_and_query(url)))

    @cached_property
    def _resolved(self) -> dict[str, str | None]:
        """Where the page's links lead; half of them stand on it more than once."""
        return {}

    def owned(self, hrefs: Iterable[str]) -> list[str]:
        """Return the addresses of the site that *hrefs* name on the page."""
        urls = map(self.resolve, hrefs)
        return [url for url in urls if url and self.profile.owns(url)]

    def resolve(self, href: str) -> str | None:
        """Return the http(s) URL that *href* names on the page, ``None`` if it names none."""
        if href not in self._resolved:
            self._resolved[href] = resolve(self.base, href)
        return self._resolved[href]


def _is_feed(link: HtmlElement) -> bool:
    """Return whether *link* declares a feed that does not call itself one of comments."""
    is_feed = {"alternate", "feed"} & set(link.get("rel", "").lower().split())
    kind = link.get("type", "").partition(";")[0].strip().lower()
    return bool(is_feed) and kind in _FEEDS and not _COMMENTS.search(link.get("title", ""))


def date_reader(
    profile: Profile, now: datetime | None = None, language: str | None = None
) -> DateReader:
    """Return the reader of dates as the site of *profile* prints them.

    *language* is that of a page; the profile's stands before it.
    """
    is_american = profile.language == "en-US"
    return DateReader(profile.timezone, now, not is_american, profile.language or language)


def _other_entry(anchor: HtmlElement, url: str) -> str | None:
    """Return *url* if its link is a title, as of a video or of another site's article.

    What leads to a section, an author or the comments is part of an article's card.
    """
    title = " ".join(anchor.text_content().split())
    is_title = len(title) >= _TITLE and looks_like_article(path_and_query(url))
    return url if is_title or len(title) >= _LONG_TITLE else None
