"""What the selectors of a profile find on a page, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.extract.select import select
from newsbot.extract.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.html import HtmlElement


class Selected:
    """The elements and texts that a profile selects on one page."""

    def __init__(self, tree: HtmlElement, selectors: Mapping[str, Sequence[str]]) -> None:
        self._found = {field: select(tree, listed) for field, listed in selectors.items()}

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
