"""What looks at the pages of days gave, so that a day is looked at until looks agree."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from newsbot.state.instants import instant

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

# What a look found: articles of the day, none at all, those of another day, or those of the day
# that the address means with day and month exchanged.
SHOWN, EMPTY, OTHER, SWAPPED = "shown", "empty", "other", "swapped"
# No page at all, at a site none of whose pages has shown its day yet.
ABSENT = "absent"
# So long a day is asked for whose page does not show it.
PATIENCE = timedelta(days=14)


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

        A day behind the twelfth of its month can't be taken for a month; of the others tells one
        that *template* did not show.
        """
        if self.has_shown_beyond(template):
            return False
        query = """SELECT 1 FROM dayview JOIN dayview AS plain USING (day)
            WHERE dayview.template = ? AND dayview.outcome = ? AND plain.template = ?
            AND plain.outcome <> ? AND substr(day, 6, 2) <> substr(day, 9)"""
        row = self._db.execute(query, (other, SHOWN, template, SHOWN)).fetchone()
        return row is not None or self.has_shown_beyond(other)

    def has_shown_beyond(self, template: str) -> bool:
        """Return whether *template* has shown a day behind the twelfth of its month."""
        query = "SELECT 1 FROM dayview WHERE template = ? AND outcome = ? AND substr(day, 9) > '12'"
        return self._db.execute(query, (template, SHOWN)).fetchone() is not None

    def count(self, template: str) -> int:
        """Return how many days were looked at by *template*."""
        query = "SELECT count(*) FROM dayview WHERE template = ?"
        return int(self._db.execute(query, (template,)).fetchone()[0])

    def is_used(self, template: str | None = None) -> bool:
        """Return whether pages of days, those of *template*, have shown what they should."""
        query = "SELECT 1 FROM dayview WHERE outcome = ?1 AND template = coalesce(?2, template)"
        return self._db.execute(f"{query} LIMIT 1", (SHOWN, template)).fetchone() is not None

    def open(self, today: date) -> tuple[date, ...]:
        """Return the days that no page has shown though those of others have, the newest first.

        They are so till PATIENCE is over.
        """
        rows = self._db.execute(
            "SELECT DISTINCT day FROM dayview WHERE day >= ?1 AND outcome NOT IN (?2, ?3)"
            " AND template IN (SELECT template FROM dayview WHERE outcome = ?2)"
            " AND day NOT IN (SELECT day FROM dayview WHERE outcome IN (?2, ?3)) ORDER BY day DESC",
            ((today - PATIENCE).isoformat(), SHOWN, EMPTY),
        )
        return tuple(date.fromisoformat(day) for (day,) in rows)
