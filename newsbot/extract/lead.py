"""The lead (sapo): the sentences set apart between headline and text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.alike import begins, holds, is_cut, is_whole
from newsbot.extract.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

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
    """Return the lead of a *column*: the profile's *chosen* one, else the printed or the *stated*.

    What is stated is no lead if the text begins with the same words: baocantho.com.vn prints
    none, and repeats the first paragraph in its metadata.
    """
    opening = list(_opening(column))
    candidates = (chosen, _marked(opening), _repeated(opening), _set_apart(opening, stated))
    printed = next(filter(None, candidates), None)
    if printed:
        return _printed(printed, "profile" if chosen else "generic", opening)
    text = " ".join(piece.line.text for piece in opening if piece.inside)
    best = next((s for s in stated if not is_cut(s.value)), stated[0] if stated else None)
    return Lead(best if best and not begins(text, best.value) else None, ())


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


def _marked(opening: Sequence[Piece]) -> list[str]:
    """Return the texts that class names call a lead."""
    texts: dict[HtmlElement | None, list[str]] = {}
    for piece in opening:
        if piece.part == "lead":
            texts.setdefault(piece.player, []).append(piece.line.text)
    return [text for lines in texts.values() if len(text := " ".join(lines)) >= _SENTENCE]


def _repeated(opening: Sequence[Piece]) -> list[str]:
    """Return what is printed twice, as phuyen.baodaklak.vn does with its leads."""
    times = Counter(piece.line.text for piece in opening)
    return [text for text, number in times.items() if number > 1 and len(text) >= _SENTENCE]


def _set_apart(opening: Sequence[Piece], stated: Sequence[Found[str]]) -> list[str]:
    """Return a first paragraph in bold type, or a sentence before the body, if *stated* agrees."""
    texts = [piece for piece in opening if len(piece.line.text) >= _SENTENCE]
    first = [piece for piece in texts if piece.inside][:1]
    bold = [p.line.text for p in first if p.line.bold >= 0.9 * len(p.line.text) and p != texts[-1]]
    ahead = [p.line.text for p in texts if not p.inside and is_whole(p.line.text)][-1:]
    return [
        text
        for text in (*bold, *ahead)
        if not stated or any(holds(text, value) or holds(value, text) for value, _ in stated)
    ]


def _printed(texts: Sequence[str], evidence: Evidence, opening: Sequence[Piece]) -> Lead:
    """Return the lead from those of *texts* that is whole: a CMS may print it cut off, too."""
    lead = next(filter(is_whole, texts), texts[0])
    repeating = [piece for piece in opening if _repeats(piece, lead)]
    return Lead(Found(lead, evidence), repeating)


def _repeats(piece: Piece, lead: str) -> bool:
    text = piece.line.text
    if piece.part == "lead" and begins(text, lead[:_OPENING]):
        return True
    return len(text) >= _SENTENCE and holds(lead, text)
