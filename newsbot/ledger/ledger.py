"""The day ledger: for each day of a site what was listed and held, what is missing, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsbot.ledger.known import WITHDRAWN
from newsbot.ledger.recapture import Recapture
from newsbot.ledger.settling import Settling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from newsbot.ledger.facts import Facts
    from newsbot.ledger.known import Known
    from newsbot.ledger.recapture import Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One day of the ledger.

    Of the articles *listed*, which any listing or link has shown (*channels* tells how many by
    which), *held* are kept, *withdrawn* of these; *missing* and *unreachable* are the rest by
    reason, the first of them still to be fetched. *asked*: some run was after this day. It is
    settled unless it *waits* for something; *notes* do not keep it from that. *estimate* is of
    what was published, ``None`` where that is *unknown* for a reason.
    """

    day: date
    listed: int = 0
    channels: Mapping[str, int] = field(default_factory=dict)
    held: int = 0
    withdrawn: int = 0
    missing: Mapping[str, int] = field(default_factory=dict)
    unreachable: Mapping[str, int] = field(default_factory=dict)
    asked: bool = False
    gaps: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    estimate: Estimate | None = None
    unknown: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether repeated looks agree that nothing more is to be had of it."""
        return not self.waits

    @property
    def missed(self) -> int:
        """How many articles are still to be fetched."""
        return sum(self.missing.values())

    @property
    def lost(self) -> int:
        """How many articles are not to be had."""
        return sum(self.unreachable.values())

    @property
    def unlisted(self) -> int:
        """About how many more were published than anything has shown; 0 where that is unknown."""
        return max(0, round(self.estimate.published) - self.listed) if self.estimate else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The days of a site, the first one first, and the estimate of all of them together."""

    rows: tuple[DayRow, ...]
    estimate: Estimate | None = None
    unknown: str = ""

    def between(self, since: date, until: date) -> list[DayRow]:
        """Return the days from *since* to *until*."""
        return [row for row in self.rows if since <= row.day <= until]


def ledger_of(facts: Facts, *, estimates: bool = True) -> Ledger:
    """Return the ledger that *facts* make, with *estimates* if these are wanted."""
    articles: defaultdict[date, list[Known]] = defaultdict(list)
    for one in facts.articles:
        if one.day:
            articles[one.day].append(one)
    settling = Settling(facts)
    days = list(facts.days(facts.since, facts.until))
    rows = [_row(day, articles[day], settling) for day in days]
    return _estimated(rows, articles, settling) if estimates else Ledger(rows=tuple(rows))


def reasons(articles: Sequence[Known], *, missing: bool) -> dict[str, int]:
    """Return why those of *articles* are not held that are *missing*, or else unreachable."""
    return dict(
        Counter(
            one.reason for one in articles if not one.is_held and one.is_missing is missing
        ).most_common()
    )


def _row(day: date, articles: Sequence[Known], settling: Settling) -> DayRow:
    missing = reasons(articles, missing=True)
    last_change = max((one.first_seen for one in articles if one.first_seen), default=None)
    return DayRow(
        day=day,
        listed=len(articles),
        channels=dict(sorted(Counter(c for one in articles for c in one.channels).items())),
        held=sum(one.is_held for one in articles),
        withdrawn=sum(one.status == WITHDRAWN for one in articles),
        missing=missing,
        unreachable=reasons(articles, missing=False),
        asked=settling.was_asked_for(day),
        gaps=settling.gaps(day),
        waits=tuple(settling.waits(day, sum(missing.values()), last_change)),
        notes=settling.notes(day),
    )


def _estimated(
    rows: Sequence[DayRow], articles: Mapping[date, Sequence[Known]], settling: Settling
) -> Ledger:
    """Return *rows* with what their channels tell of each other, where there was a whole look."""
    shown = {row.day: [one.channels for one in articles[row.day]] for row in rows}
    blind = {day: reason for day in shown if (reason := settling.blind(day))}
    looked = {day: settling.looked(day, shown[day]) for day in shown.keys() - blind}
    found = Recapture({day: shown[day] for day in looked}, looked)
    return Ledger(
        rows=tuple(
            replace(row, unknown=blind[row.day])
            if row.day in blind
            else replace(row, estimate=found.of(row.day), unknown=found.reason(row.day))
            for row in rows
        ),
        estimate=found.whole(),
        unknown=found.reason(),
    )
