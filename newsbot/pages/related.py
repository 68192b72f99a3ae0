"""The related links of an article page: its blocks of other articles, read into links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from newsbot.extract.others.cards import read_cards
from newsbot.extract.others.regions import is_title
from newsbot.urls import place_of, quote_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.others.blocks import Block
    from newsbot.extract.when.dateline import DateReader
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

_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\d/]+")


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
        found = _articles(page, block, keys)
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


def _articles(page: HtmlPage, block: Block, keys: dict[str, str | None]) -> list[Anchor]:
    """Return the links to articles in *block*, whose keys are put among *keys* by address.

    Under known words short titles tell articles, too, where no address and no longer title does:
    a card's section may be as long.
    """
    anchors = list(page.anchors(block.elements))
    found = [a for a in anchors if _key(page, a, keys, _TITLE)]
    if found or block.least > 1:
        return found
    return [a for a in anchors if is_title(a.text) and _key(page, a, keys, 0)]


def _is_card(anchor: Anchor) -> bool:
    """Return whether *anchor* shows a title or a picture, where no heading says it is a card's."""
    return is_title(anchor.text) or next(anchor.element.iter("img"), None) is not None


def _key(page: HtmlPage, anchor: Anchor, keys: dict[str, str | None], least: int) -> str | None:
    """Return the key of the article that *anchor* leads to, and remember it by address.

    Not every address tells; a title of at *least* so many characters does.
    """
    url = anchor.url
    if keys.get(url) is None:
        keys[url] = page.profile.article_key(url) or _key_by_title(page, anchor, least)
    return keys[url]


def _key_by_title(page: HtmlPage, anchor: Anchor, least: int) -> str | None:
    """Return the address of *anchor* as a key, if it is a title or an address like the page's."""
    title = anchor.text or anchor.element.get("title", "")
    if page.profile.links.article or not page.profile.owns(anchor.url):
        return None
    place, own = place_of(anchor.url), place_of(page.url)
    path = urlsplit(place).path
    is_alike = is_title(title) and _is_alike(place, own)
    is_own = place == own if is_alike else path == urlsplit(own).path
    if (
        is_own
        or not (is_alike or len(title) >= least)
        or not path.strip("/")
        or _NO_ARTICLE.search(path.lower())
        or page.profile.denies(anchor.url)
    ):
        return None
    return quote_key(place.lstrip("/"))


def _is_alike(place: str, own: str) -> bool:
    """Return whether two addresses have the same numbered make, as /news/2/17/a and /news/3/9/b.

    So have /view.aspx?id=7 and /view.aspx?id=9.
    """
    make = _make(own)
    return "0" in make and _make(place) == make


def _make(place: str) -> str:
    """Return *place* with one sign for each number and for each run of other characters."""
    path, _, query = place.partition("?")
    told = [("", unquote(path)), *parse_qsl(query)]
    return "&".join(f"{name}={_LETTERS.sub('a', _DIGITS.sub('0', value))}" for name, value in told)
