"""The gaps between two looks at a listing, and which of them were walked back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from newsbot.state.instants import instant

if TYPE_CHECKING:
    import sqlite3

# What cannot be reached through the listing itself: it ends before the gap does.
_BEYOND = 0


class Gap(NamedTuple):
    """What may have run past a listing unseen: after *since*, before *until*.

    It is closed by an article that was first seen between *recent* and *since*: one older than that
    may be pinned.
    """

    listing: str
    since: datetime
    until: datetime
    recent: datetime = datetime.min.replace(tzinfo=UTC)


class Gaps:
    """One row for every gap ever met."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def find(self, gap: Gap, run: int) -> None:
        """Note a *gap* that *run* has met; one of the same listing that is open takes it in."""
        if gap.listing in self.open():
            self._db.execute(
                "UPDATE gap SET until = ? WHERE listing = ? AND healed IS NULL",
                (instant(gap.until), gap.listing),
            )
            return
        instants = (instant(gap.since), instant(gap.until), instant(gap.recent))
        self._db.execute(
            "INSERT OR IGNORE INTO gap (listing, since, until, recent, found)"
            " VALUES (?, ?, ?, ?, ?)",
            (gap.listing, *instants, run),
        )

    def open(self) -> dict[str, Gap]:
        """Return, by listing, the gaps that are still to be walked back."""
        rows = self._db.execute(
            "SELECT listing, since, until, recent FROM gap WHERE healed IS NULL"
        )
        return {row[0]: _read(row) for row in rows}

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

    def bridge(self, listing: str, run: int) -> None:
        """Note that others have closed the gap in *listing* that *run* found and gave up."""
        self._db.execute(
            "UPDATE gap SET healed = ? WHERE listing = ? AND healed = ? AND found = ?",
            (run, listing, _BEYOND, run),
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
            "SELECT listing, since, until, recent FROM gap WHERE healed IS NULL OR healed = ?"
            " ORDER BY since, listing",
            (_BEYOND,),
        )
        return [_read(row) for row in rows]


def _read(row: tuple[str, str, str, str]) -> Gap:
    listing, *instants = row
    since, until, recent = map(datetime.fromisoformat, instants)
    return Gap(listing, since, until, recent)
