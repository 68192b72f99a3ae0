"""A simulated month: what newsbot brings and costs, beside the ways of others.

``python -m bench.month [PER_DAY [DAYS]]`` lets a made-up paper print, correct and withdraw
stories at the rates that GDELT found, and crawls it every six hours on 127.0.0.1; the baselines ask
it in process. Stories of the first DAYS days are judged, as they are held ten days later. All is
done twice, the second time with nobody looking for three days. Prints a table in Markdown, and
exits with 1 where newsbot's figures are not what was promised.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from twisted.internet.defer import Deferred

from bench.asyncreactor import react
from bench.baselines import BASELINES, visit_at
from bench.crawls import Crawls
from bench.holdings import Score, reachable, recall, score
from tests.press.month import Month
from tests.press.monthly import START, Monthly

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from bench.baselines import Baseline
    from bench.holdings import Holdings

PER_DAY, DAYS, TAIL = 80, 30, 10
DAY, PAUSE = timedelta(days=1), timedelta(hours=6)
OUTAGE = 3 * DAY
HEAD = (
    *("", "recall", "of 3 days' outage, at the next look", "requests per new article"),
    *("hours till kept: median", "p95", "changed articles with day-7 text", "withdrawals known"),
    *("revisits per changed article", "false revisions", "false withdrawals"),
)
# What was promised of a calm month, and of one with an outage.
LEAST_HEALED, LEAST_DAY7 = 0.99, 0.95
MOST_REVISITS, MOST_FALSE = 10.3, 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A month to be printed: how many stories a day, for how many days before the last look."""

    per_day: int
    days: int

    @property
    def judged_until(self) -> datetime:
        """The end of the days whose stories are judged."""
        return START + self.days * DAY

    @property
    def outage(self) -> tuple[datetime, datetime]:
        """When nobody looks, if that is so for some days: before the middle of those judged."""
        begin = START + max(1, self.days // 2 - 3) * DAY
        return begin, begin + OUTAGE

    def month(self, paper: Monthly) -> Month:
        """Return the month, at its beginning, as *paper* prints it."""
        return Month(paper, days=self.days + TAIL + 1, per_day=self.per_day)

    def looks(self, every: timedelta, *, outage: bool) -> Iterator[datetime]:
        """Yield when someone looks at the paper who does so every so often."""
        now = START
        begin, end = self.outage
        while now <= self.judged_until + TAIL * DAY:
            if not (outage and begin <= now < end):
                yield now
            now += every

    def judge(self, month: Month, holdings: Holdings, *, outage: bool) -> tuple[Score, float]:
        """Return how good *holdings* are, and which share of the outage the next look brought."""
        looks = list(self.looks(PAUSE, outage=outage))
        keys = reachable(month, START, self.judged_until, looks)
        missed = reachable(month, *self.outage, looks)
        return score(month, holdings, keys), recall(holdings, missed, by=self.outage[1])


def judge_baseline(plan: Plan, kind: type[Baseline]) -> tuple[Score, float]:
    """Return how good a baseline is in a calm month, and how much of an outage it brings."""
    results = []
    for outage in (False, True):
        paper = Monthly((), START)
        # Its ways of finding are judged, not its reader, which has no rules for noise.
        paper.most_read = "behind"
        baseline = kind(plan.month(paper))
        holdings = visit_at(baseline, plan.looks(kind.every, outage=outage))
        results.append(plan.judge(baseline.month, holdings, outage=outage))
    return results[0][0], results[1][1]


async def judge_newsbot(plan: Plan, *, outage: bool) -> tuple[Score, float]:
    """Return how good newsbot is in a month, and how much of an outage it brings."""
    with TemporaryDirectory() as folder:
        crawls = Crawls(Path(folder), plan.month)
        holdings = await crawls.crawl_at(plan.looks(PAUSE, outage=outage))
        await crawls.close()
        print(f"newsbot{', outage' * outage}: {crawls.told}", flush=True)
        return plan.judge(crawls.month, holdings, outage=outage)


def row(name: str, score: Score, healed: float | None) -> str:
    """Return a line of the table."""
    cells = (
        *(name, _percent(score.recall), "" if healed is None else _percent(healed)),
        *(f"{score.requests_per_new:.2f}", f"{score.median:.1f}", f"{score.p95:.1f}"),
        *(_percent(score.day7), _percent(score.withdrawn)),
        "" if score.revisits_per_changed is None else f"{score.revisits_per_changed:.1f}",
        *(_percent(score.false_revisions), str(score.false_withdrawals)),
    )
    return f"| {' | '.join(cells)} |"


def failures(calm: Score, outage: Score, healed: float) -> list[str]:
    """Return what newsbot did not do as promised."""
    judged = {"calm": calm, "outage": outage}
    checks: Mapping[str, bool] = {
        "recall of a calm month": calm.recall == 1,
        "recall after an outage": outage.recall >= LEAST_HEALED and healed >= LEAST_HEALED,
        **{f"day-7 text, {name}": s.day7 >= LEAST_DAY7 for name, s in judged.items()},
        "revisits": (calm.revisits_per_changed or 0) < MOST_REVISITS,
        **{f"false revisions, {n}": s.false_revisions < MOST_FALSE for n, s in judged.items()},
        **{f"false withdrawals, {n}": not s.false_withdrawals for n, s in judged.items()},
    }
    return [name for name, is_met in checks.items() if not is_met]


async def main(arguments: Sequence[str]) -> None:
    """Print the table, and exit with 1 where newsbot missed what was promised."""
    per_day, days, *_ = *map(int, arguments), *(PER_DAY, DAYS)[len(arguments) :]
    plan = Plan(per_day=per_day, days=days)
    calm, _ = await judge_newsbot(plan, outage=False)
    outage, healed = await judge_newsbot(plan, outage=True)
    rows = [row("newsbot", calm, None), row("newsbot, three days not run", outage, healed)]
    rows += [row(kind.name, *judge_baseline(plan, kind)) for kind in BASELINES]
    print(f"\n{per_day} stories a weekday for {days} days; newsbot every six hours\n")
    print("\n".join((f"| {' | '.join(HEAD)} |", "|---" * len(HEAD) + "|", *rows)))
    if missed := failures(calm, outage, healed):
        sys.exit(f"not as promised: {'; '.join(missed)}")


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


if __name__ == "__main__":
    react(lambda _: Deferred.fromCoroutine(main(sys.argv[1:])))
