"""The rhythm of every listing, and how far its stamps are to be believed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from newsbot.rhythm import Rhythm
from newsbot.state.instants import instant

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

# A stamp of a listing is no longer believed when fewer than one in five of so many that changed
# stood for a change of the text.
_STAMPS, _BORNE = 10, 0.2


class Standing(NamedTuple):
    """A listing that every run begins with, though no profile may name it."""

    url: str
    channel: str


class Rhythms:
    """One row for every listing that has answered as the first page of its kind."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def of(self, address: str) -> Rhythm | None:
        """Return the rhythm of the listing at *address*, ``None`` if it has never answered."""
        row = self._db.execute(
            "SELECT looked, pause, vain, safe FROM listing WHERE address = ?", (address,)
        ).fetchone()
        if row is None:
            return None
        looked, pause, vain, safe = row
        return Rhythm(
            looked=datetime.fromisoformat(looked),
            pause=timedelta(seconds=pause),
            vain=vain,
            safe=safe,
        )

    def keep(self, address: str, channel: str, rhythm: Rhythm, *, standing: bool) -> None:
        """Note the *rhythm* of the listing at *address* after a look at it."""
        self._db.execute(
            "INSERT INTO listing (address, channel, standing, looked, pause, vain, safe)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (address) DO UPDATE SET"
            " looked = excluded.looked, pause = excluded.pause, vain = excluded.vain,"
            " safe = excluded.safe, standing = max(standing, excluded.standing)",
            (
                address,
                channel,
                standing,
                instant(rhythm.looked),
                rhythm.pause // timedelta(seconds=1),
                rhythm.vain,
                rhythm.safe,
            ),
        )

    def set_safe(self, address: str, number: int) -> None:
        """Note that with *number* entries new the page behind the listing held nothing new."""
        self._db.execute("UPDATE listing SET safe = ? WHERE address = ?", (number, address))

    def set_vain(self, address: str, number: int) -> None:
        """Note that *number* looks in a row at what the listing leads to were vain."""
        self._db.execute("UPDATE listing SET vain = ? WHERE address = ?", (number, address))

    def standing(self) -> Iterator[Standing]:
        """Yield the listings that a run begins with, besides those that the profile names."""
        rows = self._db.execute(
            "SELECT address, channel FROM listing WHERE standing AND address LIKE 'GET %'"
            " ORDER BY channel, address"
        )
        for address, channel in rows.fetchall():
            yield Standing(address.partition(" ")[2], channel)

    def forget(self, address: str) -> None:
        """Forget the listing at *address*, which is no longer there."""
        self._db.execute("DELETE FROM listing WHERE address = ?", (address,))

    def forget_urls(self, is_there: Callable[[str], bool]) -> None:
        """Forget the listings whose URL *is_there*."""
        for (address,) in self._db.execute("SELECT address FROM listing").fetchall():
            if is_there(address.split(" ")[1]):
                self.forget(address)

    def stamp(self, address: str, *, bore: bool) -> None:
        """Count an article looked at for a stamp of this listing; *bore*: its text had changed."""
        self._db.execute(
            "UPDATE listing SET stamped = stamped + 1, borne = borne + ? WHERE address = ?",
            (bore, address),
        )

    def believes_stamps(self, address: str) -> bool:
        """Return whether a changed stamp of this listing is still worth a look at its article."""
        row = self._db.execute(
            "SELECT stamped, borne FROM listing WHERE address = ?", (address,)
        ).fetchone()
        return row is None or row[0] < _STAMPS or row[1] >= _BORNE * row[0]
