"""The hosts that are asked, by all sites and runs: when each may be asked again."""

from __future__ import annotations

import fcntl
import sqlite3
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from newsbot.exceptions import StateError
from newsbot.locks import check_plain, open_lock
from newsbot.state.robotscopies import RobotsCopies

if TYPE_CHECKING:
    from pathlib import Path

HOSTS = "hosts.sqlite"
VERSION = 1
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


class Host(NamedTuple):
    """What is known of one registrable domain; instants are seconds since 1970, UTC.

    It *rests* until then after its last answer. It refused so many times in a row (*strikes*), the
    last time when it was *struck*, *why* says how; it is *paused* for so many seconds since.
    """

    rests: float = 0.0
    latency: float = 0.0
    strikes: int = 0
    struck: float = 0.0
    paused: float = 0.0
    why: str = ""


class Hosts:
    """One row for each registrable domain, in the file at *path*, else in memory.

    All processes that crawl into one folder share the file, and each transaction is a single
    statement. What only paces is not synced to the disk: after a power cut a host may be asked a
    few seconds early, once. Pauses, strikes and copies of robots.txt last. Raises StateError where
    the file is damaged or no file of ours, OSError where the disk is full or can't be written.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._turns: BinaryIO | None = None
        try:
            if path:
                self._turns = open_lock(path.with_suffix(".lock"))
                check_plain(path)
            self._db = _open(path)
        except (OSError, StateError):
            self._give_up_turns()
            raise
        self.robots = RobotsCopies(self._db)

    def of(self, name: str) -> Host:
        """Return what is known of the host *name*."""
        row = self._db.execute(
            "SELECT rests, latency, strikes, struck, paused, why FROM host WHERE name = ?", (name,)
        ).fetchone()
        return Host(*row) if row else Host()

    def rest(self, name: str, until: float, latency: float) -> None:
        """Note until when *name* is left alone, and how long its answers take."""
        self._db.execute(
            "INSERT INTO host (name, rests, latency) VALUES (?1, ?2, ?3)"
            " ON CONFLICT DO UPDATE SET rests = ?2, latency = ?3",
            (name, until, latency),
        )
        self._db.commit()

    def strike(self, name: str, host: Host) -> None:
        """Note that *name* refused, as *host* says; it lasts."""
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute(
            "INSERT INTO host (name, strikes, struck, paused, why) VALUES (?1, ?2, ?3, ?4, ?5)"
            " ON CONFLICT DO UPDATE SET strikes = ?2, struck = ?3, paused = ?4, why = ?5",
            (name, host.strikes, host.struck, host.paused, host.why),
        )
        self._db.commit()
        self._db.execute("PRAGMA synchronous=NORMAL")

    def take_turn(self, name: str) -> bool:
        """Return whether *name* is this process's to ask now: no other one is asking it.

        The system takes the turn back when the process ends, however it does.
        """
        if not self._turns:
            return True
        try:
            fcntl.lockf(self._turns, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _place_of(name))
        except BlockingIOError:
            return False
        return True

    def give_turn(self, name: str) -> None:
        """Let other processes ask *name*."""
        if self._turns:
            fcntl.lockf(self._turns, fcntl.LOCK_UN, 1, _place_of(name))

    def forget(self) -> None:
        """Forget all but pauses, so that no byte of it is left in the file or beside it.

        Which hosts were a site's can't be told when it is gone; others are asked for their
        robots.txt once more.
        """
        self._db.execute("DELETE FROM robots")
        self._db.execute("DELETE FROM host WHERE strikes = 0")
        self._db.commit()
        self._db.execute("VACUUM")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Give the file up."""
        self._db.close()
        self._give_up_turns()

    def _give_up_turns(self) -> None:
        if self._turns:
            with suppress(OSError):
                self._turns.close()


def _place_of(name: str) -> int:
    """Return the place in the lock file that stands for *name*."""
    return int.from_bytes(sha256(name.encode()).digest()[:6])


def _open(path: Path | None) -> sqlite3.Connection:
    db = None
    try:
        # Scrapy's shell crawls in another thread than the one in which all is made.
        db = sqlite3.connect(
            path or ":memory:",
            timeout=_PATIENCE,
            isolation_level="IMMEDIATE",
            check_same_thread=False,
        )
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")
        db.execute("PRAGMA secure_delete=ON")
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise sqlite3.DatabaseError(f"version {version}; this newsbot knows {VERSION}")
        if version < VERSION:
            db.executescript(_SCHEMA)
        # A view or trigger would run where we think to read or write a table.
        found = set(db.execute("SELECT type, name FROM sqlite_master WHERE sql > ''"))
        if found != {("table", "host"), ("table", "robots")}:
            raise sqlite3.DatabaseError("it is another program's")
    except sqlite3.Error as error:
        if db:
            db.close()
        if isinstance(error, sqlite3.OperationalError):
            raise OSError(f"{path}: {error}") from error
        hint = "delete it: it holds pauses and copies of robots.txt, which the next runs make anew"
        raise StateError(f"{path}: is no sound state ({error}); {hint}") from error
    return db
