"""FeedPage and SitemapPage: listings in XML, and the sitemaps that robots.txt names."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from newsbot.pages.listed import Further, Listed, PlainListing
from newsbot.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator


_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>", re.IGNORECASE)
_SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


class XmlPage(PlainListing):
    """An XML document of one site, read without entities, DTD or network."""

    @cached_property
    def root(self) -> etree._Element | None:
        """The document's root; what is broken in it is passed over, an empty one has none."""
        parser = etree.XMLParser(
            recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        text = _DECLARATION.sub("", self.text).strip()
        return etree.fromstring(text.encode(), parser=parser) if text else None

    def entries(self, *names: str) -> Iterator[etree._Element]:
        """Yield the elements with one of these names, whatever their namespace."""
        if self.root is not None:
            yield from self.root.iter(*(f"{{*}}{name}" for name in names))

    def articles_of(self, listed: Iterator[Listed]) -> tuple[Listed, ...]:
        """Return those of *listed* that are articles of the site, each URL once."""
        first: dict[str, Listed] = {}
        for entry in listed:
            first.setdefault(entry.url, entry)
        return tuple(first[url] for url in first if self.profile.article_key(url) is not None)


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
            url = resolve(self.url, next(filter(None, _hrefs(entry)), ""))
            if url:
                day = self.profile.day_of(
                    texts.get("pubDate") or texts.get("published") or texts.get("date")
                )
                stamp = [
                    texts.get(name, "") for name in ("updated", "modified", "pubDate", "title")
                ]
                yield Listed(url, day, " ".join(stamp))


class SitemapPage(XmlPage):
    """A sitemap or an index of sitemaps, with the news extension where there is one."""

    @cached_property
    def articles(self) -> tuple[Listed, ...]:
        """The sitemap's URLs that are articles of the site."""
        return self.articles_of(self._entries())

    @cached_property
    def further(self) -> tuple[Further, ...]:
        """The sitemaps that an index names; *day* is the day of the last change in each."""
        found = (
            (_child(entry, "loc"), _child(entry, "lastmod")) for entry in self.entries("sitemap")
        )
        return tuple(
            Further(url, "sitemap", self.profile.day_of(changed))
            for loc, changed in found
            if loc and (url := resolve(self.url, loc)) and self.profile.owns(url)
        )

    def _entries(self) -> Iterator[Listed]:
        for entry in self.entries("url"):
            url = resolve(self.url, _child(entry, "loc") or "")
            if url:
                stamp = _child(entry, "lastmod")
                yield Listed(url, self.profile.day_of(_child(entry, "publication_date")), stamp)


class RobotsPage(PlainListing):
    """A robots.txt, read only for the sitemaps that it names (sitemaps.org, "Submitting")."""

    articles: tuple[Listed, ...] = ()

    @cached_property
    def further(self) -> tuple[Further, ...]:
        """The sitemaps on the site's own hosts."""
        urls = [resolve(self.url, line) for line in _SITEMAP_LINE.findall(self.text)]
        return tuple(
            Further(url, "sitemap") for url in dict.fromkeys(urls) if url and self.profile.owns(url)
        )


def local_name(element: etree._Element) -> str:
    """Return the name of *element* without its namespace, empty for comments."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _hrefs(entry: etree._Element) -> Iterator[str]:
    """Yield where the links of *entry* lead, then its guid if that is an address (RSS 2.0)."""
    for link in entry.iterchildren("{*}link"):
        if link.get("rel", "alternate") == "alternate":
            yield link.get("href") or (link.text or "").strip()
    for guid in entry.iterchildren("{*}guid"):
        if guid.get("isPermaLink", "true") != "false":
            yield (guid.text or "").strip()


def _child(entry: etree._Element, name: str) -> str | None:
    """Return the text of the first descendant of *entry* with that local name."""
    found = next(entry.iter(f"{{*}}{name}"), None)
    return found.text.strip() if found is not None and found.text else None
