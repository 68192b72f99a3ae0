"""Keeps an article in the state, where those with the same text are linked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from newsbot.fingerprint import fold_digest
from newsbot.spiders.news import run_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newsbot.items import Article
    from newsbot.run import Run


class StorePipeline:
    """The last stage: from here on an article belongs to the corpus."""

    def __init__(self, run: Run) -> None:
        self.run = run

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the pipeline for the run of *crawler*."""
        return cls(run_of(crawler))

    def process_item(self, article: Article) -> Article:
        """Keep *article* and return it as it is kept.

        All that it teaches is told in this one call, so that no batch ends in between.
        """
        self.run.identify(article)
        article = replace(article, aliases=())
        self.run.state.articles.keep(article, fold_digest(article))
        self.run.counts["new" if article.revision == 1 else "changed"] += 1
        return article
