"""Reads a damaged page in every way in which a crawl may come to read it."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

from newsbot.pages import open_listing
from newsbot.pages.article import ArticlePage
from newsbot.pages.source import as_source
from newsbot.profile import parse_profile
from tests.fuzz.mutations import mutate
from tests.fuzz.seeds import seeds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsbot.pages.source import Source

URL = "https://waldbote.test/artikel/rat-baut-neue-bruecke-7"
NOW = datetime(2026, 11, 22, 14, tzinfo=UTC)
_PATTERN = r"article = '/artikel/(?:[a-z-]*-)?(?P<key>\d+)'"
_PLAIN = parse_profile("waldbote", b'domain = "waldbote.test"')
# A profile that asks for everything, by selectors that find much.
_FULL = parse_profile(
    "waldbote",
    f"""
domain = "waldbote.test"
language = "vi"
timezone = "Asia/Ho_Chi_Minh"
[links]
{_PATTERN}
related = ["heading:Tin liên quan", "ul"]
day_block = "form"
sections = ["nav", "a"]
next = ".next"
[fields]
headline = ["h1", "h2"]
body = ["article", "main"]
date_published = "time"
authors = "//*[contains(@class, 'author')]"
section = "nav a"
""".encode(),
)


def damaged(number: int, pages: Sequence[bytes]) -> tuple[bytes, str | None]:
    """Return the damaged page of that *number*, the same whenever it is asked for."""
    chance = Random(number)
    return mutate(chance, chance.choice(pages), chance.choice(pages))


def read(body: bytes, charset: str | None) -> None:
    """Read a page as an article, as a further part of one, and as a listing."""
    source = as_source(URL, body, charset, is_text=True)
    if source is not None:
        _read_article(source)
        for profile in (_PLAIN, _FULL):
            listing = open_listing(source, profile)
            assert (listing.fault, listing.articles, listing.further, listing.feeds) is not None
            assert (listing.next, listing.days) is not None


def _read_article(source: Source) -> None:
    first = ArticlePage(source, _PLAIN, NOW)
    assert first.article.url == URL
    assert URL not in first.next_parts
    assert ArticlePage(source, _FULL, NOW, first.article).article.evidence is not None
    assert ArticlePage(source, _FULL, NOW).article.id


def read_number(number: int) -> None:
    """Read the damaged page of that *number* of all."""
    read(*damaged(number, seeds()))
