"""What a run learns of its site's pages when it ends, for the runs after it."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import TYPE_CHECKING

import orjson

from newsbot.extract.learning import learn
from newsbot.items import Warc
from newsbot.replay.looks import Answer
from newsbot.replay.reader import Reader
from newsbot.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsbot.extract.learning import Sample
    from newsbot.pages.article import ArticlePage
    from newsbot.run import Run

# As many of the newest articles are read again, and as many spread over all the time before.
NEWEST, SPREAD = 8, 8
# From so many articles on, each time there are so many times more of them.
_FIRST, _TIMES = 2, 2
# After so many more a page of an unknown frame is a reason, too: the site may have a new one.
_MORE = 16

logger = logging.getLogger(__name__)


def learn_anew(run: Run, article_page: type[ArticlePage], archive: Path) -> int:
    """Have *run*, before its last commit, note what the pages in *archive* have in common.

    Only where it may well be more than what is known: a lesson takes about a third of a second.
    Returns from how many pages the first lesson was learnt, 0 where this is none: the articles
    kept before it are read by it only when a person asks for that.
    """
    kept = run.state.templates
    articles, before = run.state.articles.count(), kept.articles()
    reader = Reader(run.profile, article_page)
    is_more = articles >= max(_FIRST, _TIMES * before)
    if is_more or (articles >= before + _MORE and _is_of_new_frame(run, reader, archive)):
        samples = list(_samples(run, reader, archive, NEWEST, SPREAD))
        learnt = learn(samples)
        kept.add(learnt, articles, run.now())
        logger.info(
            "Learnt from %d pages what those of the site have in common",
            len(samples),
            extra={"site": run.site},
        )
        if not before and learnt.listed:
            return len(samples)
    return 0


def _is_of_new_frame(run: Run, reader: Reader, archive: Path) -> bool:
    """Return whether the page of the newest article is of no template that is known."""
    templates = run.state.templates.versions().at(run.now())
    return any(not templates.has(one.frame) for one in _samples(run, reader, archive, 1, 0))


def _samples(run: Run, reader: Reader, archive: Path, newest: int, spread: int) -> Iterator[Sample]:
    """Yield what pages of the site show; one that our own code fails on teaches nothing."""
    for line in run.state.templates.pages(newest, spread):
        record = orjson.loads(line)
        if record["warc"] is None or record["body_status"] == "withheld":
            continue
        when = datetime.fromisoformat(record["fetched_at"])
        warc = Warc(**record["warc"])
        try:
            sample = reader.sample(
                Answer(Visit(run=run.name), record["url"], 200, when, True, archive, warc)
            )
        except OSError:
            raise
        except Exception:
            logger.exception(
                "Nothing could be learnt from %s", record["url"], extra={"site": run.site}
            )
            continue
        if sample:
            yield sample
