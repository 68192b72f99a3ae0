"""What each listing showed when it was last looked at, and the forms met that ask for a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import orjson

from newsbot.profilekeys import DayPages

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Sequence


class Entry(NamedTuple):
    """An article as a listing shows it: its key, and what changes when the article does."""

    key: str
    stamp: str


class Listings:
    """The entries of every listing, in its own order."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def entries(self, listing: str) -> list[Entry]:
        """Return what *listing* showed at the last look; nothing if it is new."""
        rows = self._db.execute(
            "SELECT key, stamp FROM shown WHERE listing = ? ORDER BY place", (listing,)
        )
        return [Entry(*row) for row in rows]

    def replace(self, listing: str, entries: Sequence[Entry]) -> None:
        """Remember *entries* as what *listing* shows now."""
        self._note_once(listing)  # a state of an earlier version has not done so
        self._db.execute("DELETE FROM shown WHERE listing = ?", (listing,))
        self._db.executemany(
            "INSERT INTO shown VALUES (?, ?, ?, ?)",
            ((listing, place, *entry) for place, entry in enumerate(entries)),
        )
        self._note_once(listing)

    def has_shown(self, key: str) -> bool:
        """Return whether any listing has ever shown the article *key*, followed or not."""
        row = self._db.execute("SELECT 1 FROM once WHERE key = ?", (key,)).fetchone()
        return row is not None

    def name_parts(self, index: str, parts: Iterable[str]) -> None:
        """Note that the sitemap *index* names the sitemaps *parts*.

        Those it did not name at an earlier look are new, unless this is the first.
        """
        row = self._db.execute("SELECT 1 FROM part WHERE named_by = ? LIMIT 1", (index,))
        is_new = row.fetchone() is not None
        self._db.executemany(
            "INSERT OR IGNORE INTO part VALUES (?, ?, ?)", ((part, index, is_new) for part in parts)
        )

    def is_new_part(self, address: str) -> bool:
        """Return whether the sitemap at *address* is new to its index and not yet looked at."""
        row = self._db.execute("SELECT is_new FROM part WHERE address = ?", (address,)).fetchone()
        return bool(row and row[0])

    def open_part(self, address: str) -> None:
        """Note that the sitemap at *address* has shown what it lists."""
        self._db.execute("UPDATE part SET is_new = 0 WHERE address = ?", (address,))

    def forget(self, keys: Collection[str], is_there: Callable[[str], bool]) -> None:
        """Forget that the articles *keys* were listed, and the forms whose URL *is_there*."""
        for query in ("DELETE FROM shown WHERE key = ?", "DELETE FROM once WHERE key = ?"):
            self._db.executemany(query, ((key,) for key in keys))
        found = self._db.execute("SELECT DISTINCT url FROM dayform").fetchall()
        urls = [row for row in found if is_there(*row)]
        self._db.executemany("DELETE FROM dayform WHERE url = ?", urls)

    def remember_form(self, form: DayPages) -> None:
        """Note a form that asks for a day."""
        fields = orjson.dumps(dict(form.form)).decode()
        self._db.execute(
            "INSERT OR IGNORE INTO dayform VALUES (?, ?, ?)", (form.url, form.method, fields)
        )

    def forms(self) -> list[DayPages]:
        """Return every form that asks for a day which any run has met."""
        rows = self._db.execute("SELECT url, method, form FROM dayform ORDER BY 1, 2, 3")
        return [DayPages(url, method, orjson.loads(form)) for url, method, form in rows]

    def _note_once(self, listing: str) -> None:
        self._db.execute(
            "INSERT OR IGNORE INTO once SELECT key FROM shown WHERE listing = ?", (listing,)
        )
