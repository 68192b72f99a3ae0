"""Boxes in the running text that are made unlike it, whatever they say.

The paragraphs of an article share a home, or have homes of one make. A short box of another make
among them or behind them is a sign-up, a promotion, a summary or a control.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import XPath

from newsbot.extract.body import is_running
from newsbot.extract.tree import HEADINGS, is_longer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.column import Piece

_ITEMS = frozenset(("dd", "dt", "li"))
_CELLS = _ITEMS | {"td", "th"}
# Lists, quotes and tables stand where paragraphs do.
_PARTS = (
    HEADINGS
    | _CELLS
    | {
        "blockquote",
        "dl",
        "ol",
        "p",
        "q",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    }
)
_QUOTE = re.compile(r"quote|zitat|citation|cita(?![a-z])|crosshead", re.IGNORECASE)
# What has this share of the text is no box; where strangers have as much as the other share, the
# text has no make of its own.
_SHARE = 0.2
_STRANGE = 0.3
# Homes of one make may differ in a class or two.
_ALIKE = 1 / 3
# So many cards in a row are teasers.
_CARDS = 3
_CARD = 500
_linked_titles = XPath(
    "descendant::*[self::h2 or self::h3 or self::h4 or self::h5][.//a or ../self::a]"
)


class _Make(NamedTuple):
    """How a home is made: its tag, and the classes of the innermost element around with any."""

    tag: str
    classes: frozenset[str]

    def is_like(self, other: _Make) -> bool:
        shared, all_classes = self.classes & other.classes, self.classes | other.classes
        return self == other or len(shared) >= _ALIKE * len(all_classes) > 0


def without_strangers(pieces: Sequence[Piece], body: Collection[HtmlElement]) -> list[Piece]:
    """Return *pieces* without those in boxes that are made unlike the rest of the *body*."""
    homes = [home_of(piece.line.block, body) for piece in pieces]
    last = len(pieces) - _cards_behind(homes)
    pieces, homes = pieces[:last], homes[:last]
    known = _kin(pieces, homes, body)
    around = {element for home in known for element in (home, *home.iterancestors())}
    boxes: defaultdict[HtmlElement, list[Piece]] = defaultdict(list)
    opening = True
    opened = set()
    for piece, home in zip(pieces, homes, strict=True):
        opening = opening and home not in known
        if home not in around:
            box = _outermost(home, around)
            boxes[box].append(piece)
            opened |= {box} if opening else set()
    strange = {
        piece
        for box, inside in boxes.items()
        if not _is_of_text(box, inside, is_opening=box in opened)
        for piece in inside
    }
    if _size(strange) > _STRANGE * _size(pieces):
        return list(pieces)
    return [piece for piece in pieces if piece not in strange]


def _kin(
    pieces: Sequence[Piece], homes: Sequence[HtmlElement], body: Collection[HtmlElement]
) -> set[HtmlElement]:
    """Return those of *homes* that are made as the homes of most of the text are."""
    makes = {home: _make(home, body) for home in homes}
    sizes: defaultdict[_Make, int] = defaultdict(int)
    for piece, home in zip(pieces, homes, strict=True):
        sizes[makes[home]] += len(piece.line.text)
    most = [make for make, size in sizes.items() if size >= _SHARE * _size(pieces)]
    return {home for home, make in makes.items() if any(map(make.is_like, most))}


def _cards_behind(homes: Sequence[HtmlElement]) -> int:
    """Return how many of *homes* at the end stand in cards of their own with a linked title."""
    around = Counter(e for home in set(homes) for e in (home, *home.iterancestors()))
    cards = list(takewhile(lambda home: _is_in_card(home, around), reversed(homes)))
    return len(cards) if len(set(cards)) >= _CARDS else 0


def _is_in_card(home: HtmlElement, around: Mapping[HtmlElement, int]) -> bool:
    """Return whether there is a linked title with *home* and without those *around* it."""
    card = home
    while (parent := card.getparent()) is not None and around[parent] == around[home]:
        card = parent
    return not is_longer(card, _CARD) and bool(_linked_titles(card))


def _is_of_text(box: HtmlElement, inside: Sequence[Piece], *, is_opening: bool) -> bool:
    """Return whether a *box* with these pieces *inside* is a part of the text.

    It holds sub-headings, a quote or a list alone; or it opens the text with a sentence. A table
    in a box of its own is one of prices or scores.
    """
    tags = {piece.line.block.tag for piece in inside}
    if tags <= HEADINGS or tags <= _ITEMS or any(map(_is_quote, _around(inside, box))):
        return True
    return is_opening and tags.isdisjoint(HEADINGS) and any(is_running(p.line) for p in inside)


def _is_quote(element: HtmlElement) -> bool:
    return element.tag == "blockquote" or bool(_QUOTE.search(element.get("class", "")))


def _around(inside: Sequence[Piece], box: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements of a *box* around the pieces *inside* it."""
    for piece in inside:
        for element in (piece.line.block, *piece.line.block.iterancestors()):
            yield element
            if element is box:
                break


def _outermost(home: HtmlElement, around: Collection[HtmlElement]) -> HtmlElement:
    """Return the outermost element around *home* that is not *around* the text."""
    box = home
    for element in home.iterancestors():
        if element in around:
            break
        box = element
    return box


def home_of(block: HtmlElement, body: Collection[HtmlElement]) -> HtmlElement:
    """Return the element that a paragraph, list, quote or table stands in.

    A *block* that is none of these is a home itself.
    """
    home = block
    while home not in body and home.tag in _PARTS:
        home = home.getparent()
    return home


def _make(home: HtmlElement, body: Collection[HtmlElement]) -> _Make:
    """Return how *home*, an element of the *body*, is made."""
    named = home
    while named not in body and not named.get("class"):
        named = named.getparent()
    return _Make(home.tag, frozenset(named.get("class", "").split()))


def _size(pieces: Collection[Piece]) -> int:
    return sum(len(piece.line.text) for piece in pieces)
