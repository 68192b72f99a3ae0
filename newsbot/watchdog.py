"""The watchdog: ends a process that hangs, which the commit point makes harmless."""

from __future__ import annotations

import faulthandler
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# So many seconds a run may be late before it counts as hanging.
GRACE = 15
_STDERR = 2


class Watchdog:
    """Watches the sites at work, each with a deadline by a clock that never jumps.

    A regular expression that does not end holds the interpreter, and with it every thread and
    signal handler of Python's. faulthandler's own thread needs none: it prints where the process
    hangs and ends it with code 1.
    """

    def __init__(self) -> None:
        self._deadlines: dict[str, float] = {}

    def watch(self, site: str, seconds: float) -> None:
        """Expect *site* to be released within *seconds* from now."""
        self._deadlines[site] = time.monotonic() + seconds
        self._arm()

    def release(self, site: str) -> None:
        """Expect nothing more of *site*."""
        self._deadlines.pop(site, None)
        self._arm()

    @contextmanager
    def unwatched(self) -> Iterator[None]:
        """Let the body take as long as it needs, as sealing a large file may."""
        faulthandler.cancel_dump_traceback_later()
        try:
            yield
        finally:
            self._arm()

    def _arm(self) -> None:
        """Have the process ended when the earliest deadline is past by the time of grace."""
        faulthandler.cancel_dump_traceback_later()
        if self._deadlines:
            left = min(self._deadlines.values()) - time.monotonic()
            faulthandler.dump_traceback_later(max(left, 0) + GRACE, exit=True, file=_STDERR)
