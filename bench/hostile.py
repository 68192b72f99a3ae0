"""What hostile answers do to stock Scrapy, and to newsbot: a table, case by case.

``python -m bench.hostile`` serves each case on loopback (``tests/hostile``) and has it crawled
twice, each time by a process of its own: by a spider that follows every link, in Scrapy with its
defaults, and by ``scrapy crawl`` of newsbot's. Told are the most memory that the process had, the
seconds it took, and what became of the page. Who is still at work after 20 seconds is ended. Exits
with 1 where newsbot takes 300 MB or more, or connects to what it should not.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.linkextractors import LinkExtractor

from tests.hostile import bodies, server
from tests.hostile.crawl import OUTPUT, read, words_for
from tests.hostile.server import HERE, INSIDE, HostileServer, Page
from tests.hostile.sites import Once, moved
from tests.hostile.tape import LISTENS, TAPE, listening, peak, watch, write_tape

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.http import Response

    from tests.hostile.server import Answer

PATIENCE, MOST = 20, 300 << 20
PATH = "/artikel/7"
PROFILE = """
domain = "127.0.0.1"
[links]
seeds = ["http://127.0.0.1:{port}/"]
article = '/artikel/(?P<key>\\d+)'
"""
CHECKOUT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Outcome:
    """What a crawl of one case came to."""

    megabytes: int
    seconds: float
    told: str


def cases(port: int) -> dict[str, Answer]:
    """Return what the server answers, by what it is called in the table."""
    deep = b"<div>" * 100_000 + bodies.article("deep") + b"</div>" * 100_000
    again = Once(Page(b"", 503), moved(f"http://localhost:{port}/away"))
    inside = f"http://2130706434:{port}/"
    refresh = f'<meta http-equiv=refresh content="0;url=http://{INSIDE}:{port}/">'
    often, coding = bodies.stored_often()
    return {
        "1 GB in 1 MB of gzip": bodies.coded(bodies.gzip_bomb(), b"gzip"),
        "1 GB in 1.7 KB of gzip twice": bodies.coded(bodies.nested_bomb(), b"gzip, gzip"),
        "0.5 GB in 97 KB of brotli": bodies.coded(bodies.brotli_bomb(), b"br"),
        "1 GB in 33 KB of zstd": bodies.coded(bodies.zstd_bomb(), b"zstd"),
        "4 MB in gzip ten times over": bodies.coded(often, coding),
        "a body without end": server.endless_body,
        "chunks without end": server.endless_chunks,
        "headers without end": server.flood_headers,
        "100,000 elements within each other": Page(deep),
        "redirects without end": lambda path: moved(f"{path}0"),
        f"a redirect to 127.0.0.2 as {inside.partition(':')[0]}://2130706434": moved(inside),
        "a meta refresh to 127.0.0.2": Page(bodies.article("refresh", extra=refresh)),
        "503, then a redirect off the site": again,
        "a link to file:///etc/hostname": bodies.front(["file:///etc/hostname"]),
        "an honest page": Page(bodies.article("honest", "7")),
    }


class Follower(Spider):
    """Follows every link of a page, and writes down how much text each answer had."""

    name = "follower"
    url = ""
    listens: int | None = None

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the page."""
        self.allowed_domains = [HERE] if self.settings["ONLY_HERE"] else []
        yield Request(self.url, callback=self.parse, errback=self.fail)

    def parse(self, response: Response) -> Iterator[Request]:
        """Write down what came, and follow its links."""
        text = "".join(response.css("p::text").getall()) if hasattr(response, "text") else ""
        print(f"got {response.url}, {len(response.body)} bytes, {len(text)} of text", flush=True)
        if self.listens is None:
            self.listens = len(set(listening()))
            print(f"listens at {self.listens} ports", flush=True)
        with contextlib.suppress(AttributeError):
            for link in LinkExtractor(deny_extensions=()).extract_links(response):
                yield Request(link.url, callback=self.parse, errback=self.fail)

    def fail(self, failure: Any) -> None:
        """Write down why nothing came."""
        print("failed", failure.type.__name__, flush=True)


def stock(url: str, only_here: str) -> None:
    """Crawl *url* in this process by Scrapy's defaults."""
    events = watch()
    process = AsyncCrawlerProcess({"LOG_ENABLED": False, "ONLY_HERE": only_here == "1"})
    process.crawl(Follower, url=url)
    process.start()
    write_tape(events)


def run(folder: Path, words: list[str]) -> tuple[int, float, int]:
    """Run a Python module in *folder*; return exit code, seconds, and memory in bytes."""
    begun, most, code = monotonic(), 0, None
    with (folder / OUTPUT).open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *words],
            cwd=folder,
            env={"PYTHONPATH": str(CHECKOUT)},
            stdout=output,
            stderr=output,
        )
        while code is None and monotonic() - begun < PATIENCE:
            with contextlib.suppress(OSError, ValueError):
                most = max(most, peak(process.pid))
            with contextlib.suppress(subprocess.TimeoutExpired):
                code = process.wait(0.1)
        process.kill()
        process.wait()
    return -1 if code is None else code, monotonic() - begun, most


def by_scrapy(site: HostileServer, name: str) -> Outcome:
    """Return what Scrapy's defaults make of the case *name*."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        only_here = "1" if "off the site" in name else "0"
        url = f"http://{HERE}:{site.port}{PATH}"
        code, seconds, most = run(folder, ["bench.hostile", "stock", url, only_here])
        lines = (folder / OUTPUT).read_text(errors="replace").splitlines()
        told = [line for line in lines if line.startswith(("got", "failed", "listens"))]
    told = [line.replace(f"http://{HERE}:{site.port}", "") for line in told]
    return Outcome(most >> 20, seconds, _told(site, told or ["nothing yet" if code < 0 else "-"]))


def by_newsbot(site: HostileServer) -> Outcome:
    """Return what newsbot makes of the case."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        settings = {"TWISTED_DNS_RESOLVER": "newsbot.resolver.GuardResolver"}
        words = words_for(folder, {"here": PROFILE.format(port=site.port)}, settings)
        code, seconds, most = run(folder, ["tests.hostile.watched", *words])
        if not (folder / TAPE).exists():
            return Outcome(most >> 20, seconds, "nothing yet")
        done = read(folder, code)
    _, dropped, troubles = done.outcome("here")
    told = [", ".join(dropped or troubles) or "kept"]
    told.append(f"listens at {sum(name == LISTENS for name, _ in done.events)} ports")
    return Outcome(most >> 20, seconds, _told(site, told))


def _told(site: HostileServer, told: list[str]) -> str:
    requests = sum(path.startswith(PATH) for path in site.paths(HERE))
    strays = site.trapped + sum(n for host, n in site.hosts().items() if host != HERE)
    return "; ".join(told) + f" ({requests} requests, {strays} elsewhere)"


def main() -> int:
    """Print the table; return 1 where newsbot does not hold what it promises."""
    good = True
    print("| the answer | stock Scrapy | newsbot |\n|---|---|---|")
    with HostileServer({}) as site:
        for name, answer in cases(site.port).items():
            cells = []
            for side in ("stock", "newsbot"):
                if isinstance(answer, Once):
                    answer.asked = 0
                front = {"/": bodies.front([PATH])} if side == "newsbot" else {}
                site.begin({HERE: {f"{PATH}*": answer, **front}})
                done = by_scrapy(site, name) if side == "stock" else by_newsbot(site)
                cells.append(f"{done.megabytes} MB, {done.seconds:.0f} s: {done.told}")
            good &= done.megabytes << 20 < MOST and "0 elsewhere" in done.told
            print(f"| {name} | {' | '.join(cells)} |", flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["stock"]:
        stock(*sys.argv[2:])
    else:
        sys.exit(main())
