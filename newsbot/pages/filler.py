"""The addresses from which scripts fill the blocks of other articles that a page leaves empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.extract.others.blocknames import is_elsewhere, names_a_block
from newsbot.extract.others.headings import is_list_heading
from newsbot.extract.others.regions import plain_text
from newsbot.urls import ASSETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from newsbot.pages.html import HtmlPage

# Where CMSs write it (baonghean.vn: data-action="api/getrelatedarticles/…" on an empty div).
_NAMES = (
    *("data-action", "data-api", "data-api-url", "data-url", "data-src", "data-endpoint"),
    *("data-ajax", "data-ajax-url", "data-load-url", "data-href"),
)
_EMPTY = " or ".join(f"@{name}" for name in _NAMES)
_ADDRESS = re.compile(r"(?:https?:/)?/?[\w.%~-]+(?:/[\w.%~,;:@=+-]*)+(?:\?\S*)?")
_FILE = re.compile(
    r"\.(?:avif|css|gif|ico|jpe?g|js|m3u8|mp[34]|png|svg|webp)(?:\?|$)", re.IGNORECASE
)
_SAYS_ARTICLES = re.compile(
    r"relat|lien-?quan|similar|recommend|more|latest|cung-?chuyen", re.IGNORECASE
)
# So far up from the empty element a block may be named, or have its heading.
_AROUND = 3


def fillers(page: HtmlPage) -> tuple[str, ...]:
    """Return the site's addresses that *page* names on its empty blocks of other articles."""
    found = page.tree.xpath(f"//*[{_EMPTY}]")
    elements = [e for e in found if not isinstance(e, str)] if isinstance(found, list) else []
    urls = (url for e in elements for url in _addresses(page, e))
    return tuple(dict.fromkeys(urls))


def _addresses(page: HtmlPage, element: HtmlElement) -> Iterator[str]:
    if next(element.iter("a", "img"), None) is not None or _is_elsewhere(element):
        return
    for name in _NAMES:
        value = (element.get(name) or "").strip()
        if not _ADDRESS.fullmatch(value) or ASSETS.search(value) or _FILE.search(value):
            continue
        url = page.resolve(value)
        says_so = _SAYS_ARTICLES.search(value) or _is_block(element)
        is_other = url and url != page.url and page.profile.article_key(url) is None
        if url and is_other and says_so and page.profile.owns(url):
            yield url


def _near(element: HtmlElement) -> Iterator[HtmlElement]:
    around: HtmlElement | None = element
    for _ in range(_AROUND):
        if around is None:
            return
        yield around
        around = around.getparent()


def _is_elsewhere(element: HtmlElement) -> bool:
    return any(map(is_elsewhere, _near(element)))


def _is_block(element: HtmlElement) -> bool:
    """Return whether *element* is named as a block of articles, or stands under its heading."""
    near = list(_near(element))
    above = (s for e in near[:2] for s in e.itersiblings(preceding=True))
    return any(map(names_a_block, near)) or any(is_list_heading(plain_text(e)) for e in above)
