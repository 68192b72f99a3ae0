"""A run: one crawl of one site, with its window, its clock, its state and what came of it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsbot.counts import Counts
from newsbot.doubts import Doubts, asked_for
from newsbot.exceptions import ArchiveError, StateError
from newsbot.limits import USUAL, Limits
from newsbot.revisits import Revisits
from newsbot.schedule import has_passed, next_try
from newsbot.tally import Tally
from newsbot.traps import Traps
from newsbot.troubles import Troubles
from newsbot.window import OLDEST, asked_order, asked_window, usual_window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from twisted.python.failure import Failure

    from newsbot.diskfloor import DiskFloor
    from newsbot.guest import Guest
    from newsbot.items import Article
    from newsbot.profile import Profile
    from newsbot.rendering import Rendering
    from newsbot.rhythm import Rhythm
    from newsbot.sitearchive import SiteArchive
    from newsbot.state import State
    from newsbot.step import Step

# What is raised when the disk fails; nothing is committed after it.
DISK_FAULTS = (OSError, sqlite3.Error, ArchiveError, StateError)
BATCH, BATCH_TIME = 16, timedelta(seconds=2)


def utc_now() -> datetime:
    """Return the present instant; the default of the setting CLOCK."""
    return datetime.now(UTC)


class Run:
    """One run of one site; *arguments* are those of ``-a since=… -a until=…``.

    Raises SettingError where these say no window.
    """

    def __init__(
        self,
        profile: Profile,
        state: State,
        clock: Callable[[], datetime] = utc_now,
        arguments: Mapping[str, str] = MappingProxyType({}),
        limits: Limits = USUAL,
    ) -> None:
        self.profile = profile
        self.site = profile.site
        self.state = state
        self.clock = clock
        self.asked = "&".join(f"{name}={arguments[name]}" for name in sorted(arguments))
        self.limits = limits
        self.started = self.now()
        self.name = state.begin_run(self.started)
        settled = state.runs.settled(self.today)
        self.usual = usual_window(settled, self.today, limits.first_run_days, limits.lookback_days)
        asked = asked_window(arguments.get("since"), arguments.get("until"), self.today)
        self.window = asked or self.usual.with_days(state.dayviews.open(self.today))
        left = next(state.steps.left(self.asked), None)
        self.goes_on = self.window.explicit and left is not None
        begins = (asked and asked.since) or profile.links.first_day
        self.oldest_first = asked_order(arguments.get("order"), begins) == OLDEST
        self.trusts_known = settled is not None and not self.window.explicit
        self.last_news = state.runs.last_news()
        self.alarm = False  # where something may have run past, everything is asked
        self.stamped: dict[str, str] = {}  # by which listing's stamp an article is looked at
        self.next_due: datetime | None = None
        self._as_of = self.today
        self.counts = Counts()
        self.dropped: Counter[str] = Counter()
        self.troubles = Troubles()
        self.tally = Tally()
        self.traps = Traps(profile, state)
        self.is_whole = not self.goes_on
        self.archive: SiteArchive | None = None
        self.rendering: Rendering | None = None
        self.floor: DiskFloor | None = None
        self.fault: Exception | None = None
        self.shortage: str | None = None
        self.guest: Guest | None = None
        self._untold, self._told = 0, self.started
        self.revisits = Revisits(profile, state)
        self.doubts = Doubts(profile, state, self.counts, self.day_of)
        self.doubts.weigh()  # those of an earlier run, if that was killed

    @property
    def today(self) -> date:
        """The site's calendar day at the start of the run."""
        return self.day_of(self.started)

    def now(self) -> datetime:
        """Return the present instant, UTC, to the second."""
        return self.clock().astimezone(UTC).replace(microsecond=0)

    def keys_of(self, article: Article) -> list[str]:
        """Return every article key of this site that leads to *article*, the fetched one first.

        A canonical URL counts on the site's own hosts only: a frozen subdomain may still declare
        that of the dead paper (phuyen.baodaklak.vn).
        """
        urls = [article.url, *article.aliases, article.canonical_url or ""]
        found = (self.profile.article_key(url) for url in urls if url)
        return list(dict.fromkeys(key for key in found if key is not None))

    def is_purged(self, url: str) -> bool:
        """Return whether what lies at *url* was taken down, never to be kept again."""
        purged = self.state.purged
        return not purged.is_empty() and purged.holds(self.profile.article_key(url), url)

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to be asked for: the disk fails or is full, the site is busy."""
        return bool(self.fault or self.shortage or (self.guest and self.guest.busy))

    @property
    def leaves_something(self) -> bool:
        """Whether there are listings or articles that the run still had before it."""
        left = next(self.state.steps.left(self.asked), None)
        return left is not None or self.state.urls.has_unfetched(self.now())

    def tick(self) -> None:
        """Commit the batch when it is full: 16 requests, or 2 seconds; then see to the disk.

        A commit that fails is the last: SQLite may have rolled back what later facts build on.
        """
        self._untold += 1
        now = self.now()
        if self.is_over or (self._untold < BATCH and not has_passed(BATCH_TIME, self._told, now)):
            return
        try:
            self.commit()
            if self.rendering:
                self.rendering.render_if_due(now)
            self.shortage = self.floor.shortage() if self.floor else None
        except DISK_FAULTS as error:
            self.fault = error
        self._untold, self._told = 0, self.now()

    def commit(self) -> None:
        """Make all that was learnt last: the archive first, then the state with it."""
        if self.archive:
            self.archive.commit()
        else:
            self.state.commit()

    def settled(self) -> date | None:
        """Return the day up to which the run leaves nothing to be found, from what was settled.

        ``None`` where a listing failed that may answer in the next run; articles that failed are
        due. A listing that was left out has told nothing since it was looked at.
        """
        since, usual = self.window.since, self.usual.since
        reaches_back = since is None or (usual is not None and since <= usual)
        is_settled = self.is_whole and reaches_back and self.window.until >= self.today
        return self._as_of if is_settled else None

    def reach_back(self, to: datetime) -> None:
        """Have a plain run go back to the day of *to*, if it lies before its window."""
        if self.window.since and not self.window.explicit:
            since = min(self.window.since, self.day_of(to))
            self.window = replace(self.window, since=since)

    def leave_out(self, rhythm: Rhythm) -> None:
        """Note that a listing of this *rhythm* is not due; a vain one has nothing to tell."""
        self.counts.not_due += 1
        due = rhythm.looked + rhythm.pause
        self.next_due = min(self.next_due or due, due)
        if not rhythm.is_vain:
            self._as_of = min(self._as_of, self.day_of(rhythm.looked))

    def count_error(self, failure: Failure) -> None:
        """Count an exception in our own code, which cost a page or an article."""
        self.counts.errors += 1
        if isinstance(failure.value, DISK_FAULTS):
            self.fault = self.fault or failure.value

    def identify(self, article: Article) -> None:
        """Note that every key which led to *article* belongs to its id, and that it answered."""
        keys = self.keys_of(article)
        for key in keys:
            self.state.articles.identify(key, article.id)
        for url in (article.url, *article.aliases):
            self.state.urls.add_alias(keys[0], url)
        self.doubts.well(article.id, asked_for(article), article.fetched_at)
        due = self.revisits.after(article, keys, self.now())
        self.settle({*keys, *self.state.articles.keys(article.id)}, "kept", due)

    def judge_stamp(self, article: Article, *, bore: bool) -> None:
        """Note whether the stamp for which *article* was looked at *bore* a change of its text."""
        for key in self.keys_of(article):
            if listing := self.stamped.pop(key, None):
                self.state.rhythms.stamp(listing, bore=bore)

    def settle(self, keys: Iterable[str], outcome: str, due: datetime | None) -> None:
        """Note what came of articles that answered, and when they are due again."""
        for key in keys:
            self.state.urls.settle(key, outcome, self.now(), due)

    def drop(self, keys: Sequence[str], reason: str, article: Article | None = None) -> None:
        """Note that a page, read as *article*, gave none that can be kept, and why."""
        self.dropped[reason] += 1
        if article is None or not self.doubts.replaced(article, keys):
            self.revisits.drop(keys, reason, self.now())

    def refused(self, step: Step, status: int, when: datetime) -> None:
        """Note that a step was answered by an HTTP error *status* at the instant *when*."""
        if not (step.key and self.doubts.missing(step.key, step.url, status, when)):
            self.failed(step, f"HTTP {status}")

    def failed(self, step: Step, reason: str) -> None:
        """Note that a step brought no page; an article is due again before long."""
        if step.is_optional:
            return
        self.troubles.fail(step, reason)
        self.counts.fail(step, reason)
        if step.key:
            now = self.now()
            self.state.urls.fail(step.key, next_try(self.state.urls.failures(step.key) + 1, now))

    def forbidden(self, step: Step, reason: str) -> None:
        """Note that a step may not be taken, by robots.txt or by our own guards."""
        self.troubles.leave(step, reason)
        if step.key:
            self.drop([step.key], reason)

    def day_of(self, moment: datetime) -> date:
        """Return the site's calendar day at *moment*."""
        return moment.astimezone(self.profile.timezone or UTC).date()
