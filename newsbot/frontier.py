"""The frontier: Scrapy's SCHEDULER, which knows what is due and hands it out in order.

In the memory of a run it keeps only what the run still has to fetch; what is known and when it
is due again, it asks the state.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING, Self

from scrapy.core.scheduler import BaseScheduler

from newsbot.spiders.news import NewsSpider
from newsbot.step import Step
from newsbot.urls import host_of
from newsbot.visit import SIGHTING

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler

# What earlier runs left due comes after all that the listings show now.
_LEFT_DUE = 0


class Frontier(BaseScheduler):
    """The requests of one run, the most urgent first, each address once, one a host at a time."""

    def __init__(self, crawler: Crawler | None = None) -> None:
        self.spider: NewsSpider | None = None
        self._crawler = crawler
        self._heaps: dict[str, list[tuple[int, int, Request]]] = {}
        self._left: deque[str] = deque()
        self._held: list[Request] = []
        self._order = count()
        self._asked: set[str] = set()
        self._revisits = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return an empty frontier."""
        return cls(crawler)

    def open(self, spider: Spider) -> None:
        """Take up what earlier runs left: listings before them, articles due."""
        if isinstance(spider, NewsSpider):
            self.spider = spider
            for step in spider.run.state.steps.left(spider.run.asked):
                self._asked.add(step.address)
                if spider.walk.sitemaps.take(step):
                    self._push(spider.request(step))
                else:
                    spider.walk.sitemaps.leave()
            self._left.extend(spider.run.state.urls.due(spider.run.started))

    def enqueue_request(self, request: Request) -> bool:
        """Take *request* in, unless its address was asked for in this run or is not due."""
        step = request.cb_kwargs.get("step")
        if self.spider and isinstance(step, Step) and not _goes_on(request):
            address = step.key or step.address
            if address in self._asked or not self._is_due(step):
                return False
            self._asked.add(address)
            if step.key is None and not self.spider.walk.is_due(step):
                self.spider.walk.leave_out(step)
                self._held.append(request)
                return True
            return self._take_in(request)
        self._push(request)
        return True

    def next_request(self) -> Request | None:
        """Return the most urgent request that still leads on, to a host that is not being asked.

        ``None`` where there is none at present.
        """
        if self.spider:
            self.spider.run.tick()
            if self.spider.run.is_over:
                for waiting in (self._heaps, self._left, self._held):
                    waiting.clear()
            elif self.spider.run.alarm:
                self._release()
        busy = self._busy_hosts()
        while heap := self._most_urgent(busy):
            request = heappop(heap)[2]
            step = request.cb_kwargs.get("step")
            if not self.spider or not isinstance(step, Step):
                return request
            if taken := self._taken(step, request):
                return self._with_sighting(taken, step)
        return None

    def has_pending_requests(self) -> bool:
        """Return whether requests wait for their turn; those held back only if they are wanted."""
        return any(self._heaps.values()) or bool(self._left) or bool(self._released())

    def _note(self, request: Request) -> None:
        """Have the next run take up the listing of *request*, should this one be cut short."""
        step = request.cb_kwargs["step"]
        if self.spider and step.key is None:
            self.spider.run.state.steps.add(self.spider.run.asked, step)

    def _released(self) -> list[Request]:
        """Return what was held back as not due and is wanted all the same, after an alarm.

        The pages of days come last of all, if nothing else has closed what gave the alarm.
        """
        if not (self._held and self.spider and self.spider.run.alarm):
            return []
        is_last = not any(self._heaps.values()) and not self._busy_hosts()
        takes_days = is_last and self.spider.walk.paging.wants_days()
        return [r for r in self._held if takes_days or r.cb_kwargs["step"].days is None]

    def _release(self) -> None:
        """Take in the listings that are wanted, due or not."""
        for request in self._released():
            self._held.remove(request)
            self._take_in(request)

    def _take_in(self, request: Request) -> bool:
        """Have *request* wait for its turn, for that of the next run where this has too many."""
        assert self.spider
        bounds = self.spider.walk.sitemaps
        is_taken = bounds.take(request.cb_kwargs["step"])
        if is_taken:
            self._push(request)
        if is_taken or bounds.leave():
            self._note(request)
        return is_taken

    def _push(self, request: Request) -> None:
        heap = self._heaps.setdefault(host_of(request.url), [])
        heappush(heap, (-request.priority, next(self._order), request))

    def _busy_hosts(self) -> set[str]:
        """Return the hosts that have a request in hand, retries and robots.txt among them."""
        engine = self._crawler.engine if self._crawler else None
        return {host_of(request.url) for request in engine.downloader.active} if engine else set()

    def _most_urgent(self, busy: set[str]) -> list[tuple[int, int, Request]] | None:
        """Return the heap with the most urgent request to a host that is not *busy*.

        One to a host that is paused comes after all others: it would keep them waiting.
        """
        while not any(self._heaps.values()) and self._left:
            self._take_up(self._left.popleft())
        free = {host: heap for host, heap in self._heaps.items() if heap and host not in busy}
        guest = self.spider.run.guest if self.spider else None
        at_once = guest and [heap for host, heap in free.items() if not guest.is_paused(host)]
        return min(at_once or free.values(), key=lambda heap: heap[0], default=None)

    def _take_up(self, key: str) -> None:
        """Make the request for the article *key*, which is due, unless it was asked for.

        Nor where it would be one second look too many: thousands may be due.
        """
        assert self.spider
        urls = self.spider.run.state.urls
        is_spent = self._revisits >= self.spider.run.limits.revisit_budget
        if key in self._asked or (is_spent and urls.is_fetched(key)):
            return
        if url := urls.url_of(key):
            channel = urls.channel_of(key) or "seed"
            step = Step(url=url, channel=channel, key=key, priority=_LEFT_DUE)
            self._push(self.spider.request(step))

    def _is_due(self, step: Step) -> bool:
        assert self.spider
        run = self.spider.run
        return step.key is None or run.state.urls.is_due(step.key, run.now())

    def _taken(self, step: Step, request: Request) -> Request | None:
        """Return the request to be made for *step* now, ``None`` if none is.

        It may not lead on, lead into a trap, or be one second look too many.
        """
        assert self.spider
        run = self.spider.run
        if _goes_on(request):
            return request
        if step.priority == _LEFT_DUE and step.key in self._asked:
            return None
        turned = self.spider.walk.turn(step)
        if turned is not step:
            run.state.steps.done(run.asked, step)
            if turned:
                run.state.steps.add(run.asked, turned)
            return self.spider.request(turned) if turned else None
        if not run.traps.admit(step):
            run.state.steps.done(run.asked, step)
            if step.standing:
                self._asked.discard(step.address)  # a page may yet show it where the profile says
            return None
        if step.key and run.state.urls.is_fetched(step.key):
            self._revisits += 1
            if self._revisits > run.limits.revisit_budget:
                return None
            run.counts.revisits += 1
        return request

    def _with_sighting(self, request: Request, step: Step) -> Request:
        """Return *request* with what is known of its article, unless it goes on with another.

        One for a listing is counted, robots.txt apart.
        """
        assert self.spider
        if step.key is None:
            if not step.is_robots:
                self.spider.run.tally.ask(step.channel)
        elif not _goes_on(request):
            request.meta[SIGHTING] = self.spider.run.state.urls.sighting(step.key)
        return request


def _goes_on(request: Request) -> bool:
    """Return whether *request* goes on with one handed out: as retry, redirect or next part."""
    return request.dont_filter or "redirect_urls" in request.meta
