"""Newsbot's crawls of a simulated month, one after another in this process."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import datetime
from time import perf_counter
from typing import TYPE_CHECKING

import orjson

from bench.holdings import Holdings, Text
from tests.press.newsroom import monthly_room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.press.month import Month
    from tests.press.monthly import Monthly


class Crawls:
    """Crawls that fill *folder*, of the month that *begin* makes of their paper."""

    def __init__(self, folder: Path, begin: Callable[[Monthly], Month]) -> None:
        self.room = monthly_room(folder)
        self.month = begin(self.room.paper)
        self.exit_codes: Counter[int] = Counter()
        self.seconds = 0.0
        self._requests: Counter[str] = Counter()
        self._revisits: Counter[str] = Counter()
        self._asked: set[str] = set()

    @property
    def told(self) -> str:
        """How many crawls there were, how they ended, and how long they took."""
        codes = ", ".join(f"{n} with {code}" for code, n in sorted(self.exit_codes.items()))
        asked = ", ".join(f"{n} {kind}" for kind, n in sorted(self._requests.items()))
        return (
            f"{self.exit_codes.total()} crawls in {self.seconds:.0f} s, ended {codes}; "
            f"{asked}, {self._revisits.total()} revisits"
        )

    async def crawl_at(self, instants: Iterable[datetime]) -> Holdings:
        """Crawl at each of *instants*, and return what is held in the end."""
        begun = perf_counter()
        for now in instants:
            self.month.advance(now)
            report = await self.room.crawl()
            self.exit_codes[report.exit_code] += 1
            self._count()
        self.seconds += perf_counter() - begun
        return self._holdings()

    async def close(self) -> None:
        """Stop serving the paper."""
        await self.room.close()

    def _count(self) -> None:
        """Count what the last crawl asked for."""
        for request in self.room.paper.requests:
            key = self.room.paper.article_key(request)
            if key is None:
                self._requests["robots" if request.path == "/robots.txt" else "listings"] += 1
            elif key in self._asked:
                self._revisits[key] += 1
            else:
                self._requests["articles"] += 1
                self._asked.add(key)

    def _holdings(self) -> Holdings:
        holdings = Holdings(requests=self._requests, revisits=self._revisits)
        path = self.room.folder / "state" / f"{self.room.name}.sqlite"
        with closing(sqlite3.connect(path)) as db:
            kept = db.execute("SELECT id, kept, line FROM revision ORDER BY id, revision")
            for name, instant, line in kept:
                record = orjson.loads(line)
                text = Text(record["headline"], record["description"], record["body"])
                holdings.take(_key(name), datetime.fromisoformat(instant), text)
            gone = db.execute("SELECT id FROM article WHERE status = 'withdrawn'")
            holdings.gone = {_key(name) for (name,) in gone}
        return holdings


def _key(article_id: str) -> str:
    return article_id.partition("/")[2]
