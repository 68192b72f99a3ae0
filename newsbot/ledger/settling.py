"""Whether a day is settled: what repeated looks must agree on before it counts as complete."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from newsbot.ledger.looks import agree, looks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from newsbot.ledger.facts import DayPageView, Facts, Hole
    from newsbot.ledger.looks import Look

# So many looks in a row at the page of a day must have shown the same to settle it.
AGREED = 2
LYING = "its day page does not show that day"
UNREACHED = "no listing has reached back to it"
UNSEEN = "no whole look since its end"


class Settling:
    """What was done about each day of *facts*, and what it still waits for."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._asked = {day for run in facts.runs for day in facts.days(run.since, run.until)}
        self._looks: defaultdict[date, list[Look]] = defaultdict(list)
        for look in looks_of(facts.runs, facts.zone):
            for day in facts.days(look.since, look.until):
                self._looks[day].append(look)
        self._holes: defaultdict[date, list[Hole]] = defaultdict(list)
        for hole in facts.holes:
            for day in facts.days(facts.day_of(hole.since), facts.day_of(hole.until)):
                self._holes[day].append(hole)
        self._views: defaultdict[date, list[DayPageView]] = defaultdict(list)
        for view in facts.views:
            self._views[view.day].append(view)
        self._listed = {one.day for one in facts.articles if one.channels - {"related"}}

    def was_asked_for(self, day: date) -> bool:
        """Return whether any run was after *day*."""
        return day in self._asked

    def looked(self, day: date, shown: Iterable[frozenset[str]]) -> frozenset[str]:
        """Return the channels that looked at *day*.

        What has *shown* any of its articles did, but not its page if that shows another day.
        """
        channels = frozenset[str]().union(*(look.channels for look in self._looks[day]), *shown)
        return channels if self._has_page(day) else channels - {"day"}

    def gaps(self, day: date) -> tuple[str, ...]:
        """Return the listings with a gap over *day* that nothing has closed.

        What a listing that ends before its gap can't show any more, the page of the day can:
        there two looks must have agreed since.
        """
        closed = [view.looked for view in self._views[day] if view.honest and view.agreed >= AGREED]
        return tuple(
            hole.listing
            for hole in self._holes[day]
            if hole.is_open or all(looked <= hole.until for looked in closed)
        )

    def notes(self, day: date) -> tuple[str, ...]:
        """Return what is to be told of *day* whether or not it keeps it from being settled."""
        return (LYING,) if self._views[day] and not self._has_page(day) else ()

    def blind(self, day: date) -> str:
        """Return why what is shown of *day* tells nothing of the rest; empty where it does."""
        if not self._looks[day]:
            return UNSEEN
        if self.gaps(day):
            return "something may have run past its listings"
        return "" if self._is_reached(day) else UNREACHED

    def waits(self, day: date, missed: int, last_change: datetime | None) -> Iterator[str]:
        """Yield what *day* waits for, with so many articles *missed*; nothing if it is settled.

        *last_change* is when the last of its articles was first seen.
        """
        if day >= self._facts.today:
            yield "it is not over"
            return
        if missed:
            yield f"{missed} to be fetched"
        for listing in self.gaps(day):
            yield f"gap in {listing}"
        looks = self._looks[day]
        if not looks:
            yield UNSEEN
        elif not agree(looks, last_change, self._facts.zone):
            yield "no two whole looks on different days agree yet"
        elif max(look.begun for look in looks) < self._late(day):
            yield f"no whole look since {self._late(day)}, for what comes in late"
        if not self._is_reached(day):
            yield UNREACHED
        if self._facts.shows_days and self.notes(day):
            yield LYING
        elif self._wants_page(day):
            yield f"no two looks at its day page agree, one of them since {self._late(day)}"

    def _has_page(self, day: date) -> bool:
        """Return whether a page of *day* showed that day, or that it is empty."""
        return any(view.honest for view in self._views[day])

    def _is_reached(self, day: date) -> bool:
        """Return whether anything has shown what lies before *day*, or its page the day itself.

        A listing that ends within a day or before it does not tell that there was nothing more;
        and no paper is silent for long.
        """
        before = (day - timedelta(number) for number in range(1, self._facts.SILENCE.days + 1))
        return self._has_page(day) or any(one in self._listed for one in before)

    def _wants_page(self, day: date) -> bool:
        """Return whether the page of *day* is still to be looked at until two looks agree.

        Not where it does not show that day, nor where no page of any day is looked at any more.
        """
        last = self._facts.last_view
        if last is None or self._facts.day_of(last) <= day:
            return False
        if self.notes(day):
            return False
        return not any(
            view.agreed >= AGREED and self._facts.day_of(view.looked) >= self._late(day)
            for view in self._views[day]
            if view.honest
        )

    def _late(self, day: date) -> date:
        """Return from when on nothing more of *day* is expected to come in."""
        return day + max(self._facts.lookback, timedelta(1))
