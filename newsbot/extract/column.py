"""The column of an article: its lines from the headline on, each with the part it plays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsbot.extract.furniture import is_furniture
from newsbot.extract.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line
    from newsbot.extract.roles import Roles

Part = Literal["byline", "caption", "date", "lead", "picture", "text"]

# A line that plays the part of a date or an author is as short as this, else it is text.
_LABEL = 120
_CAPTION = 400
# An author may stand a few lines behind the text (phuyen.baodaklak.vn: div.after-author).
_BEHIND = 4
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)


class Piece(NamedTuple):
    """A line of the column, its part, and whether it stands inside the body.

    *player* is the element that plays the part, ``None`` where the line itself shows it.
    """

    line: Line
    part: Part
    inside: bool
    player: HtmlElement | None = None


def read_column(lines: Sequence[Line], body: Sequence[HtmlElement], roles: Roles) -> list[Piece]:
    """Return the pieces among *lines* from the headline to a little behind the *body*.

    Boxes, asides, links to elsewhere and tools are left out.
    """
    inside = {element for part in body for element in part.iter()}
    last = max((i for i, line in enumerate(lines) if line.block in inside), default=-1)
    pieces: list[Piece] = []
    for number, line in enumerate(lines[: last + 1 + _BEHIND]):
        piece = _piece(line, line.block in inside, roles, pieces[-1:])
        if piece and (number <= last or piece.part == "byline"):
            pieces.append(piece)
    return pieces


def _piece(line: Line, inside: bool, roles: Roles, before: Sequence[Piece]) -> Piece | None:
    """Return *line* with its part, ``None`` if it plays none; *before* is the piece before it."""
    role = roles.of(line.block)
    kind, player = role or (None, None)
    if kind in {"aside", "box"}:
        return None
    if line.picture is not None:
        return Piece(line, "picture", inside) if inside or kind == "caption" else None
    if kind == "caption" or (before and _is_caption(line, before[0])):
        return Piece(line, "caption", inside)
    if kind in {"byline", "date"} and len(line.text) <= _LABEL:
        return Piece(line, kind, inside, player)
    if is_furniture(line):
        return None
    return Piece(line, "lead" if kind == "lead" else "text", inside, player)


def _is_caption(line: Line, before: Piece) -> bool:
    """Return whether *line*, an ordinary paragraph, belongs to the picture *before* it.

    It is centred or slanted, or stands with the picture in a table of their own.
    """
    if before.part != "picture" or len(line.text) > _CAPTION:
        return False
    table = _table(line.block)
    return (
        line.italic >= 0.9 * len(line.text)
        or _is_centred(line.block)
        or (
            table is not None
            and table is _table(before.line.block)
            and len(text_of(table)) <= _CAPTION
        )
    )


def _table(block: HtmlElement) -> HtmlElement | None:
    return next(block.iterancestors("table"), None)


def _is_centred(block: HtmlElement) -> bool:
    return block.get("align") == "center" or bool(_CENTRED.search(block.get("style", "")))
