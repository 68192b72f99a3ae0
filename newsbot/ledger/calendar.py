"""The days of a ledger as a calendar in text: a row a week, Monday first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsbot.ledger.ledger import DayRow

SETTLED, OPEN, MISSING, GAP, UNASKED = "✓", "?", "!", "~", " "
LEGEND = "held/listed  ✓ settled  ? not yet  ! missing  ~ gap  – no news  blank: not asked"
CELL = 10
_WEEK = 7
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def calendar(rows: Sequence[DayRow], paint: Callable[[str], str] = str) -> Iterator[str]:
    """Yield the lines of the calendar of *rows*, days in a row; *paint* may colour a mark.

    Weeks before anything is known are left out.
    """
    days = {row.day: row for row in rows if row.asked or row.listed}
    if not days:
        return
    first, last = min(days), max(row.day for row in rows)
    yield "week of   " + "".join(f"{name:>{CELL - 2}}  " for name in _NAMES).rstrip()
    monday = first - timedelta(first.weekday())
    while monday <= last:
        week = (days.get(monday + timedelta(number)) for number in range(_WEEK))
        cells = "".join(_cell(row, paint) for row in week)
        yield f"{monday}{cells}".rstrip()
        monday += timedelta(_WEEK)


def mark(row: DayRow) -> str:
    """Return the mark of a day: the worst of what can be said of it."""
    if row.missed:
        return MISSING
    if row.gaps:
        return GAP
    if not row.asked:
        return UNASKED
    return SETTLED if row.is_settled else OPEN


def _cell(row: DayRow | None, paint: Callable[[str], str]) -> str:
    if row is None:
        return " " * CELL
    numbers = f"{row.held}/{row.listed}" if row.listed else "–"
    if len(numbers) > CELL - 3:
        numbers = str(row.held)
    return f"{numbers:>{CELL - 2}} {paint(mark(row))}"
