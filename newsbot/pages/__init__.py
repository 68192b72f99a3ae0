"""What a page says: pages answer questions and decide nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.pages.feed import FeedPage, RobotsPage, SitemapPage
from newsbot.pages.listing import ListingPage
from newsbot.pages.more import MorePage

if TYPE_CHECKING:
    from newsbot.pages.html import Source
    from newsbot.pages.listed import Listing
    from newsbot.profile import Profile

# Behind declaration, DOCTYPE and comments; "*+" gives nothing back, so that many comments are
# read once, not in every combination.
_ROOT = re.compile(r"\ufeff?\s*(?:(?:<!--.*?-->|<[?!][^>]*>)\s*)*+<(?:\w+:)?(\w+)", re.DOTALL)
_ROOTS: dict[str, type[FeedPage | SitemapPage]] = {
    "rss": FeedPage,
    "feed": FeedPage,
    "RDF": FeedPage,
    "urlset": SitemapPage,
    "sitemapindex": SitemapPage,
}


def open_listing(source: Source, profile: Profile) -> Listing:
    """Return *source* as the kind of listing that its first characters show it to be."""
    text = source.text[:4096]
    if source.url.endswith("/robots.txt"):
        return RobotsPage(source, profile)
    if text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}:
        return MorePage(source, profile)
    root = _ROOT.match(text)
    kind = _ROOTS.get(root[1]) if root else None
    return kind(source, profile) if kind else ListingPage(source, profile)
