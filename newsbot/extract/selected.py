"""What the selectors of a profile find on a page, field by field."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsbot.extract.select import select
from newsbot.extract.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.roles import Kind

# What the elements are that a profile selects for a field; they are no running text.
_PLAYED: Mapping[str, Kind] = {
    "description": "lead",
    "authors": "byline",
    "source": "byline",
    "date_published": "date",
    "date_modified": "date",
    "section": "aside",
    "keywords": "aside",
}


class Selected:
    """The elements and texts that a profile selects on one page."""

    def __init__(self, tree: HtmlElement, selectors: Mapping[str, Sequence[str]]) -> None:
        self._found = {field: select(tree, listed) for field, listed in selectors.items()}

    @cached_property
    def played(self) -> dict[HtmlElement, Kind]:
        """The selected elements that are no running text, with the parts that they play."""
        return {e: kind for field, kind in _PLAYED.items() for e in self.elements(field)}

    def elements(self, field: str) -> list[HtmlElement]:
        """Return the elements selected for *field*, in document order."""
        return [found for found in self._found.get(field, ()) if not isinstance(found, str)]

    def texts(self, field: str) -> list[str]:
        """Return the texts selected for *field*, those of elements included, none empty."""
        texts = (
            " ".join(found.split()) if isinstance(found, str) else text_of(found)
            for found in self._found.get(field, ())
        )
        return [text for text in texts if text]
