"""How a site stands: its ledger, its last runs, what is due, and what its channels are worth."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from newsbot.ledger.ledger import ledger_of, reasons
from newsbot.limits import USUAL
from newsbot.state.instants import instant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsbot.ledger.facts import Hole
    from newsbot.ledger.ledger import DayRow, Ledger
    from newsbot.ledger.looks import PastRun
    from newsbot.ledger.recapture import Estimate
    from newsbot.state.days import Days, Holdings, Waiting

# Six weeks are shown where nobody asks for others; what channels tell of each other takes more.
SHOWN, POOLED = timedelta(days=42), timedelta(days=60)
CHANNELS = timedelta(days=30)


class Question(NamedTuple):
    """What somebody asks: the days, ``None`` where they leave an end open, and all or in brief.

    An article of the site may come in *lookback* days late.
    """

    since: date | None = None
    until: date | None = None
    is_brief: bool = False
    lookback: timedelta = USUAL.lookback

    def days(self, today: date) -> tuple[date, date]:
        """Return the first and the last day asked for, neither after *today*."""
        until = min(self.until or today, today)
        return min(self.since or until - SHOWN + timedelta(1), until), until


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How *site* stands at *now*, an instant in its own zone, and its days *since* to *until*.

    *running* is when a run began that has not ended yet, *undated* are reasons why articles of
    unknown days are not held: those missing, those not to be had. *channels* sums up the reports.
    """

    site: str
    now: datetime
    since: date
    until: date
    ledger: Ledger
    holdings: Holdings
    missing: int
    last_run: PastRun | None
    running: datetime | None
    waiting: Waiting
    holes: tuple[Hole, ...]
    undated: tuple[Mapping[str, int], Mapping[str, int]]
    channels: Mapping[str, Mapping[str, int]]

    @property
    def rows(self) -> list[DayRow]:
        """The days asked for."""
        return self.ledger.between(self.since, self.until)

    @property
    def open_since(self) -> date | None:
        """The first of the days asked for that is not settled though a run was after it."""
        return next((row.day for row in self.rows if row.asked and not row.is_settled), None)

    def json(self) -> bytes:
        """Return all of it as one line of JSON."""
        run = self.last_run
        missing, unreachable = self.undated
        told: dict[str, Any] = {
            "site": self.site,
            "now": self.now.isoformat(timespec="seconds"),
            "held": self.holdings.held,
            "withdrawn": self.holdings.withdrawn,
            "first_day": self.holdings.first,
            "last_day": self.holdings.last,
            "missing": self.missing,
            "last_run": run and run.report,
            "running_since": self.running and instant(self.running),
            "due": {
                "listings": self.waiting.listings,
                "articles": self.waiting.unfetched,
                "revisits": self.waiting.revisits,
                "then": self.waiting.then and instant(self.waiting.then),
            },
            "gaps": [
                {"listing": gap.listing, "since": instant(gap.since), "until": instant(gap.until)}
                for gap in self.holes
            ],
            "undated": {
                "missing": sum(missing.values()),
                "unreachable": sum(unreachable.values()),
                "why": {**missing, **unreachable},
            },
            "published": _published(self.ledger.estimate, self.ledger.unknown),
            "days": [_day(row) for row in self.rows],
            "channels": self.channels,
        }
        return orjson.dumps(told)


def status_of(site: str, days: Days, now: datetime, asked: Question) -> Status:
    """Return how *site* stands at *now* in its own zone; in brief, without what takes longest."""
    since, until = asked.days(now.date())
    first = since if asked.since or asked.is_brief else min(since, until - POOLED + timedelta(1))
    facts = replace(days.facts(first, until, now), lookback=asked.lookback)
    ledger = ledger_of(facts, estimates=not asked.is_brief)
    undated = () if asked.is_brief else days.undated()
    return Status(
        site=site,
        now=now,
        since=since,
        until=until,
        ledger=ledger,
        holdings=days.holdings(),
        missing=days.missing(),
        last_run=days.last_run(),
        running=days.running(),
        waiting=days.waiting(now),
        holes=tuple(days.holes()),
        undated=(reasons(undated, missing=True), reasons(undated, missing=False)),
        channels={} if asked.is_brief else _channels(days, now),
    )


def _channels(days: Days, now: datetime) -> dict[str, dict[str, int]]:
    """Return what each channel cost and brought in the last thirty days."""
    sums: dict[str, Counter[str]] = {}
    for run in days.runs_since(now - CHANNELS):
        for name, got in run.report.get("channels", {}).items():
            sums.setdefault(name, Counter()).update(got)
    return {name: dict(got) for name, got in sorted(sums.items())}


def _day(row: DayRow) -> dict[str, Any]:
    return {
        "day": row.day,
        "listed": row.listed,
        "channels": row.channels,
        "held": row.held,
        "withdrawn": row.withdrawn,
        "missing": row.missed,
        "unreachable": row.lost,
        "why": {**row.missing, **row.unreachable},
        "published": _published(row.estimate, row.unknown),
        "asked": row.asked,
        "settled": row.is_settled,
        "waits": row.waits,
        "notes": row.notes,
    }


def _published(estimate: Estimate | None, unknown: str) -> dict[str, Any]:
    """Return the estimate with its interval, or nulls and the reason for them."""
    if estimate is None:
        return {"estimate": None, "low": None, "high": None, "unknown": unknown}
    told = estimate._asdict()
    number = round(told.pop("published"), 1)
    return {"estimate": number, **told, "unknown": None}
