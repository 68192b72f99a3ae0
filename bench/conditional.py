"""What it saves to ask for a listing only if it has changed, and what a paper that lies costs.

``python -m bench.conditional [PER_DAY [DAYS]]`` crawls a made-up paper every hour for DAYS days,
and for two more on which nothing is printed. It is done with a paper whose listings bear no
validators, with an honest one, with one whose ETags never change, with one that is honest for half
of the days and then leaves them as they are, and with one that takes any ETag for the present one.
Prints a table in Markdown, and exits with 1 where a story is missing in the end, a liar was not
caught, or an honest paper was.
"""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from twisted.internet.defer import Deferred

from bench.asyncreactor import react
from tests.press.month import Month
from tests.press.newsroom import monthly_room

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsbot.demo.paper import PressRequest, PressResponse
    from tests.press.monthly import Monthly
    from tests.press.newsroom import MonthlyRoom

PER_DAY, DAYS, TAIL = 20, 7, 2
HOUR = timedelta(hours=1)
KINDS = {"none": False, "honest": False, "lying": True, "turned": True, "deaf": True}
HEAD = (
    *("validators", "requests for listings", "answered by 304", "KB of listings"),
    *("stories", "missing", "hours till kept: median", "p95", "caught"),
)


@dataclass(slots=True)
class Figures:
    """What a crawled week came to; *delays* are in hours."""

    statuses: list[int] = field(default_factory=list)
    size: int = 0
    delays: list[float] = field(default_factory=list)
    missing: int = 0
    caught: bool = False

    def row(self, kind: str) -> str:
        """Return a line of the table."""
        unchanged = self.statuses.count(304)
        share = f"{unchanged} ({100 * unchanged / len(self.statuses):.0f} %)"
        marks = quantiles(self.delays, n=20)
        cells = (
            *(kind, str(len(self.statuses)), share, f"{self.size / 1000:.0f}"),
            *(str(len(self.delays)), str(self.missing), f"{marks[9]:.1f}", f"{marks[18]:.1f}"),
            "yes" if self.caught else "",
        )
        return f"| {' | '.join(cells)} |"


def watch(paper: Monthly, kind: str, figures: Figures) -> None:
    """Have *paper* send validators of that *kind*, and its listings counted in *figures*."""
    answer = paper.respond
    if kind != "none":
        paper.validators = "lying" if kind == "lying" else "honest"

    def respond(request: PressRequest) -> PressResponse:
        response = answer(request)
        if paper.article_key(request) or request.path == "/robots.txt":
            return response
        if kind == "deaf" and "if-none-match" in request.headers:
            response = replace(response, status=304, body=b"")
        figures.statuses.append(response.status)
        figures.size += len(response.body)
        return response

    paper.respond = respond  # type: ignore[method-assign]


async def crawl(room: MonthlyRoom, kind: str, per_day: int, days: int) -> Figures:
    """Crawl *room*'s paper every hour, and return what came of it after the first crawl."""
    month = Month(room.paper, days=days, per_day=per_day, edits=False)
    begun, figures = room.paper.today, Figures()
    await room.crawl()
    watch(room.paper, kind, figures)
    kept = set(room.records())
    expected = set(month.keys) - kept
    for hours in range(1, 24 * (days + TAIL)):
        month.advance(begun + hours * HOUR)
        if kind == "turned" and hours == 12 * days:
            room.paper.validators = "lying"
        report = await room.crawl()
        if report.new:
            fresh = set(room.records()) - kept
            figures.delays += [(room.paper.today - month.out(key)) / HOUR for key in fresh]
            kept |= fresh
    figures.missing = len(expected - kept)
    with closing(room.hold_lock()) as state:
        figures.caught = state.validators.is_liar(room.paper.hosts[0])
    return figures


async def main(arguments: Sequence[str]) -> None:
    """Print the table, and exit with 1 where something is missing or was believed."""
    per_day, days, *_ = *map(int, arguments), *(PER_DAY, DAYS)[len(arguments) :]
    print(f"{per_day} stories a weekday for {days} days; a crawl every hour\n")
    print(f"| {' | '.join(HEAD)} |\n{'|---' * len(HEAD)}|", flush=True)
    failed = []
    for kind, is_liar in KINDS.items():
        with TemporaryDirectory() as folder:
            room = monthly_room(Path(folder))
            figures = await crawl(room, kind, per_day, days)
            await room.close()
        print(figures.row(kind), flush=True)
        if figures.missing or figures.caught != is_liar:
            failed.append(kind)
    if failed:
        sys.exit(f"not as promised: {', '.join(failed)}")


if __name__ == "__main__":
    react(lambda _: Deferred.fromCoroutine(main(sys.argv[1:])))
