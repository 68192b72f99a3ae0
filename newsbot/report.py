"""What came of a run, for people, for machines and for cron: report, exit code, one line."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

import orjson

from newsbot.exceptions import (
    ArchiveError,
    DiskFloorError,
    NewsbotError,
    StateBusyError,
    StateError,
)
from newsbot.failures import will_pass
from newsbot.state.instants import instant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsbot.run import Run
    from newsbot.tally import Yield

FINE, PARTLY, MISTYPED, PERSON, DISK, LATER = 0, 1, 2, 3, 74, 75
# Over several sites the worst wins, and what a person must mend is worse than what will pass.
_ORDER = (MISTYPED, DISK, PERSON, PARTLY, LATER, FINE)
# So many articles without one that can be kept are no accident.
MANY = 5
TIME_UP, SPENT = "closespider_timeout", "closespider_pagecount"
OWN_ERROR = "an error of newsbot's own; the log of the run says which"
# Listings that were asked for, whatever came of it.
_LISTINGS = ("listings", "listings failed", "days absent")
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
    learnt: int = 0

    @property
    def line(self) -> str:
        """The summary of the run in one line."""
        if self.trouble:
            return f"{self.site}: {self.trouble}"
        asked = f"{self.requests} requests"
        if self.requests_per_new:
            asked += f" ({self.requests_per_new:g} per new article)"
        said = [self.counted, asked, f"{self.articles} kept"]
        if median := self.latency.get("median"):
            said.append(f"new ones {_ago(median)} after they came out")
        if found := self.gaps.get("found"):
            said.append(f"{found} gaps found, {self.gaps['healed']} healed")
        if self.not_due and not self.listings:
            said.append(f"no listing due before {self.next_due}")
        if self.learnt:
            said.append(f"learnt from {self.learnt} pages; {self.advice}")
        return f"{self.site}: {' · '.join(said)}"

    @property
    def advice(self) -> str:
        """How the articles that were kept before a first lesson are read by it, too."""
        command = f"scrapy reextract {self.site} --relearn --apply"
        return f"{command} applies it to the {self.articles} articles kept before"

    @property
    def counted(self) -> str:
        """The outcomes that came up, with their numbers; new articles always."""
        numbers = {name: getattr(self, name) for name in _OUTCOMES}
        return " · ".join(f"{n} {name}" for name, n in numbers.items() if n or name == "new")

    def json(self) -> bytes:
        """Return the report as one line of JSON."""
        record: dict[str, Any] = asdict(self)
        return orjson.dumps(record)


def report_of(run: Run, reason: str, requests: int, robots: int = 0) -> Report:
    """Return the report of *run*, which ended for *reason* after so many *requests*.

    *robots* of them were for robots.txt, as asked by the rules of politeness.
    """
    exit_code, trouble = verdict(run, reason)
    outcomes = {name: run.counts[name] for name in _OUTCOMES}
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
        troubles=dict(run.troubles),
        channels=run.tally.channels(),
        latency=run.tally.latency(),
        requests_per_new=round(requests / outcomes["new"], 2) if outcomes["new"] else None,
        listings=sum(run.counts[what] for what in _LISTINGS),
        unchanged=run.counts["unchanged listings"],
        revisits=run.counts["revisits"],
        robots=robots + run.counts["robots"],
        not_due=run.counts["not due"],
        next_due=instant(run.next_due) if run.next_due else None,
        gaps=run.state.gaps.count(run.state.urls.run),
        **outcomes,
    )


def worst(codes: Iterable[int]) -> int:
    """Return the exit code of several sites together."""
    return min(codes, key=_ORDER.index, default=FINE)


def failure_of(site: str, error: BaseException, run: str | None = None) -> Report:
    """Return the report of *site*, whose *run* was ended, or never begun, because of *error*."""
    code = code_of(error)
    trouble = str(error)
    if not isinstance(error, NewsbotError):
        hint = "free or mend the disk" if code == DISK else "restore a copy of the state"
        trouble = f"{trouble}; {hint} and run again: what was committed is safe"
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


def verdict(run: Run, reason: str) -> tuple[int, str | None]:
    """Return the exit code of *run* and its trouble in words.

    *reason* is why the crawl ended, as Scrapy says it. Zero articles never look like success.
    """
    counts = run.counts
    if run.shortage:
        return DISK, run.shortage
    if reason not in {"finished", TIME_UP, SPENT}:
        what = OWN_ERROR if counts["errors"] else f"interrupted ({reason}); the next run goes on"
        return PARTLY, what
    if not counts["listings"] and (counts["listings failed"] or not counts["not due"]):
        return (PARTLY, OWN_ERROR) if counts["errors"] else _unreached(run)
    # A run that goes on with an earlier one may find nothing but the quiet end of its walk.
    # A listing of one day, or one whose fellows are not due, may be empty.
    is_partial = counts["not due"] or run.goes_on
    if not counts["listed"] and not (is_partial and run.state.articles.count()):
        hint = f"did the layout change? Look: scrapy shell {run.profile.links.seeds[0]}"
        return PERSON, f"no article found on {counts['listings']} listing pages; {hint}"
    kept = counts["new"] + counts["changed"] + counts["same"]
    lost = run.dropped + Counter({"not found": counts["missing"]})
    is_many = lost.total() >= MANY or (lost.total() and not run.state.articles.count())
    if not kept and is_many and not run.doubts.trouble:
        hint = "try one of them: scrapy parse URL"
        return PERSON, f"{lost.total()} articles found, none kept: {_most(lost)}; {hint}"
    return _judged(run, reason, kept + run.state.urls.count_passed_over())


def _judged(run: Run, reason: str, good: int) -> tuple[int, str | None]:
    """Return exit code and trouble of a run that brought or met *good* articles.

    A site that is at fault may mend itself; if it does not, a person must see why.
    """
    if run.doubts.days > 1:
        return PERSON, run.doubts.trouble
    short = _short(run, reason, good)
    return (PARTLY, short) if short else (FINE, run.doubts.trouble)


def _short(run: Run, reason: str, good: int) -> str | None:
    """Return in what a run fell short that brought or met *good* articles."""
    if reason in {TIME_UP, SPENT} and (run.leaves_something or run.counts["failed"]):
        what = "time was up" if reason == TIME_UP else "all pages allowed were fetched"
        return f"{what}; the next run goes on"
    if errors := run.counts["errors"]:
        return f"{OWN_ERROR} ({errors})"
    if (failed := run.counts["failed"]) > good:
        return (
            f"articles not fetched: {failed}, for {_most(run.troubles)}; the next run tries again"
        )
    return None


def _unreached(run: Run) -> tuple[int, str]:
    """Return what to say where no listing answered: it may pass, or the site is not there."""
    why = _most(run.troubles)
    domain = run.profile.domain
    if any(will_pass(reason) for reason in run.troubles):
        return LATER, f"cannot reach {domain}: {why}. Offline? Try: scrapy demo"
    hint = f"check its seeds in sites/{run.site}.toml"
    if any("private address" in reason for reason in run.troubles):
        hint = "to crawl it all the same: -s ALLOW_PRIVATE_HOSTS=1"
    return PERSON, f"{domain} shows no listing: {why or 'no answer can be read'}; {hint}"


def _most(reasons: Counter[str]) -> str:
    """Return the three commonest reasons with their numbers."""
    return ", ".join(f"{why} ({number})" for why, number in reasons.most_common(3))


def _ago(seconds: int) -> str:
    """Return so many *seconds* as people say it."""
    return f"{seconds / 60:.0f} min" if seconds < 2 * 3600 else f"{seconds / 3600:.0f} h"
