"""The lines of a page: its text in document order, cut where a reader sees a new line begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from newsbot.extract.tree import INLINE, SILENT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from lxml.html import HtmlElement

_BOLD, _ITALIC, _LINKED = 1, 2, 4
_STYLES = {"b": _BOLD, "strong": _BOLD, "i": _ITALIC, "em": _ITALIC, "a": _LINKED}
# Elements that stand within a line; so do those of Word's own, such as <o:p>.
_WITHIN = INLINE | {"br", "img", "input", "source"}
_UNSEEN = SILENT | {"title"}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# What stands between single line breaks is a paragraph if it is as long as this on the average.
_PARAGRAPH = 80


@dataclass(slots=True, eq=False)
class Line:
    """A line of text in its innermost *block*, or a *picture* in its place.

    *bold*, *italic* and *linked* say how many of the text's characters are so.
    """

    text: str
    block: HtmlElement
    bold: int = 0
    italic: int = 0
    linked: int = 0
    picture: HtmlElement | None = None

    @property
    def is_link(self) -> bool:
        """Whether the line is a link and little else."""
        return self.linked > 0.8 * len(self.text)


def read_lines(tree: HtmlElement, apart: Collection[HtmlElement] = ()) -> list[Line]:
    """Return the lines of *tree*; each element of *apart* stands on lines of its own.

    Two line breaks end a line, and one does in a block that is written in long parts instead of
    paragraphs. Text that no reader sees (scripts, ``display:none``) is left out.
    """
    writer = _Writer(frozenset(apart))
    writer.write(tree, tree, 0)
    return writer.lines


class _Writer:
    """Writes lines while it walks down a tree."""

    def __init__(self, apart: frozenset[HtmlElement]) -> None:
        self.lines: list[Line] = []
        self._apart = apart
        self._pieces: list[tuple[str, int]] = []
        self._parts: list[Line | None] = []

    def write(self, element: HtmlElement, block: HtmlElement, style: int) -> None:
        """Write what *element* holds; *block* is the innermost block around it."""
        tag = element.tag
        if tag in _UNSEEN or _is_hidden(element):
            return
        opens = not (tag in _WITHIN or ":" in tag) or element in self._apart
        if opens:
            self._end_block(block)
            block = element
        elif tag == "br":
            self._end_part(block)
        elif tag == "img":
            self._parts.append(Line("", block, picture=element))
        style |= _STYLES.get(tag, 0)
        self._say(element.text, style)
        for child in element:
            self.write(child, block, style)
            self._say(child.tail, style)
        if opens:
            self._end_block(block)

    def _say(self, text: str | None, style: int) -> None:
        if text and (self._pieces or not text.isspace()):
            self._pieces.append((text, style))

    def _end_part(self, block: HtmlElement) -> None:
        """End a part of a block; ``None`` among the parts stands for an empty one."""
        pieces, self._pieces = self._pieces, []
        text = " ".join("".join([text for text, _ in pieces]).split())
        if not text:
            self._parts.append(None)
            return
        line = Line(text, block)
        for piece, style in pieces:
            if style:
                size = len(piece.strip())
                line.bold += size if style & _BOLD else 0
                line.italic += size if style & _ITALIC else 0
                line.linked += size if style & _LINKED else 0
        self._parts.append(line)

    def _end_block(self, block: HtmlElement) -> None:
        if self._pieces:
            self._end_part(block)
        if self._parts:
            parts, self._parts = self._parts, []
            for is_empty, group in groupby(parts, lambda part: part is None):
                if not is_empty:
                    self.lines += _joined([part for part in group if part])


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style", "")
    return ("none" in style and bool(_HIDDEN.search(style))) or element.get("hidden") is not None


def _joined(parts: list[Line]) -> Iterable[Line]:
    """Return *parts* as they are if they are paragraphs, else as one line among its pictures."""
    texts = [part for part in parts if part.picture is None]
    if len(texts) < 2 or sum(len(part.text) for part in texts) >= _PARAGRAPH * len(texts):
        return parts
    first, *others = texts
    for part in others:
        first.text += f" {part.text}"
        first.bold += part.bold
        first.italic += part.italic
        first.linked += part.linked
    return [part for part in parts if part is first or part.picture is not None]
