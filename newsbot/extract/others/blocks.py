"""The blocks of other articles on a page: by the words of headings, by names, by their shape."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.furniture import is_linked_title, leads_elsewhere
from newsbot.extract.others.blocknames import is_elsewhere, kind_by_name, names_a_block
from newsbot.extract.others.headings import is_list_heading, kind_of_heading
from newsbot.extract.others.regions import (
    CARDS,
    TITLE,
    is_title,
    plain_text,
    region_in,
    region_under,
)
from newsbot.extract.select import TITLES, heading_form

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line
    from newsbot.items import RelatedKind

# No page has headings over more blocks.
_MOST = 40
# What begins with a heading and is linked to so great a part may be a row of tabs or a list.
_LINKED = 0.3


class Block(NamedTuple):
    """Elements that link to other articles, and what these are as far as the page says.

    *least* is how many articles they must link to, to be such a block.
    """

    kind: RelatedKind | None
    elements: Sequence[HtmlElement]
    least: int = 1


class Blocks:
    """The blocks of other articles among *lines*, those behind the headline of a page.

    *around* are the elements that hold the article: no block holds them. *inside* tells the body.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        around: Collection[HtmlElement],
        inside: Collection[HtmlElement] = (),
        section: str | None = None,
    ) -> None:
        self._lines = lines
        self._around = around
        self._inside = inside
        self._section = heading_form(section) if section else None
        # The outermost element around that says it is such a block; False in menus and footers.
        self._named: dict[HtmlElement, HtmlElement | bool | None] = dict.fromkeys(around)

    def find(self) -> list[Block]:
        """Return the blocks; where they share links, the later ones know better."""
        named = self._by_name()
        return [*self._in_text(), *named, *self._by_heading(), *self._by_word()]

    def _by_heading(self) -> Iterator[Block]:
        """Yield the blocks under headings whose words are known, or name the section."""
        found = ((words, line) for line in self._lines if (words := self._heading(line)))
        for words, line in islice(found, _MOST):
            is_known = is_list_heading(words)
            root = self._root(line.block)
            region = [] if root is False else self._under(words, line.block)
            if not region:
                continue
            kind = kind_of_heading(words) if is_known else "same-section"
            if kind is None and root is not None and not isinstance(root, bool):
                kind = kind_by_name(root)
            yield Block(kind, region, 1 if is_known else CARDS - 1)

    def _under(self, words: str, block: HtmlElement) -> list[HtmlElement]:
        """Return the region under the heading of these *words* that stands in *block*."""
        *_, heading = (None, *(e for e in block.iter() if plain_text(e) == words))
        if heading is None:
            return region_in(block, heading_form(words), self._around)
        return region_under(heading, self._around)

    def _heading(self, line: Line) -> str | None:
        """Return the heading that *line* is, or that begins it before links: tabs, or a list."""
        if is_list_heading(line.text) or self._is_section(line):
            return line.text
        if not line.linked:
            return None
        block = line.block
        begins = block.text.strip() if block.text else ""
        if not (begins or len(block) > 1) or line.linked < _LINKED * len(line.text):
            return None
        first = begins or plain_text(block[0])
        return first if line.text.startswith(first) and is_list_heading(first) else None

    def _is_section(self, line: Line) -> bool:
        """Return whether *line* is made as a title and says the section of the article."""
        if self._section is None or len(line.text) > 2 * len(self._section) + 12:
            return False
        is_title = line.block.tag in TITLES and line.block not in self._inside
        return is_title and heading_form(line.text) == self._section

    def _by_name(self) -> list[Block]:
        """Return the blocks whose class names or ids say what they are.

        Where the cards say it and not the block, they are one together.
        """
        roots = dict.fromkeys(self._root(line.block) for line in self._lines if line.text)
        beside: dict[tuple[HtmlElement | None, str], list[HtmlElement]] = {}
        for root in roots:
            if root is not None and not isinstance(root, bool):
                beside.setdefault((root.getparent(), root.get("class", "")), []).append(root)
        blocks = []
        for elements in beside.values():
            kind = kind_by_name(elements[0])
            blocks.append(Block(kind, elements, 2 if kind == "editor" else CARDS))
        return blocks

    def _in_text(self) -> Iterator[Block]:
        """Yield the lists of linked titles that stand in the text: an editor set them there."""
        row: list[HtmlElement] = []
        for line in self._lines:
            if line.block in self._inside and is_linked_title(line) and len(line.text) >= TITLE:
                row.append(next(line.block.iterancestors("a"), line.block))
            elif line.text:
                if len(row) >= CARDS:
                    yield Block("editor", row, CARDS)
                row = []
        if len(row) >= CARDS:
            yield Block("editor", row, CARDS)

    def _by_word(self) -> Iterator[Block]:
        """Yield the links in the text that a word or an arrow tells to be to other articles."""
        inside = [n for n, line in enumerate(self._lines) if line.block in self._inside]
        lines = self._lines[: inside[-1] + 1] if inside else ()
        telling = (line for line in lines if line.linked and leads_elsewhere(line))
        for line in islice(telling, _MOST):
            texts = ((a, plain_text(a)) for a in line.block.iter("a"))
            links = [a for a, text in texts if is_title(text) and text in line.text]
            if links and self._root(line.block) is not False:
                yield Block("editor", links)

    def _root(self, element: HtmlElement) -> HtmlElement | bool | None:
        """Return the outermost element that calls itself a block, ``False`` in menus and such."""
        unknown = []
        outer: HtmlElement | None = element
        while outer is not None and outer not in self._named:
            unknown.append(outer)
            outer = outer.getparent()
        root = None if outer is None else self._named[outer]
        for inner in reversed(unknown):
            if root is not False and is_elsewhere(inner):
                root = False
            elif root is None and names_a_block(inner):
                root = inner
            self._named[inner] = root
        return root
