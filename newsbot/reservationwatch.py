"""Asks sites that mind being mined for the file in which they say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin

from scrapy import Request, signals

from newsbot.answer import source_of
from newsbot.spiders.news import run_of
from newsbot.tdmrep import PLACE, hints, read_rules
from newsbot.urls import host_of
from newsbot.wishes import RESERVATION, WISHES

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from newsbot.run import Run


class ReservationWatch:
    """Hears Scrapy's ``response_received`` and, when all else is done, asks each such host once.

    A host minds where its robots.txt names crawlers that mine, or an answer reserves mining; all
    others are spared the request. It is the last of a run, one a host and day.
    """

    def __init__(self, crawler: Crawler, run: Run) -> None:
        self._crawler = crawler
        self._run = run
        self._hosts: dict[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the watch over the run of *crawler*; raise NotConfigured where it has none."""
        watch = cls(crawler, run_of(crawler))
        crawler.signals.connect(watch.hear, signal=signals.response_received)
        crawler.signals.connect(watch.ask, signal=signals.spider_idle)
        return watch

    def hear(self, response: Response, request: Request) -> None:
        """Note the host of *response* where it minds being mined."""
        wishes = request.meta.get(WISHES)
        is_robots = response.url.endswith("/robots.txt") and response.status == 200
        is_said = wishes is not None and RESERVATION in wishes.asks
        if is_said or (is_robots and hints(response.body)):
            self._hosts.setdefault(host_of(response.url), response.url)

    def ask(self) -> None:
        """Ask the hosts noted that are due."""
        hosts, self._hosts = self._hosts, {}
        for host, url in hosts.items():
            is_due = self._run.state.reservations.is_due(host, self._run.now())
            if is_due and not self._run.is_over and self._crawler.engine:
                # Noted first, so that no host is asked twice in a day, whatever it answers.
                self._run.state.reservations.keep(host, (), self._run.now())
                self._run.tally.asks[PLACE] += 1
                place = urljoin(url, PLACE)
                request = Request(place, self.read, errback=self.missed, dont_filter=True)
                self._crawler.engine.crawl(request)

    def read(self, response: Response) -> None:
        """Note the rules in *response*."""
        source = source_of(response)
        rules = read_rules(source.text.encode()) if source else ()
        self._run.state.reservations.keep(host_of(response.url), rules, self._run.now())

    def missed(self, failure: Failure) -> None:
        """Do nothing: no host needs to have such a file."""
