"""The state of one site, in SQLite: what was seen, when it is due, what was kept.

It is the only owner of these facts. Everything that a batch of responses taught lies in one
transaction; the JSON Lines of the corpus are rendered from here. Without a path the state lives
in memory, locks nothing and leaves no trace.
"""

from __future__ import annotations

import fcntl
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from newsbot.exceptions import StateBusyError, StateError
from newsbot.state.articles import Articles
from newsbot.state.captures import Captures
from newsbot.state.listings import Listings
from newsbot.state.runs import Runs
from newsbot.state.steps import Steps
from newsbot.state.urls import Urls

if TYPE_CHECKING:
    from datetime import datetime

VERSION = 1
_SCHEMA = Path(__file__).with_name("schema.sql")


class State:
    """One site's state: ``urls``, ``listings``, ``articles``, ``captures``, ``steps`` and ``runs``.

    Raises StateBusyError where another process has it open, StateError where it is damaged,
    OSError where the disk is full or can't be written.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._lock = _lock(path) if path else None
        try:
            self._db = _open(path)
        except (OSError, StateError):
            if self._lock:
                self._lock.close()
            raise
        self.urls = Urls(self._db)
        self.listings = Listings(self._db)
        self.articles = Articles(self._db)
        self.runs = Runs(self._db)
        self.captures = Captures(self._db)
        self.steps = Steps(self._db)

    def begin_run(self, now: datetime) -> str:
        """Open a run and return its name."""
        self.urls.run, name = self.runs.begin(now)
        return name

    def damage(self) -> list[str]:
        """Return what SQLite itself finds wrong with the file; nothing where it is sound."""
        rows = self._db.execute("PRAGMA quick_check").fetchall()
        return [f"the state: {row[0]}" for row in rows if row[0] != "ok"]

    def commit(self) -> None:
        """Make everything told since the last commit last."""
        self._db.commit()

    def close(self) -> None:
        """Give the state up, uncommitted changes with it."""
        self._db.close()
        if self._lock:
            self._lock.close()


def _open(path: Path | None) -> sqlite3.Connection:
    """Return the database at *path*, or one in memory, with the tables in it."""
    db = None
    try:
        db = sqlite3.connect(path or ":memory:")
        _prepare(db)
    except sqlite3.Error as error:
        if db:
            db.close()
        if isinstance(error, sqlite3.OperationalError):
            raise OSError(f"{path}: {error}") from error
        raise StateError(f"{path}: is no sound state ({error}); restore a copy") from error
    return db


def _prepare(db: sqlite3.Connection) -> None:
    """Make *db* as durable as SQLite can be, and give it its tables if it is new."""
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version not in {0, VERSION}:
        raise sqlite3.DatabaseError(f"version {version}; this newsbot knows {VERSION}")
    if version == 0:
        schema = _SCHEMA.read_text(encoding="utf-8")
        db.executescript(f"BEGIN; {schema} PRAGMA user_version={VERSION}; COMMIT")


def _lock(path: Path) -> TextIO:
    """Return the open lock file beside *path*; the lock ends with the process, never stale."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_suffix(".lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise StateBusyError(f"another run of {path.stem} is at work; try later") from error
    return lock
