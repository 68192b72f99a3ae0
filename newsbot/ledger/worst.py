"""The worst days of a ledger, with what is amiss and what a person can type about it."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from enum import IntEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsbot.ledger.ledger import DayRow

# So many days after its end, a day is settled wherever all goes well.
PATIENCE = timedelta(days=7)
MOST = 10


class Worst(NamedTuple):
    """Some days in a row that lack the same: from *since* to *until*, *what*, and a *command*."""

    since: date
    until: date
    what: str
    command: str


def worst_days(site: str, rows: Sequence[DayRow], today: date) -> list[Worst]:
    """Return at most ten stretches of bad days of *site*, the worst first.

    First those with articles missing, then with a gap, then those not settled long after their
    end, then those of which the least is listed, as far as their channels tell.
    """
    found: list[tuple[_Kind, list[DayRow]]] = []
    for kind, days in groupby(rows, key=lambda row: _kind(row, today)):
        if kind is _Kind.UNLISTED:
            found += [(kind, [row]) for row in days]
        elif kind:
            found.append((kind, list(days)))
    found.sort(key=lambda one: (one[0], _weight(*one)))
    return [_worst(site, *one) for one in found[:MOST]]


def crawl_range(site: str, since: date, until: date) -> str:
    """Return the command that looks at all of *site* again for the days *since* to *until*."""
    return f"scrapy crawl {site} -a since={since} -a until={until}"


class _Kind(IntEnum):
    """What is worst about a day, the worst first."""

    NOTHING, MISSING, GAP, UNSETTLED, UNLISTED = range(5)


def _kind(row: DayRow, today: date) -> _Kind:
    if row.missed:
        return _Kind.MISSING
    if row.gaps:
        return _Kind.GAP
    if row.asked and not row.is_settled and row.day < today - PATIENCE:
        return _Kind.UNSETTLED
    is_unlisted = row.is_settled and row.estimate and row.estimate.low > row.listed
    return _Kind.UNLISTED if is_unlisted else _Kind.NOTHING


def _weight(kind: _Kind, days: Sequence[DayRow]) -> float:
    """Return by what stretches of one *kind* are ordered, the worst first."""
    if kind is _Kind.MISSING:
        return -sum(row.missed for row in days)
    if kind is _Kind.UNLISTED:
        return days[0].listed / (days[0].listed + days[0].unlisted)
    return -len(days)


def _worst(site: str, kind: _Kind, days: Sequence[DayRow]) -> Worst:
    since, until = days[0].day, days[-1].day
    tell = {
        _Kind.MISSING: _missing,
        _Kind.GAP: _gap,
        _Kind.UNSETTLED: _unsettled,
        _Kind.UNLISTED: _unlisted,
    }[kind]
    command = crawl_range(site, since, until)
    if kind is _Kind.MISSING:
        command = f"scrapy crawl {site}"  # whatever is due is fetched by any run
    return Worst(since, until, tell(days), command)


def _missing(days: Sequence[DayRow]) -> str:
    why: Counter[str] = Counter()
    for row in days:
        why.update(row.missing)
    told = f"{why.total()} of {sum(row.listed for row in days)} missing"
    if len(why) == 1:
        return f"{told}, {next(iter(why))}"
    return f"{told}: {', '.join(f'{number} {reason}' for reason, number in why.most_common())}"


def _gap(days: Sequence[DayRow]) -> str:
    listings = _each(gap for row in days for gap in row.gaps)
    first = listings[0].removeprefix("GET ")
    others = len(listings) - 1
    more = f" and {others} other listing{'s' * (others > 1)}" if others else ""
    return f"something may have run past {first}{more}"


def _unsettled(days: Sequence[DayRow]) -> str:
    return "; ".join(_each(row.waits[0] for row in days))


def _unlisted(days: Sequence[DayRow]) -> str:
    (row,) = days
    assert row.estimate
    low, high = row.estimate.low - row.listed, row.estimate.high - row.listed
    return (
        f"about {row.unlisted} more than the {row.listed} listed were published ({low} to {high})"
    )


def _each(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
