"""What hosts say of text and data mining in a file of their own."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import orjson

from newsbot.schedule import has_passed
from newsbot.state.instants import instant

if TYPE_CHECKING:
    import sqlite3

    from newsbot.tdmrep import Rule

_PAUSE = timedelta(days=1)


class Reservations:
    """One row for every host that was asked: newsbot only notes what they say."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def is_due(self, host: str, now: datetime) -> bool:
        """Return whether *host* is to be asked at *now*: once a day is enough."""
        row = self._db.execute("SELECT asked FROM reservation WHERE host = ?", (host,)).fetchone()
        return row is None or has_passed(_PAUSE, datetime.fromisoformat(row[0]), now)

    def keep(self, host: str, rules: tuple[Rule, ...], now: datetime) -> None:
        """Note which *rules* the file of *host* held at *now*."""
        row = host, instant(now), orjson.dumps([tuple(rule) for rule in rules]).decode()
        self._db.execute("INSERT OR REPLACE INTO reservation VALUES (?, ?, ?)", row)
