"""Copies of robots.txt, so that each is asked for once a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsbot.robots import MOST_BYTES
from newsbot.state.hostfile import LATEST, is_number

if TYPE_CHECKING:
    from newsbot.state.hostfile import HostFile


class RobotsCopy(NamedTuple):
    """An answer to the request for a robots.txt, *fetched* so many seconds after 1970, UTC."""

    status: int
    body: bytes
    fetched: float


class RobotsCopies:
    """One row for every scheme, host and port; see ``Hosts`` for what its methods raise."""

    def __init__(self, file: HostFile) -> None:
        self._file = file

    def of(self, origin: str) -> RobotsCopy | None:
        """Return the copy of *origin*, ``None`` if there is none."""
        row = self._file.row(
            "SELECT status, CASE WHEN length(body) <= ? THEN CAST(body AS BLOB) END, fetched"
            " FROM robots WHERE origin = ?",
            (MOST_BYTES + 1, origin),
        )
        if row and not _is_sound(*row):
            raise self._file.damaged(f"its copy of {origin}/robots.txt is none of newsbot's")
        return RobotsCopy(*row) if row else None

    def keep(self, origin: str, copy: RobotsCopy) -> None:
        """Keep *copy* in the place of the one before; it lasts."""
        statement = "INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?)"
        self._file.tell(statement, (origin, *copy), lasts=True)


def _is_sound(status: object, body: object, fetched: object) -> bool:
    return (
        isinstance(status, int)
        and is_number(status, 999)
        and isinstance(body, bytes)
        and is_number(fetched, LATEST)
    )
