"""A run over the archive instead of the network: the same pipelines over the same pages."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

import orjson
from scrapy.exceptions import DropItem

from newsbot.doubts import MISSING
from newsbot.extract.refusal import FAULTS
from newsbot.items import Article
from newsbot.pipelines import (
    DeduplicatePipeline,
    NormalisePipeline,
    StorePipeline,
    ValidatePipeline,
    WithholdPipeline,
)
from newsbot.run import Run
from newsbot.workers import pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from newsbot.replay.looks import Look
    from newsbot.replay.reader import Reader
    from newsbot.state import State
    from newsbot.state.articles import Kept
    from newsbot.visit import Sighting

NO_ARTICLE = "no article by its address"
OLDER = "older than what is kept"
# So many looks go to a process at a time, and so many bundles wait for each process.
_BUNDLE, _WAITING = 32, 4


class Replay:
    """Fills the empty state *fresh* with the articles that looks give today.

    ``looks`` tells how many there were; ``unread`` how many gave no article that could be judged,
    by reason.
    """

    def __init__(self, reader: Reader, fresh: State) -> None:
        self.looks = 0
        self.unread: Counter[str] = Counter()
        self._reader = reader
        self._fresh = fresh
        self._when = datetime.fromtimestamp(0, UTC)
        self._run = Run(reader.profile, fresh, lambda: self._when)
        self._of, self._is_imported = "", False
        self._last: dict[str, tuple[str, ...]] = {}
        # When each key first brought a page: by what was in force then its article is read.
        self._begun: dict[str, datetime] = {}
        self._stages: list[Callable[[Article], Article]] = [
            ValidatePipeline(self._run).process_item,
            WithholdPipeline().process_item,
            NormalisePipeline().process_item,
            DeduplicatePipeline(self._run).process_item,
            StorePipeline(self._run).process_item,
        ]

    @property
    def dropped(self) -> Counter[str]:
        """How many pages were dropped, by reason."""
        return self._run.dropped

    def play(
        self, looks: Iterable[Look], processes: int, tell: Callable[[int], None] = lambda _: None
    ) -> None:
        """Read *looks* on so many *processes*, and let each have its effect, in their order."""
        for look, found in self._read(looks, processes):
            self._begin(look)
            self._take(look, found)
            self.looks += 1
            if self.looks % 1000 == 0:
                self._fresh.commit()
                tell(self.looks)
        self._end()
        self._fresh.commit()

    def _read(
        self, looks: Iterable[Look], processes: int
    ) -> Iterator[tuple[Look, Article | str | None]]:
        """Yield each look with the article in it, or why there is none, or ``None`` if unread."""
        if processes < 2:
            for look in looks:
                wanted = self._wanted(look)
                yield look, self._reader.read(*wanted) if wanted else None
            return
        rest = iter(looks)
        bundles = iter(lambda: list(islice(rest, _BUNDLE)), [])
        with pool(processes) as workers:
            waiting: deque[tuple[list[Look], Future[list[Article | str | None]]]] = deque()
            for bundle in bundles:
                asked = list(map(self._wanted, bundle))
                waiting.append((bundle, workers.submit(self._reader.read_all, asked)))
                if len(waiting) > processes * _WAITING:
                    read, found = waiting.popleft()
                    yield from zip(read, found.result(), strict=True)
            for read, found in waiting:
                yield from zip(read, found.result(), strict=True)

    def _wanted(self, look: Look) -> tuple[Look, datetime] | None:
        """Return *look*, and as of when it is to be read.

        ``None`` unless it brought a page, and another one than the look before it.
        """
        records = tuple(answer.warc.record_id for answer in look.pages)
        before = self._last.get(look.key)
        if look.first.status in MISSING:
            self._last.pop(look.key, None)
        elif look.first.is_page:
            self._last[look.key] = records
        if not look.first.is_page or records == before:
            return None
        return look, self._begun.setdefault(look.key, look.first.when)

    def _begin(self, look: Look) -> None:
        """End the run before, if with *look* another one begins."""
        visit = look.first.visit
        if visit.run != self._of or self._is_imported:
            self._end()
        self._of, self._is_imported = visit.run, visit.imported_from is not None

    def _end(self) -> None:
        """Weigh the looks of the run; an imported page is of none, and says nothing is gone."""
        if self._is_imported:
            self._run.doubts.dismiss()
        else:
            self._run.doubts.weigh()

    def _take(self, look: Look, found: Article | str | None) -> None:
        """Let the pipelines have what was *found*, as a run at the time of the look would."""
        first = look.first
        asked = first.visit.asked or first.url
        self._when = first.when
        self._fresh.urls.recall(look.key, asked, self._seen(first.visit.sighting), first.when)
        if first.status in MISSING:
            self._run.doubts.missing(look.key, asked, first.status, first.when)
        elif found is None and first.is_page:
            if article_id := self._kept_from(look):
                self._run.doubts.well(article_id, asked, first.when)
            else:
                found = self._reader.read(look, self._begun[look.key])
        elif first.is_withheld:
            self._answered(look.key, asked)
        if isinstance(found, Article):
            found = self._as_named(look, self._as_kept(look, found))
        if isinstance(found, str) and found in FAULTS:
            self._run.drop([look.key], found)
        elif isinstance(found, str):
            self.unread[found] += 1
        elif found and first.visit.imported_from and self._is_older(found):
            self.unread[OLDER] += 1
        elif found:
            self._pass(found)
            # Today's profile may see no article key in an address that was asked for under one.
            if self._fresh.urls.outcome(look.key) is None:
                self._run.settle([look.key], NO_ARTICLE, None)

    def _answered(self, key: str, asked: str) -> None:
        """Let a look have its effect of whose page there is no text: the article is there."""
        articles = self._fresh.articles
        article_id = articles.id_of(key)
        kept = articles.kept(article_id) if article_id else None
        if article_id and kept:
            self._run.doubts.well(article_id, asked, self._when)
            if kept.status == "withdrawn":
                articles.restore(article_id)

    def _as_kept(self, look: Look, article: Article) -> Article | str:
        """Return *article*, read by what it was read by when it was first kept."""
        versions, begun = self._reader.versions, self._begun[look.key]
        first = self._fresh.templates.first_kept(self._run.keys_of(article)) or look.first.when
        is_so = versions.at(first) is versions.at(begun)
        return article if is_so else self._reader.read(look, first)

    def _as_named(self, look: Look, found: Article | str) -> Article | str:
        """Return *found* with the id it got then, if keys were spelt otherwise at that time."""
        profile = self._reader.profile
        key = profile.respelt(look.key)
        if key == look.key or isinstance(found, str) or found.id != f"{profile.site}/{key}":
            return found
        return replace(found, id=f"{profile.site}/{look.key}")

    def _seen(self, sighting: Sighting | None) -> Sighting | None:
        """Return *sighting* without the addresses that were taken down since."""
        if sighting is None:
            return None
        urls = tuple(url for url in sighting.urls if not self._fresh.purged.holds(None, url))
        return replace(sighting, urls=urls)

    def _pass(self, article: Article) -> None:
        try:
            for stage in self._stages:
                article = stage(article)
        except DropItem:
            return  # counted by the run, which the stage told why

    def _kept_from(self, look: Look) -> str | None:
        """Return the article that is kept as it was read from this very page."""
        article_id = self._fresh.articles.id_of(look.key)
        kept = self._fresh.articles.kept(article_id) if article_id else None
        record_id = orjson.loads(kept.line)["warc"]["record_id"] if kept else None
        return article_id if record_id == look.first.warc.record_id else None

    def _is_older(self, article: Article) -> bool:
        """Return whether what is known already was told later than the page of *article*."""
        known = (self._fresh.articles.id_of(key) for key in self._run.keys_of(article))
        kept = [self._fresh.articles.kept(article_id) for article_id in known if article_id]
        return any(article.fetched_at <= _last_told(one) for one in kept if one)


def _last_told(kept: Kept) -> datetime:
    """Return when the page of *kept* was fetched, or when it was gone."""
    record = orjson.loads(kept.line)
    return datetime.fromisoformat(record["withdrawn_at"] or record["fetched_at"])
