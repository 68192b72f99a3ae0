"""The column of an article: its lines from the headline on, each with the part it plays."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsbot.extract.captions import is_caption
from newsbot.extract.counters import without_counters
from newsbot.extract.credits.byline import is_byline
from newsbot.extract.credits.labels import LABEL
from newsbot.extract.furniture import is_furniture
from newsbot.extract.others.boxes import is_title_of_links
from newsbot.extract.roles import is_text
from newsbot.extract.select import heading_form
from newsbot.extract.tree import PICTURES, is_longer, text_of
from newsbot.extract.when.dateline import is_dateline

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line
    from newsbot.extract.roles import Kind, Roles

Part = Literal["byline", "caption", "date", "lead", "picture", "text"]

# A line that plays the part of a date or an author is as short as this.
_LABEL = 120
_CAPTION = 400
# The place of a picture may have the captions of several, or one twice.
_PLACE = 600
# A paragraph has so many bytes at least: a Chinese character says more than a Latin.
_SENTENCE = 40
# A story told in pictures has so many.
_STORY = 3
# An author may stand a few lines behind the text (phuyen.baodaklak.vn: div.after-author).
_BEHIND = 4
# What holds a picture and text, and may hold no more than that.
_NO_PLACES = frozenset(("article", "body", "li", "main", "p"))
# What the place of a picture is called.
_PICTURED = re.compile(
    r"(?<![a-z])(?:anh|bild|foto|gambar|hinh|image|img|photo|picture|zdjecie)(?![a-z])",
    re.IGNORECASE,
)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)


class Piece(NamedTuple):
    """A line of the column, its part, and whether it stands inside the body.

    *player* is the element that plays the part, ``None`` where the line itself shows it.
    """

    line: Line
    part: Part
    inside: bool
    player: HtmlElement | None = None


class _Before(NamedTuple):
    """What stands before a line: the last *piece* that is no caption, and whether one has come.

    *text* is the last block of text.
    """

    piece: Piece | None = None
    is_captioned: bool = False
    has_text: bool = False
    text: HtmlElement | None = None

    def and_then(self, piece: Piece) -> _Before:
        if piece.part == "caption":
            return self._replace(is_captioned=True)
        is_text = piece.part == "text"
        has_text = self.has_text or (is_text and not _is_short_byline(piece.line.text))
        return _Before(piece, has_text=has_text, text=piece.line.block if is_text else self.text)


def _is_short_byline(text: str) -> bool:
    return len(text) <= _LABEL and is_byline(text)


def read_column(
    lines: Sequence[Line],
    body: Sequence[HtmlElement],
    roles: Roles,
    headings: Collection[str] = (),
) -> list[Piece]:
    """Return the pieces among *lines* from the headline to a little behind the *body*.

    Boxes, asides, links to elsewhere, tools, counters, and the *headings* over other news are
    left out.
    """
    inside = {element for part in body for element in part.iter()}
    last = max((i for i, line in enumerate(lines) if line.block in inside), default=-1)
    end = last + 1 + _BEHIND
    lines = [*map(_without_counters, lines[:end]), *lines[end:]]
    around = {element for part in body for element in (part, *part.iterancestors())}
    pieces: list[Piece] = []
    before = _Before()
    for number, line in enumerate(lines[:end]):
        kind, player = roles.of(line.block) or (None, None)
        is_inside = line.block in inside
        part = _part(line, kind, before, around)
        if part == "picture" and not (
            is_inside or kind == "caption" or _opens(line, before, around)
        ):
            continue
        if headings and len(line.text) <= _LABEL and heading_form(line.text) in headings:
            continue
        if part == "text" and is_title_of_links(lines, number):
            continue
        if part and (number <= last or part == "byline"):
            pieces.append(Piece(line, part, is_inside, player))
            before = before.and_then(pieces[-1])
    return _told_in_pictures(pieces)


def _opens(picture: Line, before: _Before, around: Collection[HtmlElement]) -> bool:
    """Return whether a *picture* above the text stands in a place that calls itself a picture's.

    The place holds no link, and no more text than a caption; a face has none.
    """
    if before.has_text:
        return False
    places = takewhile(lambda e: e not in around, (picture.block, *picture.block.iterancestors()))
    named = [place for place in places if _PICTURED.search(place.get("class", ""))]
    if not named or next(named[-1].iter("a"), None) is not None:
        return False
    return 0 < len(text_of(named[-1])) <= _CAPTION


def _told_in_pictures(pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* with what stands under the pictures as text, where there is little else.

    A story told in pictures (vtcnews.vn) has a paragraph under each. What calls itself a caption
    is one.
    """
    inside = [piece for piece in pieces if piece.inside]
    captions = {piece for piece in inside if piece.part == "caption" and piece.player is None}
    size = sum(len(piece.line.text) for piece in inside if piece.part == "text")
    if len(captions) < _STORY or sum(len(piece.line.text) for piece in captions) <= size:
        return pieces
    return [piece._replace(part="text") if piece in captions else piece for piece in pieces]


def _without_counters(line: Line) -> Line:
    text = without_counters(line.text)
    return line if text == line.text else replace(line, text=text)


def _part(
    line: Line, kind: Kind | None, before: _Before, around: Collection[HtmlElement]
) -> Part | None:
    """Return the part of *line* behind what stands *before* it, ``None`` if it plays none.

    The elements *around* the text are no picture's place.
    """
    if kind in {"aside", "box"}:
        return None
    if line.picture is not None:
        return "picture"
    if kind == "caption" or (kind != "byline" and _is_caption(line, before, around)):
        return "caption"
    if kind in {"byline", "date"}:
        return kind if len(line.text) <= _LABEL else None
    return _part_of_text(line, kind, before)


def _part_of_text(line: Line, kind: Kind | None, before: _Before) -> Part | None:
    """Return the part of a line that is neither a picture's nor a byline."""
    if is_furniture(line):
        return None
    if not before.has_text and is_dateline(line.text):
        return "date"
    return "lead" if kind == "lead" else "text"


def _is_caption(line: Line, before: _Before, around_text: Collection[HtmlElement]) -> bool:
    """Return whether *line*, an ordinary paragraph, belongs to a picture just *before* it.

    It is slanted or centred, says whose the picture is, or has a place of its own with it.
    """
    picture = before.piece
    if picture is None or picture.part != "picture" or line.is_link:
        return False
    if _names_author(line.text):
        return False
    if (
        not before.is_captioned
        and len(line.text) <= _CAPTION
        and (line.italic >= 0.9 * len(line.text) or _is_centred(line.block))
    ) or is_caption(line.text):
        return True
    around = {line.block, *line.block.iterancestors()}
    block = picture.line.block
    place = next(e for e in (block, *block.iterancestors()) if e in around)
    if place in around_text or place.tag in _NO_PLACES or is_text(place):
        return False
    if _holds_text(place, before.text):
        return False
    return not is_longer(place, _CAPTION if line.block.tag == "p" else _PLACE)


def _holds_text(place: HtmlElement, before: HtmlElement | None) -> bool:
    """Return whether *place* holds the text *before* its picture, or several paragraphs."""
    if before is not None and place in before.iterancestors():
        return True
    texts = sum(len(text_of(child).encode()) >= _SENTENCE for child in place)
    return texts > 1 + sum(1 for _ in place.iter(*PICTURES))


def _names_author(text: str) -> bool:
    """Return whether *text* is a label with authors, as a story told in pictures ends with."""
    return bool(LABEL.match(text)) and is_byline(text)


def _is_centred(block: HtmlElement) -> bool:
    return block.get("align") == "center" or bool(_CENTRED.search(block.get("style", "")))
