"""The walk over the pages of days: which are asked for, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsbot.daybook import PAST, DayBook
from newsbot.daytrial import DayTrial
from newsbot.extract.refusal import FAULTS
from newsbot.ledger.settling import AGREED
from newsbot.pages.daytemplate import swapped
from newsbot.paging import Look
from newsbot.reasons import GONE, will_pass
from newsbot.rhythm import Glance, Rhythm, is_silent, next_rhythm
from newsbot.state.dayviews import EMPTY, PATIENCE, SHOWN, DayPage
from newsbot.step import ARTICLE, LISTING, NEXT_PAGE, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsbot.pages.listed import Listed
    from newsbot.profilekeys import DayPages
    from newsbot.run import Run

# A site without a known first day is taken to begin where so many days in a row bring no news; in
# a range whose ends a person gave, a year may lie empty.
QUIET_DAYS = 60
QUIET_RANGE = 366
_NOTHING = Look(every=(), listed=(), new=(), brought=0, overlaps=False)
# Before the page of the next day, after the articles of the last.
_TRIAL = NEXT_PAGE + 1


class DayWalk:
    """The day pages of one run.

    A plain run looks at today's page by its rhythm, and at each past day's once after its end, if
    the day pages bring what others don't, and once more LOOKBACK_DAYS later, for what came late.
    A day that its page does not show is asked for every day, till PATIENCE is over. A range is
    walked day by day, the newest or the oldest first.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self.book = DayBook(run)
        self._trial = DayTrial(run, self.book)
        self._views = run.state.dayviews
        self._asked: list[DayPage] = []
        self._quiet: dict[str, int] = {}

    def start(self, days: DayPages) -> Iterator[Step]:
        """Yield the first day of a range, or every day of a plain run's window, newest first."""
        days = self._trial.better(days) or days
        window = self.run.window
        first = self.run.profile.links.first_day
        since = max(filter(None, (window.since, first)), default=None)
        if window.explicit:
            day = since if self.run.oldest_first and since else window.until
            yield self._step(days, day, ARTICLE)
            return
        day = window.until
        while since is None or day >= since:
            # Of a long window each day's articles come before the page of the day before.
            yield self._step(days, day, LISTING if day == self.run.today else NEXT_PAGE)
            day -= timedelta(1)
        for late in window.besides:
            if late <= day and self._views.of(DayPage(days.name, late)):
                yield self._step(days, late, NEXT_PAGE)

    def is_due(self, step: Step) -> bool:
        """Return whether a plain run is to look at the day of *step* now."""
        if step.day is None or self.run.window.explicit or not self.run.trusts_known or step.trial:
            return True
        rhythms, name = self.run.state.rhythms, step.days.name if step.days else ""
        past, rhythm = rhythms.of(name + PAST), rhythms.of(name)
        is_vain = past is not None and past.is_vain
        if step.day >= self.run.today:
            return rhythm is None or self._is_due_today(rhythm, is_vain=is_vain)
        view = self._views.of(_page_of(step))
        age = self.run.today - step.day
        is_old = age.days >= self.run.limits.lookback_days
        if view is None:
            # Of a day on which no run looked at its page nothing can be told.
            is_unseen = rhythm and not rhythm.is_vain and self.run.day_of(rhythm.looked) < step.day
            return bool(is_old or not is_vain or is_unseen)
        looked = self.run.day_of(view.looked)
        if view.outcome not in {SHOWN, EMPTY} and self._views.is_used(name):
            return looked < self.run.today and age <= PATIENCE
        is_early = (looked - step.day).days < self.run.limits.lookback_days
        return is_old and (view.agreed < AGREED or is_early) and looked < self.run.today

    def _is_due_today(self, rhythm: Rhythm, *, is_vain: bool) -> bool:
        """Return whether today's page is to be asked by its *rhythm*.

        Where neither it nor those of past days bring anything, these are check enough.
        """
        now, last_news = self.run.now(), self.run.last_news
        is_idle = is_vain and rhythm.is_vain and not is_silent(now, last_news)
        return not is_idle and rhythm.is_due(now, last_news)

    def seen(self, step: Step, look: Look, entries: Iterable[Listed] = ()) -> None:
        """Note what a page of a day showed, its *entries* with their days where it prints them."""
        if step.channel == "day" and step.day:
            self.book.seen(_page_of(step), look, entries)

    def follow(self, step: Step, look: Look) -> Iterator[Step]:
        """Yield what comes after the page of a day: a trial, the next day of a range.

        A day page that shows nothing but what the one before it showed is a quiet day: some
        sites answer a day without news with the newest articles.
        """
        if step.days is None or step.day is None or step.root:
            return
        other = swapped(step.days)
        if step.trial:
            asked = self.book.pages(other.name) if other else ()
            yield from (self._trial_of(step.days, page.day) for page in asked)
            return
        if other and step.day < self.run.today and self._trial.is_open(step.days):
            yield self._trial_of(other, step.day)
        if self.run.window.explicit:
            yield from self._next_day(step.days, step.day, step, look)

    def _next_day(self, days: DayPages, day: date, step: Step, look: Look) -> Iterator[Step]:
        """Yield the day of a range that comes after *day*, unless the range ends with it."""
        day += timedelta(1 if self.run.oldest_first else -1)
        first = self.run.profile.links.first_day
        if not self.run.window.holds(day) or (first and day < first):
            return
        is_quiet = set(look.listed) <= set(step.after or ())
        quiet = step.quiet + 1 if is_quiet else 0
        after = look.listed or step.after or ()
        yield self._step(days, day, NEXT_PAGE, quiet, after)

    def missed(self, step: Step) -> Iterator[Step]:
        """Yield what follows a day page that is not there; the walk over a range goes on.

        Some sites have none of a day without news; today's is asked for ever more rarely.
        """
        if step.days is None or step.day is None or step.root:
            return
        self.book.miss(_page_of(step))
        if address := step.rhythm(self.run.today):
            rhythms, glance = self.run.state.rhythms, Glance(shown=0, fresh=0, brought=0)
            rhythm = next_rhythm(rhythms.of(address), glance, self.run.now())
            rhythms.keep(address, step.channel, rhythm, standing=False)
        yield from self.follow(step, _NOTHING)

    def pass_over(self, step: Step, reason: str) -> Iterator[Step]:
        """Yield what follows a page that failed for a *reason* which another try would meet again.

        A range goes on without a day whose page is of that kind; with one that may be there by
        then the next run begins. What follows a page that is not there, ``missed`` tells.
        """
        is_day = step.days and self.run.window.explicit and not step.trial
        lasts = not will_pass(reason) and (reason in FAULTS or reason.startswith("HTTP"))
        if lasts or not is_day:
            self.run.state.steps.done(self.run.asked, step)
        if lasts and is_day and reason not in GONE:
            yield from self.follow(step, _NOTHING)

    def turn(self, step: Step) -> Step | None:
        """Return *step* to a day, now that its turn has come.

        ``None`` where so many days in a row were quiet that the site begins here, and for a trial
        that is of no use. Where a trial has shown that addresses are read month first, the day is
        asked for that way.
        """
        if step.days is None or step.day is None or step.root:
            return step
        if step.trial:
            return step if self._trial.take(step) else None
        self._count_quiet(step.quiet)
        if self._is_at_an_end(step.days.name, step.quiet):
            return None
        if other := self._trial.better(step.days):
            turned = self._step(other, step.day, step.priority, step.quiet, step.after)
            self._asked.append(_page_of(turned))
            return turned
        self._asked.append(_page_of(step))
        return step

    def _count_quiet(self, quiet: int) -> None:
        """Count how many days in a row showed no news by now, at least so many as were *quiet*."""
        for page in list(self._asked):
            outcome = (self.book.judge if self.run.window.explicit else self.book.outcome)(page)
            # A page that was asked for last may not have been read yet.
            if outcome:
                self._asked.remove(page)
                more = 0 if outcome == SHOWN else self._quiet.get(page.template, 0) + 1
                self._quiet[page.template] = max(more, quiet)

    def _is_at_an_end(self, template: str, quiet: int) -> bool:
        """Return whether a site begins where so many days in a row were *quiet* or showed none."""
        if self.run.profile.links.first_day or self.run.oldest_first:
            return False
        window = self.run.window
        most = QUIET_RANGE if window.explicit and window.since else QUIET_DAYS
        return self._quiet.get(template, quiet) > most

    def finish(self) -> None:
        """Judge all that was seen and not judged yet."""
        self._trial.finish()
        self.book.finish()

    def _trial_of(self, days: DayPages, day: date) -> Step:
        return replace(self._step(days, day, _TRIAL), trial=True)

    def _step(
        self,
        days: DayPages,
        day: date,
        priority: int,
        quiet: int = 0,
        after: tuple[str, ...] | None = None,
    ) -> Step:
        form = {name: text.format(day=day) for name, text in days.form.items()} or None
        return Step(
            url=days.url.format(day=day),
            channel="day",
            priority=priority,
            method=days.method,
            form=form,
            after=after,
            days=days,
            day=day,
            quiet=quiet,
        )


def _page_of(step: Step) -> DayPage:
    assert step.day
    return DayPage(step.days.name if step.days else "", step.day)
