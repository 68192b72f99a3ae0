"""What a page says: pages answer questions and decide nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.pages.feed import FeedPage, JsonFeedPage
from newsbot.pages.listing import ListingPage
from newsbot.pages.more import MorePage
from newsbot.pages.sitemap import AddressList, RobotsPage, SitemapPage
from newsbot.pages.xmlpage import ROOT

if TYPE_CHECKING:
    from newsbot.pages.listed import Listing
    from newsbot.pages.source import Source
    from newsbot.profile import Profile

_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*+-->")
_HTML = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\ufeff?\s*https?://\S+\s*(?:\n|$)", re.IGNORECASE)
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_ROOTS: dict[str, type[FeedPage | SitemapPage]] = {
    "rss": FeedPage,
    "feed": FeedPage,
    "RDF": FeedPage,
    "urlset": SitemapPage,
    "sitemapindex": SitemapPage,
}


def open_listing(source: Source, profile: Profile) -> Listing:
    """Return *source* as the kind of listing that its first characters show it to be.

    What its server calls it says little; a script's warning may stand before the listing itself.
    """
    text = source.text[:4096]
    if source.url.endswith("/robots.txt"):
        return RobotsPage(source, profile)
    if text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}:
        return (JsonFeedPage if _JSON_FEED.search(text) else MorePage)(source, profile)
    if _ADDRESS.match(text):
        return AddressList(source, profile)
    markup = _COMMENT.sub("", text)
    root, html = ROOT.search(markup), _HTML.search(markup)
    if root and not (html and html.start() < root.start()):
        return _ROOTS[root[1]](source, profile)
    return ListingPage(source, profile)
