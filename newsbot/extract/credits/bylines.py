"""Where bylines stand: over a text, behind it, or marked as such."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from newsbot.extract.credits.byline import is_byline, is_credit, is_label, is_signature
from newsbot.extract.credits.names import looks_like_desk, looks_like_person
from newsbot.extract.credits.people import is_names
from newsbot.extract.credits.places import is_place_and_date
from newsbot.extract.others.headings import is_list_heading
from newsbot.extract.tree import HEADINGS
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.column import Piece

# A byline is short, and one of the first or last lines of the text.
_LONGEST = 80
_AT_HEAD, _AT_TAIL, _NEAR_TAIL = 4, 3, 6
_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)
_NO_BYLINE = HEADINGS | {"li"}


def find_bylines(column: Sequence[Piece], stated: Collection[str] = ()) -> list[Piece]:
    """Return the pieces of a *column* that name authors or a source.

    They are told by their class, their label, their place, or by the folded names *stated*
    elsewhere: baocantho.com.vn ends its texts with
    ``<p style="text-align: right"><strong>Tin, ảnh: P.Y</strong></p>``.
    """
    text = [piece for piece in column if piece.part == "text"]
    head = [piece for piece in _opening(text) if _opens(piece)]
    tail = [*takewhile(_may_close, reversed(text[1:][-_AT_TAIL:]))]
    tail = [piece for piece in tail if not is_place_and_date(piece.line.text)]
    tail += filter(_signs, text[1:][-_NEAR_TAIL:])
    dated = [piece for piece in column if piece.part == "date" and _is_dated(piece)]
    marked = [piece for piece in column if piece.part == "byline"]
    known = [piece for piece in (*text[:_AT_HEAD], *text[-_AT_TAIL:]) if _says(piece, stated)]
    found = {*head, *tail, *dated, *marked, *known, *_labelled(column)}
    return [piece for piece in column if piece in found]


def _opening(text: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the short pieces among the first of a *text*."""
    return (piece for piece in text[:_AT_HEAD] if len(piece.line.text) <= _LONGEST)


def _opens(piece: Piece) -> bool:
    text = piece.line.text
    return is_byline(text) or is_signature(text) or is_credit(text)


def _is_dated(piece: Piece) -> bool:
    """Return whether *piece*, which gives the date, names authors or a desk beside it."""
    return is_byline(piece.line.text) or is_credit(piece.line.text, or_desk=True)


def _says(piece: Piece, stated: Collection[str]) -> bool:
    """Return whether *piece* is no more than names, some of which are *stated* elsewhere."""
    text = piece.line.text
    if not stated or len(text) > _LONGEST or piece.line.block.tag in _NO_BYLINE:
        return False
    return is_names(text) and any(name in fold(text) for name in stated)


def _labelled(column: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the short pieces that stand behind a label alone ("Author:"), and the label."""
    for label, piece in pairwise(column):
        if is_label(label.line.text) and looks_like_person(piece.line.text):
            yield from (label, piece)


def _may_close(piece: Piece) -> bool:
    """Return whether *piece* may close a text: a byline, names alone, or set at the right.

    The place and the day of a letter may as well, but name nobody.
    """
    text, block = piece.line.text, piece.line.block
    if len(text) > _LONGEST or block.tag in _NO_BYLINE or is_list_heading(text):
        return False
    if is_place_and_date(text):
        return True
    return _is_at_right(block) or is_byline(text) or is_names(text) or is_signature(text)


def _signs(piece: Piece) -> bool:
    """Return whether *piece* says of itself that it signs a text, though more may follow it."""
    text, block = piece.line.text, piece.line.block
    if len(text) > _LONGEST or block.tag in _NO_BYLINE:
        return False
    return is_byline(text) or is_signature(text) or looks_like_desk(text)


def _is_at_right(block: HtmlElement) -> bool:
    return block.get("align") == "right" or bool(_RIGHT.search(block.get("style", "")))
