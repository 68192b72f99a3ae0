"""Finds out which article of the corpus a page is: a new one, a revision, or the same again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import chain, count
from typing import TYPE_CHECKING, Any

import orjson
from scrapy.exceptions import DropItem

from newsbot.pipelines.stage import Stage
from newsbot.suspicion import shrinks

if TYPE_CHECKING:
    from newsbot.items import Article
    from newsbot.state.articles import Kept

WORSE = "less than the version kept"


class DeduplicatePipeline(Stage):
    """Keeps one article one article, whatever URL led to it."""

    def process_item(self, article: Article) -> Article:
        """Return *article* with its id and revision; drop it where the corpus has it already."""
        articles = self.run.state.articles
        keys = self.run.keys_of(article)
        known = (articles.id_of(key) for key in keys)
        article_id = self._id(article, next((one for one in known if one), article.id))
        kept = articles.kept(article_id)
        if kept and (kept.fingerprint == article.fingerprint or _is_silent(article, kept)):
            self._same(replace(article, id=article_id), kept)
            raise DropItem(f"unchanged: {article_id}", log_level="DEBUG")
        if kept and _is_worse(article, kept):
            self.run.drop(keys, WORSE, article)
            raise DropItem(f"{WORSE}: {article_id}")
        return replace(article, id=article_id, **_history(article, kept))

    def _id(self, article: Article, article_id: str) -> str:
        """Return the id that *article* bears: *article_id*, unless that is plainly another.

        Old and new numbers of a site may collide: where headline, day and body all differ, the
        later one is kept apart as ``<id>~2``.
        """
        articles = self.run.state.articles
        names = chain([article_id], (f"{article_id}~{number}" for number in count(2)))
        kept = ((name, articles.kept(name)) for name in names)
        return next(name for name, one in kept if one is None or not _is_another(article, one))

    def _same(self, article: Article, kept: Kept) -> None:
        """Note an article that has not changed; one withdrawn is live again.

        One whose page the archive had lost has it again, if that page may be archived.
        """
        self.run.identify(article)
        self.run.judge_stamp(article, bore=False)
        self.run.traps.met(article)
        if kept.fingerprint == article.fingerprint:
            self.run.state.articles.find_page(article)
        if kept.status == "withdrawn":
            self.run.state.articles.restore(article.id)
            self.run.counts.changed += 1
        else:
            self.run.counts.same += 1


def _history(article: Article, kept: Kept | None) -> dict[str, Any]:
    """Return revision, first sight and channels of *article*, which follows what is *kept*."""
    first = article.first_seen or article.fetched_at
    if kept is None:
        return {"revision": 1, "first_seen": first}
    record = orjson.loads(kept.line)
    return {
        "revision": kept.revision + 1,
        "first_seen": min(first, datetime.fromisoformat(record["first_seen"])),
        "channels": tuple(sorted({*article.channels, *record["channels"]})),
    }


def _is_silent(article: Article, kept: Kept) -> bool:
    """Return whether *article* is withheld by now of which an earlier text is *kept*.

    What was kept while that was allowed stays; what has changed since is not known.
    """
    return article.body_status == "withheld" and bool(orjson.loads(kept.line)["body"])


def _is_worse(article: Article, kept: Kept) -> bool:
    """Return whether *article* lacks the text or the date that what is kept of it has.

    So does the page that a site shows in its place with status 200 when it is gone.
    """
    record = orjson.loads(kept.line)
    if record["date"] and article.date is None:
        return True
    if not record["body"]:
        return False
    # A page without its text is read as a brief: what was the lead is all there is.
    is_empty = not article.body or article.body == record["description"]
    is_rest = is_empty or shrinks(record["body"], article.body or "")
    return is_rest or (record["body_status"] == "full" != article.body_status)


def _is_another(article: Article, kept: Kept) -> bool:
    """Return whether *article* shares neither headline nor day nor body with what is kept.

    A page that does not say its day may be of the same.
    """
    if article.date is None or article.body_status == "withheld":
        return False
    record = orjson.loads(kept.line)
    own = {
        "headline": article.headline,
        "date": article.date.isoformat(),
        "body": article.body,
    }
    return all(record[name] != value for name, value in own.items())
