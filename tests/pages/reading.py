"""Reads an article page that is written out in a test."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING

from newsbot.pages.article import ArticlePage
from newsbot.profile import parse_profile, read_profile
from newsbot.sitefiles import PACKAGED, site_files

if TYPE_CHECKING:
    from newsbot.items import Article
    from newsbot.profile import Profile

# Sunday, 22 November 2026, 15:00 in Berlin and 21:00 in Vietnam.
NOW = datetime(2026, 11, 22, 14, tzinfo=UTC)
URL = "https://waldbote.test/artikel/7"


def profile_of(site: str) -> Profile:
    """Return the packaged profile of *site*, else that of an invented one without fields."""
    if site in site_files([PACKAGED]):
        return read_profile(site, [PACKAGED])
    return invented(site)


def invented(site: str = "waldbote", more: str = "") -> Profile:
    """Return the profile of an invented German site; *more* is TOML behind its links."""
    toml = f"""
domain = "{site}.test"
language = "de"
timezone = "Europe/Berlin"
[links]
article = '/artikel/(?P<key>\\d+)'
{more}"""
    return parse_profile(site, toml.encode())


def page_of(
    html: str, profile: Profile | None = None, url: str = URL, earlier: Article | None = None
) -> ArticlePage:
    """Return the page *html* as it was fetched from *url*."""
    return ArticlePage(SimpleNamespace(url=url, text=html), profile or invented(), NOW, earlier)


def read(html: str, profile: Profile | None = None, url: str = URL) -> Article:
    """Return the article of the page *html*."""
    return page_of(html, profile, url).article
