"""What clusters are called: as they were in the lines of articles, or by who began them."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping

_SIGNS = 16  # in a name


class Names:
    """The names in *db*, also those that the lines of articles knew before the file was made."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def keep(self, names: Mapping[str, str]) -> None:
        """Keep the *names* of the clusters that articles were in, by id; the first ones stay."""
        self._db.executemany("INSERT OR IGNORE INTO named VALUES (?, ?)", names.items())

    def forget(self, ids: Collection[str]) -> None:
        """Keep nothing of the articles *ids*."""
        self._db.executemany("DELETE FROM named WHERE id = ?", [(one,) for one in ids])

    def free(self, ids: Collection[str]) -> str:
        """Return a name that no cluster has for one of *ids*, of which the first came out first.

        It follows from that one, whose id it does not tell, where none of them had a name.
        """
        query = "SELECT name FROM named WHERE id = ?"
        known = [name for one in ids for (name,) in self._db.execute(query, (one,))]
        name = known[0] if known else _digest(next(iter(ids)))
        while self._db.execute("SELECT 1 FROM cluster WHERE name = ?", (name,)).fetchone():
            name = _digest(name)
        return name


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_SIGNS]
