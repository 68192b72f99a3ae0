"""The related-news block: where it stands on a page."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from newsbot.extract.others.blocknames import kind_by_name
from newsbot.extract.others.headings import is_heading, is_list_heading, kind_of_heading
from newsbot.extract.others.regions import plain_text
from newsbot.extract.select import HEADING, block_of, heading_form
from newsbot.extract.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line
    from newsbot.items import RelatedKind

# No page has more blocks of related news.
_MOST = 20
_LISTS = frozenset({"dl", "ol", "table", "ul"})


def blocks_under_headings(lines: Iterable[Line]) -> list[HtmlElement]:
    """Return the lists under the usual headings of related news."""
    elements: dict[HtmlElement, None] = {}
    for line in islice((line for line in lines if is_heading(line.text)), _MOST):
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


def kind_of_selected(
    selectors: Iterable[str], elements: Sequence[HtmlElement]
) -> RelatedKind | None:
    """Return what the block that *selectors* chose lists, by the heading they name or it bears."""
    named = [s.removeprefix(HEADING) for s in selectors if s.startswith(HEADING)]
    around = [e for first in elements[:1] for e in (first, *islice(first.iterancestors(), 2))]
    above = (plain_text(e) for part in around[:2] for e in part.itersiblings(preceding=True))
    headings = filter(is_list_heading, chain(named, above))
    kinds = chain(map(kind_of_heading, headings), map(kind_by_name, around))
    return next(filter(None, kinds), None)
