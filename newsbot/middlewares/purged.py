"""Refuses requests for what was taken down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy.exceptions import IgnoreRequest

from newsbot.spiders.news import run_of
from newsbot.state.purged import PURGED

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from newsbot.run import Run


class PurgedMiddleware:
    """Lets no redirect bring back into the archive what ``scrapy purge`` took out of it."""

    def __init__(self, run: Run) -> None:
        self._run = run

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the guard of the run of *crawler*; raise NotConfigured where it has none."""
        return cls(run_of(crawler))

    def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest where *request* would fetch what was taken down."""
        if self._run.is_purged(request.url):
            raise IgnoreRequest(PURGED)
