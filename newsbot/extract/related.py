"""The related-news block: where it stands on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.extract.headings import is_heading
from newsbot.extract.select import HEADING, block_of, heading_form
from newsbot.extract.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line

_LISTS = frozenset({"dl", "ol", "table", "ul"})


def blocks_under_headings(lines: Iterable[Line]) -> list[HtmlElement]:
    """Return the lists under the usual headings of related news."""
    elements: dict[HtmlElement, None] = {}
    for line in lines:
        if is_heading(line.text):
            within = (e for e in line.block.iter() if text_of(e) == line.text)
            *_, heading = (line.block, *within)
            elements.update(dict.fromkeys(filter(is_list, block_of(heading))))
    return list(elements)


def is_list(element: HtmlElement) -> bool:
    """Return whether *element* is made of links, of cards with linked titles, or of a form.

    What is not is text: the block under a heading reaches up to the next heading, and so over
    the paragraphs that may follow a list of links in the middle of an article.
    """
    anchors = list(element.iter("a"))
    linked = sum(len(anchor.text_content()) for anchor in anchors)
    return (
        (element.tag in _LISTS and bool(anchors))
        or linked >= 0.3 * len(element.text_content().strip())
        or any(next(anchor.iterancestors("h2", "h3", "h4"), None) is not None for anchor in anchors)
        or next(element.iter("form", "select"), None) is not None
    )


def heading_words(selectors: Iterable[str]) -> frozenset[str]:
    """Return, in the form in which they are compared, the headings that *selectors* name."""
    named = (s.removeprefix(HEADING) for s in selectors if s.startswith(HEADING))
    return frozenset(map(heading_form, named))
