"""The patterns of addresses that lead into a trap, as runs have found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


class KeptTraps:
    """One row for every pattern whose pages have brought nothing, till one of them does."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def spent(self, kind: str) -> frozenset[str]:
        """Return the patterns of that *kind*, listings or articles, that brought nothing."""
        rows = self._db.execute("SELECT pattern FROM trap WHERE kind = ?", (kind,))
        return frozenset(pattern for (pattern,) in rows)

    def note(self, kind: str, pattern: str, *, is_spent: bool) -> None:
        """Note whether the pages of a *pattern* have brought nothing."""
        statement = (
            "INSERT OR IGNORE INTO trap VALUES (?, ?)"
            if is_spent
            else "DELETE FROM trap WHERE kind = ? AND pattern = ?"
        )
        self._db.execute(statement, (kind, pattern))

    def places(self) -> dict[str, int]:
        """Return by pattern how many listings of it had their turn in earlier runs."""
        return dict(self._db.execute("SELECT pattern, place FROM turn"))

    def set_place(self, pattern: str, place: int) -> None:
        """Note that the first listings of a *pattern* up to *place* had their turn; 0: all had."""
        self._db.execute("DELETE FROM turn WHERE pattern = ?", (pattern,))
        if place:
            self._db.execute("INSERT INTO turn VALUES (?, ?)", (pattern, place))
