"""The region under a heading: what stands there up to the next heading or to running text."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from newsbot.extract.select import TITLES, heading_form
from newsbot.extract.tree import SILENT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lxml.html import HtmlElement

# A link of so many characters is the title of an article.
TITLE = 15
# So are so many characters of scripts that need fewer for a word.
_SHORT_TITLE = 7
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# So many links under a title are a section of their own, fewer the links of one card.
CARDS = 3
# Longer text without links is no teaser of a card.
_TEASER = 600
# So many elements up from a heading its region may stand beside.
_CLIMB = 8
# What is longer is no region, but the rest of the page.
_MOST = 500


def region_under(heading: HtmlElement, around: Collection[HtmlElement]) -> list[HtmlElement]:
    """Return what stands under *heading* if it links to anything by titles or pictures.

    The region is beside the heading, or beside an element around it that begins with it. It ends
    before the next heading, before running text, and before elements *around* the article.
    """
    inner: HtmlElement | None = heading
    for step in range(_CLIMB):
        if inner is None or inner in around:
            break
        region = list(_behind(inner, around))
        if any(map(_has_card, region)):
            return _alike(region) if step > 1 else region
        if any(map(plain_text, islice(inner.itersiblings(preceding=True), _MOST))):
            break
        inner = inner.getparent()
    return []


def region_in(block: HtmlElement, words: str, around: Collection[HtmlElement]) -> list[HtmlElement]:
    """Return what stands in *block* behind a heading that no element holds, if it links as above.

    *words* are the heading in the form in which headings are compared.
    """
    region: list[HtmlElement] = []
    is_behind = heading_form(block.text or "") == words
    for child in islice(block, _MOST):
        if is_behind and (child in around or child.tag in TITLES or _is_text(child)):
            break
        if is_behind and child.tag not in SILENT:
            region.append(child)
        is_behind = is_behind or heading_form(child.tail or "") == words
    return region if any(map(_has_card, region)) else []


def is_title(text: str) -> bool:
    """Return whether a link of this *text* is as long as the title of an article.

    >>> is_title("Xem tất cả"), is_title("北山線、廃線から十年")
    (False, True)
    """
    return len(text) >= TITLE or (len(text) >= _SHORT_TITLE and _DENSE.search(text) is not None)


def _behind(heading: HtmlElement, around: Collection[HtmlElement]) -> Iterator[HtmlElement]:
    for sibling in islice(heading.itersiblings(), _MOST):
        if sibling.tag in SILENT:
            continue
        if sibling in around or _opens_another(sibling, heading) or _is_text(sibling):
            return
        yield sibling


def _alike(region: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Return the first elements of *region* that are made alike, those without links aside."""
    with_cards = list(filter(_has_card, region))
    first = with_cards[0]
    make = (first.tag, first.get("class"))
    return list(takewhile(lambda e: (e.tag, e.get("class")) == make, with_cards))


def plain_text(element: HtmlElement) -> str:
    """Return the text in *element* on one line, as it stands in the source; of scripts none."""
    return " ".join(element.text_content().split()) if element.tag not in SILENT else ""


def _opens_another(element: HtmlElement, heading: HtmlElement) -> bool:
    """Return whether the next block begins with *element*, made as *heading* is or as a title."""
    own = heading.get("class")
    is_alike = element.tag == heading.tag and own is not None and element.get("class") == own
    if is_alike or element.tag in TITLES:
        return not _has_card(element) and bool(plain_text(element))
    title = next(element.iter(*TITLES), None)
    if title is None or _is_linked(title):
        return False
    scope = title.getparent()
    if scope is not None and next(scope.iter("a"), None) is None and scope is not element:
        scope = scope.getparent()
    return scope is not None and len({a.get("href") for a in scope.iter("a")}) >= CARDS


def _is_linked(title: HtmlElement) -> bool:
    """Return whether *title* is a link, or stands in one."""
    return (
        next(title.iter("a"), None) is not None or next(title.iterancestors("a"), None) is not None
    )


def _has_card(element: HtmlElement) -> bool:
    """Return whether *element* links to something by a title or a picture."""
    return any(
        is_title(plain_text(anchor)) or next(anchor.iter("img"), None) is not None
        for anchor in element.iter("a")
    )


def _is_text(element: HtmlElement) -> bool:
    """Return whether *element* is running text, which may have links in it, and no cards."""
    text = plain_text(element)
    if len(text) <= TITLE * 4:
        return False
    anchors = [a for a in element.iter("a") if len(plain_text(a)) >= TITLE]
    alone = sum(_stands_alone(anchor) for anchor in anchors)
    return len(text) - sum(len(plain_text(a)) for a in anchors) > _TEASER * alone + TITLE * 4


def _stands_alone(anchor: HtmlElement) -> bool:
    """Return whether *anchor* is all that is in its line, as the title of a card is."""
    parent = anchor.getparent()
    while parent is not None and parent.tag in {"b", "em", "i", "span", "strong"}:
        parent = parent.getparent()
    if parent is None or (parent.tag != "p" and parent.tag not in TITLES):
        return True
    return len(plain_text(parent)) <= len(plain_text(anchor)) + TITLE
