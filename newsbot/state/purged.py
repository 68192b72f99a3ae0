"""What was taken down: kept as digests alone, so that it is known again and never told."""

from __future__ import annotations

import json
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from newsbot.archive.file import Place
from newsbot.state.instants import instant
from newsbot.urls import normalise_url

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

# Why a page that was fetched or listed again is not kept.
PURGED = "purged"


class Takedown(NamedTuple):
    """When something was taken down, and why, in the words of who did it."""

    day: date
    reason: str


class Tomb(NamedTuple):
    """A record of the archive that is to be overwritten, with what its tombstone is to say."""

    place: Place
    reason: str
    moment: datetime


class Purged:
    """The articles, or the whole site, taken down, and what of that is still to be done."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._digests: frozenset[str] | None = None

    def add(self, keys: Iterable[str], urls: Iterable[str], takedown: Takedown) -> None:
        """Note that the article with these *keys* and *urls* was taken down."""
        self._add("key", keys, takedown)
        self._add("url", map(normalise_url, urls), takedown)

    def add_site(self, site: str, takedown: Takedown) -> None:
        """Note that the whole *site* was taken down."""
        self._add("site", [site], takedown)

    def take_over(self, other: Purged) -> None:
        """Note what *other* holds, as in a state that is made anew beside an older one."""
        rows = other._db.execute("SELECT digest, kind, day, reason, done FROM purged")
        self._db.executemany("INSERT OR REPLACE INTO purged VALUES (?, ?, ?, ?, ?)", rows)
        self._digests = None

    def holds(self, key: str | None, url: str | None = None) -> bool:
        """Return whether the article *key*, or what lies at *url*, was taken down."""
        names = (key, url and normalise_url(url))
        return any(_digest(name) in self._held() for name in names if name)

    def earliest(self, keys: Iterable[str], urls: Iterable[str]) -> Takedown | None:
        """Return the first takedown of anything that has one of these *keys* or *urls*, if any."""
        names = {*keys, *map(normalise_url, urls)}
        row = self._db.execute(
            "SELECT day, reason FROM purged WHERE digest IN (SELECT value FROM json_each(?))"
            " ORDER BY day LIMIT 1",
            (json.dumps([_digest(name) for name in names]),),
        ).fetchone()
        return _takedown(row) if row else None

    def is_empty(self) -> bool:
        """Return whether nothing was ever taken down."""
        return not self._held()

    def site(self) -> Takedown | None:
        """Return when and why the whole site was taken down, ``None`` if it was not."""
        row = self._db.execute("SELECT day, reason FROM purged WHERE kind = 'site'").fetchone()
        return _takedown(row) if row else None

    def is_pending(self) -> bool:
        """Return whether something taken down may still stand in a file."""
        return bool(self._db.execute("SELECT 1 FROM purged WHERE NOT done LIMIT 1").fetchone())

    def bury(self, tombs: Iterable[Tomb]) -> None:
        """Note the *tombs*, which are to be filled once this is committed."""
        self._db.executemany(
            "INSERT OR REPLACE INTO tomb VALUES (?, ?, ?, ?, ?, ?)",
            (
                (place.file, place.offset, place.length, place.record_id, reason, instant(moment))
                for place, reason, moment in tombs
            ),
        )

    def tombs(self) -> Iterator[Tomb]:
        """Yield the tombs that are to be filled, file by file."""
        rows = self._db.execute(
            "SELECT file, offset, length, record_id, reason, moment FROM tomb ORDER BY file, offset"
        )
        for file, offset, length, record_id, reason, moment in rows.fetchall():
            place = Place(file=file, offset=offset, length=length, record_id=record_id)
            yield Tomb(place, reason, datetime.fromisoformat(moment))

    def filled(self) -> None:
        """Note that all tombs are filled."""
        self._db.execute("DELETE FROM tomb")

    def settle(self) -> None:
        """Note that nothing that was taken down stands in any file."""
        self._db.execute("UPDATE purged SET done = 1")

    def _held(self) -> frozenset[str]:
        if self._digests is None:
            rows = self._db.execute("SELECT digest FROM purged")
            self._digests = frozenset(digest for (digest,) in rows)
        return self._digests

    def _add(self, kind: str, names: Iterable[str], takedown: Takedown) -> None:
        self._db.executemany(
            "INSERT INTO purged (digest, kind, day, reason) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (digest) DO UPDATE SET done = 0",
            (
                (_digest(name), kind, takedown.day.isoformat(), takedown.reason)
                for name in sorted(set(names))
            ),
        )
        self._digests = None


def _takedown(row: tuple[str, str]) -> Takedown:
    day, reason = row
    return Takedown(date.fromisoformat(day), reason)


def _digest(name: str) -> str:
    return sha256(name.encode("utf-8", "replace")).hexdigest()
