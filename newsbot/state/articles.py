"""The articles kept of a site: identities, revisions, and the months to be rendered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from newsbot.corpus import changed, line_of
from newsbot.state.instants import instant

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import datetime

    from newsbot.items import Article


class Kept(NamedTuple):
    """What is kept of an article: its newest revision's number, digest, status and line."""

    revision: int
    fingerprint: str
    status: str
    line: bytes


class Articles:
    """The newest revision of every article, all revisions, and which key means which article."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def id_of(self, key: str) -> str | None:
        """Return the id of the article that *key* belongs to."""
        row = self._db.execute("SELECT id FROM identity WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def identify(self, key: str, article_id: str) -> None:
        """Note that *key* belongs to the article *article_id*; the first word on a key stands."""
        self._db.execute("INSERT OR IGNORE INTO identity VALUES (?, ?)", (key, article_id))

    def kept(self, article_id: str) -> Kept | None:
        """Return what is kept of *article_id*."""
        row = self._db.execute(
            "SELECT revision, fingerprint, status, line FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        return Kept(*row) if row else None

    def keep(self, article: Article, fold: str) -> None:
        """Keep *article* as the newest revision of its id, linked with those of one *fold*.

        The articles that it was a copy of till now are linked without it.
        """
        before = self._db.execute("SELECT fold FROM article WHERE id = ?", (article.id,)).fetchone()
        line = line_of(article)
        published = instant(article.date_published) if article.date_published else None
        day = article.date.isoformat() if article.date else None
        self._db.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " revision = excluded.revision, month = excluded.month, day = excluded.day,"
            " published = excluded.published, status = excluded.status,"
            " fingerprint = excluded.fingerprint, fold = excluded.fold, line = excluded.line",
            (
                article.id,
                article.revision,
                day[:7] if day else "undated",
                day,
                published,
                article.status,
                article.fingerprint,
                fold,
                line,
            ),
        )
        self._db.execute(
            "INSERT INTO revision VALUES (?, ?, ?, ?)",
            (article.id, article.revision, instant(article.fetched_at), line),
        )
        for group in dict.fromkeys([*(before or ()), fold]):
            if group:
                self._link_copies(group)

    def _link_copies(self, fold: str) -> None:
        """Link the articles with one folded text to the first published among them."""
        rows = self._db.execute(
            "SELECT id, line FROM article WHERE fold = ?"
            " ORDER BY coalesce(published, day, '9'), id",
            (fold,),
        ).fetchall()
        first, similarity = (rows[0][0], 1.0) if len(rows) > 1 else (None, None)
        for article_id, line in rows:
            copy_of = None if article_id == first else first
            linked = changed(line, copy_of=copy_of, cluster=first, similarity=similarity)
            self._rewrite(article_id, linked)

    def withdraw(self, article_id: str, when: datetime) -> bool:
        """Mark *article_id* as withdrawn; return whether it was live. Its text stays."""
        kept = self.kept(article_id)
        if kept is None or kept.status == "withdrawn":
            return False
        line = changed(kept.line, status="withdrawn", withdrawn_at=instant(when))
        self._rewrite(article_id, line, "withdrawn")
        return True

    def restore(self, article_id: str) -> None:
        """Mark *article_id*, which was withdrawn, as live again."""
        if kept := self.kept(article_id):
            self._rewrite(article_id, changed(kept.line, status="live", withdrawn_at=None), "live")

    def _rewrite(self, article_id: str, line: bytes, status: str | None = None) -> None:
        """Put *line* in the place of the newest one of *article_id*, as no new revision."""
        self._db.execute(
            "UPDATE article SET line = ?1, status = coalesce(?2, status)"
            " WHERE id = ?3 AND line <> ?1",
            (line, status, article_id),
        )

    def day_of(self, key: str) -> date | None:
        """Return the day of publication of the article that *key* belongs to."""
        row = self._db.execute(
            "SELECT day FROM article JOIN identity USING (id) WHERE key = ?", (key,)
        ).fetchone()
        return date.fromisoformat(row[0]) if row and row[0] else None

    def count(self) -> int:
        """Return how many articles are kept."""
        (number,) = self._db.execute("SELECT count(*) FROM article").fetchone()
        return int(number)

    def stale_months(self) -> list[str]:
        """Return the months to be rendered; a month that an article left comes last."""
        return [
            month for (month,) in self._db.execute("SELECT month FROM stale ORDER BY lost, month")
        ]

    def months(self) -> list[str]:
        """Return the months that hold articles."""
        rows = self._db.execute("SELECT DISTINCT month FROM article ORDER BY 1")
        return [month for (month,) in rows]

    def newest(self) -> Iterator[bytes]:
        """Yield the line of every article."""
        for (line,) in self._db.execute("SELECT line FROM article ORDER BY id"):
            yield line

    def lines(self, month: str) -> Iterator[tuple[bytes, list[str]]]:
        """Yield line and every URL seen of each article of *month*, in the order of the file."""
        rows = self._db.execute(
            "SELECT line, (SELECT group_concat(url, char(10)) FROM"
            "  (SELECT DISTINCT url FROM alias JOIN identity USING (key)"
            "   WHERE identity.id = article.id ORDER BY url))"
            " FROM article WHERE month = ? ORDER BY day, published, id",
            (month,),
        )
        for line, urls in rows:
            yield line, urls.split("\n") if urls else []

    def rendered(self, month: str) -> None:
        """Note that the file of *month* holds what is kept."""
        self._db.execute("DELETE FROM stale WHERE month = ?", (month,))
