"""The articles that the clusters of copies do not know yet as they stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


class Unlinked:
    """One row for every article kept, changed or removed since the clusters were told of it.

    The rows are made by triggers, in the transaction of whatever happens to an article.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def know(self, clusters: str) -> bool:
        """Have every article be told anew unless it is these *clusters* that know the others.

        They are others where the file was lost, or the site came from another machine. Returns
        whether they are.
        """
        if self._known() == clusters:
            return False
        self._db.execute("DELETE FROM linked")
        self._db.execute("INSERT INTO linked VALUES (?)", (clusters,))
        self._db.execute("INSERT OR IGNORE INTO unlinked SELECT id FROM article")
        return True

    def is_told(self) -> bool:
        """Return whether any clusters were ever told."""
        return self._known() is not None

    def _known(self) -> str | None:
        row = self._db.execute("SELECT clusters FROM linked").fetchone()
        return row[0] if row else None

    def trust(self, clusters: str) -> None:
        """Note that these *clusters* know every article as it stands now."""
        self._db.execute("DELETE FROM linked")
        self._db.execute("INSERT INTO linked VALUES (?)", (clusters,))
        self._db.execute("DELETE FROM unlinked")

    def first(self, most: int) -> list[tuple[str, bytes | None]]:
        """Return the ids of at most so many, each with its line.

        Those kept no more come first, with ``None``.
        """
        return self._db.execute(
            "SELECT unlinked.id, line FROM unlinked LEFT JOIN article USING (id)"
            " ORDER BY line IS NOT NULL, unlinked.id LIMIT ?",
            (most,),
        ).fetchall()

    def done(self, ids: Iterable[str]) -> None:
        """Note that the clusters know the articles *ids* as they stand now."""
        self._db.executemany("DELETE FROM unlinked WHERE id = ?", ((one,) for one in ids))

    def count(self) -> int:
        """Return how many there are."""
        (number,) = self._db.execute("SELECT count(*) FROM unlinked").fetchone()
        return int(number)
