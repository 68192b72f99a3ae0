"""Keeps an article in the state."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from newsbot.pipelines.stage import Stage

if TYPE_CHECKING:
    from newsbot.items import Article


class StorePipeline(Stage):
    """The last stage: from here on an article belongs to the corpus."""

    def process_item(self, article: Article) -> Article:
        """Keep *article* and return it as it is kept.

        All that it teaches is told in this one call, so that no batch ends in between.
        """
        self.run.identify(article)
        self.run.judge_stamp(article, bore=True)
        self.run.traps.met(article)
        article = replace(article, aliases=())
        self.run.state.articles.keep(article)
        if article.revision > 1:
            self.run.counts.changed += 1
        else:
            self.run.counts.new += 1
            self.run.tally.bring(article.id, self.run.keys_of(article), _delay(article))
        return article


def _delay(article: Article) -> timedelta | None:
    """Return how long *article* had been out when it was fetched, as far as its page tells."""
    published = article.date_published
    return max(article.fetched_at - published, timedelta()) if published else None
