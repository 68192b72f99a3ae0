"""Asks for nothing that robots.txt forbids, by RFC 9309."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin

from scrapy import Request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    IgnoreRequest,
    NotConfigured,
)
from scrapy.http import TextResponse
from scrapy.http.request import NO_CALLBACK

from newsbot.addresses import REFUSALS
from newsbot.failures import LaterError, OutOfReachError, reason_of
from newsbot.middlewares.archiver import LIMIT
from newsbot.middlewares.politeness import CRAWL_DELAY, broken, guest_of
from newsbot.pace import LONGEST_CRAWL_DELAY
from newsbot.reasons import UNTRUSTED
from newsbot.robots import (
    ABOUT_ROBOTS,
    ELSEWHERE,
    FORBIDDEN,
    MOST_BYTES,
    PLACE,
    Rules,
    origin_of,
    rules_of,
)
from newsbot.run import DISK_FAULTS
from newsbot.state.robotscopies import RobotsCopy
from newsbot.urls import host_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newsbot.guest import Guest

MOST_HOPS = 5
LONGEST_KEPT = 86_400
ASKS = "asks for robots.txt"
"""The key in the ``meta`` of a request for robots.txt: who waits for it tells what came of it."""
_COUNTER = "robotstxt/request_count"
_NO_HOST = (CannotResolveHostError, DownloadConnectionRefusedError)


class RobotsMiddleware:
    """Takes the place of Scrapy's own, which reads rules out of error pages and ignores outages.

    A robots.txt counts for one scheme, host and port, and is asked for once a day, whatever the
    number of runs. Who asks for it as a page, for the sitemaps in it, is given the same copy.
    """

    def __init__(self, crawler: Crawler, guest: Guest) -> None:
        self._crawler = crawler
        self._guest = guest
        self._copies = guest.courtesy.hosts.robots
        self._known: dict[str, tuple[RobotsCopy, Rules]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware; raise NotConfigured where ROBOTSTXT_OBEY switches it off."""
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured("ROBOTSTXT_OBEY")
        return cls(crawler, guest_of(crawler))

    async def process_request(self, request: Request) -> Response | None:
        """Let *request* pass if it may, with the Crawl-delay of its host; each redirect comes anew.

        Raises IgnoreRequest where a rule forbids it, OutOfReachError where the rules can't be had,
        LaterError where the Crawl-delay is longer than anybody can wait. The run ends where the
        copies can't be read.
        """
        origin = origin_of(request.url)
        if request.meta.get(ASKS):
            assert self._crawler.stats
            self._crawler.stats.inc_value(_COUNTER)
            return None
        if not origin:
            return None
        try:
            copy, rules = await self._rules_of(origin)
        except DISK_FAULTS as error:
            raise broken(self._crawler, error) from error
        if rules.fault:
            raise OutOfReachError(rules.fault)
        if request.url == origin + PLACE:
            headers = {"Content-Type": "text/plain; charset=utf-8"}
            return TextResponse(request.url, copy.status, headers, copy.body, request=request)
        if not rules.allows(request.url):
            raise IgnoreRequest(FORBIDDEN)
        if rules.crawl_delay > LONGEST_CRAWL_DELAY:
            asked = f"robots.txt asks for {rules.crawl_delay:g} s between two requests"
            why = f"{origin}{PLACE}: {asked}, over {LONGEST_CRAWL_DELAY:g}; skipped today"
            raise LaterError(self._guest.pass_over(host_of(request.url), why))
        request.meta[CRAWL_DELAY] = rules.crawl_delay
        return None

    async def _rules_of(self, origin: str) -> tuple[RobotsCopy, Rules]:
        """Return the copy of the robots.txt of *origin*, and its rules."""
        now = self._guest.courtesy.now()
        known = self._known.get(origin)
        if known and (known[1].fault or _is_fresh(known[0], now)):
            return known
        kept = self._copies.of(origin)
        if kept and _is_fresh(kept, now):
            known = kept, rules_of(kept.status, kept.body)
        else:
            known = await self._fetched(origin)
        self._known[origin] = known
        return known

    async def _fetched(self, origin: str) -> tuple[RobotsCopy, Rules]:
        """Ask for the robots.txt of *origin*; an answer that tells something is kept."""
        try:
            response = await self._answer(origin + PLACE)
        except LaterError:
            raise
        except Exception as error:
            reason = reason_of(error)
            # These say nothing of robots.txt: the host is not there, none of ours, or another.
            is_host = isinstance(error, _NO_HOST) or reason in {UNTRUSTED, *REFUSALS}
            fault = reason if is_host else f"{ABOUT_ROBOTS}{reason}"
            return RobotsCopy(0, b"", 0), Rules(fault=fault)
        now = self._guest.courtesy.now()
        body = response.body[: MOST_BYTES + 1] if response.status < 300 else b""
        copy = RobotsCopy(response.status, body, now)
        rules = rules_of(copy.status, copy.body)
        if rules.fault is None or response.status < 300:
            self._copies.keep(origin, copy)
        return copy, rules

    async def _answer(self, url: str) -> Response:
        """Return what is at *url*, or at the end of up to five redirects, to whatever host.

        Raises OutOfReachError where a redirect leads to what can't be had.
        """
        response = await self._download(url)
        for _ in range(MOST_HOPS):
            place = response.headers.get("Location")
            if not (300 <= response.status < 400 and place):
                break
            try:
                url = urljoin(url, place.decode("latin-1"))
                if origin_of(url) is None:
                    break
                response = await self._download(url)
            except LaterError:
                raise
            except Exception as error:
                raise OutOfReachError(f"{ELSEWHERE}{reason_of(error)}") from error
        return response

    async def _download(self, url: str) -> Response:
        assert self._crawler.engine
        meta = {ASKS: True, LIMIT: MOST_BYTES, "dont_redirect": True, "allow_offsite": True}
        request = Request(url, meta=meta, priority=1000, callback=NO_CALLBACK)
        return await self._crawler.engine.download_async(request)


def _is_fresh(copy: RobotsCopy, now: float) -> bool:
    """Return whether *copy* may be used; one from the future was made while the clock was wrong."""
    return -1 <= now - copy.fetched < LONGEST_KEPT
