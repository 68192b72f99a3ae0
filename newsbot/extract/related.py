"""The related-news block: where it stands on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.extract.headings import is_heading
from newsbot.extract.select import HEADING, block_of, heading_form
from newsbot.extract.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line

# How many characters may stand around the words of a heading.
_ORNAMENTS = 6


def blocks_under_headings(lines: Iterable[Line]) -> list[HtmlElement]:
    """Return the lists under the usual headings of related news."""
    elements: dict[HtmlElement, None] = {}
    for line in lines:
        if is_heading(line.text):
            within = (e for e in line.block.iter() if text_of(e) == line.text)
            *_, heading = (line.block, *within)
            elements.update(dict.fromkeys(filter(_is_list, block_of(heading))))
    return list(elements)


def set_apart(
    blocks: Iterable[HtmlElement], selectors: Iterable[str], lines: Sequence[Line]
) -> Iterator[HtmlElement]:
    """Yield what of *blocks* and their headings is no running text: the lists and forms.

    The block under a heading reaches up to the next heading, and so over the text that may
    follow a list of links in the middle of an article.
    """
    words = {heading_form(s.removeprefix(HEADING)) for s in selectors if s.startswith(HEADING)}
    longest = max(map(len, words), default=0) + _ORNAMENTS
    for line in lines:
        if 0 < len(line.text) <= longest and heading_form(line.text) in words:
            yield line.block
    yield from filter(_is_list, blocks)


def _is_list(element: HtmlElement) -> bool:
    """Return whether *element* is made of links, of cards with linked titles, or of a form."""
    linked = sum(len(anchor.text_content()) for anchor in element.iter("a"))
    return (
        linked >= 0.3 * len(element.text_content().strip())
        or any(next(title.iter("a"), None) is not None for title in element.iter("h2", "h3", "h4"))
        or next(element.iter("form", "select"), None) is not None
    )
