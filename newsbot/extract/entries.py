"""Entries: how much of the text on a page belongs to its links to articles, as teasers do."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.body import is_running
from newsbot.extract.others.cards import owners

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line
    from newsbot.pages.html import Anchor


class Entries(NamedTuple):
    """The articles that a page links to: how many, how many with text, its share of all there is.

    Text is what was read as the page's article, and what else runs on the page.
    """

    linked: int
    told: int
    share: float


def read_entries(
    anchors: Iterable[Anchor],
    key_of: Callable[[str], str | None],
    lines: Iterable[Line],
    paragraphs: Collection[str],
) -> Entries:
    """Return the entries of a page whose *anchors* lead to other articles by *key_of*.

    *paragraphs* are those of what was read as the page's article, met again among its *lines*.
    A text belongs to the article it stands in one element with, else to that which the line of a
    link right above it leads to: a page may hold its titles and teasers in one element in turn.
    """
    links = [(anchor.element, key) for anchor in anchors if (key := key_of(anchor.url))]
    around = owners(links, _ends)
    told: dict[str | None, int] = defaultdict(int)
    above: str | None = None
    for line in lines:
        entry = _entry(line.block, around)
        if line.text in paragraphs or is_running(line):
            told[entry or above] += len(line.text)
            above = None
        elif line.is_link:
            above = entry
    size, rest = sum(told.values()), told.pop(None, 0)
    return Entries(
        linked=len({key for _, key in links}),
        told=len(told),
        share=(size - rest) / size if size else 0.0,
    )


def _ends(element: HtmlElement) -> bool:
    return bool(element.tag == "body")


def _entry(block: HtmlElement, around: Mapping[HtmlElement, str | None]) -> str | None:
    """Return the one article that the innermost element with a link around *block* is about."""
    inside = (block, *block.iterancestors())
    return next((around[element] for element in inside if element in around), None)
