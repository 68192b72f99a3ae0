"""The hosts that are asked, by all sites and runs: when each may be asked again."""

from __future__ import annotations

import fcntl
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from newsbot.exceptions import StateError
from newsbot.locks import check_plain, open_lock
from newsbot.pace import LONGEST_PAUSE
from newsbot.state.hostfile import LATEST, HostFile, is_number
from newsbot.state.robotscopies import RobotsCopies

if TYPE_CHECKING:
    from pathlib import Path

HOSTS = "hosts.sqlite"
MOST_STRIKES = 1_000_000


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
    few seconds early, once. Pauses, strikes and copies of robots.txt last. All methods raise
    StateError where the file is damaged or no file of ours, as its opening does, and
    sqlite3.OperationalError where the disk is full or can't be written; the opening OSError.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._turns: BinaryIO | None = None
        try:
            if path:
                self._turns = open_lock(path.with_suffix(".lock"))
                check_plain(path)
            self._file = HostFile(path)
        except (OSError, StateError):
            self._give_up_turns()
            raise
        self.robots = RobotsCopies(self._file)

    def of(self, name: str) -> Host:
        """Return what is known of the host *name*."""
        row = self._file.row(
            "SELECT rests, latency, strikes, struck, paused, why FROM host WHERE name = ?", (name,)
        )
        host = Host(*row) if row else Host()
        if not _is_sound(host):
            raise self._file.damaged(f"of {name} it says what no newsbot wrote")
        return host

    def rest(self, name: str, until: float, latency: float) -> None:
        """Note until when *name* is left alone, and how long its answers take."""
        self._file.tell(
            "INSERT INTO host (name, rests, latency) VALUES (?1, ?2, ?3)"
            " ON CONFLICT DO UPDATE SET rests = ?2, latency = ?3",
            (name, until, latency),
        )

    def strike(self, name: str, host: Host) -> None:
        """Note that *name* refused, as *host* says; it lasts."""
        self._file.tell(
            "INSERT INTO host (name, strikes, struck, paused, why) VALUES (?1, ?2, ?3, ?4, ?5)"
            " ON CONFLICT DO UPDATE SET strikes = ?2, struck = ?3, paused = ?4, why = ?5",
            (name, host.strikes, host.struck, host.paused, host.why),
            lasts=True,
        )

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
        self._file.tell("DELETE FROM robots")
        self._file.tell("DELETE FROM host WHERE strikes = 0")
        self._file.scrub()

    def close(self) -> None:
        """Give the file up."""
        self._file.close()
        self._give_up_turns()

    def _give_up_turns(self) -> None:
        if self._turns:
            with suppress(OSError):
                self._turns.close()


def _place_of(name: str) -> int:
    """Return the place in the lock file that stands for *name*."""
    return int.from_bytes(sha256(name.encode()).digest()[:6])


def _is_sound(host: Host) -> bool:
    """Return whether *host* is what is written here, for its columns take anything."""
    return (
        all(is_number(one, LATEST) for one in (host.rests, host.latency, host.struck))
        and is_number(host.paused, LONGEST_PAUSE)
        and is_number(host.strikes, MOST_STRIKES)
        and isinstance(host.strikes, int)
        and isinstance(host.why, str)
    )
