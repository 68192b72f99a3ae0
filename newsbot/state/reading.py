"""The door to a state for those who only read: no lock, no trace but SQLite's, any time."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from newsbot.exceptions import NoStateError, StateBusyError, StateError, UnsoundStateError
from newsbot.locks import check_plain
from newsbot.state import VERSION, State, opening_error
from newsbot.state.schema import foreign

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 5.0  # seconds to wait where the state is just being made or mended
# In their lowest byte SQLite's error codes tell the kind.
_NO_FILES = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}


def open_for_reading(path: Path) -> State:
    """Return the state at *path* as its last commit left it, until it is closed.

    A run may be at work on it and goes on. Whatever would write to it fails. Raises NoStateError
    where there is none, StateError where it is damaged or of another version, StateBusyError
    where it stays in use by one who makes or mends it, OSError where it can't be read.
    """
    try:
        return State(db=_begin(existing(path)))
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise StateBusyError(f"{path} is in use; try again") from error
        raise opening_error(path, error) from error


def existing(path: Path) -> Path:
    """Return *path*; raise NoStateError where there is no state, StateError where it is no file."""
    if not path.exists():
        raise NoStateError(f"has never been crawled; {path} is not there")
    check_plain(path)
    return path


def _begin(path: Path) -> sqlite3.Connection:
    """Return the database at *path* with a transaction begun, so that all is of one commit."""
    try:
        return _connect(path, "mode=ro")
    except sqlite3.OperationalError as error:
        # SQLite wants files of its own beside it, even to read. Where it can't make them, on a
        # disk of others or one that can't be written, a state lies still unless it has a log.
        log = path.with_name(f"{path.name}-wal")
        if error.sqlite_errorcode & 0xFF not in _NO_FILES or (log.exists() and log.stat().st_size):
            raise
        return _connect(path, "mode=ro&immutable=1")


def _connect(path: Path, options: str) -> sqlite3.Connection:
    """Return the database at *path*, opened so; raise StateError for another version than ours."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?{options}", PATIENCE, uri=True)
    try:
        db.execute("PRAGMA trusted_schema=OFF")
        db.execute("BEGIN")
        (version,) = db.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        db.close()
        raise
    if version != VERSION:
        db.close()
        hint = f"bring it up to date: scrapy crawl {path.stem}"
        if version > VERSION:
            hint = "it was written by a later newsbot"
        raise StateError(f"{path}: is of version {version}, this newsbot reads {VERSION}; {hint}")
    if why := foreign(db, is_whole=True):
        db.close()
        raise UnsoundStateError(path.stem, f"{path}: is no sound state ({why})")
    return db
