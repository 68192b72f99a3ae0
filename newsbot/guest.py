"""The guest: how one run stands with the hosts it asks, and when it goes home."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsbot.domains import registrable
from newsbot.failures import LaterError
from newsbot.pace import STRIKES

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsbot.courtesy import Courtesy, Turn, Wait

# So many seconds after its time a run surely has been told to end.
_SLACK = 2.0


class Guest:
    """One run at the hosts of a site at *domain*; it has so many *seconds*, 0 where a person waits.

    *busy* says why the run is to end before its time, ``None`` while it is not; *waits* which host
    is busy until when, as long as the run waits for that.
    """

    def __init__(self, courtesy: Courtesy, domain: str = "", seconds: float = 0) -> None:
        self.courtesy = courtesy
        self.busy: str | None = None
        self.waits: str | None = None
        self._domain = domain
        self._ends = courtesy.now() + seconds if seconds else None
        self._away: dict[str, str] = {}

    def is_paused(self, host: str) -> bool:
        """Return whether *host* is known to be paused."""
        return self.courtesy.is_paused(host)

    async def turn(
        self, host: str, wanted: float, crawl_delay: float, is_open: Callable[[], bool]
    ) -> Turn:
        """Return the turn to ask *host*, when it has come; see ``Courtesy.turn``.

        Raises LaterError where that is not in this run: the host is paused for longer, or the run
        is no longer open.
        """
        if why := self._away.get(registrable(host)):
            raise LaterError(why)

        def may_wait(name: str, wait: Wait) -> None:
            now = self.courtesy.now()
            if not is_open() or (self._ends and now > self._ends + _SLACK):
                raise LaterError("the run is to end")
            if wait.why and now + wait.seconds > (self._ends or now):
                raise LaterError(self.turn_away(name, _told(name, wait.why, now, wait.seconds)))
            if wait.why:
                until = _day_and_minute(now, wait.seconds)
                self.waits = f"{name} is busy ({wait.why}) until {until}"

        try:
            return await self.courtesy.turn(host, wanted, crawl_delay, may_wait)
        finally:
            self.waits = None

    def refused(self, turn: Turn, status: int, asked: str) -> None:
        """Pause the host of *turn*, which answered *status* with the Retry-After *asked*, if any.

        After three times in a row it is not asked again in this run.
        """
        strikes = self.courtesy.refused(turn.name, f"HTTP {status}", asked)
        if strikes >= STRIKES:
            host = self.courtesy.hosts.of(turn.name)
            why = f"HTTP {status}, {strikes} times in a row"
            now = self.courtesy.now()
            left = host.struck + host.paused - now
            self.turn_away(turn.name, _told(turn.name, why, now, left))

    def turn_away(self, host: str, why: str) -> str:
        """Have *host* not be asked again in this run, and return *why*.

        The site's own domain is all that the run came for: it ends.
        """
        name = registrable(host)
        self._away.setdefault(name, why)
        if name == registrable(self._domain):
            self.busy = self.busy or why
        return why

    def pass_over(self, host: str, why: str) -> str:
        """Have the run end if *host*, which is not to be asked now, is the site's; return *why*.

        Other hosts of its domain go by rules of their own.
        """
        if host.removeprefix("www.") == self._domain.removeprefix("www."):
            self.busy = self.busy or why
        return why


def _told(name: str, why: str, now: float, seconds: float) -> str:
    """Return in words that *name* is busy for so many *seconds* from *now*."""
    return f"{name} is busy ({why}); try after {_day_and_minute(now, seconds)}"


def _day_and_minute(now: float, seconds: float) -> str:
    """Return the instant so many *seconds* from *now*, its day only if that is another one."""
    today, until = (datetime.fromtimestamp(moment, UTC) for moment in (now, now + seconds))
    day = "" if until.date() == today.date() else f"{until:%Y-%m-%d} "
    return f"{day}{until:%H:%M} UTC"
