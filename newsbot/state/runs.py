"""The runs of a site, and how far they settled it."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from typing import TYPE_CHECKING

from newsbot.state.instants import instant

if TYPE_CHECKING:
    import sqlite3


class Runs:
    """One row for every run."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def begin(self, now: datetime) -> tuple[int, str]:
        """Open a run; return its number and its name: the second it began, made unique."""
        second = now.strftime("%Y%m%d%H%M%S")
        for number in count(1):
            name = second if number == 1 else f"{second}-{number}"
            added = self._db.execute(
                "INSERT OR IGNORE INTO run (name, started) VALUES (?, ?) RETURNING number",
                (name, instant(now)),
            ).fetchone()
            if added:
                break
        return added[0], name

    def end(self, name: str, now: datetime, settled: date | None, report: bytes) -> None:
        """Close the run *name*; *settled* is the day up to which it left nothing to be found."""
        self._db.execute(
            "UPDATE run SET finished = ?, settled = ?, report = ? WHERE name = ?",
            (instant(now), settled.isoformat() if settled else None, report.decode(), name),
        )

    def settled(self, today: date) -> date | None:
        """Return the latest day up to which a run left nothing to be found.

        A day after *today* was settled while the clock was wrong, and is none.
        """
        (day,) = self._db.execute(
            "SELECT max(settled) FROM run WHERE settled <= ?", (today.isoformat(),)
        ).fetchone()
        return date.fromisoformat(day) if day else None
