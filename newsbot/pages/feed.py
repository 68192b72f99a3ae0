"""FeedPage and JsonFeedPage: feeds, the listings that are made for programs."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newsbot.pages.listed import Further, Listed, PlainListing
from newsbot.pages.xmlpage import XmlPage, local_name
from newsbot.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lxml.etree import _Element

_DAYS = ("pubDate", "published", "date", "issued")
_STAMPS = ("updated", "modified", "pubDate", "title")


class FeedPage(XmlPage):
    """An RSS or Atom feed; one with XML errors still gives the links before and after them."""

    further: tuple[Further, ...] = ()

    @cached_property
    def articles(self) -> tuple[Listed, ...]:
        """The feed's entries that are articles of the site."""
        return self.articles_of(self._entries())

    def _entries(self) -> Iterator[Listed]:
        for entry in self.entries("item", "entry"):
            texts = {local_name(child): (child.text or "").strip() for child in entry}
            base = resolve(self.url, entry.base or "") or self.url
            urls = (resolve(base, href) for href in _hrefs(entry))
            # A feed that counts its readers links to the counter, and names the article besides.
            if url := next((u for u in urls if u and self.profile.article_key(u)), None):
                days = (self.profile.day_of(texts.get(name)) for name in _DAYS)
                stamp = " ".join(texts.get(name, "") for name in _STAMPS)
                yield Listed(url, next(filter(None, days), None), stamp)


class JsonFeedPage(PlainListing):
    """A JSON Feed (jsonfeed.org, version 1.1)."""

    further: tuple[Further, ...] = ()

    @cached_property
    def articles(self) -> tuple[Listed, ...]:
        """The feed's items that are articles of the site, each URL once."""
        first: dict[str, Listed] = {}
        items = self._feed.get("items")
        for item in self.within(items if isinstance(items, list) else []):
            if isinstance(item, dict) and (url := self._url(item)):
                stamp = " ".join(
                    str(item.get(name) or "")
                    for name in ("date_modified", "date_published", "title")
                )
                first.setdefault(url, Listed(url, self._day(item), stamp))
        return tuple(first.values())

    @cached_property
    def next(self) -> str | None:
        """The feed's next page, ``None`` on the last."""
        url = resolve(self.url, str(self._feed.get("next_url") or ""))
        return url if url and self.profile.owns(url) else None

    def _url(self, item: dict[str, Any]) -> str | None:
        found = (item.get(name) for name in ("url", "external_url", "id"))
        urls = (resolve(self.url, text) for text in found if isinstance(text, str))
        return next((url for url in urls if url and self.profile.article_key(url)), None)

    def _day(self, item: dict[str, Any]) -> date | None:
        published = item.get("date_published")
        return self.profile.day_of(published) if isinstance(published, str) else None

    @cached_property
    def _feed(self) -> dict[str, Any]:
        try:
            feed = json.loads(self.text)
        except (ValueError, RecursionError):
            return {}
        return feed if isinstance(feed, dict) else {}


def _hrefs(entry: _Element) -> Iterator[str]:
    """Yield where the links of *entry* lead, then its guid if that is an address (RSS 2.0)."""
    for origin in entry.iterchildren("{*}origLink"):
        yield (origin.text or "").strip()
    for link in entry.iterchildren("{*}link"):
        if link.get("rel", "alternate") == "alternate":
            yield link.get("href") or (link.text or "").strip()
    for guid in entry.iterchildren("{*}guid"):
        if guid.get("isPermaLink", "true") != "false":
            yield (guid.text or "").strip()
