"""One ``scrapy`` command in a process of its own, forked from one that has imported it all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from multiprocessing import connection
from typing import TYPE_CHECKING

from scrapy import cmdline
from twisted.internet.threads import deferToThread

from tests.faults.disk import Disk, Fault
from tests.nursery import NURSERY, settle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.context import ForkServerProcess
    from pathlib import Path

OUTPUT, TAPE = "output", "tape"
TICK = timedelta(seconds=0.2)
PATIENCE = 60


class Clock:
    """Goes on a little whenever it is read; for the setting CLOCK."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += TICK
        return self.now


clock = Clock(datetime.now(UTC))


def start(folder: Path, words: Sequence[str], now: datetime, fault: Fault) -> ForkServerProcess:
    """Start ``scrapy`` with *words* in *folder*, its clock at *now*, and return at once.

    What it prints goes to the file OUTPUT, and what it does to the files in data/ to TAPE.
    """
    for name in (OUTPUT, TAPE):
        (folder / name).write_bytes(b"")
    process = NURSERY.Process(target=_scrapy, args=(folder, tuple(words), now, fault))
    process.start()
    return process


async def ended(process: ForkServerProcess) -> int:
    """Return the exit code of *process*, once it has one."""
    # It is only waited for in a thread: were its code read there, start() could be before it.
    await deferToThread(connection.wait, [process.sentinel], PATIENCE)
    code = process.exitcode
    process.kill()
    assert code is not None, f"still at work after {PATIENCE} seconds"
    return code


def _scrapy(folder: Path, words: Sequence[str], now: datetime, fault: Fault) -> None:
    clock.now = now
    settle(folder, folder / OUTPUT, folder / OUTPUT)
    Disk(folder / "data", folder / TAPE, fault).install()
    cmdline.execute(["scrapy", *words])
