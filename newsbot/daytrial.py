"""The trial of addresses of days that may be read month first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.pages.daytemplate import swapped
from newsbot.state.dayviews import OTHER, SHOWN, SWAPPED, DayPage

if TYPE_CHECKING:
    from datetime import date

    from newsbot.daybook import DayBook
    from newsbot.profilekeys import DayPages
    from newsbot.run import Run
    from newsbot.step import Step

# After so many that prove nothing a template is tried no more.
MOST_TRIALS = 3


class DayTrial:
    """The trials of one run.

    A page behind the twelfth of a month that is not there, or shows another day, may be an address
    that is read month first: the same day is asked for the other way. Once that has shown it, so
    are all others.
    """

    def __init__(self, run: Run, book: DayBook) -> None:
        self._views = run.state.dayviews
        self._articles = run.state.articles
        self._book = book
        self._run = run
        self._tried: list[DayPage] = []
        self._better: dict[str, DayPages] = {}

    def is_open(self, days: DayPages) -> bool:
        """Return whether it is not known yet how the addresses made from *days* are read."""
        other = swapped(days)
        if other is None or self._views.has_shown_beyond(days.name):
            return False
        failed = sum(
            page.template == other.name and self._views.of(page) is None for page in self._tried
        )
        return self._views.count(other.name) + failed < MOST_TRIALS

    def better(self, days: DayPages) -> DayPages | None:
        """Return *days* with day and month exchanged if only so they show what they should."""
        other = swapped(days)
        if other and days.name not in self._better:
            tried = [page for page in self._tried if page.template == other.name]
            proves = any(self._book.outcome(page) == SHOWN for page in tried)
            if proves or self._views.is_better(other.name, days.name):
                self._better[days.name] = other
        return self._better.get(days.name)

    def take(self, step: Step) -> bool:
        """Return whether the trial *step* is made, now that its turn has come; note one that is."""
        days = swapped(step.days) if step.days else None
        if days is None or step.day is None or step.days is None:
            return False
        page = DayPage(days.name, step.day)
        outcome = self._book.outcome(page)
        if outcome in {None, SHOWN}:
            return False
        if self.better(days):
            return True
        is_beyond = step.day.day > 12 and (outcome == OTHER or page in self._book.absent)
        if (is_beyond or outcome == SWAPPED) and self._may_tell(days, step.days, step.day):
            self._tried.append(DayPage(step.days.name, step.day))
            return True
        return False

    def _may_tell(self, days: DayPages, other: DayPages, day: date) -> bool:
        """Return whether a trial of *day* may tell anything: a day without news does not."""
        if day >= self._run.today or self._views.of(DayPage(other.name, day)):
            return False
        # What a site shows for any day it can't read is today's page.
        pages = (page for page in self._book.pages(days.name) if page.day < self._run.today)
        beyond = (page for page in pages if page.day.day > 12)
        if not self.is_open(days) or any(self._book.outcome(page) == SHOWN for page in beyond):
            return False
        is_first = not self._views.count(other.name)
        return is_first or self._run.window.explicit or self._articles.has_day(day)

    def finish(self) -> None:
        """Note the trials that brought nothing, so that none is made again."""
        for page in self._tried:
            if self._book.outcome(page) is None:
                self._book.miss(page)
