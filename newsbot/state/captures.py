"""The archive as the state knows it: how far its files are committed, and what they hold."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import orjson

from newsbot.archive.record import Original
from newsbot.items import Warc
from newsbot.state.instants import instant
from newsbot.wishes import NO_WISHES, told_wishes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from newsbot.archive.file import Place, Sealed
    from newsbot.wishes import Wishes


class Captures:
    """One row for every file of the archive and for every ``response`` record in them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, original: Original, place: Place) -> None:
        """Note the ``response`` record *original*, which lies at *place*."""
        moment = instant(original.moment)
        self._db.execute(
            "INSERT INTO capture VALUES (?, ?, ?, ?, ?, ?)",
            (
                original.record_id,
                place.file,
                place.offset,
                original.url,
                moment,
                original.payload_digest,
            ),
        )

    def note_wishes(self, record_id: str, wishes: Wishes) -> None:
        """Note what the last answer with the payload of the record *record_id* asked for."""
        if asks := wishes.fields():
            row = record_id, orjson.dumps(asks).decode()
            self._db.execute("INSERT OR REPLACE INTO wish VALUES (?, ?)", row)
        else:
            self._db.execute("DELETE FROM wish WHERE record_id = ?", (record_id,))

    def wishes(self, url: str) -> Wishes:
        """Return what the last capture of *url* asked for."""
        row = self._db.execute(
            "SELECT asks FROM capture LEFT JOIN wish USING (record_id) WHERE url = ?"
            " ORDER BY moment DESC LIMIT 1",
            (url,),
        ).fetchone()
        return told_wishes(orjson.loads(row[0])) if row and row[0] else NO_WISHES

    def get(self, record_id: str) -> Original | None:
        """Return the ``response`` record *record_id*."""
        return self._first(
            "SELECT record_id, url, moment, digest FROM capture WHERE record_id = ?", (record_id,)
        )

    def original(self, url: str, digest: str) -> Original | None:
        """Return the first ``response`` record of *url* whose payload has the same *digest*."""
        return self._first(
            "SELECT record_id, url, moment, digest FROM capture WHERE url = ? AND digest = ?"
            " ORDER BY moment LIMIT 1",
            (url, digest),
        )

    def latest(self, url: str) -> Original | None:
        """Return the last ``response`` record of *url*."""
        return self._first(
            "SELECT record_id, url, moment, digest FROM capture WHERE url = ?"
            " ORDER BY moment DESC LIMIT 1",
            (url,),
        )

    def _first(self, query: str, values: tuple[str, ...]) -> Original | None:
        row = self._db.execute(query, values).fetchone()
        if row is None:
            return None
        record_id, url, moment, digest = row
        return Original(
            record_id=record_id,
            url=url,
            moment=datetime.fromisoformat(moment),
            payload_digest=digest,
        )

    def place_of(self, record_id: str) -> Warc | None:
        """Return where the ``response`` record *record_id* lies."""
        row = self._db.execute(
            "SELECT file, offset FROM capture WHERE record_id = ?", (record_id,)
        ).fetchone()
        return Warc(file=row[0], offset=row[1], record_id=record_id) if row else None

    def extend(self, lengths: Mapping[str, int]) -> None:
        """Note how long the open files are, as far as they last; committed with the batch."""
        self._db.executemany(
            "INSERT INTO file (name, length) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET length = excluded.length",
            lengths.items(),
        )

    def seal(self, files: Iterable[Sealed]) -> None:
        """Note that nothing more is added to *files*."""
        self._db.executemany(
            "UPDATE file SET length = ?, sha256 = ? WHERE name = ?",
            ((file.length, file.sha256, file.name) for file in files),
        )

    def files(self) -> dict[str, tuple[int, str | None]]:
        """Return the committed length of every file, and its SHA-256 once it is sealed."""
        rows = self._db.execute("SELECT name, length, sha256 FROM file ORDER BY name")
        return {name: (length, sha256) for name, length, sha256 in rows}

    def places(self) -> Iterator[Warc]:
        """Yield where every ``response`` record lies."""
        for row in self._db.execute("SELECT file, offset, record_id FROM capture"):
            yield Warc(file=row[0], offset=row[1], record_id=row[2])

    def lose(self, file: str, whole: int) -> list[tuple[str, str]]:
        """Forget what *file* held from the offset *whole* on; return record ids and URLs.

        With nothing whole left, the file itself is forgotten.
        """
        lost = self._db.execute(
            "DELETE FROM capture WHERE file = ? AND offset >= ? RETURNING record_id, url",
            (file, whole),
        ).fetchall()
        if whole:
            self.extend({file: whole})
        else:
            self._db.execute("DELETE FROM file WHERE name = ?", (file,))
        return lost

    def forget(self, record_ids: Iterable[str]) -> None:
        """Forget the ``response`` records *record_ids*."""
        self._db.executemany(
            "DELETE FROM capture WHERE record_id = ?", ((record_id,) for record_id in record_ids)
        )

    def open_files(self) -> dict[str, int]:
        """Return the committed lengths of the files that are not sealed."""
        return dict(self._db.execute("SELECT name, length FROM file WHERE sha256 IS NULL"))
