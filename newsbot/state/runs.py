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
        """Return up to which day two runs left nothing to be found, or the only one that did.

        So every day is looked at by two runs at least. A day after *today* was settled while the
        clock was wrong, and is none.
        """
        rows = self._db.execute(
            "SELECT DISTINCT settled FROM run WHERE settled <= ? ORDER BY settled DESC LIMIT 2",
            (today.isoformat(),),
        ).fetchall()
        return date.fromisoformat(rows[-1][0]) if rows else None

    def last_news(self) -> datetime | None:
        """Return when a run began that brought in new articles, the last one."""
        (moment,) = self._db.execute(
            "SELECT max(started) FROM run WHERE json_extract(report, '$.new') > 0"
        ).fetchone()
        return datetime.fromisoformat(moment) if moment else None
