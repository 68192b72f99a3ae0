"""What stands around a day in a line: its weekday, its clock, and so where it begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsbot.dates.clocks import (
    CLOCK_AFTER,
    CLOCK_BEFORE,
    GAP,
    MACHINE_CLOCK,
    Clock,
    clock_of,
)
from newsbot.dates.moment import Moment, moment_at
from newsbot.dates.words import BEFORE_DAY, SHORT_WEEKDAYS, WEEKDAYS, either

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from newsbot.dates.line import Line

# How far before a day its weekday or clock may begin.
_REACH = 48

_NUMBERS = SHORT_WEEKDAYS | WEEKDAYS
_WEEKDAY_BEFORE = re.compile(
    rf"(?<![^\W_])(?P<weekday>{either(WEEKDAYS)}|(?:{either(SHORT_WEEKDAYS)})(?=[.,|])){GAP}"
    rf"(?:(?:{either(BEFORE_DAY)})\s)?\Z"
)
# After the day a weekday may already belong to a title: it is in brackets, or a number or
# nothing follows. The T2 of T20:00 is none.
_WEEKDAY_AFTER = re.compile(
    rf"{GAP}(?:[(（](?P<inside>{either(_NUMBERS)})\.?[)）]"
    rf"|(?P<weekday>{either(WEEKDAYS)})(?=\W{{0,3}}(?:\d|\Z))(?!(?<=\d)\d))"
)
_NEXT_DAY = re.compile(rf"{GAP}(?:(?:{either(BEFORE_DAY)})\s)?\d{{1,4}}\s?[./-]\s?\d")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the whole date starts and ends in its line, with its weekday and its clock."""

    start: int
    end: int
    weekday: int | None
    clock: Clock | None

    @classmethod
    def of(cls, line: Line, start: int, end: int) -> Surroundings:
        """Look around the day at *start* to *end*; ValueError for an impossible clock.

        A clock after the day is its own, unless there is one before it and the one after
        leads to the next day: ``10:30 | 01/10/2026 09:15 | 30/09/2026``.
        """
        text = line.text
        start, weekday = _weekday_before(text, start, None)
        if beside := _WEEKDAY_AFTER.match(text, end):
            end, weekday = beside.end(), _number(beside["inside"] or beside["weekday"])
        after = MACHINE_CLOCK.match(text, end) or CLOCK_AFTER.match(text, end)
        before = CLOCK_BEFORE.search(text, max(0, start - _REACH), start)
        if before and (after is None or _NEXT_DAY.match(text, after.end())):
            clock = clock_of(before, line)
            start, weekday = _weekday_before(text, before.start(), weekday)
            return cls(start, end, weekday, clock)
        if after is None:
            return cls(start, end, weekday, None)
        clock = clock_of(after, line)
        no_zone = after["zone"] and clock.zone is None
        return cls(start, after.end("dial") if no_zone else after.end(), weekday, clock)

    def moment(self, line: Line, day: date, zone: tzinfo | None) -> tuple[Moment, tuple[int, int]]:
        """Return the moment of the clock on *day*, and the span of the printed line."""
        raw = line.as_printed(self.start, self.end)
        return moment_at(day, self.clock, zone, raw), line.span(self.start, self.end)


def _weekday_before(text: str, start: int, weekday: int | None) -> tuple[int, int | None]:
    """Return where the weekday before *start* begins, and it; what was given if none is there."""
    found = _WEEKDAY_BEFORE.search(text, max(0, start - _REACH), start)
    if found is None:
        return start, weekday
    return found.start(), _number(found["weekday"])


def _number(weekday: str) -> int:
    return _NUMBERS[" ".join(weekday.split())]
