"""The article addresses of a site: who showed them, what came of them, when they are due."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from newsbot.schedule import LAST_LOOK
from newsbot.state.instants import instant
from newsbot.urls import without_tracking
from newsbot.visit import Sighting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

# Comes before every instant: due, whatever a clock says that may have been put back since.
_AT_ONCE = ""
# No schedule reaches so far: what is due later was noted while the clock was wrong.
_BEYOND = LAST_LOOK + timedelta(days=2)
# Every key of the article that the first parameter is a key of.
_SIGHTING = """
    WITH one AS (SELECT ?1 AS key UNION SELECT key FROM identity
                 WHERE id = (SELECT id FROM identity WHERE key = ?1))
    SELECT 'first', min(first_seen) FROM url JOIN one USING (key)
    UNION SELECT 'channel', channel FROM channel JOIN one USING (key)
    UNION SELECT 'url', alias.url FROM alias JOIN one USING (key)
    ORDER BY 1, 2"""


# An early look comes after those that settle something.
_DUE = """
    SELECT key FROM url WHERE due <= ? OR due > ? ORDER BY fetched_run IS NOT NULL,
    EXISTS (SELECT 1 FROM identity JOIN early USING (id)
            WHERE identity.key = url.key AND early.due = url.due), due, first_seen, key"""


class Urls:
    """One row for every article key ever followed; *run* is the number of the present run."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.run = 0

    def show(self, key: str, url: str, channel: str, now: datetime) -> None:
        """Note that *channel* shows the article *key* at *url*.

        One never seen is due at once; so is one that was gone, once it is listed anew (a trigger).
        """
        moment = instant(now)
        self._db.execute(
            "INSERT INTO url (key, url, first_seen, first_run, listed_run, due)"
            " VALUES (:key, :url, :now, :run, :run, :due)"
            " ON CONFLICT (key) DO UPDATE SET listed_run = :run,"
            " url = CASE WHEN attempts > 0 THEN :url ELSE url END",
            {"key": key, "url": url, "now": moment, "run": self.run, "due": _AT_ONCE},
        )
        self.add_alias(key, url)
        self._db.execute("INSERT OR IGNORE INTO channel VALUES (?, ?, ?)", (key, channel, moment))

    def recall(self, key: str, url: str, sighting: Sighting | None, when: datetime) -> None:
        """Note what an archive tells of the article *key*, asked for at *url* at that time."""
        seen = sighting or Sighting(first_seen=when)
        first = instant(seen.first_seen)
        self._db.execute(
            "INSERT OR IGNORE INTO url (key, url, first_seen, first_run, listed_run, due)"
            " VALUES (?1, ?2, ?3, ?4, ?4, ?3)",
            (key, url, first, self.run),
        )
        for alias in (url, *seen.urls):
            self.add_alias(key, alias)
        self._db.executemany(
            "INSERT OR IGNORE INTO channel VALUES (?, ?, ?)",
            ((key, channel, first) for channel in seen.channels),
        )

    def still_listed(self, keys: Iterable[str]) -> None:
        """Note that a listing of the present run shows the articles *keys*, where known."""
        self._db.executemany(
            "UPDATE url SET listed_run = ? WHERE key = ?", ((self.run, key) for key in keys)
        )

    def add_alias(self, key: str, url: str) -> None:
        """Note that the article *key* has been seen at *url*, in whatever session that was."""
        alias = without_tracking(url)
        self._db.execute("INSERT OR IGNORE INTO alias VALUES (?, ?)", (key, alias))

    def is_due(self, key: str, now: datetime) -> bool:
        """Return whether the article *key* is to be fetched by *now*; one unknown is."""
        row = self._db.execute("SELECT due FROM url WHERE key = ?", (key,)).fetchone()
        if row is None:
            return True
        (due,) = row
        return due is not None and not instant(now) < due <= instant(now + _BEYOND)

    def is_fetched(self, key: str) -> bool:
        """Return whether the article *key* has ever answered."""
        return self._value("SELECT fetched_run FROM url WHERE key = ?", key) is not None

    def outcome(self, key: str) -> str | None:
        """Return what came of fetching *key*, ``None`` where nothing did yet."""
        outcome: str | None = self._value("SELECT outcome FROM url WHERE key = ?", key)
        return outcome

    def has(self, key: str) -> bool:
        """Return whether anything has ever shown the article *key*."""
        return self._value("SELECT 1 FROM url WHERE key = ?", key) is not None

    def is_old(self, key: str, since: datetime | None = None) -> bool:
        """Return whether the article *key* was known before the present run, and by *since*."""
        row = self._db.execute(
            "SELECT first_run, first_seen FROM url WHERE key = ?", (key,)
        ).fetchone()
        return bool(row and row[0] != self.run and (since is None or row[1] <= instant(since)))

    def median_seen(self, keys: Iterable[str]) -> datetime | None:
        """Return before when half of the articles *keys* were first seen; ``None`` of none."""
        seen = sorted(first for key in keys if (first := self.first_seen(key)))
        return seen[len(seen) // 2] if seen else None

    def set_day(self, keys: Iterable[str], day: date) -> None:
        """Note that a listing says the articles *keys* came out on *day*; the first word stands."""
        self._db.executemany(
            "UPDATE url SET day = ? WHERE key = ? AND day IS NULL",
            ((day.isoformat(), key) for key in keys),
        )

    def day_of(self, key: str) -> date | None:
        """Return the day on which the article *key* came out, as a listing has it."""
        day = self._value("SELECT day FROM url WHERE key = ?", key)
        return date.fromisoformat(day) if day else None

    def is_listed(self, key: str) -> bool:
        """Return whether a listing has shown the article *key* in the present run."""
        return bool(self._value("SELECT listed_run FROM url WHERE key = ?", key) == self.run)

    def count_passed_over(self) -> int:
        """Return how many kept articles the present run saw listed and had no cause to fetch."""
        (number,) = self._db.execute(
            "SELECT count(*) FROM url WHERE outcome = 'kept' AND listed_run = ?1"
            " AND fetched_run < ?1",
            (self.run,),
        ).fetchone()
        return int(number)

    def due(self, now: datetime) -> list[str]:
        """Return the keys of all articles due: those never fetched first, early looks last.

        Of each the longest due.
        """
        rows = self._db.execute(_DUE, (instant(now), instant(now + _BEYOND)))
        return [key for (key,) in rows]

    def has_unfetched(self, now: datetime) -> bool:
        """Return whether an article is due that has never answered."""
        row = self._db.execute(
            "SELECT 1 FROM url WHERE due <= ? AND fetched_run IS NULL LIMIT 1", (instant(now),)
        ).fetchone()
        return row is not None

    def make_due(self, keys: Iterable[str], now: datetime) -> None:
        """Have the articles *keys* fetched again, whatever their schedule says."""
        moment = instant(now)
        self._db.executemany(
            "UPDATE url SET due = ? WHERE key = ?", ((moment, key) for key in keys)
        )

    def lose(self, keys: Iterable[str]) -> None:
        """Have the articles *keys* fetched as if none had ever answered: their pages are lost."""
        self._db.executemany(
            "UPDATE url SET due = ?, fetched_run = NULL WHERE key = ?",
            ((_AT_ONCE, key) for key in keys),
        )

    def settle(self, key: str, outcome: str, now: datetime, due: datetime | None) -> None:
        """Note what came of fetching *key*, and when it is due again, ``None`` for never."""
        self._db.execute(
            "UPDATE url SET fetched = ?, fetched_run = ?, outcome = ?, due = ?, attempts = 0,"
            " gone_on = NULL WHERE key = ?",
            (instant(now), self.run, outcome, instant(due) if due else None, key),
        )

    def failures(self, key: str) -> int:
        """Return how often fetching *key* has failed since it last answered."""
        return int(self._value("SELECT attempts FROM url WHERE key = ?", key) or 0)

    def fail(self, key: str, due: datetime, outcome: str | None = None) -> None:
        """Note that fetching *key* failed, perhaps with *outcome*, to be tried again at *due*."""
        query = "UPDATE url SET attempts = attempts + 1, due = ?, outcome = coalesce(?, outcome)"
        self._db.execute(f"{query} WHERE key = ?", (instant(due), outcome, key))

    def miss(self, key: str, day: date, due: datetime) -> date:
        """Note evidence of *day* that *key* is gone; return the first day of such evidence."""
        self._db.execute(
            "UPDATE url SET gone_on = coalesce(gone_on, ?), due = ? WHERE key = ?",
            (day.isoformat(), instant(due), key),
        )
        first = self._value("SELECT gone_on FROM url WHERE key = ?", key)
        return date.fromisoformat(first) if first else day

    def sighting(self, key: str) -> Sighting | None:
        """Return what is known of the article *key*, under whatever key it was listed."""
        rows = self._db.execute(_SIGHTING, (key,)).fetchall()
        told = {kind: [value for name, value in rows if name == kind] for kind, _ in rows}
        (first,) = told["first"]
        if first is None:
            return None
        return Sighting(
            first_seen=datetime.fromisoformat(first),
            channels=tuple(told.get("channel", ())),
            urls=tuple(told.get("url", ())),
        )

    def channel_of(self, key: str) -> str | None:
        """Return one of the channels that have shown the article *key*."""
        channel: str | None = self._value("SELECT min(channel) FROM channel WHERE key = ?", key)
        return channel

    def first_seen(self, key: str) -> datetime | None:
        """Return when the article *key* was first listed."""
        first = self._value("SELECT first_seen FROM url WHERE key = ?", key)
        return datetime.fromisoformat(first) if first else None

    def seen(self, keys: Iterable[str]) -> set[str]:
        """Return every URL at which the articles *keys* have been seen."""
        query = "SELECT url FROM alias WHERE key = ?1 UNION SELECT url FROM url WHERE key = ?1"
        return {url for key in keys for (url,) in self._db.execute(query, (key,))}

    def keys_at(self, url: str) -> set[str]:
        """Return the article keys that have been seen at *url*."""
        return {key for (key,) in self._db.execute("SELECT key FROM alias WHERE url = ?", (url,))}

    def forget(self, keys: Iterable[str], urls: Iterable[str]) -> None:
        """Forget the articles *keys*, and the *urls* as aliases of whatever article."""
        for query in (
            "DELETE FROM alias WHERE key = ?",
            "DELETE FROM channel WHERE key = ?",
            "DELETE FROM url WHERE key = ?",
        ):
            self._db.executemany(query, ((key,) for key in keys))
        self._db.executemany("DELETE FROM alias WHERE url = ?", ((url,) for url in urls))

    def url_of(self, key: str) -> str | None:
        """Return where to ask for *key*: where it was first listed, after a failure where last."""
        url: str | None = self._value("SELECT url FROM url WHERE key = ?", key)
        return url

    def _value(self, query: str, *values: str) -> Any:
        row = self._db.execute(query, values).fetchone()
        return row[0] if row else None
