"""How an article page is laid out: where headline, text, related news and day block stand."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsbot.extract.body import (
    find_body,
    is_running,
    marked_bodies,
    parts_behind,
    surroundings,
    until_imprint,
    until_many_links,
)
from newsbot.extract.column import read_column
from newsbot.extract.counters import without_counters
from newsbot.extract.credits.byline import is_byline
from newsbot.extract.credits.people import is_names
from newsbot.extract.lines import kept_text, read_lines
from newsbot.extract.others.blocks import Block, Blocks
from newsbot.extract.others.boxes import comment_boxes, link_lists, other_articles, popular_boxes
from newsbot.extract.others.related import (
    blocks_under_headings,
    heading_words,
    is_list,
    kind_of_selected,
)
from newsbot.extract.roles import Roles
from newsbot.extract.select import select_elements
from newsbot.extract.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.column import Piece
    from newsbot.extract.found import Evidence
    from newsbot.extract.lines import Line
    from newsbot.extract.roles import Kind
    from newsbot.extract.selected import Selected
    from newsbot.extract.template import Known
    from newsbot.profile import Links

# So many lines behind the profile's body may still be the article's: an author, a date.
_BEHIND = 20


class Layout:
    """The lines of a page and the places on it.

    *heading* is the element with the headline; *known* is what the site's template tells of the
    page, ``None`` where it has none.
    """

    def __init__(
        self,
        tree: HtmlElement,
        links: Links,
        selected: Selected,
        heading: HtmlElement | None,
        known: Known | None = None,
    ) -> None:
        self._tree = tree
        self._links = links
        self._selected = selected
        self._heading = heading
        self._known = known
        apart = [*selected.played, *([] if heading is None else [heading])]
        self.lines = read_lines(tree, apart, shown=kept_text(tree))

    @property
    def tree(self) -> HtmlElement:
        """The tree of the whole page."""
        return self._tree

    @cached_property
    def heading(self) -> range:
        """The place of the headline among the lines, before the first where none prints it."""
        return self._place([] if self._heading is None else [self._heading])

    @cached_property
    def day_block(self) -> list[HtmlElement]:
        """The elements of the profile's ``day_block``."""
        return select_elements(self._tree, self._links.day_block)

    @cached_property
    def related_block(self) -> list[HtmlElement]:
        """The elements of the profile's related-news block, or those under usual headings."""
        if self._links.related:
            found = select_elements(self._tree, self._links.related)
        else:
            found = blocks_under_headings(self.lines[self.heading.stop :])
        return [element for element in found if element not in self.day_block]

    def blocks(self, section: str | None) -> list[Block]:
        """Return the blocks of other articles: the profile's, or those that are found.

        *section* is what the article is filed under.
        """
        if self._links.related and not self.related_block:
            return []
        if self._links.related:
            kind = kind_of_selected(self._links.related, self.related_block)
            return [Block(kind, self.related_block)]
        parts = [e for e in (self._heading, *self.body) if e is not None]
        around = {e for part in parts for e in (part, *part.iterancestors())}
        around.update(self.day_block)
        inside = {e for part in self.body for e in part.iter()}
        return Blocks(self.lines[self.heading.stop :], around, inside, section).find()

    @cached_property
    def roles(self) -> Roles:
        """The roles of the page's elements, by the profile and by their own word."""
        known = [e for e in (self._heading, *self._selected.elements("body")) if e is not None]
        around = {e for element in known for e in (element, *element.iterancestors())}
        played: dict[HtmlElement, Kind] = {
            element: "aside"
            for element in (*self.related_block, *self.day_block)
            if is_list(element) and element not in around
        }
        behind, lines = self._near[self.heading.stop :], self._near
        others = set() if self._heading is None else other_articles(self._heading, behind)
        others |= comment_boxes(behind) - around
        if others:
            lines = [line for line in lines if others.isdisjoint(line.block.iterancestors())]
        outside = around | surroundings(self._tree, lines)
        found = popular_boxes(behind) | link_lists(behind)
        boxes: dict[HtmlElement, Kind] = dict.fromkeys((found - outside) | others, "box")
        return Roles(outside, boxes | played | self._selected.played)

    @cached_property
    def _near(self) -> Sequence[Line]:
        """The lines that may be the article's: with a profile's body those up to its end."""
        last = self._place(self._selected.elements("body")).stop
        return self.lines[: last + _BEHIND] if last else self.lines

    @cached_property
    def body(self) -> Sequence[HtmlElement]:
        """The elements that hold the running text: the profile's, or the one that is found."""
        if chosen := self._selected.elements("body"):
            return chosen
        found = self._found_body
        if self._known and self._known.misleads(self._text, self.frame):
            own = self._known.own(self._searched, self.frame)
            found = find_body(self._tree, own, self.roles)
        if found is None:
            return []
        return [found, *parts_behind(found, self._searched, self.roles)]

    @cached_property
    def frame(self) -> Collection[Line]:
        """The lines that are the site's, not the article's, as far as its template tells."""
        return self._known.frame(self.lines, self._text) if self._known else ()

    @property
    def own_lines(self) -> list[Line]:
        """The lines with text behind the headline that the site's template leaves to articles."""
        lines = [line for line in self.lines[self.heading.stop :] if line.text]
        return self._known.own(lines, self.frame) if self._known else lines

    @cached_property
    def _searched(self) -> list[Line]:
        """The lines in which the body is looked for."""
        return list(until_many_links(self._behind)) if self.heading else self._behind

    @cached_property
    def _found_body(self) -> HtmlElement | None:
        return find_body(self._tree, self._searched, self.roles)

    @cached_property
    def _text(self) -> list[Line]:
        """The running text of the profile's body, or of what is found without a template."""
        chosen = self._selected.elements("body")
        found = chosen or ([] if self._found_body is None else [self._found_body])
        inside = {inner for element in found for inner in element.iter()}
        return [line for line in self._searched if line.block in inside and is_running(line)]

    @cached_property
    def body_evidence(self) -> Evidence:
        """How the body was found."""
        if self._selected.elements("body"):
            return "profile"
        marked = any("articleBody" in element.get("itemprop", "") for element in self.body)
        return "microdata" if marked else "generic"

    @property
    def is_awaiting_script(self) -> bool:
        """Whether the page marks a body that holds no text until a script fills it."""
        return not self.body and bool(marked_bodies(self._tree))

    @cached_property
    def column(self) -> list[Piece]:
        """The pieces of the article, from the headline to a little behind the body."""
        headings = heading_words((*self._links.related, *self._links.day_block))
        return read_column(self._behind, self.body, self.roles, headings)

    @property
    def own_column(self) -> list[Piece]:
        """The column without text that is the site's."""
        return [piece for piece in self.column if not self.is_of_site(piece)]

    def is_of_site(self, piece: Piece) -> bool:
        """Return whether *piece* is text of the site's; an author may have written several."""
        text = piece.line.text
        is_there = piece.part in {"lead", "text"} and (piece.line.block, text) in self._of_site
        return is_there and not is_byline(text) and not is_names(text)

    @cached_property
    def _of_site(self) -> set[tuple[HtmlElement, str]]:
        """The texts of the frame, as the column has them, each with its block."""
        return {(line.block, without_counters(line.text)) for line in self.frame}

    @cached_property
    def _behind(self) -> list[Line]:
        """The lines behind the headline, without what follows a whole article."""
        lines = [line for line in self._near[self.heading.stop :] if not self.repeats(line)]
        behind = (e for block in self.day_block for e in (block, *block.itersiblings()))
        closing = {inner for element in behind for inner in element.iter()}
        return list(until_imprint(lines, closing)) if self.heading else lines

    def repeats(self, line: Line) -> bool:
        """Return whether *line* is the headline once more."""
        return bool(line.text) and line.text == self._headline

    @cached_property
    def body_place(self) -> range:
        """The place of the body among the lines, just behind the headline where there is none."""
        place = self._place(self.body)
        return range(max(place.start, self.heading.stop), max(place.stop, self.heading.stop))

    @cached_property
    def _headline(self) -> str:
        return "" if self._heading is None else text_of(self._heading)

    @property
    def above(self) -> list[str]:
        """The texts between the headline and the body, whatever part they play."""
        return [line.text for line in self.lines[self.heading.stop : self.body_place.start]]

    def _place(self, elements: Sequence[HtmlElement]) -> range:
        """Return where the lines of *elements* begin and end."""
        inside = {e for element in elements for e in element.iter()}
        numbers = [number for number, line in enumerate(self.lines) if line.block in inside]
        return range(numbers[0], numbers[-1] + 1) if numbers else range(0)
