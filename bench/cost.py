"""What keeping costs: newsbot's CPU time over stock Scrapy's, for the same crawl.

``python -m bench.cost [PAIRS [ARTICLES]]`` crawls a simulated paper on loopback without delay, in
pairs: once as ``scrapy crawl`` does, with archive, commits and corpus, and once with the same
spider in stock Scrapy with FEEDS (``bench/stock.py``). Each crawl is a process of its own, whose
user and system time is taken; the paper is served by this process. The ratio is told of whole
crawls, and with the start taken off: what a crawl of a paper with one article costs. Exits with 1
where the median of either is above 1.5.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from twisted.internet.defer import Deferred
from twisted.internet.task import react
from twisted.internet.threads import deferToThread

from bench.paper import LargePaper
from newsbot.demo.server import PressServer
from tests.commands.project import QUICKLY, Project
from tests.press import profile_text

if TYPE_CHECKING:
    from collections.abc import Sequence

PAIRS, ARTICLES, MOST = 5, 800, 1.5
SIDES = {"newsbot": "newsbot.settings", "stock": "bench.stock"}
SITE = "heideblatt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawl:
    """What one crawl took, in seconds of CPU time, and the pages and articles it brought."""

    seconds: float
    pages: tuple[str, ...]
    articles: int


class Stand:
    """A paper of *size* articles, and the crawls of it."""

    def __init__(self, size: int) -> None:
        self._paper = LargePaper(size, datetime.now(UTC))
        self._server = PressServer([self._paper], latency=0)
        self._profile = profile_text(SITE, self._server.listen())

    async def crawl(self, side: str) -> Crawl:
        """Crawl the paper once, into a new folder; raise RuntimeError where that fails."""
        self._paper.requests.clear()
        with TemporaryDirectory() as folder:
            project = Project(Path(folder))
            project.add_site(SITE, self._profile)
            environment = {"NEWSBOT_CONTACT": "bench@newsbot.test"}
            environment["SCRAPY_SETTINGS_MODULE"] = SIDES[side]
            with project.start("crawl", SITE, *QUICKLY, **environment) as process:
                _, status, usage = await deferToThread(os.wait4, process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
                _, trouble = process.communicate()
            if process.returncode:
                raise RuntimeError(f"{side}: exit code {process.returncode}: {trouble}")
            return Crawl(
                seconds=usage.ru_utime + usage.ru_stime,
                # Stock Scrapy asks for robots.txt as rules and as a page, newsbot once.
                pages=tuple(
                    sorted(r.target for r in self._paper.requests if r.path != "/robots.txt")
                ),
                articles=sum(_count_lines(path) for path in Path(folder).rglob("*.jsonl")),
            )

    async def pair(self, sides: Sequence[str]) -> dict[str, Crawl]:
        """Crawl the paper once on each side; raise RuntimeError where these did not do the same."""
        crawls = {side: await self.crawl(side) for side in sides}
        done = {(crawl.pages, crawl.articles) for crawl in crawls.values()}
        if len(done) > 1:
            raise RuntimeError("the two sides fetched or kept different things")
        return crawls

    async def close(self) -> None:
        """Stop serving."""
        await self._server.stop()


async def compare(pairs: int, articles: int) -> float:
    """Print every pair, and return the higher of the two median ratios of CPU times."""
    small, large = Stand(1), Stand(articles)
    start = await small.pair(tuple(SIDES))
    print(f"a start takes {_seconds(start)}", flush=True)
    whole, rest = [], []
    for number in range(pairs):
        crawls = await large.pair(tuple(SIDES)[:: -1 if number % 2 else 1])
        ours, theirs = (crawls[side].seconds for side in SIDES)
        whole.append(ours / theirs)
        rest.append((ours - start["newsbot"].seconds) / (theirs - start["stock"].seconds))
        print(f"pair {number + 1}: {_seconds(crawls)}, ratio {whole[-1]:.2f}", flush=True)
    done = crawls["newsbot"]
    print(f"{len(done.pages)} pages and {done.articles} articles in each crawl")
    print(f"ratio {_spread(whole)}; without the start {_spread(rest)}")
    await small.close()
    await large.close()
    return max(median(whole), median(rest))


def _spread(ratios: Sequence[float]) -> str:
    return f"{median(ratios):.2f} (median; from {min(ratios):.2f} to {max(ratios):.2f})"


def _seconds(crawls: dict[str, Crawl]) -> str:
    return ", ".join(f"{side} {crawls[side].seconds:.2f} s" for side in SIDES)


def _count_lines(path: Path) -> int:
    with path.open("rb") as lines:
        return sum(1 for _ in lines)


async def main(pairs: int = PAIRS, articles: int = ARTICLES) -> None:
    """Compare, and exit with 1 where newsbot takes more than 1.5 times as long."""
    if await compare(pairs, articles) > MOST:
        sys.exit(f"more than {MOST}")


if __name__ == "__main__":
    react(lambda _: Deferred.fromCoroutine(main(*map(int, sys.argv[1:]))))
