"""The lead (sapo): the sentences set apart between headline and text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.alike import begins, holds, is_whole
from newsbot.extract.found import Found
from newsbot.extract.select import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.column import Piece
    from newsbot.extract.found import Evidence
    from newsbot.extract.lines import Line

# A lead is a sentence: what is shorter is a label or a heading.
_SENTENCE = 30
# By so many first characters one knows a lead that is repeated with more text behind it.
_OPENING = 40
# A heading in the text is shorter than a sentence that is set as one; what is so long is a
# paragraph, whether it ends in a full stop or not.
_STANDFIRST = 80
# Class names that set a paragraph in heavier type.
_HEAVY = re.compile(
    r"(?<![a-z])(?:bold|fett|f(?:ont|w)-(?:bold|medium|semi-?bold)|strong)(?![a-z])"
)


class Lead(NamedTuple):
    """The lead, ``None`` if the page has none, and the pieces that print or repeat it."""

    found: Found[str] | None
    pieces: Sequence[Piece]


def read_lead(
    column: Sequence[Piece],
    chosen: Sequence[str],
    stated: Sequence[Found[str]],
    above: Sequence[str] = (),
) -> Lead:
    """Return the lead of a *column*: the profile's *chosen* one, else the one that is printed.

    What is *stated* alone, as a description for search engines, is none: mostly it is cut from
    the first paragraph, which baocantho.com.vn prints as the text that it is. But it shows the
    lead among the lines *above* the body, whatever the box is called where that stands.
    """
    opening = list(_opening(column))
    marked = _marked(opening)
    candidates = (
        chosen,
        [text for text in marked if _is_stated(text, stated)] or marked,
        _repeated(opening),
        _set_apart(opening, stated),
        [text for text in above if len(text) >= _SENTENCE and _is_stated(text, stated)],
        _standfirst(opening),
    )
    printed = next(filter(None, candidates), None)
    if not printed:
        return Lead(None, ())
    return _printed(printed, "profile" if chosen else "generic", opening)


def repeated_lead(column: Sequence[Piece], lead: str) -> Lead:
    """Return the pieces that repeat the *lead* of an article on a further page of it."""
    return Lead(None, [piece for piece in _opening(column) if _repeats(piece, lead)])


def _opening(column: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces of text up to the second ordinary paragraph of the body."""
    paragraphs = 0
    for piece in column:
        if piece.part in {"lead", "text"}:
            yield piece
            is_paragraph = len(piece.line.text) >= _STANDFIRST or is_whole(piece.line.text)
            paragraphs += piece.inside and piece.part == "text" and is_paragraph
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
    """Return a first paragraph in bold type, or a sentence before the body, if *stated* agrees.

    What is stated and printed before the body needs no full stop.
    """
    texts = [piece for piece in opening if len(piece.line.text) >= _SENTENCE]
    first = [piece for piece in texts if piece.inside][:1]
    bold = [p.line.text for p in first if _is_heavy(p.line) and p != opening[-1]]
    ahead = [p.line.text for p in texts if not p.inside]
    if stated:
        return [text for text in (*bold, *ahead) if _is_stated(text, stated)]
    return [*bold, *[text for text in ahead if is_whole(text)][-1:]]


def _is_stated(text: str, stated: Sequence[Found[str]]) -> bool:
    """Return whether *text* says what is *stated*, either of them perhaps going on."""
    return any(
        holds(value, text) or (len(value) >= _SENTENCE and holds(text, value[:_OPENING]))
        for value, _ in stated
    )


def _is_heavy(line: Line) -> bool:
    """Return whether *line* is a paragraph in bold type, by its elements or by its class."""
    names = line.block.get("class", "").lower()
    return line.bold >= 0.9 * len(line.text) or bool(_HEAVY.search(names))


def _standfirst(opening: Sequence[Piece]) -> list[str]:
    """Return the sentence that is set as a heading between the headline and the text.

    Short, it may be a sub-heading, but not directly under a greater heading.
    """
    first = [piece for piece in opening[:-1] if len(piece.line.text) >= _SENTENCE][:1]
    return [piece.line.text for piece in first if _is_standfirst(piece)]


def _is_standfirst(piece: Piece) -> bool:
    block = piece.line.block
    if block.tag not in TITLES:
        return False
    before = block.getprevious()
    is_under = before is not None and before.tag in TITLES and before.tag < block.tag
    return not piece.inside or is_under or len(piece.line.text) >= _STANDFIRST


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
