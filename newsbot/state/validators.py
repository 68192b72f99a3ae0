"""What the sites said of their listings with each answer, and which hosts said what is not so."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from newsbot.state.instants import instant
from newsbot.validator import Validator

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


class LastAnswer(NamedTuple):
    """The last answer that brought a listing as a whole.

    *url* is where it answered, behind all redirects; *shown* is a digest of what it showed,
    *reading* says by which rules it was read; *record_id* is its record in the archive.
    *unchanged* counts the looks since then that a 304 has answered; *is_proven*: its site was once
    found to tell the truth about it.
    """

    url: str
    validator: Validator
    shown: str
    reading: str
    record_id: str | None
    looked: datetime
    unchanged: int = 0
    is_proven: bool = False


class Validators:
    """One row for every listing whose last answer bore a validator, and what hosts are worth."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def of(self, listing: str) -> LastAnswer | None:
        """Return the last answer of *listing*, ``None`` if there is none with a validator."""
        row = self._db.execute(
            "SELECT url, etag, modified, shown, reading, record_id, looked, unchanged, proven"
            " FROM validator WHERE listing = ?",
            (listing,),
        ).fetchone()
        if row is None:
            return None
        url, etag, modified, shown, reading, record_id, looked, unchanged, proven = row
        return LastAnswer(
            url=url,
            validator=Validator(etag, modified),
            shown=shown,
            reading=reading,
            record_id=record_id,
            looked=datetime.fromisoformat(looked),
            unchanged=unchanged,
            is_proven=bool(proven),
        )

    def keep(self, listing: str, answer: LastAnswer) -> None:
        """Note *answer* as the last one of *listing*."""
        self._db.execute(
            "INSERT OR REPLACE INTO validator VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                listing,
                answer.url,
                *answer.validator,
                answer.shown,
                answer.reading,
                answer.record_id,
                instant(answer.looked),
                answer.unchanged,
                answer.is_proven,
            ),
        )

    def unchanged(self, listing: str) -> None:
        """Note that a look at *listing* was answered by 304."""
        self._db.execute(
            "UPDATE validator SET unchanged = unchanged + 1 WHERE listing = ?", (listing,)
        )

    def forget(self, listing: str) -> None:
        """Forget the last answer of *listing*."""
        self._db.execute("DELETE FROM validator WHERE listing = ?", (listing,))

    def forget_urls(self, is_there: Callable[[str], bool]) -> None:
        """Forget the answers of all listings whose URL, asked or answering, *is_there*."""
        for listing, url in self._db.execute("SELECT listing, url FROM validator").fetchall():
            if is_there(url) or is_there(listing.partition(" ")[2]):
                self.forget(listing)

    def vouch(self, host: str, now: datetime) -> None:
        """Note that a validator of *host* has changed together with what its listing showed."""
        self._db.execute("INSERT OR IGNORE INTO vouched VALUES (?, ?)", (host, instant(now)))

    def is_believed(self, host: str) -> bool:
        """Return whether a validator of *host* was seen to change, and *host* never to lie."""
        query = "SELECT 1 FROM vouched WHERE host = ?1 AND ?1 NOT IN (SELECT host FROM liar)"
        return self._db.execute(query, (host,)).fetchone() is not None

    def distrust(self, host: str, why: str, now: datetime) -> bool:
        """Note that *host* was caught lying; return whether it had never been before."""
        added = self._db.execute(
            "INSERT OR IGNORE INTO liar VALUES (?, ?, ?)", (host, instant(now), why)
        )
        return added.rowcount > 0

    def is_liar(self, host: str) -> bool:
        """Return whether *host* was ever caught lying."""
        query = "SELECT 1 FROM liar WHERE host = ?"
        return self._db.execute(query, (host,)).fetchone() is not None
