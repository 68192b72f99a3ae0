"""Looks at articles: those of a run until they are weighed, and what early ones have found."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from newsbot.state.instants import instant

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

# An article that was kept earlier answered as such; one was kept that was new; else what was met.
WELL, NEW = "well", "new"
_WITNESSES = """
SELECT id, key, url FROM url JOIN identity USING (key) JOIN article USING (id)
    WHERE outcome = 'kept' AND fetched_run < ? AND status = 'live'
    AND id NOT IN (SELECT id FROM look) AND {due} LIMIT 100"""
_AWAITED, _SETTLED = "due > ? ORDER BY due", "due IS NULL AND ? > '' ORDER BY key DESC"


class Look(NamedTuple):
    """What a look at the article *id*, asked for by *key* at *url*, met at the instant *seen*."""

    id: str
    key: str
    url: str
    met: str
    seen: datetime


class Witness(NamedTuple):
    """An article that may be looked at to hear whether its site answers well."""

    id: str
    key: str
    url: str


class Looks:
    """What looks at articles have met."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def note(self, look: Look) -> None:
        """Note *look* until all of the run are weighed; an article that answered well did so."""
        self._db.execute(
            "INSERT INTO look VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " key = excluded.key, url = excluded.url, met = excluded.met, seen = excluded.seen"
            " WHERE met <> ?",
            (look.id, look.key, look.url, look.met, instant(look.seen), WELL),
        )

    def all(self) -> list[Look]:
        """Return the looks that are not weighed yet."""
        rows = self._db.execute("SELECT id, key, url, met, seen FROM look ORDER BY id")
        return [
            Look(article_id, key, url, met, datetime.fromisoformat(seen))
            for article_id, key, url, met, seen in rows
        ]

    def clear(self) -> None:
        """Forget the looks that were not weighed yet."""
        self._db.execute("DELETE FROM look")

    def witnesses(self, run: int, now: datetime) -> list[Witness]:
        """Return some live articles that the *run* has not asked for.

        First those that are due next, for a look at them costs least; then some of the others.
        """
        rows = [
            row
            for due in (_AWAITED, _SETTLED)
            for row in self._db.execute(_WITNESSES.format(due=due), (run, instant(now)))
        ]
        return [Witness(*row) for row in rows]

    def await_early(self, article_id: str, due: datetime | None) -> None:
        """Note when *article_id* is due for an early look, ``None`` for none."""
        moment = instant(due) if due else None
        self._db.execute(
            "INSERT INTO early VALUES (?1, ?2, 0, 0) ON CONFLICT (id) DO UPDATE SET due = ?2",
            (article_id, moment),
        )

    def awaited(self, article_id: str) -> datetime | None:
        """Return when *article_id* is due for an early look, ``None`` if for none."""
        row = self._db.execute("SELECT due FROM early WHERE id = ?", (article_id,)).fetchone()
        return datetime.fromisoformat(row[0]) if row and row[0] else None

    def count_early(self, article_id: str, *, has_changed: bool) -> None:
        """Count a look at *article_id*, if it was made because an early one was due."""
        self._db.execute(
            "UPDATE early SET looks = looks + 1, found = found + ?1 WHERE id = ?2 AND EXISTS"
            " (SELECT 1 FROM url JOIN identity USING (key)"
            "  WHERE identity.id = early.id AND url.due = early.due)",
            (has_changed, article_id),
        )

    def early(self) -> tuple[int, int]:
        """Return how many early looks articles of the last week have had, and how many paid."""
        looks, found = self._db.execute("SELECT total(looks), total(found) FROM early").fetchone()
        return int(looks), int(found)

    def forget_early(self, article_id: str) -> None:
        """Forget the early looks at *article_id*, which has had its last look."""
        self._db.execute("DELETE FROM early WHERE id = ?", (article_id,))

    def forget(self, article_ids: Iterable[str]) -> None:
        """Forget what looks at the articles *article_ids* have met."""
        for article_id in article_ids:
            self.forget_early(article_id)
            self._db.execute("DELETE FROM look WHERE id = ?", (article_id,))

    def add_fault(self, day: date) -> int:
        """Note that the site was at fault on *day*; return on how many days it was in a row."""
        self._db.execute("INSERT OR IGNORE INTO fault VALUES (?)", (day.isoformat(),))
        (days,) = self._db.execute("SELECT count(*) FROM fault").fetchone()
        return int(days)

    def end_faults(self) -> None:
        """Note that the site is no longer at fault."""
        self._db.execute("DELETE FROM fault")
