"""The walk over the pages of days: which are asked for, and whether they show what they should."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsbot.pages.daytemplate import swapped
from newsbot.paging import Look
from newsbot.rhythm import Rhythm, is_silent
from newsbot.state.dayviews import EMPTY, OTHER, SHOWN, SWAPPED, DayPage, DayView
from newsbot.step import ARTICLE, LISTING, NEXT_PAGE, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsbot.profilekeys import DayPages
    from newsbot.run import Run

# A site without a known first day is taken to begin where so many days in a row bring no news; in
# a range whose ends a person gave, a year may lie empty.
QUIET_DAYS = 60
QUIET_RANGE = 366
# Two looks at a day that agree settle it.
AGREED = 2
# Under what address the days that are over have their rhythm, behind that of today's page.
_PAST = " past"


class DayWalk:
    """The day pages of one run.

    A plain run looks at today's page by its rhythm, and at each past day's once after its end, if
    the day pages bring what others don't, and once more LOOKBACK_DAYS later, for what came late. A
    range is walked day by day, the newest or the oldest first.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self._views = run.state.dayviews
        self._seen: dict[DayPage, dict[str, None]] = {}
        self._brought: Counter[DayPage] = Counter()
        self._last: dict[str, set[str]] = {}
        self._quiet: dict[str, int] = {}
        self._tried: set[str] = set()

    def start(self, days: DayPages) -> Iterator[Step]:
        """Yield the first day of a range, or every day of a plain run's window, newest first."""
        other = swapped(days)
        if other and self._views.is_better(other.name, days.name):
            days = other
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

    def is_due(self, step: Step) -> bool:
        """Return whether a plain run is to look at the day of *step* now."""
        if step.day is None or self.run.window.explicit or not self.run.trusts_known:
            return True
        rhythms, name = self.run.state.rhythms, step.days.name if step.days else ""
        past = rhythms.of(name + _PAST)
        is_vain = past is not None and past.is_vain
        if step.day >= self.run.today:
            rhythm = rhythms.of(name)
            return rhythm is None or self._is_due_today(rhythm, is_vain=is_vain)
        view = self._views.of(_page_of(step))
        is_old = (self.run.today - step.day).days >= self.run.limits.lookback_days
        if view is None:
            return is_old or not is_vain
        looked = self.run.day_of(view.looked)
        is_early = (looked - step.day).days < self.run.limits.lookback_days
        return is_old and (view.agreed < AGREED or is_early) and looked < self.run.today

    def _is_due_today(self, rhythm: Rhythm, *, is_vain: bool) -> bool:
        """Return whether today's page is to be asked by its *rhythm*.

        Where neither it nor those of past days bring anything, these are check enough.
        """
        now, last_news = self.run.now(), self.run.last_news
        is_idle = is_vain and rhythm.is_vain and not is_silent(now, last_news)
        if not is_idle and rhythm.is_due(now, last_news):
            return True
        self.run.leave_out(rhythm)
        return False

    def seen(self, step: Step, look: Look) -> None:
        """Note what a page of a day showed, to be judged when its articles are known."""
        if step.channel == "day" and step.day:
            page = _page_of(step)
            self._seen.setdefault(page, {}).update(dict.fromkeys(look.every))
            self._brought[page] += look.brought

    def follow(self, step: Step, look: Look) -> Iterator[Step]:
        """Yield the next day of a range, unless it ends with *step*.

        A day page that shows nothing but what the one before it showed is a quiet day: some
        sites answer a day without news with the newest articles.
        """
        if not (self.run.window.explicit and step.days and step.day and step.root is None):
            return
        day = step.day + timedelta(1 if self.run.oldest_first else -1)
        first = self.run.profile.links.first_day
        if not self.run.window.holds(day) or (first and day < first):
            return
        is_quiet = set(look.listed) <= set(step.after or ())
        quiet = step.quiet + 1 if is_quiet else 0
        after = look.listed or step.after or ()
        yield self._step(step.days, day, NEXT_PAGE, quiet, after)

    def missed(self, step: Step) -> Iterator[Step]:
        """Yield what follows a day page that is not there.

        A day behind the twelfth that can't be had may be an address that is read month first: it
        is asked for the other way, once. The walk over a range goes on.
        """
        if step.days is None or step.day is None or step.root:
            return
        other = swapped(step.days)
        if other and step.day.day > 12 and step.days.name not in self._tried:
            self._tried |= {step.days.name, other.name}
            yield self._step(other, step.day, NEXT_PAGE, step.quiet, step.after or ())
        else:
            nothing = Look(every=(), listed=(), new=(), brought=0, overlaps=False)
            yield from self.follow(step, nothing)

    def turn(self, step: Step) -> Step | None:
        """Return *step* to the next day of a range, now that its turn has come.

        ``None`` where so many days in a row were quiet that the site begins here. Where the last
        page has turned out to read its address month first, its day is asked for the other way.
        """
        if step.days is None or step.day is None or step.after is None or step.root:
            return step
        before = DayPage(step.days.name, step.day + timedelta(-1 if self.run.oldest_first else 1))
        outcome = self._judge(before) if before in self._seen else None
        if outcome == SWAPPED and (other := swapped(step.days)):
            return self._step(other, before.day, NEXT_PAGE, step.quiet, step.after)
        if outcome in {OTHER, EMPTY}:
            self._quiet[before.template] = max(self._quiet.get(before.template, 0) + 1, step.quiet)
        elif outcome:
            self._quiet[before.template] = step.quiet
        most = QUIET_RANGE if self.run.window.since else QUIET_DAYS
        if self.run.profile.links.first_day or self.run.oldest_first:
            return step
        return step if self._quiet.get(before.template, step.quiet) <= most else None

    def finish(self) -> None:
        """Judge all that was seen and not judged yet."""
        for page in list(self._seen):
            self._judge(page)

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

    def _judge(self, page: DayPage) -> str:
        """Return what *page* has turned out to show, and note it if its day was over.

        What stands on other days' pages, too, is the frame: the newest, the most read.
        """
        keys = self._seen.pop(page)
        elsewhere = self._last.get(page.template, set()).union(*self._seen.values())
        own = [key for key in keys if key not in elsewhere] or list(keys)
        self._last[page.template] = set(keys)
        outcome = self._outcome(page.day, own)
        if page.day < self.run.today:
            brought = self._brought.pop(page, 0)
            agrees = AGREED if outcome in {SHOWN, EMPTY} and not brought else 1
            self._views.look(page, DayView(self.run.now(), agrees, outcome), keys)
            self._note_past(page.template, brought)
            if outcome == SHOWN:
                self.run.state.urls.set_day(own, page.day)
        return outcome

    def _note_past(self, template: str, brought: int) -> None:
        """Note whether the page of a day that is over brought what others had not shown."""
        rhythms, address, now = self.run.state.rhythms, template + _PAST, self.run.now()
        before = rhythms.of(address) or Rhythm(looked=now)
        vain = 0 if brought else before.vain + 1
        rhythms.keep(address, "day", Rhythm(looked=now, vain=vain), standing=False)

    def _outcome(self, day: date, keys: list[str]) -> str:
        """Return what a page of *day* shows whose own articles are *keys*.

        An article whose day is not known is no evidence. A page without any is that of a day
        without news, unless others know some.
        """
        if not keys:
            return OTHER if self.run.state.articles.has_day(day) else EMPTY
        known = Counter(self.run.state.articles.day_of(key) for key in keys)
        known.pop(None, None)
        if not known or 2 * known[day] >= known.total():
            return SHOWN
        other = _exchanged(day)
        return SWAPPED if other and 2 * known[other] >= known.total() else OTHER


def _page_of(step: Step) -> DayPage:
    assert step.day
    return DayPage(step.days.name if step.days else "", step.day)


def _exchanged(day: date) -> date | None:
    """Return *day* with its day and month exchanged, where that is another day."""
    if day.day > 12 or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)
