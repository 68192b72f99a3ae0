"""The running text of an article, paragraph by paragraph."""

from __future__ import annotations

from html import unescape
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from newsbot.extract.access import read_access
from newsbot.extract.alike import is_whole
from newsbot.extract.body import is_running
from newsbot.extract.found import Found
from newsbot.extract.furniture import is_furniture
from newsbot.extract.lines import read_lines
from newsbot.extract.opinion import is_unsure, second_opinion
from newsbot.extract.scriptbody import script_body
from newsbot.extract.select import TITLES
from newsbot.extract.strangers import home_of, without_strangers
from newsbot.extract.tree import parsed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.column import Piece
    from newsbot.extract.found import Evidence
    from newsbot.extract.layout import Layout
    from newsbot.extract.lines import Line
    from newsbot.extract.metadata import Metadata

# What is shorter may stand on a page by chance.
_TELLING = 40
_AGREEMENT = 0.8
# An article is seldom so short; it may then stand in a script.
_FEW = 800
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("dl", "ol", "table", "ul"))


def read_paragraphs(
    layout: Layout, metadata: Metadata, elsewhere: Collection[Piece]
) -> Found[str] | None:
    """Return the text of an article, its paragraphs joined by an empty line.

    That is the profile's body, else what is found: by the page's own word where that has more of
    what the page prints, by another reader where ours is unsure. Without the pieces told
    *elsewhere*, as the lead and the author's line, and without the lines of the site.
    """
    own = _own_pieces(layout, elsewhere)
    texts = list(_texts(piece.line for piece in own if not layout.is_of_site(piece)))
    if layout.body_evidence == "profile":
        return _joined(texts, "profile")
    told = {piece.line.text for piece in elsewhere}
    stated = [text for text in _stated(metadata) if text not in told]
    if _agrees(stated, {line.text for line in layout.lines}) and not _agrees(stated, set(texts)):
        of_site = {line.text for line in layout.frame}
        return _joined((text for text in stated if text not in of_site), "json-ld")
    if script := _in_script(layout, metadata, sum(map(len, texts))):
        return _joined((text for text in script if text not in told), "script")
    if is_unsure(layout, texts, told):
        about = [text for text, _ in metadata.said("description") if len(text) >= _TELLING]
        other = second_opinion(layout, texts, about)
        if lines := [line for line in other if not _is_aside(line, layout, told)]:
            return _joined(_texts(lines), "trafilatura")
    return _joined(texts, layout.body_evidence)


def _in_script(layout: Layout, metadata: Metadata, size: int) -> list[str]:
    """Return the paragraphs in a script, where the page itself prints few, of *size* characters.

    What a page keeps back from those who do not pay stays there.
    """
    access = read_access(metadata)
    if size >= _FEW or (access and not access.value):
        return []
    printed = " ".join(layout.lines[number].text for number in layout.heading)
    headlines = [printed, *(text for text, _ in metadata.said("headline"))]
    body = script_body(layout.tree, list(filter(None, headlines)))
    return body if sum(map(len, body)) > 2 * size else []


def _own_pieces(layout: Layout, elsewhere: Collection[Piece]) -> list[Piece]:
    """Return the paragraphs of the body, and those that a page sets apart above it."""
    elsewhere = frozenset(elsewhere)
    text = [piece for piece in layout.column if piece.part in {"lead", "text"}]
    pieces = [piece for piece in text if piece.inside and piece not in elsewhere]
    if layout.body_evidence == "profile" or not pieces:
        return pieces
    pieces = without_strangers(pieces, layout.body)
    if layout.body_evidence == "generic":
        pieces = _without_end(pieces, layout.body)
    opening = takewhile(lambda piece: not piece.inside, text)
    return [piece for piece in opening if _is_paragraph(piece) and piece not in elsewhere] + pieces


def _texts(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the texts of *lines*; the cells in a row of a table, a line in each, are one."""
    for row, group in groupby(lines, lambda line: next(line.block.iterancestors("tr"), None)):
        texts = list(group)
        cells = {
            line.block if line.block.tag in _CELLS else line.block.getparent() for line in texts
        }
        if row is None or len(cells) < len(texts) or any(map(is_running, texts)):
            yield from (line.text for line in texts)
        else:
            yield " | ".join(line.text for line in texts)


def _joined(texts: Iterable[str], evidence: Evidence) -> Found[str] | None:
    text = "\n\n".join(texts)
    return Found(text, evidence) if text else None


def _is_paragraph(piece: Piece) -> bool:
    """Return whether *piece*, above the body, is a paragraph of it: an opening set apart."""
    line = piece.line
    return line.block.tag == "p" and is_running(line) and is_whole(line.text)


def _is_aside(line: Line, layout: Layout, told: Collection[str]) -> bool:
    """Return whether *line* is no paragraph, whoever takes it for one."""
    if line.text in told or line in layout.frame or layout.repeats(line):
        return True
    kind = layout.roles.kind(line.block)
    return kind in {"caption", "byline", "date"} or is_furniture(line)


def _without_end(pieces: list[Piece], body: Collection[HtmlElement]) -> list[Piece]:
    """Return *pieces* without those at the end that are no paragraphs, nor beside any.

    A closing list or table stays if it stands where the paragraphs do and the text leads to it.
    """
    running = [piece.line.block for piece in pieces if is_running(piece.line)]
    parents, homes = {block.getparent() for block in running}, None
    last = len(pieces)
    while last:
        block = pieces[last - 1].line.block
        if block.getparent() in parents and block.tag not in TITLES:
            break
        if (listed := _list_around(block)) is not None:
            homes = homes or {home_of(block, body) for block in running}
            if _is_closing(listed, pieces[:last], homes):
                break
        last -= 1
    return pieces[:last]


def _list_around(block: HtmlElement) -> HtmlElement | None:
    """Return the outermost list or table that *block* stands in."""
    around = [e for e in (block, *block.iterancestors()) if e.tag in _LISTS]
    return around[-1] if around else None


def _is_closing(
    listed: HtmlElement, pieces: Sequence[Piece], homes: Collection[HtmlElement]
) -> bool:
    """Return whether the list or table *listed* closes the text, whose paragraphs have *homes*.

    It holds no link, and a paragraph or a sub-heading of the text stands before it.
    """
    if listed.getparent() not in homes or next(listed.iter("a"), None) is not None:
        return False
    before = next((p for p in reversed(pieces) if _list_around(p.line.block) is not listed), None)
    return before is not None and before.line.block.getparent() in homes


def _agrees(stated: Iterable[str], texts: Collection[str]) -> bool:
    """Return whether most of the *stated* paragraphs, two or more, are among *texts*."""
    telling = [text for text in stated if len(text) >= _TELLING]
    agreeing = sum(text in texts for text in telling)
    return len(telling) > 1 and agreeing >= _AGREEMENT * len(telling)


def _stated(metadata: Metadata) -> Iterator[str]:
    """Yield the paragraphs of the stated body, which may be HTML."""
    bodies = [node.get("articleBody") for node in metadata.articles]
    for body in bodies:
        if isinstance(body, str):
            if "<p" in body:
                yield from (line.text for line in read_lines(parsed(body).tree) if line.text)
            else:
                texts = (" ".join(text.split()) for text in unescape(body).splitlines())
                yield from filter(None, texts)
            return
