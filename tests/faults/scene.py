"""A run that meets a fault again and again, each time from the same files."""

from __future__ import annotations

import shutil
from datetime import timedelta
from signal import SIGKILL
from typing import TYPE_CHECKING

from tests.faults.disk import DEADLY, Fault
from tests.faults.tally import note

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from tests.faults.survivor import Survivor

# A look that found an article gone, by a run that died before it was weighed, is due in an hour.
UNTIL_DUE = timedelta(hours=1)
GROWING = (".warc.gz.open",)


class Scene:
    """One run of *survivor*, with all that was before it; *operations* are those of the run."""

    def __init__(self, survivor: Survivor) -> None:
        self.survivor = survivor
        self.operations: list[str] = []
        self._now = survivor.now
        self._before = survivor.data.with_name("before")

    async def begin(self) -> None:
        """Remember the files as they are, and let the run get to its end."""
        if self.survivor.data.exists():
            shutil.copytree(self.survivor.data, self._before)
        assert await self.survivor.crawl() == 0
        self.operations = self.survivor.operations()

    async def meet(self, fault: Fault) -> list[str]:
        """Let the run meet *fault* and the next one get to its end; return what is wrong then."""
        code = await self.crawl(fault)
        done = self.survivor.operations()
        found = [] if code in _codes(fault, done) else [f"ended with {code}"]
        self.survivor.now += UNTIL_DUE
        again = await self.survivor.crawl(may_fail=True)
        found += [f"the next run ended with {again}: {self.survivor.trouble}"] if again else []
        found += self.survivor.losses()
        note(f"{self.survivor.name}, {fault.kind}", found)
        at = f"{fault.kind} at {fault.at}, {''.join(done[fault.at - 1 : fault.at])}"
        return [f"{finding} ({at})" for finding in found]

    async def crawl(self, fault: Fault) -> int:
        """Let the run meet *fault* and return its exit code."""
        shutil.rmtree(self.survivor.data, ignore_errors=True)
        if self._before.exists():
            shutil.copytree(self._before, self.survivor.data)
        self.survivor.now = self._now
        return await self.survivor.crawl(fault=fault, may_fail=True)


def _codes(fault: Fault, done: list[str]) -> set[int]:
    """Return the exit codes that a run may have which did *done* and met *fault* on the way.

    What can't be written to the log is not worth a run.
    """
    met = [what for n, what in enumerate(done, 1) if fault.meets(what.split()[0], n)]
    if not met:
        return {0}
    if fault.kind in DEADLY:
        return {-SIGKILL}
    return {0, 74} if all(what.endswith(".log") for what in met) else {74}


async def _nothing(survivor: Survivor) -> None:
    """Leave *survivor* without any files."""


async def _a_run(survivor: Survivor) -> None:
    assert await survivor.crawl() == 0
    survivor.pass_a_day()


async def _a_crash(survivor: Survivor) -> None:
    """Let a run die that has filled one file of the archive and adds to another."""
    await _a_run(survivor)
    scene = Scene(survivor)
    await scene.begin()
    pages = [n for n, what in enumerate(scene.operations, 1) if what.endswith(GROWING)]
    last = max(n for n in pages if scene.operations[n - 1].startswith("write"))
    assert await scene.crawl(Fault("torn", last)) == -SIGKILL
    shutil.rmtree(survivor.data.with_name("before"))


BEFORE: Mapping[str, Callable[[Survivor], Awaitable[None]]] = {
    "nothing": _nothing,
    "a run": _a_run,
    "a crash": _a_crash,
}
