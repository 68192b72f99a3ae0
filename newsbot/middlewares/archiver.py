"""Archives every answer as it comes off the wire, before anything is derived from it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured

from newsbot.archive.capture import Capture
from newsbot.run import FAULTS
from newsbot.spiders.news import run_of
from newsbot.step import Step

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Headers, Response

    from newsbot.archive.fields import Fields
    from newsbot.run import Run
    from newsbot.sitearchive import SiteArchive


class ArchiverMiddleware:
    """Hears Scrapy's ``response_downloaded``, where bodies are still encoded as they were sent.

    It sees robots.txt, redirects and errors as well. Where the disk fails it ends the crawl:
    what could not be archived must not be kept.
    """

    def __init__(self, crawler: Crawler, run: Run, archive: SiteArchive) -> None:
        self._crawler = crawler
        self._run = run
        self._archive = archive
        self._stopping: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the archiver; raise NotConfigured where the run keeps nothing."""
        run = run_of(crawler)
        if run.archive is None:
            raise NotConfigured("KEEP is off")
        archiver = cls(crawler, run, run.archive)
        crawler.signals.connect(archiver.capture, signal=signals.response_downloaded)
        return archiver

    def capture(self, response: Response, request: Request) -> None:
        """Archive *response*, and note with *request* where it lies."""
        if self._run.fault:
            return
        try:
            about = {"run": self._run.name, **_about(request)}
            warc = self._archive.keep(_capture_of(request, response, self._run), about)
        except FAULTS as error:
            self._run.fault = error
            assert self._crawler.engine
            stop = self._crawler.engine.close_spider_async(reason="disk")
            self._stopping = asyncio.get_event_loop().create_task(stop)
        else:
            request.meta["warc"] = warc


def _about(request: Request) -> dict[str, str]:
    """Return what led to *request*, as far as its step says."""
    step = request.cb_kwargs.get("step")
    if not isinstance(step, Step):
        return {}
    return {"channel": step.channel} | ({"article-key": step.key} if step.key else {})


def _capture_of(request: Request, response: Response, run: Run) -> Capture:
    return Capture(
        url=request.url,
        method=request.method,
        request_headers=_fields(request.headers),
        request_body=request.body,
        status=response.status,
        response_headers=_fields(response.headers),
        body=response.body,
        ip_address=str(response.ip_address) if response.ip_address else None,
        fetched_at=run.now(),
        protocol=response.protocol or "HTTP/1.1",
    )


def _fields(headers: Headers) -> Fields:
    """Return *headers* one by one, with those that came several times."""
    return tuple((name, value) for name in headers for value in headers.getlist(name))
