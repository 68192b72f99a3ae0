"""How true the estimate is of what no channel listed: over invented months, against the truth.

``python -m bench.ledger [MONTHS]`` invents so many months of sites, each with a channel switched
off or a day page lying; and a quarter as many of each of three kinds that bring the estimate to
its end: all channels copy the sections; nothing links to some of the stories; some are gone
before the crawler first comes, and count. Errors and widths are in points of recall. Exits with 1
where, in the first, the median error is above 2 points, the 95 % interval holds the truth in less
than 90 % of the months, or more than 25 % of those in which two channels tell have no estimate;
where more than 5 % of the copying months have one; or where a stretch of 60 days of 20 articles,
with all its days, takes 50 ms of CPU time or more.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from time import process_time
from typing import TYPE_CHECKING

from newsbot.ledger.recapture import Recapture
from tests.ledger.scores import Score, judge
from tests.ledger.sitemonths import CHANNELS, copied_month, site_month

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ledger.scores import Judged

MONTHS = 1_000
MOST_ERROR, LEAST_COVERAGE, LEAST_COPIES, MOST_SILENCE, MOST_SECONDS = 2, 0.9, 0.95, 0.25, 0.05
PARTS: dict[str, Callable[[Judged], bool]] = {
    "all": lambda _: True,
    "recall below 99.5 %": lambda judged: judged.month.recall < 99.5,
    "2 sources": lambda judged: judged.sources == 2,
    "3 sources": lambda judged: judged.sources == 3,
    "4 sources or more": lambda judged: judged.sources > 3,
}


def seconds(days: int = 60, articles: int = 20) -> float:
    """Return the CPU time that a stretch of so many days takes, with all that is told of it."""
    dates = [date(2026, 10, 1) + timedelta(day) for day in range(days)]
    shown = {
        date_: [_channels(day * articles + number) for number in range(articles)]
        for day, date_ in enumerate(dates)
    }
    begun = process_time()
    found = Recapture(shown, dict.fromkeys(dates, frozenset(CHANNELS)))
    found.whole()
    for date_ in dates:
        found.of(date_)
    return process_time() - begun


def _channels(number: int) -> frozenset[str]:
    """Return the channels of one article, so that each shows seven tenths, unlike the others."""
    return frozenset(
        name
        for place, name in enumerate(CHANNELS)
        if number * 7919 * (place + 2) // 10 ** (place % 4) % 10 < 7
    )


def row(name: str, score: Score) -> str:
    """Return the line of the table for *score*."""
    if not score.estimated:
        return f"| {name} | {len(score.months)} | 0 | | | | |"
    return (
        f"| {name} | {len(score.months)} | {len(score.estimated)} | {score.error:.2f}"
        f" | {100 * score.coverage:.1f} % | {score.width:.2f} | {100 * score.day_coverage:.1f} % |"
    )


def main(months: int = MONTHS) -> None:
    """Print the table, and exit with 1 where a figure is not what it has to be."""
    score = judge(map(site_month, range(months)))
    copies = judge(map(copied_month, range(months // 4)))
    hidden = judge(site_month(seed, hidden=0.02) for seed in range(months // 4))
    fleeting = judge(site_month(seed, fleeting=True) for seed in range(months // 4))
    print("| months | invented | estimated | median error | covered | width | days covered |")
    print("|---|---|---|---|---|---|---|")
    for name, belongs in PARTS.items():
        print(row(name, Score(tuple(filter(belongs, score.months)))))
    print(row("every channel a copy", copies))
    print(row("2 % linked nowhere", hidden))
    print(row("also those gone before the first visit", fleeting))
    took = seconds()
    print(f"no estimate where two channels tell: {100 * score.wrong_silence:.1f} %")
    print(f"no estimate where all copy: {100 * copies.silence:.1f} %")
    print(f"60 days of 20 articles: {1000 * took:.0f} ms")
    bars = (
        score.error <= MOST_ERROR,
        score.coverage >= LEAST_COVERAGE,
        copies.silence >= LEAST_COPIES,
        score.wrong_silence <= MOST_SILENCE,
        took < MOST_SECONDS,
    )
    if not all(bars):
        sys.exit("not what was promised")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
