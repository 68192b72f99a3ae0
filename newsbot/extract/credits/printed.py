"""Whom a page names to its readers as its author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.credits.agencies import is_agency
from newsbot.extract.credits.byline import is_byline, is_signature, read_byline
from newsbot.extract.credits.names import is_caseless, is_initials, is_role, looks_like_name
from newsbot.extract.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsbot.extract.column import Piece
    from newsbot.extract.credits.byline import Byline
    from newsbot.extract.sitename import SiteName

# A piece of text as long as this is a paragraph: what stands before the first is the head.
_PARAGRAPH = 100
# As in "TANN, 3 May (Reuters) – Snow fell".
_DATELINE = re.compile(r"[^()]{0,60}\(([^()]{2,30})\)\s*[-–—:.]")
_SIGNED = re.compile(r"[(（]([^()（）]{2,30})[)）]\.?$")


class Printed(NamedTuple):
    """The authors that a page prints, and the source.

    *papers*, *others* and *initials* are as in a `Byline`; *is_labelled* says that a word such as
    "Von" or "Tác giả:" stands at the authors, *is_marked* that they stand over the text, each
    with the link that HTML has for authors.
    """

    authors: tuple[str, ...] = ()
    source: str | None = None
    papers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    is_labelled: bool = False
    is_marked: bool = False


def read_printed(bylines: Sequence[Piece], column: Sequence[Piece], site: SiteName) -> Printed:
    """Return whom the *bylines* of a *column* name: those over the text, else those behind it."""
    read = [(piece, _read(piece, site)) for piece in bylines]
    head, foot = _ends(column)
    over = [one for one in read if one[0] in head]
    behind = [one for one in read if one[0] not in head]
    groups = (over, [one for one in behind if one[0] in foot], behind)
    group = next((group for group in groups if any(b.authors for _, b in group)), [])
    return Printed(
        tuple(dict.fromkeys(name for _, byline in group for name in byline.authors)),
        next((b.source for _, b in read if b.source), None) or _credited(column, site),
        tuple(dict.fromkeys(name for _, byline in read for name in byline.papers)),
        tuple(name for _, byline in read for name in byline.others),
        tuple(name for _, byline in behind for name in byline.initials),
        any(byline.authors and is_byline(piece.line.text) for piece, byline in group),
        group is over and all(_is_linked(piece) for piece, byline in group if byline.authors),
    )


def _ends(column: Sequence[Piece]) -> tuple[set[Piece], set[Piece]]:
    """Return what stands over the paragraphs of a *column*, and what behind them."""
    long = [n for n, p in enumerate(column) if p.part == "text" and len(p.line.text) >= _PARAGRAPH]
    return set(column[: long[0]] if long else column), set(column[long[-1] + 1 :] if long else ())


def _read(piece: Piece, site: SiteName) -> Byline:
    """Return what *piece* says; without a label, only what looks like a name is one."""
    text = _text_of(piece)
    byline = read_byline(text, site)
    if is_byline(text):
        return byline
    are_initials = all(name.isupper() and is_initials(name) for name in byline.authors)
    names = (name for name in byline.authors if are_initials or _is_plausible(name, text))
    initials = byline.initials if is_signature(text) else ()
    return byline._replace(authors=tuple(names), initials=initials)


def _is_linked(piece: Piece) -> bool:
    """Return whether *piece* has a link of ``rel="author"``, as dagbladet.no's bylines have."""
    return any("author" in link.get("rel", "").split() for link in piece.line.block.iter("a"))


def _is_plausible(name: str, text: str) -> bool:
    if looks_like_name(name) or is_caseless(name):
        return True
    return name == text and name[0].isupper() and " " not in name and not is_role(name)


def _text_of(piece: Piece) -> str:
    """Return the text of *piece*, with a bar where a page glues two elements together.

    mirror.co.uk: ``<a>Ida Moor</a><span>Lifestyle Writer</span>`` reads "Ida MoorLifestyle Writer".
    """
    block = piece.line.block
    if piece.part == "text" or text_of(block) != piece.line.text:
        return piece.line.text
    joined = ""
    for text in block.itertext():
        is_glued = joined[-1:].islower() and text[:1].isupper()
        joined += f" | {text}" if is_glued else text
    return " ".join(joined.split())


def _credited(column: Sequence[Piece], site: SiteName) -> str | None:
    """Return the agency in the first words of the text, or in brackets behind the last."""
    text = [piece.line.text for piece in column if piece.part in {"text", "lead"}]
    paragraphs = [t for t in text if len(t) >= _PARAGRAPH]
    said = [m[1] for t in paragraphs[:2] if (m := _DATELINE.match(t))]
    said += [m[1] for t in paragraphs[-1:] if (m := _SIGNED.search(t))]
    sources = (read_byline(words, site).source for words in said)
    return next((source for source in sources if source and is_agency(source)), None)
