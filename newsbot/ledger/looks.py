"""The runs that really looked at a day once it was over, and whether two of them agree."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from newsbot.reasons import will_pass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import tzinfo

_DAY = timedelta(days=1)


class PastRun(NamedTuple):
    """A run that has ended: its *report* as it was written, and the day that it *settled*."""

    started: datetime
    finished: datetime
    settled: date | None
    report: Mapping[str, Any]

    @property
    def since(self) -> date:
        """The first day that it was after."""
        told = self.report.get("since")
        return date.min if told in {None, "first"} else date.fromisoformat(told)

    @property
    def until(self) -> date:
        """The last day that it was after."""
        return date.fromisoformat(self.report["until"])

    @property
    def channels(self) -> frozenset[str]:
        """The channels that were asked, or have shown anything."""
        told = self.report.get("channels", {}).items()
        return frozenset(name for name, got in told if got["requests"] or got["seen"])


class Look(NamedTuple):
    """A whole look at every day from *since* to *until*, all of which were over by then.

    *begun* is the first day on which one of its listings was asked: a run leaves out what was
    asked not long before it.
    """

    since: date
    until: date
    begun: date
    ended: datetime
    channels: frozenset[str]


def looks_of(runs: Iterable[PastRun], zone: tzinfo) -> list[Look]:
    """Return what *runs* tell of the days that they were after; one cut short tells nothing.

    A plain run is whole where it settled anything. A range asks all listings for its days, so it
    is whole where it ended well and met no failure that may pass. Of those of one day that tell
    of the same days, the last speaks for all.
    """
    looks: dict[tuple[date, ...], Look] = {}
    for run in runs:
        begun = run.started.astimezone(zone).date()
        if run.settled:
            begun = min(begun, run.settled)
        elif run.report["exit_code"] or any(map(will_pass, run.report["troubles"])):
            continue
        until = min(run.until, begun - _DAY)
        since = run.since
        if since <= until:
            place = since, until, begun, run.finished.astimezone(zone).date()
            before = looks.get(place)
            channels = run.channels | (before.channels if before else frozenset())
            looks[place] = Look(since, until, begun, run.finished, channels)
    return list(looks.values())


def agree(looks: Sequence[Look], last_change: datetime | None, zone: tzinfo) -> bool:
    """Return whether two of *looks* at one day, on different days, found the same.

    That is so if the second of them began on a later day than the first ended, by the end of
    which all was known: *last_change* is when an article of the day was first seen, the last one.
    """
    ends = [look.ended for look in looks if last_change is None or look.ended >= last_change]
    if not ends:
        return False
    first = min(ends).astimezone(zone).date()
    return max(look.begun for look in looks) > first
