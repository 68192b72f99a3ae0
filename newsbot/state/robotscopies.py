"""Copies of robots.txt, so that each is asked for once a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3


class RobotsCopy(NamedTuple):
    """An answer to the request for a robots.txt, *fetched* so many seconds after 1970, UTC."""

    status: int
    body: bytes
    fetched: float


class RobotsCopies:
    """One row for every scheme, host and port."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def of(self, origin: str) -> RobotsCopy | None:
        """Return the copy of *origin*, ``None`` if there is none."""
        row = self._db.execute(
            "SELECT status, CAST(body AS BLOB), fetched FROM robots WHERE origin = ?", (origin,)
        ).fetchone()
        return RobotsCopy(*row) if row else None

    def keep(self, origin: str, copy: RobotsCopy) -> None:
        """Keep *copy* in the place of the one before; it lasts."""
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?)", (origin, *copy))
        self._db.commit()
        self._db.execute("PRAGMA synchronous=NORMAL")
