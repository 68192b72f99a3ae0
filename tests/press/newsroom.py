"""Crawls the press as a user's cron would, in the reactor of the tests."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from scrapy.crawler import AsyncCrawlerRunner
from scrapy.utils.project import get_project_settings
from twisted.internet import reactor
from twisted.internet.defer import Deferred

from newsbot.corpus import read_month
from newsbot.crew import Crew
from newsbot.demo.paper import PressRequest
from newsbot.profile import parse_profile
from newsbot.spiderloader import spider_for
from newsbot.state import State
from tests.press import PAPERS, TODAY, monthlayout, monthly, profile_text
from tests.press.monthlayout import Layout
from tests.press.resolver import PressResolver
from tests.press.server import WatchedServer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from newsbot.demo.paper import Story
    from newsbot.report import Report
    from tests.press.paper import WatchedPaper


class Newsroom:
    """One paper, its server, and a data folder that crawls fill; its clock is the paper's."""

    def __init__(
        self,
        name: str,
        folder: Path,
        today: datetime = TODAY,
        new_paper: Callable[[datetime], WatchedPaper] | None = None,
    ) -> None:
        self.name = name
        self.folder = folder
        self.paper: WatchedPaper = (new_paper or PAPERS[name])(today)
        self.server = WatchedServer([self.paper], latency=0)
        self.port = self.server.listen()
        self.resolver = reactor.installNameResolver(PressResolver(reactor))
        self.waited = 0.0

    async def close(self) -> None:
        reactor.installNameResolver(self.resolver)
        await self.server.stop()

    async def crawl(
        self,
        toml: str = "",
        settings: dict[str, Any] | None = None,
        *,
        real_time: bool = False,
        **arguments: str,
    ) -> Report:
        """Crawl the paper once; *toml* takes the place of its profile.

        A setting of ``None`` is left as it is. Unless in *real_time*, what the crawl has to wait
        passes at once.
        """
        paper = self.paper
        spider = spider_for(parse_profile(self.name, (toml or self.profile()).encode()))
        project = get_project_settings()
        given: dict[str, Any] = {
            "DATA_DIR": str(self.folder),
            "KEEP": True,
            "CONTACT": "tests@newsbot.test",
            "ALLOW_PRIVATE_HOSTS": True,
            "DOWNLOAD_DELAY": 0,
            "DISK_FLOOR_BYTES": 0,
            # A plain function, for Scrapy copies its settings deeply.
            "CLOCK": lambda: paper.today,
            **(settings or {}),
        }
        named = {name: value for name, value in given.items() if value is not None}
        project.setdict(named, priority="cmdline")
        reports: list[Report] = []
        self.paper.requests.clear()
        pace = {} if real_time else {"monotonic": lambda: self.waited, "sleep": self.wait}
        crew = Crew(AsyncCrawlerRunner(project), reports.append, **pace)
        await Deferred.fromFuture(asyncio.ensure_future(crew.crawl_site(spider, arguments)))
        assert set(self.server.peak.values()) <= {1}, "a host was asked two things at a time"
        return reports[0]

    async def wait(self, seconds: float) -> None:
        """Let so many seconds pass for whoever waits for his turn."""
        self.waited += seconds
        await asyncio.sleep(0)

    def profile(self) -> str:
        """Return the TOML of the paper's profile."""
        return profile_text(self.name, self.port)

    def another_story(self, key: str, **changes: Any) -> Story:
        """Return a story that the paper has not printed, out since an hour."""
        return replace(
            self.paper.stories[-1],
            **{
                "key": key,
                "headline": "Hai thôn ven sông góp công sửa lại con đường ra bến",
                "lead": "Con đường dài hai cây số vừa được mở rộng trước mùa mưa.",
                "paragraphs": (
                    "Sáng nay người dân hai thôn đã hoàn thành đoạn đường cuối cùng ra bến sông.",
                    "Con đường cũ hẹp và trơn, mùa mưa nào cũng có người ngã xe trên đường đi chợ.",
                    "Từ tuần sau, xe chở nông sản sẽ vào được tận bến thay vì dừng ngoài đê.",
                ),
                "published": self.paper.today - timedelta(hours=1),
                **changes,
            },
        )

    def path_of(self, key: str) -> str:
        """Return the path of the article page of the story *key*, found on the front page."""
        front = self.paper.respond(PressRequest.to(f"http://127.0.0.1:{self.port}/"))
        return next(
            path
            for path in re.findall(r'href="(/[^"]*)"', front.body.decode())
            if f"-{key}/" in path
        )

    def index_days(self) -> set[str]:
        """Return the days that the last crawl asked an index by date for."""
        return {day for request in self.paper.requests for day in request.query.get("date", [])}

    def hold_lock(self) -> State:
        """Open the paper's state as another run would."""
        return State(self.folder / "state" / f"{self.name}.sqlite")

    def files(self) -> dict[str, bytes]:
        """Return every file of the corpus by its name."""
        folder = self.folder / "articles" / self.name
        return {path.name: path.read_bytes() for path in sorted(folder.glob("*"))}

    def records(self) -> dict[str, dict[str, Any]]:
        """Return every record of the corpus by its article key."""
        folder = self.folder / "articles" / self.name
        records = [record for path in sorted(folder.glob("*.jsonl")) for record in read_month(path)]
        found = {record["id"].partition("/")[2]: record for record in records}
        assert len(found) == len(records), "an article stands in the corpus twice"
        return found


class MonthlyRoom(Newsroom):
    """The newsroom of the paper that prints for weeks, at the beginning of its month."""

    paper: monthly.Monthly

    def __init__(self, folder: Path, layout: Layout, today: datetime) -> None:
        super().__init__("monthly", folder, today, partial(monthly.Monthly, (), layout=layout))

    def profile(self) -> str:
        """Return the TOML that fits the paper's layout."""
        return monthlayout.profile_text(self.port, self.paper.layout)


def monthly_room(folder: Path, *, today: datetime = monthly.START, **layout: Any) -> MonthlyRoom:
    """Return the newsroom of a paper with the given *layout*, still without stories."""
    return MonthlyRoom(folder, Layout(**layout), today)
