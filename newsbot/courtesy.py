"""Courtesy: whose turn it is to ask a host, over all sites of a process and all processes."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from random import SystemRandom
from typing import TYPE_CHECKING, NamedTuple

from newsbot.domains import registrable
from newsbot.pace import (
    JITTER,
    LONGEST_CRAWL_DELAY,
    delay_of,
    pause_after,
    retry_after,
    smoothed,
    with_jitter,
)
from newsbot.state.hosts import Host, Hosts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    Sleep = Callable[[float], Awaitable[None]]

# So long a wait is slept at a time, at most, so that a run that ends ends soon.
_SLICE = 1.0
# So often a host is looked at that another process is asking.
_POLL = 0.05
_LONGEST_REST = LONGEST_CRAWL_DELAY * (1 + JITTER)
_chance = SystemRandom()


class Wait(NamedTuple):
    """For how many *seconds* a host can't be asked; *why* it is paused, empty if it only rests."""

    seconds: float
    why: str = ""


class Turn(NamedTuple):
    """One request to the host *name*, which *began* at an instant of the process's own clock.

    Between two of them the run *wanted* so many seconds, and robots.txt asked for *crawl_delay*.
    """

    name: str
    wanted: float
    crawl_delay: float
    began: float
    strikes: int


class Courtesy:
    """Gives turns: one at a time for each registrable domain, and a rest after each.

    *clock* tells the time at the start; from then on it goes by *monotonic*, so that a clock that
    jumps makes nobody wait longer. *sleep* lets seconds pass, *draw* gives a number from 0 to 1.
    """

    def __init__(
        self,
        hosts: Hosts,
        clock: Callable[[], datetime],
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Sleep = asyncio.sleep,
        draw: Callable[[], float] = _chance.random,
    ) -> None:
        self.hosts = hosts
        self._ahead = clock().timestamp() - monotonic()
        self._monotonic = monotonic
        self._sleep = sleep
        self._draw = draw
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._pauses: dict[str, float] = {}

    def now(self) -> float:
        """Return the present instant in seconds since 1970, UTC."""
        return self._ahead + self._monotonic()

    def is_paused(self, host: str) -> bool:
        """Return whether *host* is known to be paused."""
        return bool(self._pauses) and self._pauses.get(registrable(host), 0) > self.now()

    async def turn(
        self,
        host: str,
        wanted: float,
        crawl_delay: float,
        may_wait: Callable[[str, Wait], None],
    ) -> Turn:
        """Return the turn to ask *host*, when it has come; it must be given back.

        Calls *may_wait* with the name of the host and how long it is still to wait, again and
        again; what that raises ends the waiting.
        """
        name = registrable(host)
        lock = self._locks[name]
        await lock.acquire()
        try:
            while wait := self._wait(name, max(wanted, crawl_delay)):
                may_wait(name, wait)
                await self._sleep(max(min(wait.seconds, _SLICE), 0.001))
        except BaseException:
            lock.release()
            raise
        host_now = self.hosts.of(name)
        turn = Turn(name, wanted, crawl_delay, self._monotonic(), host_now.strikes)
        # A process that is killed now has asked, too.
        self._rest(turn, host_now.latency)
        return turn

    def give_back(self, turn: Turn) -> None:
        """End *turn*: the host has answered, or will not."""
        try:
            took = max(self._monotonic() - turn.began, 0)
            self._rest(turn, smoothed(self.hosts.of(turn.name).latency, took))
        finally:
            self.hosts.give_turn(turn.name)
            self._locks[turn.name].release()

    def refused(self, name: str, why: str, asked: str) -> int:
        """Pause the host *name*, which refused; return how many times in a row it now has.

        *asked* is its Retry-After, empty if it sent none.
        """
        now = self.now()
        strikes = self.hosts.of(name).strikes + 1
        paused = pause_after(strikes, retry_after(asked, now) if asked else None)
        self.hosts.strike(name, Host(strikes=strikes, struck=now, paused=paused, why=why))
        self._pauses[name] = now + paused
        return strikes

    def answered(self, turn: Turn) -> None:
        """Forget the refusals of a host that has answered a *turn* well."""
        if turn.strikes:
            self.hosts.strike(turn.name, Host())

    def _wait(self, name: str, delay: float) -> Wait | None:
        """Return how long *name* can't be asked; where it can, ``None``, and the turn is taken."""
        if not self.hosts.take_turn(name):
            return Wait(_POLL)
        host, now = self.hosts.of(name), self.now()
        wait = self._pause(name, host, now) or self._left(name, host, now, delay)
        if wait:
            self.hosts.give_turn(name)
        return wait

    def _pause(self, name: str, host: Host, now: float) -> Wait | None:
        if not host.paused:
            return None
        if host.struck > now + 1:
            # The clock went back; how long ago that was can't be told.
            host = host._replace(struck=now)
            self.hosts.strike(name, host)
        self._pauses[name] = end = host.struck + host.paused
        return Wait(end - now, host.why) if end > now else None

    def _left(self, name: str, host: Host, now: float, delay: float) -> Wait | None:
        left = host.rests - now
        if left > _LONGEST_REST:
            # Nobody rests so long: the clock went back.
            left = delay
            self.hosts.rest(name, now + delay, host.latency)
        return Wait(left) if left > 0 else None

    def _rest(self, turn: Turn, latency: float) -> None:
        """Have the host of *turn* left alone from now on; nothing is written where that is not."""
        delay = delay_of(turn.wanted, turn.crawl_delay, latency)
        if delay:
            until = self.now() + with_jitter(delay, self._draw())
            self.hosts.rest(turn.name, until, latency)
