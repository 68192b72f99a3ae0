"""How sites stand, in words for a terminal of eighty columns."""

from __future__ import annotations

from collections import Counter
from datetime import MINYEAR
from itertools import groupby
from math import floor
from textwrap import wrap
from typing import TYPE_CHECKING

from newsbot.ledger.calendar import GAP, LEGEND, MISSING, OPEN, SETTLED, calendar
from newsbot.ledger.settling import LYING
from newsbot.ledger.worst import crawl_range, worst_days
from newsbot.numerals import amount
from newsbot.report import counted
from newsbot.status import CHANNELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from newsbot.ledger.looks import PastRun
    from newsbot.ledger.worst import Worst
    from newsbot.status import Status

WIDTH = 80
_INDENT = 11
_LONG_AGO = 2
_MINUTE = "%Y-%m-%d %H:%M"
_COLOURS = {SETTLED: 32, OPEN: 33, MISSING: 31, GAP: 35}
_COUNTS = ("requests", "seen", "new", "alone")


def plain(text: str) -> str:
    """Return *text* as it is."""
    return text


def coloured(mark: str) -> str:
    """Return a *mark* of the calendar in its colour."""
    return f"\x1b[{_COLOURS[mark]}m{mark}\x1b[0m" if mark in _COLOURS else mark


def page(status: Status, paint: Callable[[str], str] = plain) -> Iterator[str]:
    """Yield the lines on one site: how it stands, its calendar, its worst days, its channels."""
    yield from _head(status)
    yield ""
    if weeks := list(calendar(status.rows, paint)):
        yield from weeks
        yield LEGEND
    else:
        yield f"nothing is known of {status.since} to {status.until}, and no run was after it"
        yield f"  {crawl_range(status.site, status.since, status.until)}"
    if worst := worst_days(status.site, status.rows, status.now.date()):
        yield ""
        yield "worst days"
        yield from _worst(worst)
    if status.channels:
        yield ""
        yield from _channels(status.channels)


def overview(sites: Sequence[Status]) -> Iterator[str]:
    """Yield the lines on several sites: a row each, and below it what ailed its last run."""
    width = max(len("site"), *(len(status.site) for status in sites))
    yield (f"{'site':<{width}}  {'last run':<16} exit    new     held  missing  unsettled   gaps")
    for status in sites:
        run = status.last_run
        when = _local(run.started, status) if run else "none has ended"
        code, new = (run.report["exit_code"], run.report["new"]) if run else ("", "")
        since = status.open_since or ""
        yield (
            f"{status.site:<{width}}  {when:<16} {code:>4} {new:>6} {status.holdings.held:>8}"
            f" {status.missing:>8}  {since!s:<10} {len(status.holes):>5}"
        ).rstrip()
        if run and run.report["trouble"]:
            yield from wrap(
                run.report["trouble"], WIDTH, initial_indent="  ", subsequent_indent="  "
            )


def _worst(worst: Sequence[Worst]) -> Iterator[str]:
    """Yield the lines on the worst days, one command below all that it is meant for."""
    for command, stretches in groupby(worst, key=lambda one: one.command):
        for one in stretches:
            days = f"{one.since}" if one.since == one.until else f"{one.since} to {one.until}"
            yield from wrap(f"{days}: {one.what}", WIDTH, subsequent_indent="  ")
        yield f"  {command}"


def _head(status: Status) -> Iterator[str]:
    """Yield how a site stands, a line for each thing."""
    held = status.holdings
    days = f", of {held.first} to {held.last}" if held.first else ""
    yield f"{status.site}: {amount(held.held, 'article')} held, {held.withdrawn} withdrawn{days}"
    for name, told in _facts(status).items():
        if told:
            label = f"{name:<{_INDENT}}"
            yield from wrap(told, WIDTH, initial_indent=label, subsequent_indent=" " * _INDENT)


def _facts(status: Status) -> dict[str, str]:
    return {
        "last run": _run(status),
        "due": _due(status),
        "gaps": _gaps(status),
        "days": _days(status),
        "day pages": _day_pages(status),
        "published": _published(status),
        "undated": _undated(status),
    }


def _run(status: Status) -> str:
    run, running = status.last_run, status.running
    told = "none has ended"
    if run:
        report = run.report
        trouble = f", exit {report['exit_code']}: {report['trouble']}" if report["trouble"] else ""
        told = f"{_local(run.started, status)}{_ago(run, status)}: {_outcome(run)}{trouble}"
    return told + (f"; one begun {_local(running, status)} has not ended" if running else "")


def _ago(run: PastRun, status: Status) -> str:
    """Return how long ago *run* began, if so long that no schedule seems to be at work."""
    days = (status.now - run.started).days
    return f", {days} days ago" if days >= _LONG_AGO else ""


def _outcome(run: PastRun) -> str:
    return f"{counted(run.report)}, {amount(run.report['requests'], 'request')}"


def _due(status: Status) -> str:
    waiting = status.waiting
    now = [
        amount(number, name)
        for number, name in (
            (waiting.listings, "listing"),
            (waiting.unfetched, "new article"),
            (waiting.revisits, "second look"),
        )
        if number
    ]
    then = f"next {_local(waiting.then, status)}" if waiting.then else ""
    return "; ".join(part for part in (f"now {', '.join(now)}" if now else "", then) if part)


def _gaps(status: Status) -> str:
    if not status.holes:
        return "none"
    first = status.holes[0]
    more = len(status.holes) - 1
    return (
        f"{_local(first.since, status)} to {_local(first.until, status)} in "
        f"{first.listing.removeprefix('GET ')}" + (f", and {more} more" if more else "")
    )


def _days(status: Status) -> str:
    rows = [row for row in status.rows if row.asked or row.listed]
    if not rows:
        return ""
    told = {
        "listed": sum(row.listed for row in rows),
        "held": sum(row.held for row in rows),
        "missing": sum(row.missed for row in rows),
        "not to be had": sum(row.lost for row in rows),
    }
    settled, asked = sum(row.is_settled for row in rows), sum(row.asked for row in rows)
    counts = ", ".join(f"{number} {name}" for name, number in told.items())
    why = _why(row.unreachable for row in rows)
    return f"since {rows[0].day}: {counts}{why}; {settled} of {amount(asked, 'day')} settled"


def _day_pages(status: Status) -> str:
    lying = [str(row.day) for row in status.rows if LYING in row.notes]
    shown = ", ".join(lying[:3]) + (f" and {len(lying) - 3} more" if len(lying) > 3 else "")
    return f"no day of its own is shown by that of {shown}" if lying else ""


def _published(status: Status) -> str:
    found, ledger = status.ledger.estimate, status.ledger
    if found is None:
        is_told = any(row.listed for row in ledger.rows)
        return f"how many more than the listed is not known: {ledger.unknown}" * is_told
    judged = [row for row in ledger.rows if row.estimate]
    listed = sum(row.listed for row in judged)
    # Rounded down, so that it never looks complete when it is not.
    share = floor(1000 * listed / found.published) / 10 if listed else 100
    return (
        f"about {found.published:.0f} ({found.low} to {found.high}, 95 %) on"
        f" {amount(len(judged), 'day')}; {listed} listed: {share} %"
    )


def _undated(status: Status) -> str:
    missing, unreachable = status.undated
    number = sum(missing.values()) + sum(unreachable.values())
    if not number:
        return ""
    return f"day unknown: {number} listed, not held{_why([missing, unreachable])}"


def _channels(channels: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Yield a table of what each channel cost and brought."""
    yield f"{f'last {CHANNELS.days} days':<12}" + "".join(f"{name:>10}" for name in _COUNTS)
    for name, got in channels.items():
        yield f"{name:<12}" + "".join(f"{got.get(column, 0):>10}" for column in _COUNTS)


def _why(reasons: Iterable[Mapping[str, int]]) -> str:
    """Return the commonest of *reasons* in brackets, nothing where there are none."""
    sums: Counter[str] = Counter()
    for one in reasons:
        sums.update(one)
    told = ", ".join(f"{reason} {number}" for reason, number in sums.most_common(3))
    return f" ({told})" if told else ""


def _local(moment: datetime, status: Status) -> str:
    if moment.year == MINYEAR:  # a gap that began before all that is known
        return "the beginning"
    return f"{moment.astimezone(status.now.tzinfo):{_MINUTE}}"
