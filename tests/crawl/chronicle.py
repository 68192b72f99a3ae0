"""Days in the life of a paper and of its copy: the month goes on, and a crawl follows it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.press.month import Month
from tests.press.newsroom import monthly_room

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newsbot.demo.paper import PressRequest
    from newsbot.report import Report


class Chronicle:
    """A paper that prints *per_day* stories a day, none of them edited unless *edits*."""

    def __init__(
        self,
        folder: Path,
        *,
        per_day: int = 20,
        edits: bool = False,
        late: float = 0,
        **layout: Any,
    ) -> None:
        self.room = monthly_room(folder, **layout)
        self.paper = self.room.paper
        self.month = Month(self.paper, per_day=per_day, edits=edits, late=late)
        self.begun = self.paper.today
        self.listing_requests: list[int] = []

    async def crawl(self, toml: str = "", settings: Any = None, **arguments: str) -> Report:
        """Crawl once, and note how many listings that cost, robots.txt apart."""
        report = await self.room.crawl(toml, settings, **arguments)
        self.listing_requests.append(sum(map(self._is_listing, self.paper.requests)))
        return report

    async def live(self, days: float, *, hours: float = 24, **arguments: Any) -> list[Report]:
        """Let so many *days* pass with a crawl every so many *hours*; return their reports."""
        reports = []
        for _ in range(round(days * 24 / hours)):
            self.sleep(hours / 24)
            reports.append(await self.crawl(**arguments))
        return reports

    def sleep(self, days: float) -> None:
        """Let so many *days* pass without a crawl."""
        self.month.advance(self.paper.today + timedelta(days=days))

    def out_since(self, days_before: float = 6) -> set[str]:
        """Return the stories that were out from so many days before the beginning on."""
        first = self.begun - timedelta(days=days_before)
        stories = (self.month.version(key, self.paper.today) for key in self._out())
        return {story.key for story in stories if story.published >= first}

    def missed(self) -> set[str]:
        """Return the stories since the first run's window that are not in the corpus."""
        return self.out_since() - set(self.room.records())

    def asked(self, prefix: str) -> list[PressRequest]:
        """Return the requests of the last crawl that begin so."""
        return [request for request in self.paper.requests if request.target.startswith(prefix)]

    def _out(self) -> Sequence[str]:
        return sorted(self.month.published_by(self.paper.today))

    def _is_listing(self, request: PressRequest) -> bool:
        return self.paper.article_key(request) is None and request.path != "/robots.txt"
