"""The file of the clusters: opened, made, and made anew where its sketches are of another kind."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from newsbot.databases import read_only
from newsbot.exceptions import NoStateError, StateError
from newsbot.locks import check_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "clusters.sqlite"
PATIENCE = 60.0  # seconds to wait for another run, which never writes for longer than a fraction
# Raised with every change to the tables, or to what shingles and sketches are made from.
VERSION = 3
# What is written lasts, what is removed is overwritten. The sketches of three months are to be at
# hand (KiB), and a page of them that changes often is copied from the log into the file once.
_PRAGMAS = (
    *("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"),
    *("cache_size=-65536", "wal_autocheckpoint=4000"),
)
_THINGS = """
SELECT name FROM sqlite_master WHERE type IN (?, ?) AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
"""
_SCHEMA = Path(__file__).with_name("schema.sql")


def open_store(path: Path | None) -> sqlite3.Connection:
    """Return the database at *path*, by default one in memory, with all tables in it.

    Raises OSError where the disk fails, StateError where the file is damaged.
    """
    with told_as_ours(path):
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
            check_plain(path)
        db = sqlite3.connect(path or ":memory:", PATIENCE, isolation_level=None)
        try:
            for pragma in _PRAGMAS:
                db.execute(f"PRAGMA {pragma}")
            _prepare(db)
        except sqlite3.Error:
            db.close()
            raise
    return db


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file at *path* for who only reads.

    Raises NoStateError where there is none, StateError where it is damaged or of another version,
    OSError.
    """
    if not path.exists():
        raise NoStateError(
            f"{path} is not there; the runs of the sites, or scrapy copies --rebuild, make it"
        )
    check_plain(path)
    with told_as_ours(path), closing(read_only(path, PATIENCE)) as db:
        version = _version(db)
        if not version:
            raise sqlite3.DatabaseError("nothing was ever committed to it")
        if version != VERSION:
            raise StateError(
                f"{path}: is of version {version}, this newsbot reads {VERSION}; scrapy copies "
                "--rebuild makes it anew, as do the runs of the sites by and by"
            )
        yield db


@contextmanager
def told_as_ours(path: Path | None) -> Iterator[None]:
    """Raise OSError where the disk failed, StateError where the file at *path* is damaged."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OSError(f"{path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise StateError(
            f"{path}: is no sound file of clusters ({error}); delete it, and let "
            "scrapy copies --rebuild make it anew"
        ) from error


def _prepare(db: sqlite3.Connection) -> None:
    """Give *db* its tables; those of another version go first, for all is made from articles."""
    if strange := db.execute(_THINGS, ("view", "trigger")).fetchone():
        raise sqlite3.DatabaseError(f"it has {strange[0]}, which no newsbot made")
    if _version(db) == VERSION:
        return
    db.execute("BEGIN IMMEDIATE")
    if _version(db) != VERSION:  # no other run was quicker
        for (name,) in db.execute(_THINGS, ("table", "table")).fetchall():
            db.execute('DROP TABLE "{}"'.format(name.replace('"', '""')))
        for statement in _SCHEMA.read_text(encoding="utf-8").split(";\n"):
            db.execute(statement)
        db.execute("INSERT INTO self VALUES (?)", (token_hex(8),))
        db.execute(f"PRAGMA user_version={VERSION}")
    db.execute("COMMIT")


def _version(db: sqlite3.Connection) -> int:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)
