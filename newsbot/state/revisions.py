"""The revisions of the articles kept of a site, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from newsbot.corpus import with_aliases

if TYPE_CHECKING:
    import sqlite3


class Revision(NamedTuple):
    """One revision of an article: its number, the instant it was fetched (UTC), its line."""

    number: int
    fetched: str
    line: bytes

    @property
    def record(self) -> dict[str, Any]:
        """The record that the line holds."""
        record: dict[str, Any] = orjson.loads(self.line)
        return record


class Revisions:
    """Every revision ever kept; reading it changes nothing."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def of(self, article_id: str) -> list[Revision]:
        """Return the revisions of *article_id*, the newest last.

        The newest has the line that its file has but for its copies, with what became of it since
        it was fetched: status, aliases. Earlier ones are as they were when they gave way.
        """
        rows = self._db.execute(
            "SELECT revision, kept, line FROM revision WHERE id = ? ORDER BY revision",
            (article_id,),
        ).fetchall()
        newest = self._db.execute("SELECT line FROM article WHERE id = ?", (article_id,)).fetchone()
        if not rows or not newest:
            return []
        number, fetched, _ = rows.pop()
        line = with_aliases(newest[0], self._urls(article_id))
        return [Revision(*row) for row in [*rows, (number, fetched, line)]]

    def _urls(self, article_id: str) -> list[str]:
        rows = self._db.execute(
            "SELECT DISTINCT url FROM alias JOIN identity USING (key) WHERE id = ? ORDER BY url",
            (article_id,),
        )
        return [url for (url,) in rows]
