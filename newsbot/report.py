"""What came of a run, for people, for machines and for cron: report, exit code, one line."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass, field
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

import orjson

from newsbot.exceptions import (
    ArchiveError,
    DiskFloorError,
    NewsbotError,
    StateBusyError,
    StateError,
    UnsoundStateError,
)
from newsbot.numerals import amount
from newsbot.state.instants import instant
from newsbot.suspicion import RECENT, sketch_of, suspicious, told
from newsbot.verdict import DISK, FINE, LATER, MISTYPED, PARTLY, PERSON, verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsbot.run import Run
    from newsbot.suspicion import Suspects
    from newsbot.tally import Yield

# A trap may have any number of patterns.
MOST_TRAPS = 20
_OUTCOMES = ("new", "changed", "gone", "same", "missing", "failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came of one run of one site; *trouble* is one line, ``None`` where all is well."""

    site: str
    exit_code: int = FINE
    trouble: str | None = None
    run: str | None = None
    started: str | None = None
    finished: str | None = None
    since: str | None = None
    until: str | None = None
    new: int = 0
    changed: int = 0
    gone: int = 0
    same: int = 0
    missing: int = 0
    failed: int = 0
    requests: int = 0
    articles: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)
    troubles: Mapping[str, int] = field(default_factory=dict)
    channels: Mapping[str, Yield] = field(default_factory=dict)
    latency: Mapping[str, int | None] = field(default_factory=dict)
    requests_per_new: float | None = None
    listings: int = 0
    unchanged: int = 0
    revisits: int = 0
    robots: int = 0
    not_due: int = 0
    next_due: str | None = None
    gaps: Mapping[str, int] = field(default_factory=dict)
    asks: Mapping[str, int] = field(default_factory=dict)
    traps: Mapping[str, int] = field(default_factory=dict)
    learnt: int = 0
    suspicious: Mapping[str, Suspects] = field(default_factory=dict)

    @property
    def line(self) -> str:
        """What came of the run in one line: its trouble, or else its summary."""
        return f"{self.site}: {self.trouble}" if self.trouble else self.summary

    @property
    def summary(self) -> str:
        """What the run brought and cost in one line, whatever its trouble."""
        asked = amount(self.requests, "request")
        if self.requests_per_new:
            asked += f" ({self.requests_per_new:g} per new article)"
        said = [self.counted, asked, f"{self.articles} kept"]
        if median := self.latency.get("median"):
            said.append(f"new ones {_ago(median)} after they came out")
        if doubtful := sum(suspects["count"] for suspects in self.suspicious.values()):
            said.append(f"{doubtful} suspicious")
        if found := self.gaps.get("found"):
            said.append(f"{amount(found, 'gap')} found, {self.gaps['healed']} healed")
        if self.not_due and not self.listings:
            said.append(f"no listing due before {_minute(self.next_due)}")
        if self.traps:
            pattern = next(iter(self.traps))
            said.append(f"{sum(self.traps.values())} addresses left out as a trap, like {pattern}")
        if self.learnt:
            said.append(f"learnt from {amount(self.learnt, 'page')}; {self.advice}")
        return f"{self.site}: {' · '.join(said)}"

    @property
    def has_brought(self) -> bool:
        """Whether the run met any article, wanted or not."""
        return any(getattr(self, name) for name in _OUTCOMES)

    @property
    def advice(self) -> str:
        """How the articles that were kept before a first lesson are read by it, too."""
        command = f"scrapy reextract {self.site} --relearn --apply"
        return f"{command} applies it to the {amount(self.articles, 'article')} kept before"

    @property
    def counted(self) -> str:
        """The outcomes that came up, with their numbers; new articles always."""
        return counted({name: getattr(self, name) for name in _OUTCOMES})

    def json(self) -> bytes:
        """Return the report as one line of JSON."""
        record: dict[str, Any] = asdict(self)
        return orjson.dumps(record)


def counted(report: Mapping[str, Any]) -> str:
    """Return the outcomes that came up by a *report* as its JSON has it; new articles always."""
    numbers = {name: report[name] for name in _OUTCOMES}
    return " · ".join(f"{n} {name}" for name, n in numbers.items() if n or name == "new")


def report_of(run: Run, reason: str, requests: int, robots: int = 0) -> Report:
    """Return the report of *run*, which ended for *reason* after so many *requests*.

    *robots* of them were for robots.txt, as asked by the rules of politeness.
    """
    suspects = _suspects(run)
    exit_code, trouble = verdict(run, reason, suspects)
    outcomes = {name: getattr(run.counts, name) for name in _OUTCOMES}
    outcomes["same"] += run.state.urls.count_passed_over()
    return Report(
        site=run.site,
        exit_code=exit_code,
        trouble=trouble,
        run=run.name,
        started=instant(run.started),
        finished=instant(run.now()),
        since=run.window.since.isoformat() if run.window.since else "first",
        until=run.window.until.isoformat(),
        requests=requests,
        articles=run.state.articles.count(),
        dropped=dict(run.dropped),
        troubles=dict(run.troubles.all()),
        channels=run.tally.channels(),
        latency=run.tally.latency(),
        requests_per_new=round(requests / outcomes["new"], 2) if outcomes["new"] else None,
        listings=run.counts.asked,
        unchanged=run.counts.unchanged,
        revisits=run.counts.revisits,
        robots=robots,
        not_due=run.counts.not_due,
        next_due=instant(run.next_due) if run.next_due else None,
        gaps=run.state.gaps.count(run.state.urls.run),
        suspicious=told(suspects),
        asks=dict(run.tally.asks),
        traps=dict(run.traps.left_out.most_common(MOST_TRAPS)),
        **outcomes,
    )


def _suspects(run: Run) -> dict[str, list[str]]:
    """Return the new articles of *run* that are suspicious, by reason."""
    articles = run.state.articles
    ids = run.tally.new
    kept = (articles.kept(article_id) for article_id in ids)
    new = [sketch_of(orjson.loads(one.line)) for one in kept if one]
    newest = (sketch_of(orjson.loads(line)) for line in run.state.days.newest())
    recent = islice((one for one in newest if one.id not in ids), RECENT if new else 0)
    domain = run.profile.domain.removeprefix("www.").partition(".")[0]
    apart = set(filter(articles.is_apart, ids))
    return suspicious(new, list(recent), (run.site, domain), apart)


def failure_of(site: str, error: BaseException, run: str | None = None) -> Report:
    """Return the report of *site*, whose *run* was ended, or never begun, because of *error*."""
    code = code_of(error)
    trouble = str(error)
    if code == DISK and not isinstance(error, NewsbotError):
        trouble = f"{trouble}; free or mend the disk and run again: what was committed is safe"
    elif isinstance(error, sqlite3.Error):
        trouble = str(UnsoundStateError(site, f"the state: {trouble}"))
    return Report(site=site, exit_code=code, trouble=trouble, run=run)


def code_of(error: BaseException) -> int:
    """Return the exit code for a site that *error* stopped."""
    kinds: tuple[tuple[type[BaseException], int], ...] = (
        (StateBusyError, LATER),
        (StateError, PERSON),
        (ArchiveError, PERSON),
        (DiskFloorError, DISK),
        (NewsbotError, MISTYPED),
        (OSError, DISK),
        (sqlite3.OperationalError, DISK),
        (sqlite3.DatabaseError, PERSON),
    )
    return next((code for kind, code in kinds if isinstance(error, kind)), PARTLY)


def _minute(told: str | None) -> str:
    """Return the instant *told*, which is UTC, to the minute and as it is said elsewhere."""
    return f"{datetime.fromisoformat(told):%Y-%m-%d %H:%M} UTC" if told else "–"


def _ago(seconds: int) -> str:
    """Return so many *seconds* as people say it."""
    return f"{seconds / 60:.0f} min" if seconds < 2 * 3600 else f"{seconds / 3600:.0f} h"
