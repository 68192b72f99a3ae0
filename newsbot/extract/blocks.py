"""The blocks of other articles on a page: by the words of headings, by names, by their shape."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.blocknames import is_elsewhere, kind_by_name, names_a_block
from newsbot.extract.furniture import is_linked_title
from newsbot.extract.headings import is_list_heading, kind_of_heading
from newsbot.extract.regions import CARDS, TITLE, plain_text, region_under
from newsbot.extract.select import TITLES, heading_form

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line
    from newsbot.items import RelatedKind

# No page has headings over more blocks.
_MOST = 40


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
        return [*self._in_text(), *named, *self._by_heading()]

    def _by_heading(self) -> Iterator[Block]:
        """Yield the blocks under headings whose words are known, or name the section."""
        for line in islice(filter(self._is_heading, self._lines), _MOST):
            is_known = is_list_heading(line.text)
            root = self._root(line.block)
            region = [] if root is False else region_under(_heading_in(line), self._around)
            if not region:
                continue
            kind = kind_of_heading(line.text) if is_known else "same-section"
            if kind is None and root is not None and not isinstance(root, bool):
                kind = kind_by_name(root)
            yield Block(kind, region, 1 if is_known else CARDS - 1)

    def _is_heading(self, line: Line) -> bool:
        return is_list_heading(line.text) or self._is_section(line)

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


def _heading_in(line: Line) -> HtmlElement:
    """Return the innermost element that says what *line* says and no more."""
    within = [e for e in line.block.iter() if plain_text(e) == line.text]
    return within[-1] if within else line.block
