"""The frontier: Scrapy's SCHEDULER, which knows what is due and hands it out in order.

In the memory of a run it keeps only what the run still has to fetch; what is known and when it
is due again, it asks the state.
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING, Self

from scrapy.core.scheduler import BaseScheduler

from newsbot.spiders.news import NewsSpider
from newsbot.step import Step

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler

# What earlier runs left due comes after all that the listings show now.
_LEFT_DUE = 0


class Frontier(BaseScheduler):
    """The requests of one run, the most urgent first, each address once."""

    def __init__(self) -> None:
        self.spider: NewsSpider | None = None
        self._heap: list[tuple[int, int, Request]] = []
        self._order = count()
        self._asked: set[str] = set()
        self._revisits = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return an empty frontier."""
        return cls()

    def open(self, spider: Spider) -> None:
        """Take up what earlier runs left: listings before them, articles due."""
        if isinstance(spider, NewsSpider):
            self.spider = spider
            for step in spider.run.state.steps.left(spider.run.asked):
                self._asked.add(step.address)
                self._push(spider.request(step))
            for key, url, channel in spider.run.state.urls.due(spider.run.started):
                step = Step(url=url, channel=channel or "seed", key=key, priority=_LEFT_DUE)
                self._push(spider.request(step))

    def enqueue_request(self, request: Request) -> bool:
        """Take *request* in, unless its address was asked for in this run or is not due."""
        step = request.cb_kwargs.get("step")
        if self.spider and isinstance(step, Step) and not _goes_on(request):
            address = step.key or step.address
            if address in self._asked or not self._is_due(step):
                return False
            self._asked.add(address)
            if step.key is None:
                self.spider.run.state.steps.add(self.spider.run.asked, step)
        self._push(request)
        return True

    def next_request(self) -> Request | None:
        """Return the most urgent request that still leads on, ``None`` if there is none."""
        if self.spider:
            self.spider.run.tick()
            if self.spider.run.fault:
                self._heap.clear()
        while self._heap:
            request = heappop(self._heap)[2]
            step = request.cb_kwargs.get("step")
            if not self.spider or not isinstance(step, Step) or self._is_wanted(step, request):
                return request
        return None

    def has_pending_requests(self) -> bool:
        """Return whether requests wait for their turn."""
        return bool(self._heap)

    def _push(self, request: Request) -> None:
        heappush(self._heap, (-request.priority, next(self._order), request))

    def _is_due(self, step: Step) -> bool:
        assert self.spider
        run = self.spider.run
        return step.key is None or run.state.urls.is_due(step.key, run.now())

    def _is_wanted(self, step: Step, request: Request) -> bool:
        """Return whether *step* leads on, and is within the budget if it is a second look."""
        assert self.spider
        run = self.spider.run
        if _goes_on(request):
            return True
        if step.priority == _LEFT_DUE and step.key in self._asked:
            return False
        if not self.spider.walk.leads_on(step):
            run.state.steps.done(run.asked, step)
            return False
        if step.key and run.state.urls.is_fetched(step.key):
            self._revisits += 1
            return self._revisits <= run.limits.revisit_budget
        return True


def _goes_on(request: Request) -> bool:
    """Return whether *request* goes on with one handed out: as retry, redirect or next part."""
    return request.dont_filter or "redirect_urls" in request.meta
