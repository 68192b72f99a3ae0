"""Drops what is no article, with the reason counted and the address remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scrapy.exceptions import DropItem

from newsbot.doubts import asked_for
from newsbot.errorpage import is_error_page
from newsbot.extract.standin import PAGE
from newsbot.extract.wall import WALLS
from newsbot.patience import NO_BODY, NO_HEADLINE, REDIRECTED
from newsbot.pipelines.stage import Stage
from newsbot.state.purged import PURGED
from newsbot.text import normalise_line, normalise_text

if TYPE_CHECKING:
    from newsbot.items import Article


class ValidatePipeline(Stage):
    """Lets a page pass that has a headline and a text, or says why its text can't be had."""

    def process_item(self, article: Article) -> Article:
        """Return *article*, or drop it where the page holds none, or one that was taken down.

        Its related links lose those to what was taken down.
        """
        reason = fault(article, self.run.profile.article_key(article.url))
        urls = (article.url, *article.aliases, article.canonical_url or "")
        if any(self.run.is_purged(url) for url in urls):
            reason = PURGED
        if reason:
            # What a wall says is no word on its article.
            read = None if reason == PURGED or reason in WALLS else article
            self.run.traps.wasted(asked_for(article))
            self.run.drop(self.run.keys_of(article), reason, read)
            raise DropItem(f"{reason}: {article.url}")
        links = tuple(link for link in article.related if not self.run.is_purged(link.url))
        return article if links == article.related else replace(article, related=links)


def fault(article: Article, key: str | None) -> str | None:
    """Return why what was read is no article, ``None`` if it is one.

    *key* is the article key in the URL that answered; a soft 404 redirects to an address
    without one (vnexpress.net answers a dead number by its home page), or says so on the page.
    A wall may stand at any address.
    A text that can't be had is an article's only where the page is dated; a consent page is not.
    """
    stand_in = article.evidence.get(PAGE)
    if stand_in in WALLS:
        return stand_in
    if key is None:
        return REDIRECTED
    if is_error_page(article) and normalise_line(article.headline or ""):
        return "an error page"
    return stand_in or _lack(article)


def _lack(article: Article) -> str | None:
    """Return what *article* lacks that every article has."""
    if not normalise_line(article.headline or ""):
        return NO_HEADLINE
    may_lack_text = article.body_status != "full" and article.date is not None
    if not may_lack_text and not normalise_text(article.body or ""):
        return NO_BODY
    return None
