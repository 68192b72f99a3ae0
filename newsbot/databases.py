"""SQLite files opened for those who only read, wherever they lie."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# In their lowest byte SQLite's error codes tell the kind.
_NO_FILES = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}


def read_only(path: Path, patience: float) -> sqlite3.Connection:
    """Return the database at *path*, to which nothing can be written.

    It waits *patience* seconds for one who makes or mends it. Raises sqlite3.Error where it is
    damaged or can't be read, OSError where its log can't.
    """
    try:
        return _connect(path, patience, "mode=ro")
    except sqlite3.OperationalError as error:
        # SQLite wants files of its own beside it, even to read. Where it can't make them, on a
        # disk of others or one that can't be written, a state lies still unless it has a log.
        log = path.with_name(f"{path.name}-wal")
        if error.sqlite_errorcode & 0xFF not in _NO_FILES:
            raise
        if log.exists() and log.stat().st_size:
            hint = f"its last commits are in {log.name}; copy both to where they can be written"
            raise OSError(f"{path}: unable to open it here, for {hint}") from error
        return _connect(path, patience, "mode=ro&immutable=1")


def _connect(path: Path, patience: float, options: str) -> sqlite3.Connection:
    """Return the database at *path*, opened so, from which something could be read."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?{options}", patience, uri=True)
    try:
        db.execute("PRAGMA trusted_schema=OFF")
        db.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        db.close()
        raise
    return db
