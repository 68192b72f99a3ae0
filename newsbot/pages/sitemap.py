"""SitemapPage and its kin: the lists of a site's own addresses, and where robots.txt names them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from newsbot.pages.listed import Further, Listed, PlainListing
from newsbot.pages.span import spans_of
from newsbot.pages.xmlpage import XmlPage, child_text
from newsbot.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


class SitemapPage(XmlPage):
    """A sitemap or an index of sitemaps, with the news extension where there is one."""

    @cached_property
    def articles(self) -> tuple[Listed, ...]:
        """The sitemap's URLs that are articles of the site."""
        return self.articles_of(self._entries())

    @cached_property
    def further(self) -> tuple[Further, ...]:
        """The sitemaps that an index names, each with the days that it may hold.

        Those are the days that its address names, as ``sitemap-2024-10.xml`` does. Of another,
        only the last is known: the day of the last change.
        """
        changes: dict[str, str | None] = {}
        for entry in self.entries("sitemap"):
            url = resolve(self.url, child_text(entry, "loc") or "")
            if url and self.profile.owns(url):
                changes.setdefault(url, child_text(entry, "lastmod"))
        days = {url: self.profile.day_of(changed) for url, changed in changes.items()}
        spans = spans_of(changes)
        return tuple(
            Further(url, "sitemap", min(day or span.last, span.last), span.first)
            if (span := spans.get(url)) and (day is None or day >= span.first)
            else Further(url, "sitemap", day)
            for url, day in days.items()
        )

    def _entries(self) -> Iterator[Listed]:
        for entry in self.entries("url"):
            if url := resolve(self.url, child_text(entry, "loc") or ""):
                published = self.profile.day_of(_publication(entry))
                yield Listed(url, published, child_text(entry, "lastmod"))


class AddressList(PlainListing):
    """A sitemap in plain text: one URL a line (sitemaps.org, "Other Sitemap formats")."""

    further: tuple[Further, ...] = ()

    @cached_property
    def articles(self) -> tuple[Listed, ...]:
        """The lines that are articles of the site, each URL once."""
        lines = self.within(self.text.removeprefix("\ufeff").splitlines())
        urls = (resolve(self.url, line) for line in lines)
        found = dict.fromkeys(url for url in urls if url)
        return tuple(Listed(url) for url in found if self.profile.article_key(url) is not None)


class RobotsPage(PlainListing):
    """A robots.txt, read only for the sitemaps that it names (sitemaps.org, "Submitting")."""

    articles: tuple[Listed, ...] = ()

    @cached_property
    def further(self) -> tuple[Further, ...]:
        """The sitemaps on the site's own hosts."""
        urls = [resolve(self.url, line) for line in self.within(_SITEMAP_LINE.findall(self.text))]
        return tuple(
            Further(url, "sitemap") for url in dict.fromkeys(urls) if url and self.profile.owns(url)
        )


def _publication(entry: _Element) -> str | None:
    """Return when an article came out by the news extension; a film's date is another."""
    news = next(entry.iterchildren("{*}news"), None)
    return None if news is None else child_text(news, "publication_date")
