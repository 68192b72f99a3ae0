"""What looks at the pages of days gave, so that a day is looked at until looks agree."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from newsbot.state.instants import instant

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

# What a look found: articles of the day, none at all, those of another day, or those of the day
# that the address means with day and month exchanged.
SHOWN, EMPTY, OTHER, SWAPPED = "shown", "empty", "other", "swapped"


class DayPage(NamedTuple):
    """The page of one *day*, made from a *template*."""

    template: str
    day: date


class DayView(NamedTuple):
    """The last look at the page of a day after its end.

    *agreed* counts the looks in a row that agree about it.
    """

    looked: datetime
    agreed: int
    outcome: str


class DayViews:
    """One row for every day whose page was looked at once the day was over."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def of(self, page: DayPage) -> DayView | None:
        """Return the last look at *page*."""
        row = self._db.execute(
            "SELECT looked, agreed, outcome FROM dayview WHERE template = ? AND day = ?",
            (page.template, page.day.isoformat()),
        ).fetchone()
        return DayView(datetime.fromisoformat(row[0]), row[1], row[2]) if row else None

    def look(self, page: DayPage, view: DayView, keys: Iterable[str]) -> None:
        """Note a look at *page* that showed the articles *keys*.

        It agrees with itself so often as *view* says, and with the look before it if that showed
        the same.
        """
        shown = sha256("\n".join(sorted(keys)).encode()).hexdigest()
        place = (page.template, page.day.isoformat())
        before = self._db.execute(
            "SELECT agreed FROM dayview WHERE template = ? AND day = ? AND shown = ?",
            (*place, shown),
        ).fetchone()
        agreed = view.agreed + (before[0] if before else 0)
        row = (*place, instant(view.looked), shown, agreed, view.outcome)
        self._db.execute("INSERT OR REPLACE INTO dayview VALUES (?, ?, ?, ?, ?, ?)", row)

    def is_better(self, other: str, template: str) -> bool:
        """Return whether *other* reads day and month as the site does, and *template* doesn't.

        A day behind the twelfth of its month can't be taken for a month.
        """
        shown = "SELECT 1 FROM dayview WHERE template = ? AND outcome = ? AND substr(day, 9) > '12'"
        rows = [self._db.execute(shown, (one, SHOWN)).fetchone() for one in (other, template)]
        return rows[0] is not None and rows[1] is None

    def is_used(self) -> bool:
        """Return whether pages of days have shown what they should."""
        query = "SELECT 1 FROM dayview WHERE outcome = ? LIMIT 1"
        return self._db.execute(query, (SHOWN,)).fetchone() is not None

    def honest(self, day: date) -> bool:
        """Return whether some page of *day* showed just that day, or that it had no news."""
        row = self._db.execute(
            "SELECT 1 FROM dayview WHERE day = ? AND outcome IN (?, ?)",
            (day.isoformat(), SHOWN, EMPTY),
        ).fetchone()
        return row is not None
