"""The lead (sapo): the sentences set apart between headline and text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.alike import begins, holds, is_cut, is_whole
from newsbot.extract.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsbot.extract.column import Piece
    from newsbot.extract.found import Evidence

# A lead is a sentence: what is shorter is a label or a heading.
_SENTENCE = 30
# By so many first characters one knows a lead that is repeated with more text behind it.
_OPENING = 40


class Lead(NamedTuple):
    """The lead, ``None`` if the page has none, and the pieces that print or repeat it."""

    found: Found[str] | None
    pieces: Sequence[Piece]


def read_lead(column: Sequence[Piece], chosen: Sequence[str], stated: Sequence[Found[str]]) -> Lead:
    """Return the lead of a *column*: the profile's *chosen* one, the printed or the *stated*.

    What is printed must agree with what is stated, if anything is. What is stated is no lead
    if the text begins with the same words: baocantho.com.vn prints none, and repeats the first
    paragraph in its metadata.
    """
    opening = list(_opening(column))
    if chosen:
        return _printed(chosen, "profile", opening)
    for is_marked, candidates in _candidates(opening):
        texts = [t for t in candidates if is_marked or not stated or _agrees(t, stated)]
        if texts:
            return _printed(texts, "generic", opening)
    first = " ".join(piece.line.text for piece in opening if piece.inside)
    best = next((s for s in stated if not is_cut(s.value)), stated[0] if stated else None)
    return Lead(best if best and not begins(first, best.value) else None, ())


def repeated_lead(column: Sequence[Piece], lead: str) -> Lead:
    """Return the pieces that repeat the *lead* of an article on a further page of it."""
    return Lead(None, [piece for piece in _opening(column) if _repeats(piece, lead)])


def _opening(column: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces of text up to the second ordinary paragraph of the body."""
    paragraphs = 0
    for piece in column:
        if piece.part in {"lead", "text"}:
            yield piece
            paragraphs += piece.inside and piece.part == "text"
        if paragraphs == 2:
            return


def _candidates(opening: Sequence[Piece]) -> Iterator[list[str]]:
    """Yield what may print the lead, the most telling first: class names, bold type, place."""
    by_player: dict[object, list[str]] = {}
    for piece in opening:
        if piece.part == "lead":
            by_player.setdefault(piece.player, []).append(piece.line.text)
    yield True, [text for texts in by_player.values() if len(text := " ".join(texts)) >= _SENTENCE]
    texts = [piece for piece in opening if len(piece.line.text) >= _SENTENCE]
    first = next((piece for piece in texts if piece.inside), None)
    if first and len(opening) > 1 and first.line.bold >= 0.9 * len(first.line.text):
        yield False, [first.line.text]
    yield False, [piece.line.text for piece in texts if not piece.inside and is_whole(piece.line.text)][
        -1:
    ]


def _agrees(text: str, stated: Sequence[Found[str]]) -> bool:
    return any(holds(text, value) or holds(value, text) for value, _ in stated)


def _printed(texts: Sequence[str], evidence: Evidence, opening: Sequence[Piece]) -> Lead:
    """Return the lead from those of *texts* that is whole: a CMS may print it cut off, too."""
    lead = next(filter(is_whole, texts), texts[0])
    repeating = [piece for piece in opening if _repeats(piece, lead)]
    return Lead(Found(lead, evidence), repeating)


def _repeats(piece: Piece, lead: str) -> bool:
    text = piece.line.text
    return holds(lead, text) or (piece.part == "lead" and begins(text, lead[:_OPENING]))
