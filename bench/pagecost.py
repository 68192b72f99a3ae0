"""What a real page costs, from request to corpus: newsbot, a bare download, and trafilatura.

``python -m bench.pagecost [ROUNDS]`` serves 200 pages, the lighter ones of those that NEWSBOT_PAGES
names, on loopback and has them fetched in turn: by ``scrapy crawl`` with archive, commits and
corpus, once with no more of a profile than where articles stand and once with selectors, as the
profile of their paper would have them; by a spider of stock Scrapy that only downloads; by urllib3
with trafilatura. Each is a process of its own, whose user and system time is taken without that of
a crawl of one page. Wanted are at most three times the bare download with a profile, and half of
trafilatura without one: neither is reached. A crawl that keeps pages without reading any costs
more than twice the bare download, and parsing alone as much as it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import count, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from twisted.internet.defer import Deferred
from twisted.internet.task import react
from twisted.internet.threads import deferToThread

from bench.marked import MARKED, marked
from bench.realpages import folder_of_pages, real_pages
from newsbot.demo.paper import PressRequest, PressResponse
from newsbot.demo.server import PressServer
from tests.commands.project import CHECKOUT, QUICKLY, Project

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS, PAGES, SIZE = 3, 200, 117 * 1024
WANTED_OF_BARE, WANTED_OF_TRAFILATURA = 3.0, 0.5
PROFILE = """
domain = "127.0.0.1"
timezone = "UTC"
[links]
seeds = ["http://127.0.0.1:{port}/"]
article = '/artikel/(?P<key>\\d+)\\.html'
"""


class Shelf:
    """A paper that prints a number of the real pages, and a list of links to them."""

    hosts = ("127.0.0.1",)

    def __init__(self, number: int) -> None:
        pages = list(islice(_editions(), number))
        links = "".join(f'<p><a href="/artikel/{n}.html">{n}</a></p>' for n in range(number))
        self._answers = {f"/artikel/{n}.html": _page(body) for n, body in enumerate(pages)}
        self._answers["/"] = PressResponse.text(f"<title>127</title>{links}")
        self.size = sum(map(len, pages)) / number

    def respond(self, request: PressRequest) -> PressResponse:
        """Return the page at the address asked for."""
        return self._answers.get(request.path) or PressResponse.text("", status=404)


def _editions() -> Iterator[bytes]:
    """Yield the lightest pages over and over, from the second time on with other text."""
    pages = _lightest()
    yield from pages
    for number in count(2):
        yield from (page.replace(b"</p>", b" %d</p>" % number) for page in pages)


def _lightest() -> list[bytes]:
    """Return as many of the lightest real pages as weigh *SIZE* bytes on the average."""
    bodies = sorted(map(marked, real_pages()), key=len)
    while sum(map(len, bodies)) > SIZE * len(bodies):
        bodies.pop()
    return bodies


def _page(body: bytes) -> PressResponse:
    return PressResponse(headers={"content-type": "text/html; charset=utf-8"}, body=body)


class Stand:
    """*count* pages, served on loopback, and the ways in which they are fetched."""

    def __init__(self, count: int) -> None:
        self.shelf = Shelf(count)
        self._count = count
        self._server = PressServer([self.shelf], latency=0)
        self._port = self._server.listen()

    async def seconds(self, way: str) -> float:
        """Return the CPU time that the pages cost in this *way*."""
        with TemporaryDirectory() as folder:
            process = self._start(way, Path(folder))
            _, status, usage = await deferToThread(os.wait4, process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            _, trouble = process.communicate()
            if process.returncode:
                raise RuntimeError(f"{way}: exit code {process.returncode}: {trouble}")
        return usage.ru_utime + usage.ru_stime

    async def close(self) -> None:
        """Stop serving."""
        await self._server.stop()

    def _start(self, way: str, folder: Path) -> subprocess.Popen[str]:
        origin = f"http://127.0.0.1:{self._port}"
        if way.startswith("newsbot"):
            project = Project(folder)
            profile = PROFILE.format(port=self._port)
            project.add_site("regal", profile + (MARKED if way.endswith("profile") else ""))
            return project.start("crawl", "regal", *QUICKLY, NEWSBOT_CONTACT="bench@newsbot.test")
        if way == "bare Scrapy":
            words = ["-m", "scrapy", "runspider", str(CHECKOUT / "bench/bare.py")]
            words += ["-a", f"origin={origin}", "-a", f"count={self._count}"]
            words += ["-s", "LOG_LEVEL=WARNING", "-s", "DOWNLOAD_DELAY=0"]
        else:
            words = ["-m", "bench.bare"]
            words += [f"{origin}/artikel/{number}.html" for number in range(self._count)]
        return subprocess.Popen(
            [sys.executable, *words],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )


WAYS = ("newsbot", "newsbot with profile", "bare Scrapy", "trafilatura")


async def compare(rounds: int) -> dict[str, list[float]]:
    """Return the CPU milliseconds a page of every way, round by round."""
    small, large = Stand(1), Stand(PAGES)
    print(f"{PAGES} pages of {large.shelf.size / 1024:.0f} KB")
    start = {way: await small.seconds(way) for way in WAYS}
    costs: dict[str, list[float]] = {way: [] for way in WAYS}
    for number in range(rounds):
        for way in WAYS[:: -1 if number % 2 else 1]:
            costs[way].append((await large.seconds(way) - start[way]) / (PAGES - 1) * 1000)
        told = ", ".join(f"{way} {cost[-1]:.1f} ms" for way, cost in costs.items())
        print(f"round {number + 1}: {told}", flush=True)
    await small.close()
    await large.close()
    return costs


async def main(rounds: int = ROUNDS) -> None:
    """Compare, and print the ratios beside those that are wanted."""
    if folder_of_pages() is None:
        print("real pages are left out: set NEWSBOT_PAGES to a folder of them")
        return
    costs = await compare(rounds)
    of_bare = _ratio(costs["newsbot with profile"], costs["bare Scrapy"])
    of_trafilatura = _ratio(costs["newsbot"], costs["trafilatura"])
    print(f"with a profile {of_bare:.2f} times a bare download (wanted: {WANTED_OF_BARE})")
    print(f"without one {of_trafilatura:.2f} of trafilatura (wanted: {WANTED_OF_TRAFILATURA})")


def _ratio(ours: list[float], theirs: list[float]) -> float:
    return median(our / their for our, their in zip(ours, theirs, strict=True))


if __name__ == "__main__":
    react(lambda _: Deferred.fromCoroutine(main(*map(int, sys.argv[1:]))))
