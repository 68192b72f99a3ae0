"""The show of ``scrapy demo``: two runs over a paper that goes on printing in between."""

from __future__ import annotations

import fcntl
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar

from scrapy.utils.defer import deferred_to_future

from newsbot.corpus import read_month
from newsbot.crew import Crew
from newsbot.demo.demopaper import new_paper
from newsbot.demo.server import PressServer
from newsbot.exceptions import SettingError
from newsbot.locks import open_lock
from newsbot.profile import parse_profile
from newsbot.run import utc_now
from newsbot.spiderloader import spider_for
from newsbot.verdict import worst

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy.crawler import AsyncCrawlerRunner

    from newsbot.report import Report
    from newsbot.spiders.news import NewsSpider

FOLDER = "demo-data"
MARKER = ".made-by-newsbot-demo"


class Show:
    """One demonstration; *say* prints a line."""

    settings: ClassVar[dict[str, Any]] = {
        "DATA_DIR": FOLDER,
        "KEEP": True,
        "ALLOW_PRIVATE_HOSTS": True,
        "DOWNLOAD_DELAY": 0,
        "DISK_FLOOR_BYTES": 0,
    }

    def __init__(self, runner: AsyncCrawlerRunner, say: Callable[[str], None]) -> None:
        self.say = say
        self.reports: list[Report] = []
        self.crew = Crew(runner, self.reports.append)
        self.paper = new_paper(utc_now())

    async def play(self) -> int:
        """Play the show and return its exit code.

        Raises SettingError where the folder holds what the demo has not made.
        """
        lock = empty(self.crew.options.data)
        server = PressServer([self.paper], latency=0)
        port = server.listen()
        self.say(
            f"{self.paper.name} on http://127.0.0.1:{port} (bundled; nothing leaves this machine)"
        )
        spider = demo_spider(port)
        keep_profile(self.crew.options.data, port)
        try:
            await self._run(spider)
            self.say("       now the paper edits one story, prints a new one and withdraws one")
            self.paper.today = utc_now()
            self.paper.print_next_issue()
            await self._run(spider)
        finally:
            await deferred_to_future(server.stop())
            lock.close()
        if code := worst(report.exit_code for report in self.reports):
            self.say(self.reports[-1].line)
        else:
            self._look()
        return code

    async def _run(self, spider: type[NewsSpider]) -> None:
        begun = time.monotonic()
        await self.crew.crawl_site(spider, {})
        report = self.reports[-1]
        took = time.monotonic() - begun
        name = f"run {len(self.reports)}"
        self.say(f"{name}  {report.counted:<44} {report.requests:>3} requests  {took:.1f} s")

    def _look(self) -> None:
        """Say where the files are, show an article, and what to type next."""
        files = sorted((self.crew.options.data / "articles" / "demo").glob("*.jsonl"))
        records = [record for file in files for record in read_month(file)]
        edited = max(records, key=lambda record: (record["revision"], record["date_published"]))
        folder = self.crew.options.data.name
        names = ", ".join(file.name for file in files)
        for line in (
            "",
            f"{len(records)} articles in {folder}/articles/demo/: {names}",
            f"every page as it came in {folder}/archive/demo/, "
            f"reports and logs in {folder}/runs/demo/",
            "",
            f"the edited one, {edited['id']}, revision {edited['revision']}:",
            f"  {edited['headline']}",
            f"  {edited['date_published']} · {', '.join(edited['authors'])} · {edited['section']}",
            *(f"  {text}" for text in (edited["description"], edited["body"].split("\n\n")[0])),
            "",
            "next   .venv/bin/scrapy list                     the papers it knows",
            "       export NEWSBOT_CONTACT=you@example.org    so that they can reach you",
            "       .venv/bin/scrapy crawl baothaibinh        brings one in",
        ):
            self.say(line)


def demo_spider(port: int) -> type[NewsSpider]:
    """Return the spider of the bundled paper, served on *port*."""
    return spider_for(parse_profile("demo", _profile(port)))


def keep_profile(folder: Path, port: int) -> None:
    """Write the profile of the bundled paper where other commands find it with its articles."""
    (folder / "sites").mkdir()
    (folder / "sites" / "demo.toml").write_bytes(_profile(port))


def _profile(port: int) -> bytes:
    toml = Path(__file__).with_name("demo.toml").read_bytes()
    return toml.replace(b"PORT", str(port).encode())


def empty(folder: Path) -> BinaryIO:
    """Make *folder* anew, if there is none or an earlier demo made it; return its lock.

    Raises SettingError where it is somebody else's, or another demo is at work in it.
    """
    marker = folder / MARKER
    if folder.exists() and not marker.exists():
        raise SettingError(f"{folder.name}/ was not made by the demo; move it away")
    folder.mkdir(parents=True, exist_ok=True)
    lock = open_lock(marker)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise SettingError(f"another demo is at work in {folder.name}/; try later") from error
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path != marker:
            path.unlink()
    return lock
