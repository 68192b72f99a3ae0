"""What a process does on the network, as Python itself tells of it; imports nothing of ours."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

TAPE = "tape.json"
CONNECT, LISTENS = "socket.connect", "listens"
NAMES = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
SENDS = ("socket.sendto", "socket.sendmsg")


def watch() -> list[tuple[str, str]]:
    """Return the list to which every connection and lookup of this process is added.

    At every connection it is seen, too, whether the process listens anywhere.
    """
    events: list[tuple[str, str]] = []

    def note(event: str, args: tuple[Any, ...]) -> None:
        if event in NAMES:
            events.append((event, str(args[0])))
        elif event in {CONNECT, *SENDS}:
            where = args[1]
            events.append((event, str(where[0] if isinstance(where, tuple) else where)))
            events.extend((LISTENS, place) for place in listening())

    sys.addaudithook(note)
    return events


def listening() -> list[str]:
    """Return where this process listens, as Linux writes addresses in /proc/net."""
    own = set()
    for link in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            own.add(str(link.readlink()))
    found = []
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/self/net/{table}").read_text().splitlines()[1:]:
            _, place, _, state, *rest = line.split()
            if state == "0A" and f"socket:[{rest[5]}]" in own:
                found.append(place)
    return found


def write_tape(events: Sequence[tuple[str, str]]) -> None:
    """Leave what was watched in the file TAPE of this folder, with the peak of memory in bytes."""
    Path(TAPE).write_text(json.dumps({"events": list(events), "peak": peak()}))


def peak(process: int | str = "self") -> int:
    """Return the most memory that *process* had, in bytes; raise ValueError where it has ended.

    What getrusage says is at least what the process had that started it.
    """
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    (told,) = (line for line in lines if line.startswith("VmHWM:"))
    return int(told.split()[1]) * 1024
