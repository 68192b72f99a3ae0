"""Refuses requests to addresses that no newspaper has, and answers made to keep us busy."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin, urlsplit

from scrapy.exceptions import CannotResolveHostError, IgnoreRequest, NotConfigured

from newsbot.addresses import (
    BROKEN,
    MOVED,
    OFF_SITE,
    PRIVATE,
    SCHEME,
    ports_of,
    read_private_hosts,
    url_refusal,
)
from newsbot.failures import OutOfReachError, is_endless, reason_of
from newsbot.middlewares.robots import ASKS
from newsbot.reasons import ENDLESS, UNTRUSTED
from newsbot.resolver import GuardResolver
from newsbot.spiders.news import run_of
from newsbot.step import Step
from newsbot.urls import host_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newsbot.addresses import PrivateHosts
    from newsbot.profile import Profile
    from newsbot.run import Run

# No server codes a page more than once or twice; each further time is work for nothing.
MOST_CODINGS = 3
REDIRECTS = {301, 302, 303, 307, 308}

logger = logging.getLogger(__name__)


class GuardMiddleware:
    """Lets no page send the crawl to the machine it runs on, the network around it, or off site.

    It stands before all other middlewares, for redirects and robots.txt come by here, too. What
    the walk asks for must lie on the site; of what a person asks for, and of robots.txt, which
    may lead anywhere (RFC 9309, 2.3.1.2), only the address must be sound.
    """

    def __init__(self, run: Run | None, ports: Collection[int], private: PrivateHosts) -> None:
        self._run = run
        self._ports = ports
        self._private = private

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the guard of *crawler*, also where it is no site of ours that is crawled."""
        private = read_private_hosts(crawler.settings["ALLOW_PRIVATE_HOSTS"])
        run = _run_of(crawler)
        return cls(run, ports_of(_urls(run.profile)) if run else (), private)

    def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest, in the words of the report, where *request* is not to be made."""
        why = url_refusal(request.url, self._ports, self._private) or self._straying(request)
        if why:
            refuse(request, why, self._run)

    def _straying(self, request: Request) -> str | None:
        """Return why *request* leads off the site, ``None`` if it does not or need not."""
        if self._run is None or not isinstance(request.cb_kwargs.get("step"), Step):
            return None
        host = host_of(request.url)
        if any(f".{host}".endswith(f".{own}") for own in self._run.profile.hosts):
            return None
        if "redirect_urls" not in request.meta:
            return OFF_SITE
        self._run.tally.led_to[host] += 1
        return MOVED


class AnswerGuardMiddleware:
    """Has what the resolver refused fail at once, and what is coded again and again not unpacked.

    It stands behind Scrapy's retries and its decompression.
    """

    def __init__(self, run: Run | None) -> None:
        self._run = run

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the guard of *crawler*, also where it is no site of ours that is crawled."""
        return cls(_run_of(crawler))

    def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest where the host of *request* was refused when it was looked up."""
        if host_of(request.url) in GuardResolver.refused:
            refuse(request, PRIVATE, self._run)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Raise IgnoreRequest where nobody is to try again in this run after *exception*."""
        if isinstance(exception, CannotResolveHostError):
            self.process_request(request)
        elif is_endless(exception):
            refuse(request, ENDLESS, self._run)
        elif reason_of(exception) == UNTRUSTED:
            # No second look within a minute finds another certificate; one tomorrow may.
            raise OutOfReachError(UNTRUSTED) from exception

    def process_response(self, request: Request, response: Response) -> Response:
        """Return *response*; raise IgnoreRequest where it is coded too often or leaves the web."""
        codings = b",".join(response.headers.getlist("Content-Encoding"))
        if codings.count(b",") >= MOST_CODINGS:
            refuse(request, "oversized", self._run)
        # Scrapy hands on what it does not follow as an answer like any other.
        if why := not request.meta.get("dont_redirect") and _redirect_refusal(response):
            refuse(request, why, self._run)
        return response


def refuse(request: Request, why: str, run: Run | None) -> None:
    """Raise IgnoreRequest for *request*, after telling *why*.

    Of what neither the walk nor its rules asked for nobody else hears that it failed.
    """
    logger.info("Refused %r: %s", request.url, why, extra={"site": run.site if run else None})
    is_told = isinstance(request.cb_kwargs.get("step"), Step) or ASKS in request.meta
    if run and not is_told:
        run.troubles.listings[why] += 1
    raise IgnoreRequest(why)


def _redirect_refusal(response: Response) -> str | None:
    """Return why *response* leads to no page of the web, ``None`` if it leads nowhere or to one."""
    place = response.headers.get("Location")
    if response.status not in REDIRECTS or not place:
        return None
    try:
        scheme = urlsplit(urljoin(response.url, place.decode("latin-1"))).scheme
    except ValueError:
        return BROKEN
    return None if scheme in {"http", "https"} else SCHEME


def _run_of(crawler: Crawler) -> Run | None:
    try:
        return run_of(crawler)
    except NotConfigured:
        return None


def _urls(profile: Profile) -> list[str]:
    """Return all addresses that *profile* names."""
    links = profile.links
    sections = [entry for entry in links.sections if "://" in entry]
    listings = [*links.seeds, *sections, *(links.feeds or ()), *(links.sitemaps or ())]
    return [*listings, *links.more, *([links.day.url] if links.day else [])]
