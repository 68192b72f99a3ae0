"""What stands in for an article at an address of articles: a list, a player, a wall."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import urlsplit

from newsbot.extract.jsonld import types
from newsbot.extract.size import size_of
from newsbot.extract.wall import Wall, asks_consent, read_wall
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsbot.extract.entries import Entries
    from newsbot.extract.found import Found
    from newsbot.extract.headline import Headline
    from newsbot.extract.layout import Layout
    from newsbot.extract.lines import Line
    from newsbot.extract.metadata import Metadata

StandIn = Literal["a section page", "a video without text", "pictures without text", Wall]
PAGE = "page"
"""Under which name the evidence of what was read says that the page is none of an article."""

_LISTS = frozenset({"CollectionPage", "SearchResultsPage", "ProfilePage"})
_VIDEOS, _GALLERIES = frozenset({"VideoObject"}), frozenset({"ImageGallery", "MediaGallery"})
# Folders of addresses under which there is nothing but videos, or pictures.
_TO_VIDEOS = re.compile(r"/(?:videos?|clips?)/", re.IGNORECASE)
_TO_PICTURES = re.compile(
    r"/(?:photos?|galler(?:y|ies)|bildergalerien?|fotostrecken?|diaporamas?|chum-anh)/",
    re.IGNORECASE,
)
# So many entries are a list; of a text that belongs to so many of them, this share is theirs.
_LISTED, _TOLD, _SHARE = 10, 3, 0.66
# Beside a list a section has no more to say of itself; beside a player there is no more than a
# caption. In characters, those of Chinese, Japanese and Korean twice.
_INTRODUCTION, _CAPTION = 1000, 200
# Longer than any text on consent that stood where an article's was to be.
_LONG = 3000


class Shown(NamedTuple):
    """What a page at *url* shows: *headline* and *body* are what was read as its article's."""

    url: str
    layout: Layout
    metadata: Metadata
    headline: Headline | None
    body: Found[str] | None

    @property
    def lines(self) -> Sequence[Line]:
        """The lines of the whole page."""
        return self.layout.lines

    @property
    def text(self) -> str:
        """What was read as running text, empty where there is none."""
        return self.body.value if self.body else ""

    @property
    def paragraphs(self) -> frozenset[str]:
        """The paragraphs of the running text."""
        return frozenset(self.text.split("\n\n")) if self.body else frozenset()

    @property
    def says_article(self) -> bool:
        """Whether the page calls itself an article, or says when it came out, as no list does.

        OpenGraph's word alone is none where it is a list to JSON-LD: some systems give it to all.
        """
        metadata = self.metadata
        if metadata.articles or any(metadata.said("date_published")):
            return True
        return metadata.is_article and not _kinds(metadata) & _LISTS


def said_of(stand_in: StandIn | None) -> dict[str, str]:
    """Return how the evidence of what was read says that the page is a *stand_in*."""
    return {PAGE: stand_in} if stand_in else {}


def read_stand_in(page: Shown, entries: Callable[[], Entries]) -> StandIn | None:
    """Return what a page is instead of an article's; ``None`` where it may be one.

    *entries* tells of the articles that it leads to. A page that calls itself an article is
    believed, unless it holds no word of one.
    """
    if page.says_article:
        return _empty_article(page)
    headline = page.headline.text if page.headline else ""
    names = [headline, page.metadata.title]
    if wall := read_wall(page.layout.tree, page.lines, names, page.text):
        return wall
    size = size_of(page.text)
    if size <= _CAPTION and (shown := _Player(page.metadata, page.url).likely):
        return shown
    return "a section page" if _is_list(page.metadata, size, entries()) else None


def _empty_article(page: Shown) -> StandIn | None:
    """Return what a page is that calls itself an article, ``None`` if it holds any of one."""
    if not page.text:
        return _Player(page.metadata, page.url).certain
    is_printed = page.headline is not None and page.headline.heading is not None
    is_wall = not is_printed and size_of(page.text) <= _LONG and asks_consent(fold(page.text))
    return "a consent page" if is_wall else None


def _is_list(metadata: Metadata, size: int, entries: Entries) -> bool:
    """Return whether a page with *entries* and a text of that *size* is a list of them.

    It says so, or has no text; or its text is that of its entries.
    """
    if entries.told >= _TOLD and entries.share >= _SHARE:
        return True
    is_called = bool(_kinds(metadata) & _LISTS)
    return entries.linked >= _LISTED and size <= (_INTRODUCTION if is_called else 0)


class _Player:
    """What a page shows that is made for videos or for pictures: as it says, by its address."""

    def __init__(self, metadata: Metadata, url: str) -> None:
        kinds = _kinds(metadata)
        declared = " ".join(metadata.metas.get("og:type", ())).lower()
        self._says: list[StandIn] = []
        if declared.startswith("video") or kinds & _VIDEOS:
            self._says.append("a video without text")
        if kinds & _GALLERIES:
            self._says.append("pictures without text")
        path = urlsplit(url).path
        self._lies: list[StandIn] = []
        if _TO_VIDEOS.search(path):
            self._lies.append("a video without text")
        if _TO_PICTURES.search(path):
            self._lies.append("pictures without text")

    @property
    def likely(self) -> StandIn | None:
        """What either tells, ``None`` where neither does."""
        return next(iter([*self._says, *self._lies]), None)

    @property
    def certain(self) -> StandIn | None:
        """What both tell: an article whose text a script brings may have a video, too."""
        return next((shown for shown in self._says if shown in self._lies), None)


def _kinds(metadata: Metadata) -> set[str]:
    return {kind for node in metadata.nodes for kind in types(node)}
