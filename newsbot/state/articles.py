"""The articles kept of a site: identities, revisions, and the months to be rendered."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import orjson

from newsbot.corpus import changed, line_of, without_links
from newsbot.state.instants import instant

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterator
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

    def apart(self, article_id: str) -> list[str]:
        """Return the ids that may be kept apart from *article_id*, as ``<article_id>~2``."""
        rows = self._db.execute(
            "SELECT id FROM article WHERE id > ?1 || '~' AND id < ?1 || '~:'", (article_id,)
        )
        return [one for (one,) in rows]

    def is_apart(self, article_id: str) -> bool:
        """Return whether *article_id* is kept apart from another, whose key it bears as well."""
        other, _, number = article_id.rpartition("~")
        return number.isdecimal() and self.kept(other) is not None

    def kept(self, article_id: str) -> Kept | None:
        """Return what is kept of *article_id*."""
        row = self._db.execute(
            "SELECT revision, fingerprint, status, line FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        return Kept(*row) if row else None

    def keep(self, article: Article) -> None:
        """Keep *article* as the newest revision of its id."""
        line = line_of(article)
        published = instant(article.date_published) if article.date_published else None
        day = article.date.isoformat() if article.date else None
        self._db.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " revision = excluded.revision, month = excluded.month, day = excluded.day,"
            " published = excluded.published, status = excluded.status,"
            " fingerprint = excluded.fingerprint, line = excluded.line",
            (
                article.id,
                article.revision,
                day[:7] if day else "undated",
                day,
                published,
                article.status,
                article.fingerprint,
                line,
            ),
        )
        self._db.execute(
            "INSERT INTO revision VALUES (?, ?, ?, ?)",
            (article.id, article.revision, instant(article.fetched_at), line),
        )

    def withdraw(self, article_id: str, when: datetime) -> bool:
        """Mark *article_id* as withdrawn; return whether it was live. Its text stays."""
        kept = self.kept(article_id)
        if kept is None or kept.status == "withdrawn":
            return False
        line = changed(kept.line, status="withdrawn", withdrawn_at=instant(when))
        self._rewrite(article_id, line, "withdrawn")
        return True

    def remove(self, article_id: str) -> int:
        """Forget *article_id*; return how many revisions it had."""
        self._db.execute("DELETE FROM article WHERE id = ?", (article_id,))
        self._db.execute("DELETE FROM identity WHERE id = ?", (article_id,))
        return self._db.execute("DELETE FROM revision WHERE id = ?", (article_id,)).rowcount

    def unlink(self, is_there: Callable[[str], bool]) -> None:
        """Take the related links whose URL *is_there* out of every line of every revision."""
        shorter = partial(without_links, is_there=is_there)
        self._db.create_function("shorter", 1, shorter, deterministic=True)
        self._db.execute("UPDATE article SET line = shorter(line) WHERE line <> shorter(line)")
        self._db.execute("UPDATE revision SET line = shorter(line) WHERE line <> shorter(line)")

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

    def month_of(self, article_id: str) -> str | None:
        """Return the month whose file holds the line of *article_id*."""
        query = "SELECT month FROM article WHERE id = ?"
        row = self._db.execute(query, (article_id,)).fetchone()
        return row[0] if row else None

    def ids(self) -> list[str]:
        """Return the ids of all articles to which a key leads."""
        return [one for (one,) in self._db.execute("SELECT DISTINCT id FROM identity ORDER BY id")]

    def has_day(self, day: date) -> bool:
        """Return whether any article of *day* is kept."""
        query = "SELECT 1 FROM article WHERE day = ? LIMIT 1"
        return self._db.execute(query, (day.isoformat(),)).fetchone() is not None

    def count(self) -> int:
        """Return how many articles are kept."""
        (number,) = self._db.execute("SELECT count(*) FROM article").fetchone()
        return int(number)

    def count_revisions(self) -> int:
        """Return how many revisions are kept."""
        (number,) = self._db.execute("SELECT count(*) FROM revision").fetchone()
        return int(number)

    def stale_months(self, *, lost: bool | None = None) -> list[str]:
        """Return the months to be rendered; a month that an article left comes last.

        Only these where they are *lost*, only others where that is false.
        """
        rows = self._db.execute(
            "SELECT month FROM stale WHERE lost = coalesce(?, lost) ORDER BY lost, month", (lost,)
        )
        return [month for (month,) in rows]

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

    def rendered(self, month: str, length: int) -> None:
        """Note that the file of *month* holds what is kept, in *length* bytes; 0: it is gone."""
        self._db.execute("DELETE FROM stale WHERE month = ?", (month,))
        self._db.execute("DELETE FROM rendered WHERE month = ?", (month,))
        if length:
            self._db.execute("INSERT INTO rendered VALUES (?, ?)", (month, length))

    def lengths(self) -> dict[str, int]:
        """Return how long the file of every month is that does not wait to be rendered anew."""
        return dict(
            self._db.execute(
                "SELECT month, length FROM rendered WHERE month NOT IN (SELECT month FROM stale)"
            )
        )

    def render_anew(self, month: str) -> None:
        """Have the file of *month* rendered, though no article in it has changed."""
        self._db.execute("INSERT OR IGNORE INTO stale (month) VALUES (?)", (month,))

    def lose_pages(self, lost: Collection[str]) -> list[str]:
        """Note that the records *lost* are in no file; return the articles read from them."""
        lines = {
            record["id"]: line
            for line in self.newest()
            if (record := orjson.loads(line))["warc"] and record["warc"]["record_id"] in lost
        }
        for article_id, line in lines.items():
            self._rewrite(article_id, changed(line, warc=None))
        return list(lines)

    def find_page(self, article: Article) -> None:
        """Note where the page of *article*, unchanged, lies now, if that of its line is lost."""
        kept = self.kept(article.id)
        if kept and article.warc and orjson.loads(kept.line)["warc"] is None:
            line = changed(kept.line, fetched_at=article.fetched_at, warc=article.warc)
            self._rewrite(article.id, line)

    def keys(self, article_id: str) -> list[str]:
        """Return the keys that belong to the article *article_id*."""
        rows = self._db.execute("SELECT key FROM identity WHERE id = ?", (article_id,))
        return [key for (key,) in rows]
