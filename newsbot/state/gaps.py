"""The gaps between two looks at a listing, and which of them were walked back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from newsbot.state.instants import instant

if TYPE_CHECKING:
    import sqlite3

# What cannot be reached through the listing itself: it ends before the gap does.
_BEYOND = 0


class Gap(NamedTuple):
    """What may have run past a listing unseen: after *since*, before *until*."""

    listing: str
    since: datetime
    until: datetime


class Gaps:
    """One row for every gap ever met."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def find(self, listing: str, since: datetime, until: datetime, run: int) -> None:
        """Note a gap that *run* has met; one of the same listing that is open takes it in."""
        if listing in self.open():
            self._db.execute(
                "UPDATE gap SET until = ? WHERE listing = ? AND healed IS NULL",
                (instant(until), listing),
            )
            return
        self._db.execute(
            "INSERT OR IGNORE INTO gap VALUES (?, ?, ?, ?, NULL)",
            (listing, instant(since), instant(until), run),
        )

    def open(self) -> dict[str, Gap]:
        """Return, by listing, the gaps that are still to be walked back."""
        rows = self._db.execute("SELECT listing, since, until FROM gap WHERE healed IS NULL")
        return {
            listing: Gap(listing, datetime.fromisoformat(since), datetime.fromisoformat(until))
            for listing, since, until in rows
        }

    def heal(self, listing: str, run: int) -> None:
        """Note that *run* has walked *listing* back to what was known."""
        self._db.execute(
            "UPDATE gap SET healed = ? WHERE listing = ? AND healed IS NULL", (run, listing)
        )

    def give_up(self, listing: str) -> None:
        """Note that *listing* ends before its gap does, so that only others can close it."""
        self._db.execute(
            "UPDATE gap SET healed = ? WHERE listing = ? AND healed IS NULL", (_BEYOND, listing)
        )

    def bridge(self, run: int, since: datetime) -> None:
        """Note that the other listings of *run* have closed the gaps given up after *since*."""
        self._db.execute(
            "UPDATE gap SET healed = ? WHERE healed = ? AND since >= ?",
            (run, _BEYOND, instant(since)),
        )

    def count(self, run: int) -> dict[str, int]:
        """Return how many gaps *run* found, and how many it healed, its own or earlier ones."""
        ((found, healed),) = self._db.execute(
            "SELECT count(CASE WHEN found = ?1 THEN 1 END), count(CASE WHEN healed = ?1 THEN 1 END)"
            " FROM gap",
            (run,),
        )
        return {"found": found, "healed": healed}

    def unhealed(self) -> list[Gap]:
        """Return the gaps that nothing has closed yet, open or given up, the oldest first."""
        rows = self._db.execute(
            "SELECT listing, since, until FROM gap WHERE healed IS NULL OR healed = ?"
            " ORDER BY since, listing",
            (_BEYOND,),
        )
        return [
            Gap(listing, datetime.fromisoformat(since), datetime.fromisoformat(until))
            for listing, since, until in rows
        ]
