"""Asks each host one thing at a time, with rests in between, and leaves it alone when busy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy.exceptions import IgnoreRequest

from newsbot.courtesy import Courtesy
from newsbot.guest import Guest
from newsbot.run import DISK_FAULTS, utc_now
from newsbot.spiders.news import NewsSpider
from newsbot.state.hosts import Hosts
from newsbot.urls import host_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newsbot.courtesy import Turn
    from newsbot.run import Run

CRAWL_DELAY = "crawl_delay"
"""The key in a request's ``meta`` under which the Crawl-delay of its host stands."""
SLOT = "newsbot"
"""The downloader slot of all requests: one without a delay, for all waiting is done here."""
_REFUSALS = {429, 503}


class PolitenessMiddleware:
    """Lets every request wait for its turn; innermost, so that none passes it by.

    Scrapy's own delay knows neither other processes nor what a host asks for, and asks again at
    once where a request failed.
    """

    def __init__(self, crawler: Crawler, guest: Guest, run: Run | None = None) -> None:
        self._crawler = crawler
        self._guest = guest
        self._run = run
        self._wanted = max(crawler.settings.getfloat("DOWNLOAD_DELAY"), 0)
        self._turns: dict[Request, Turn] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware for any spider, newsbot's or not."""
        run = crawler.spider.run if isinstance(crawler.spider, NewsSpider) else None
        return cls(crawler, guest_of(crawler), run)

    async def process_request(self, request: Request) -> None:
        """Wait for the turn of *request*; raise LaterError where it will not come in this run."""
        request.meta["download_slot"] = SLOT
        crawl_delay = request.meta.get(CRAWL_DELAY, 0)
        try:
            self._turns[request] = await self._guest.turn(
                host_of(request.url), self._wanted, crawl_delay, self._is_open
            )
        except DISK_FAULTS as error:
            raise broken(self._crawler, error) from error

    def process_response(self, request: Request, response: Response) -> Response:
        """End the turn of *request*, and pause a host that is busy."""
        turn = self._give_back(request)
        if turn is None:
            return response
        try:
            if response.status in _REFUSALS:
                asked = (response.headers.get("Retry-After") or b"").decode("latin-1")
                self._guest.refused(turn, response.status, asked)
            else:
                self._guest.courtesy.answered(turn)
        except DISK_FAULTS as error:
            raise broken(self._crawler, error) from error
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """End the turn of *request*, if it had one."""
        self._give_back(request)

    def _give_back(self, request: Request) -> Turn | None:
        """End the turn of *request* and return it, ``None`` where another middleware answered."""
        turn = self._turns.pop(request, None)
        try:
            if turn:
                self._guest.courtesy.give_back(turn)
        except DISK_FAULTS as error:
            raise broken(self._crawler, error) from error
        return turn

    def _is_open(self) -> bool:
        """Return whether the run goes on; at a signal Scrapy waits for what it has in hand."""
        engine = self._crawler.engine
        return bool(engine and engine.running) and not (self._run and self._run.is_over)


def broken(crawler: Crawler, error: Exception) -> IgnoreRequest:
    """Have the run of *crawler* end, for *error* says that the disk fails; return what to raise."""
    if isinstance(crawler.spider, NewsSpider):
        run = crawler.spider.run
        run.fault = run.fault or error
    return IgnoreRequest(str(error))


def guest_of(crawler: Crawler) -> Guest:
    """Return the guest of the run of *crawler*, one without a trace on disk where it has none."""
    run = crawler.spider.run if isinstance(crawler.spider, NewsSpider) else None
    if run and run.guest:
        return run.guest
    guest = Guest(Courtesy(Hosts(), run.clock if run else utc_now))
    if run:
        run.guest = guest
    return guest
