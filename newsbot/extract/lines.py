"""The lines of a page: its text in document order, cut where a reader sees a new line begin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from lxml.etree import iterwalk

from newsbot.extract.counters import is_counter
from newsbot.extract.tree import INLINE, PICTURES, SILENT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from lxml.html import HtmlElement

_BOLD, _ITALIC, _LINKED = 1, 2, 4
_STYLES = {"b": _BOLD, "strong": _BOLD, "i": _ITALIC, "em": _ITALIC, "a": _LINKED}
# Elements that stand within a line; so do those of Word's own, such as <o:p>.
_WITHIN = INLINE | PICTURES | {"br", "input", "source"}
_UNSEEN = SILENT | {"title"}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BLOCK = re.compile(r"display\s*:\s*block", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
# Digits above or below the line are none of the number before them: 10<sup>6</sup> is not 106.
_DIGITS = "0123456789"
_RAISED = {
    "sup": str.maketrans(_DIGITS, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "sub": str.maketrans(_DIGITS, "₀₁₂₃₄₅₆₇₈₉"),
}
# What stands between single line breaks is a paragraph if it is as long as this on the average.
_PARAGRAPH = 80
# So much of a title with its date is linked.
_LINKED_PART = 0.5

# A text that is shown without scripts has so many paragraphs of so many characters.
_SEVERAL, _TEXT = 2, 40


@dataclass(slots=True, eq=False)
class Line:
    """A line of text in its innermost *block*, or a *picture* in its place.

    *bold*, *italic* and *linked* say how many of the text's characters are so; *running*, whether
    it is running text, once that is known.
    """

    text: str
    block: HtmlElement
    bold: int = 0
    italic: int = 0
    linked: int = 0
    picture: HtmlElement | None = None
    running: bool | None = field(default=None, init=False)

    @property
    def is_link(self) -> bool:
        """Whether the line is a link and little else."""
        return self.linked > 0.8 * len(self.text)


def read_lines(
    tree: HtmlElement,
    apart: Collection[HtmlElement] = (),
    shown: Collection[HtmlElement] = (),
) -> list[Line]:
    """Return the lines of *tree*; each element of *apart* stands on lines of its own.

    Two line breaks end a line, and one does beside a counter, or in a block that is written in
    long parts instead of paragraphs. Text that no reader sees (scripts, ``display:none``) is left
    out, but for that in the elements *shown*.
    """
    writer = _Writer(frozenset(apart), frozenset(shown))
    walk = iterwalk(tree, events=("start", "end"))
    begin, end = writer.open, writer.close
    for event, element in walk:
        if event == "end":
            end(element)
        elif begin(element):
            walk.skip_subtree()
    return writer.lines


def kept_text(tree: HtmlElement) -> list[HtmlElement]:
    """Return the ``noscript`` and ``template`` elements that hold the text of *tree*.

    They do if they hold several paragraphs, and more of them than the rest of the page.
    """
    kept = [e for e in tree.iter("noscript", "template") if _paragraphs(e) >= _SEVERAL]
    number = sum(map(_paragraphs, kept))
    return kept if number and 2 * number > _paragraphs(tree) else []


def _paragraphs(element: HtmlElement) -> int:
    """Return how many paragraphs with text of their own stand in *element*."""
    return sum(len((p.text or "").strip()) >= _TEXT for p in element.iter("p"))


class _Writer:
    """Writes lines while it walks down a tree."""

    def __init__(self, apart: frozenset[HtmlElement], shown: frozenset[HtmlElement]) -> None:
        self.lines: list[Line] = []
        self._apart = apart
        self._shown = shown
        self._pieces: list[tuple[str, int]] = []
        self._parts: list[Line | None] = []
        self._blocks: list[HtmlElement] = []
        self._styles = [0]

    def open(self, element: HtmlElement) -> bool:
        """Begin *element*; return whether what is in it is to be passed over."""
        tag = element.tag
        style = element.get("style")
        if self._is_block(element, style):
            self._end_block()
            self._blocks.append(element)
        elif tag == "br":
            self._end_part()
        elif tag in PICTURES:
            self._parts.append(Line("", self._blocks[-1], picture=element))
        mark = self._styles[-1] | _STYLES.get(tag, 0)
        if style and "weight" in style and _HEAVY.search(style):
            mark |= _BOLD
        self._styles.append(mark)
        if (tag in _UNSEEN or _is_hidden(element, style)) and element not in self._shown:
            return True
        if text := element.text:
            is_raised = tag in _RAISED and self._ends_in_digit()
            self._write(text.translate(_RAISED[tag]) if is_raised else text)
        return False

    def _is_block(self, element: HtmlElement, style: str | None) -> bool:
        """Return whether *element* stands on lines of its own."""
        tag = element.tag
        if (tag not in _WITHIN and ":" not in tag) or element in self._apart or not self._blocks:
            return True
        return bool(style and tag in INLINE and _BLOCK.search(style))

    def _write(self, text: str) -> None:
        """Add *text* to the part; none begins with white space alone."""
        if self._pieces or not text.isspace():
            self._pieces.append((text, self._styles[-1]))

    def _ends_in_digit(self) -> bool:
        return bool(self._pieces) and self._pieces[-1][0][-1:].isdigit()

    def close(self, element: HtmlElement) -> None:
        """End *element*; what follows it is its parent's."""
        self._styles.pop()
        if self._blocks[-1] is element:
            self._end_block()
            self._blocks.pop()
        text = element.tail
        if text and self._blocks:
            self._write(text)

    def _end_part(self) -> None:
        """End a part of a block; ``None`` among the parts stands for an empty one."""
        pieces, self._pieces = self._pieces, []
        text = " ".join("".join([text for text, _ in pieces]).split())
        if not text:
            self._parts.append(None)
            return
        line = Line(text, self._blocks[-1])
        for piece, style in pieces:
            if style:
                size = len(piece.strip())
                if style & _LINKED:
                    line.linked += size
                if style & _BOLD:
                    line.bold += size
                if style & _ITALIC:
                    line.italic += size
        self._parts.append(line)

    def _end_block(self) -> None:
        if self._pieces:
            self._end_part()
        if self._parts:
            parts, self._parts = self._parts, []
            self.lines += _parted(parts) if len(parts) > 1 else filter(None, parts)


def _is_hidden(element: HtmlElement, style: str | None) -> bool:
    if style and "none" in style and _HIDDEN.search(style):
        return True
    return element.get("hidden") is not None


def _parted(parts: Iterable[Line | None]) -> Iterator[Line]:
    """Yield the lines that are made of *parts*, ``None`` standing for an empty one."""
    for is_apart, group in groupby(parts, _stands_apart):
        lines = [part for part in group if part]
        yield from lines if is_apart else _joined(lines)


def _stands_apart(part: Line | None) -> bool:
    """Return whether *part* is empty, or a counter, which is no part of a sentence."""
    return part is None or is_counter(part.text)


def _are_links(parts: Iterable[Line]) -> bool:
    """Return whether *parts* are links, two or more, behind a title at most.

    Dates may stand behind them.
    """
    linked = [part.linked > _LINKED_PART * len(part.text) for part in parts]
    return len(linked) > 1 and all(linked[1:]) and sum(linked) > 1


def _joined(parts: list[Line]) -> Iterable[Line]:
    """Return *parts* as they are if they are paragraphs, else as one line among its pictures."""
    texts = [part for part in parts if part.picture is None]
    if len(texts) < 2 or sum(len(part.text) for part in texts) >= _PARAGRAPH * len(texts):
        return parts
    if _are_links(texts):
        return parts
    first, *others = texts
    for part in others:
        first.text += f" {part.text}"
        first.bold += part.bold
        first.italic += part.italic
        first.linked += part.linked
    return [part for part in parts if part is first or part.picture is not None]
