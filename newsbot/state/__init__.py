"""The state of one site, in SQLite: what was seen, when it is due, what was kept.

It is the only owner of these facts. Everything that a batch of responses taught lies in one
transaction; the JSON Lines of the corpus are rendered from here. Without a path the state lives
in memory, locks nothing and leaves no trace.
"""

from __future__ import annotations

import fcntl
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, BinaryIO

from newsbot.corpus import without_copies
from newsbot.exceptions import StateBusyError, StateError, UnsoundStateError
from newsbot.locks import check_plain, open_lock
from newsbot.state import renewal
from newsbot.state.articles import Articles
from newsbot.state.captures import Captures
from newsbot.state.days import Days
from newsbot.state.dayviews import DayViews
from newsbot.state.gaps import Gaps
from newsbot.state.listings import Listings
from newsbot.state.looks import Looks
from newsbot.state.purged import Purged
from newsbot.state.reservations import Reservations
from newsbot.state.revisions import Revisions
from newsbot.state.rhythms import Rhythms
from newsbot.state.runs import Runs
from newsbot.state.schema import foreign, schema
from newsbot.state.spelling import Spelling
from newsbot.state.steps import Steps
from newsbot.state.templates import KeptTemplates
from newsbot.state.traps import KeptTraps
from newsbot.state.unlinked import Unlinked
from newsbot.state.urls import Urls
from newsbot.state.validators import Validators

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from pathlib import Path

VERSION = 5


class State:
    """One site's state; each attribute owns some of its tables.

    A *db* that is open already is taken as it is, with the *lock* that goes with it, if any.
    Raises StateBusyError where another process has the state open, StateError where it is damaged,
    OSError where the disk is full or can't be written.
    """

    def __init__(
        self,
        path: Path | None = None,
        db: sqlite3.Connection | None = None,
        lock: BinaryIO | None = None,
    ) -> None:
        self._lock = hold(open_lock(lock_file(path)), path) if path else lock
        try:
            self._db = db or _open(path)
        except (OSError, StateError):
            if self._lock:
                self._lock.close()
            raise
        self.urls = Urls(self._db)
        self.listings = Listings(self._db)
        self.rhythms = Rhythms(self._db)
        self.gaps = Gaps(self._db)
        self.dayviews = DayViews(self._db)
        self.days = Days(self._db)
        self.articles = Articles(self._db)
        self.unlinked = Unlinked(self._db)
        self.looks = Looks(self._db)
        self.revisions = Revisions(self._db)
        self.runs = Runs(self._db)
        self.captures = Captures(self._db)
        self.steps = Steps(self._db)
        self.spelling = Spelling(self._db)
        self.purged = Purged(self._db)
        self.templates = KeptTemplates(self._db)
        self.validators = Validators(self._db)
        self.traps = KeptTraps(self._db)
        self.reservations = Reservations(self._db)

    def begin_run(self, now: datetime) -> str:
        """Open a run and return its name."""
        self.urls.run, name = self.runs.begin(now)
        return name

    def damage(self) -> list[str]:
        """Return what SQLite itself finds wrong with the file; nothing where it is sound."""
        try:
            rows = self._db.execute("PRAGMA quick_check").fetchall()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            rows = [(str(error),)]
        return [f"the state: {' '.join(row[0].split())}" for row in rows if row[0] != "ok"]

    def keep_unread(self, path: Path, lost: Collection[str]) -> list[str]:
        """Take over those articles of the state at *path* whose pages this one was not shown.

        That is so, too, if one of an article's pages lies in one of the files *lost*. Returns
        their ids.
        """
        return renewal.keep_unread(self._db, path, lost)

    def renew(self, path: Path) -> None:
        """Take over the articles of the state at *path*, made anew; what the crawl knows stays."""
        renewal.renew(self._db, path)

    def copy(self, path: Path) -> None:
        """Write what this state holds to a new file at *path*; raise OSError where it can't be."""
        try:
            with closing(sqlite3.connect(path)) as copy:
                self._db.backup(copy)
        except sqlite3.Error as error:
            raise opening_error(path, error) from error

    def commit(self) -> None:
        """Make everything told since the last commit last."""
        self._db.commit()

    def clear(self) -> None:
        """Forget everything."""
        each = "SELECT 'DELETE FROM ' || name FROM sqlite_master WHERE type = 'table'"
        for (statement,) in self._db.execute(each).fetchall():
            self._db.execute(statement)
        self._db.execute("DELETE FROM unlinked")  # what the triggers noted meanwhile

    def scrub(self) -> None:
        """Write the file anew, so that no byte of what was deleted is left in it or beside it.

        Raises StateBusyError where somebody reads the file, who may still see what it was.
        """
        self._db.execute("VACUUM")
        (is_busy, _, _) = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_busy:
            raise StateBusyError("another program reads the state; close it and try again")

    def close(self) -> None:
        """Give the state up, uncommitted changes with it."""
        self._db.close()
        if self._lock:
            self._lock.close()


def _open(path: Path | None) -> sqlite3.Connection:
    """Return the database at *path*, or one in memory, with the tables in it."""
    if path:
        check_plain(path)
    db = None
    try:
        db = sqlite3.connect(path or ":memory:")
        _prepare(db)
    except sqlite3.Error as error:
        if db:
            db.close()
        raise opening_error(path, error) from error
    return db


def opening_error(path: Path | None, error: sqlite3.Error) -> Exception:
    """Return what to raise where the state at *path* can't be opened because of *error*."""
    if isinstance(error, sqlite3.OperationalError):
        return OSError(f"{path}: {error}")
    site = path.stem if path else ""
    return UnsoundStateError(site, f"{path}: is no sound state ({error})")


def _prepare(db: sqlite3.Connection) -> None:
    """Make *db* as durable as SQLite can be, and give it the tables that it lacks."""
    db.execute("PRAGMA trusted_schema=OFF")
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise sqlite3.DatabaseError(f"version {version}; this newsbot knows {VERSION}")
    if why := foreign(db, is_whole=version == VERSION):
        raise sqlite3.DatabaseError(why)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("PRAGMA secure_delete=ON")
    if version < VERSION:
        _upgrade(db)


def _upgrade(db: sqlite3.Connection) -> None:
    """Give *db*, which is new or of an earlier version, the tables of this one."""
    if "day" not in _columns(db, "url", "day"):  # version 2 and earlier
        db.execute("ALTER TABLE url ADD COLUMN day TEXT")
    if "fold" in _columns(db, "article"):  # version 4 and earlier: copies stood in the lines
        db.execute("DROP INDEX article_fold")
        db.execute("ALTER TABLE article DROP COLUMN fold")
    db.create_function("alone", 1, without_copies, deterministic=True)
    # Version 1 did not note what it rendered.
    anew = """
        UPDATE article SET line = alone(line) WHERE line <> alone(line);
        INSERT OR IGNORE INTO stale (month) SELECT DISTINCT month FROM article;
    """
    db.executescript(f"BEGIN; {schema()} {anew} PRAGMA user_version={VERSION}; COMMIT")


def _columns(db: sqlite3.Connection, table: str, *otherwise: str) -> list[str]:
    """Return the names of the columns of *table*, or those given where there is no such table."""
    rows = db.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
    return [name for (name,) in rows] or list(otherwise)


def lock_file(path: Path) -> Path:
    """Return the file that whoever works on the state at *path* has locked."""
    return path.with_suffix(".lock")


def hold(lock: BinaryIO, path: Path, kind: int = fcntl.LOCK_EX) -> BinaryIO:
    """Return the open *lock* of the state at *path*, held until it is closed, never stale.

    Closes it and raises StateBusyError where another holds it.
    """
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise StateBusyError(f"another run of {path.stem} is at work; try later") from error
    return lock
