"""The related links of an article page: its blocks of other articles, read into links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsbot.extract.cards import read_cards
from newsbot.extract.regions import TITLE
from newsbot.urls import normalise_url, path_and_query, quote_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.blocks import Block
    from newsbot.extract.dateline import DateReader
    from newsbot.items import RelatedKind, RelatedLink
    from newsbot.pages.html import Anchor, HtmlPage

# What links to more articles than this is a listing or a menu.
_MOST = 40
# In a block of articles a link of so many characters is a title, whatever its address is like.
_TITLE = 25
# Folders of what is no article, however long its name is.
_NO_ARTICLE = re.compile(
    r"/(?:abos?|authors?|aut(?:eu|o)res?|autor(?:en)?|categor(?:y|ia|ie)|dossiers?|journalists?|kategorie"
    r"|log-?in|newsletters?|profiles?|register|search|sections?|sekce|subscribe|subscription|tags?"
    r"|team|temas?|thema|themen?|themes?|tim-kiem|topics?|tu-khoa|users?)(?:/|$)"
)


def read_related(
    page: HtmlPage, blocks: Sequence[Block], own_key: str, reader: DateReader
) -> tuple[RelatedLink, ...]:
    """Return the links to other articles of the site in *blocks*, each once, in the page's order.

    An article that several blocks list is of the kind of the block that says most.
    """
    keys: dict[str, str | None] = {}
    anchors: dict[HtmlElement, tuple[Anchor, RelatedKind | None]] = {}
    elements: set[HtmlElement] = set()
    for block in blocks:
        found = [a for a in page.anchors(block.elements) if _key(page, a, keys)]
        titled = (anchor for anchor in found if block.least == 1 or _is_card(anchor))
        count = len({keys[anchor.url] for anchor in titled} - {own_key})
        if block.least <= count <= _MOST:
            anchors.update((a.element, (a, block.kind)) for a in found)
            elements.update(block.elements)
    listed = [anchors[a] for a in page.tree.iter("a") if a in anchors] if anchors else []
    kinds: dict[str, RelatedKind | None] = {}
    for anchor, kind in listed:
        key = keys[anchor.url] or ""
        if kinds.get(key) in {None, "popular"}:
            kinds[key] = kind or kinds.get(key)
    cards = read_cards((a for a, _ in listed), elements, keys.get, reader, kinds)
    cards.pop(own_key, None)
    return tuple(cards.values())


def _is_card(anchor: Anchor) -> bool:
    """Return whether *anchor* shows a title or a picture, where no heading says it is a card's."""
    return len(anchor.text) >= TITLE or next(anchor.element.iter("img"), None) is not None


def _key(page: HtmlPage, anchor: Anchor, keys: dict[str, str | None]) -> str | None:
    """Return the key of the article that *anchor* leads to, and remember it by address."""
    url = anchor.url
    if keys.get(url) is None:
        keys[url] = page.profile.article_key(url) or _key_by_title(page, anchor)
    return keys[url]


def _key_by_title(page: HtmlPage, anchor: Anchor) -> str | None:
    """Return the address of *anchor* as a key, if it is a title: not every address tells."""
    title = anchor.text or anchor.element.get("title", "")
    if page.profile.links.article or len(title) < _TITLE or not page.profile.owns(anchor.url):
        return None
    path = urlsplit(anchor.url).path
    is_own = path == urlsplit(page.url).path
    if (
        is_own
        or not path.strip("/")
        or _NO_ARTICLE.search(path.lower())
        or page.profile.denies(anchor.url)
    ):
        return None
    return quote_key(path_and_query(normalise_url(anchor.url)).lstrip("/"))
