"""The doors to a state for those who only read: at any time, or while nobody works on it."""

from __future__ import annotations

import errno
import fcntl
import sqlite3
from typing import TYPE_CHECKING

from newsbot.databases import read_only
from newsbot.exceptions import NoStateError, StateBusyError, StateError, UnsoundStateError
from newsbot.locks import check_plain, open_lock_to_read
from newsbot.state import VERSION, State, hold, lock_file, opening_error
from newsbot.state.schema import foreign

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 5.0  # seconds to wait where the state is just being made or mended
_UNWRITABLE = {errno.EROFS, errno.EACCES, errno.EPERM}


def open_for_reading(path: Path) -> State:
    """Return the state at *path* as its last commit left it, until it is closed.

    A run may be at work on it and goes on. Whatever would write to it fails. Raises NoStateError
    where there is none, StateError where it is damaged or of another version, StateBusyError
    where it stays in use by one who makes or mends it, OSError where it can't be read.
    """
    return State(db=_begun(existing(path)))


def existing(path: Path) -> Path:
    """Return *path*; raise NoStateError where there is no state, StateError where it is no file."""
    if not path.exists():
        raise NoStateError(f"has never been crawled; {path} is not there")
    check_plain(path)
    return path


def open_at_rest(path: Path) -> State:
    """Return the state at *path* while nobody works on it, which nobody does until it is closed.

    Where nothing can be written, as in a backup, it is opened for reading alone. Without a lock
    file, which whoever works on it has made, nobody can be at work there. Raises NoStateError,
    and else as ``State`` and ``open_for_reading`` do.
    """
    existing(path)
    try:
        return State(path)
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
    lock = open_lock_to_read(lock_file(path))
    if lock:
        hold(lock, path, fcntl.LOCK_SH)
    try:
        return State(db=_begun(path), lock=lock)
    except BaseException:
        if lock:
            lock.close()
        raise


def _begun(path: Path) -> sqlite3.Connection:
    """Return the database at *path* with a transaction begun, so that all is of one commit.

    Raises StateError for another version than ours, and as ``open_for_reading`` does.
    """
    try:
        return _begin(path)
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise StateBusyError(f"{path} is in use; try again") from error
        raise opening_error(path, error) from error


def _begin(path: Path) -> sqlite3.Connection:
    db = read_only(path, PATIENCE)
    try:
        db.execute("BEGIN")
        (version,) = db.execute("PRAGMA user_version").fetchone()
        _check(path, db, version)
    except (sqlite3.Error, StateError):
        db.close()
        raise
    return db


def _check(path: Path, db: sqlite3.Connection, version: int) -> None:
    """Raise StateError where *db*, of that *version*, is none that this newsbot reads."""
    if version != VERSION:
        hint = f"bring it up to date: scrapy crawl {path.stem}"
        if version > VERSION:
            hint = "it was written by a later newsbot"
        raise StateError(f"{path}: is of version {version}, this newsbot reads {VERSION}; {hint}")
    if why := foreign(db, is_whole=True):
        raise UnsoundStateError(path.stem, f"{path}: is no sound state ({why})")
