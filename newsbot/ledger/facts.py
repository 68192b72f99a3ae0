"""What a state tells of a stretch of days, as the day ledger is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from newsbot.limits import USUAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import tzinfo

    from newsbot.ledger.known import Known
    from newsbot.ledger.looks import PastRun


class Hole(NamedTuple):
    """A gap that nothing has closed yet: what ran past *listing* between two instants.

    One that is not *open* was given up: the listing ends before it, so that only others close it.
    """

    listing: str
    since: datetime
    until: datetime
    is_open: bool


class DayPageView(NamedTuple):
    """The last look at one page of a day: *honest* if it showed that day, or that it is empty."""

    day: date
    looked: datetime
    agreed: int
    honest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of the days from *since* to *until*, of a site in *zone*, on its day *today*.

    An article may come in late by *lookback*. *articles* are those of these days and of the SILENCE
    before them. *runs* are all that were after any of these days, *views* the looks at their pages,
    and *last_view* is when the page of whatever day was last looked at, ``None`` if there is none;
    *shows_days* tells whether any such page ever showed its day.
    """

    # Of so many days before a day one at least has news, where a listing shows them.
    SILENCE: ClassVar = timedelta(days=7)

    since: date
    until: date
    zone: tzinfo
    today: date
    lookback: timedelta = USUAL.lookback
    articles: Sequence[Known] = ()
    runs: Sequence[PastRun] = ()
    holes: Sequence[Hole] = ()
    views: Sequence[DayPageView] = ()
    last_view: datetime | None = None
    shows_days: bool = False

    def days(self, since: date, until: date) -> Iterator[date]:
        """Yield those of these days that lie from *since* to *until*."""
        first, last = max(since, self.since), min(until, self.until)
        for number in range((last - first).days + 1):
            yield first + timedelta(number)

    def day_of(self, moment: datetime) -> date:
        """Return the site's calendar day at *moment*; the first there is for one before that."""
        try:
            return moment.astimezone(self.zone).date()
        except OverflowError:
            return moment.date()
