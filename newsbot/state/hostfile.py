"""The file about hosts: its tables, and whether it is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from newsbot.exceptions import StateError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

VERSION = 1
# A later instant than any clock tells: the end of the year 2999.
LATEST = 32_503_680_000
# So many seconds a process waits for another to end its transaction, which takes some milliseconds.
_PATIENCE = 10
_SCHEMA = f"""
BEGIN;
CREATE TABLE IF NOT EXISTS host (
    name TEXT PRIMARY KEY,
    rests REAL NOT NULL DEFAULT 0,
    latency REAL NOT NULL DEFAULT 0,
    strikes INTEGER NOT NULL DEFAULT 0,
    struck REAL NOT NULL DEFAULT 0,
    paused REAL NOT NULL DEFAULT 0,
    why TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS robots (
    origin TEXT PRIMARY KEY,
    status INTEGER NOT NULL,
    body BLOB NOT NULL,
    fetched REAL NOT NULL
) WITHOUT ROWID;
PRAGMA user_version={VERSION};
COMMIT;
"""
_HINT = "delete it: it holds pauses and copies of robots.txt, which the next runs make anew"
# Everything that is ours or not, and each column with its type; SQLite's own has no statement.
_OBJECTS = "SELECT type, name FROM sqlite_master WHERE sql > ''"
_COLUMNS = """SELECT t.name, c.name, c.type, c."notnull", c.pk, c.hidden
FROM sqlite_master t, pragma_table_xinfo(t.name) c WHERE t.type = 'table'"""


class HostFile:
    """The database at *path*, else one in memory, in which each statement is a transaction.

    All its methods raise StateError where the file is damaged, and sqlite3.OperationalError where
    the disk is at fault; the opening raises OSError for that.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        # Scrapy's shell crawls in another thread than the one in which all is made.
        try:
            self._db = sqlite3.connect(
                path or ":memory:",
                timeout=_PATIENCE,
                isolation_level="IMMEDIATE",
                check_same_thread=False,
            )
        except sqlite3.Error as error:
            raise OSError(f"{path}: {error}") from error
        try:
            with self._watched():
                self._prepare()
        except sqlite3.OperationalError as error:
            self.close()
            raise OSError(f"{path}: {error}") from error
        except StateError:
            self.close()
            raise

    def row(self, statement: str, values: Sequence[object]) -> tuple[Any, ...] | None:
        """Return the row that *statement* selects, ``None`` if there is none."""
        with self._watched():
            row: tuple[Any, ...] | None = self._db.execute(statement, values).fetchone()
        return row

    def tell(self, statement: str, values: Sequence[object] = (), *, lasts: bool = False) -> None:
        """Let *statement* change the file; if it *lasts*, it is on the disk when this returns."""
        with self._watched():
            if lasts:
                self._db.execute("PRAGMA synchronous=FULL")
            self._db.execute(statement, values)
            self._db.commit()
            if lasts:
                self._db.execute("PRAGMA synchronous=NORMAL")

    def scrub(self) -> None:
        """Write the file anew, so that no byte of what was deleted is left in it or beside it."""
        with self._watched():
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def damaged(self, what: object) -> StateError:
        """Return the error to raise where *what* shows that the file is damaged."""
        return StateError(f"{self._path}: is no sound state ({what}); {_HINT}")

    def close(self) -> None:
        """Give the file up."""
        self._db.close()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            raise self.damaged(error) from error

    def _prepare(self) -> None:
        # Text that is none would count as a fault of the disk.
        self._db.text_factory = partial(str, encoding="utf-8", errors="replace")
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.execute("PRAGMA secure_delete=ON")
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise self.damaged(f"version {version}; this newsbot knows {VERSION}")
        if version < VERSION:
            self._db.executescript(_SCHEMA)
        # A view or trigger would run where we think to read or write a table.
        if set(self._db.execute(_OBJECTS)) != {("table", "host"), ("table", "robots")}:
            raise self.damaged("it is another program's")
        if _columns(self._db) != _own_columns():
            raise self.damaged("its columns are another program's")


def is_number(value: object, most: float) -> bool:
    """Return whether *value*, which SQLite lets be anything, is a number from 0 to *most*.

    >>> is_number(1.5, 2), is_number(float("inf"), 2), is_number("1", 2)
    (True, False, False)
    """
    return isinstance(value, int | float) and 0 <= value <= most


def _columns(db: sqlite3.Connection) -> list[tuple[Any, ...]]:
    return sorted(db.execute(_COLUMNS))


@cache
def _own_columns() -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(_SCHEMA)
        return _columns(db)
