"""Archives every answer as it comes off the wire, before anything is derived from it."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.exceptions import DownloadCancelledError, NotConfigured, StopDownload

from newsbot.archive.capture import Capture
from newsbot.run import DISK_FAULTS
from newsbot.spiders.news import run_of
from newsbot.step import Step
from newsbot.trust import QUESTION
from newsbot.visit import FETCHED_AT, SIGHTING, WARC, Visit
from newsbot.wishes import WISHES, wishes_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Headers, Response

    from newsbot.archive.fields import Fields
    from newsbot.run import Run
    from newsbot.sitearchive import SiteArchive

# How Scrapy flags a response whose download a signal handler stopped.
_STOPPED = "download_stopped"
LIMIT = "most bytes"
"""The key in a request's ``meta`` under which stands how much of the answer is wanted."""
# The key for how much has come in so far.
_RECEIVED = "received"
_VERSION = re.compile(r"HTTP/\d\.\d")


class ArchiverMiddleware:
    """Hears Scrapy's ``response_downloaded``, where bodies are still encoded as they were sent.

    It sees robots.txt, redirects and errors as well. Where the disk fails it ends the crawl:
    what could not be archived must not be kept. A body larger than DOWNLOAD_MAXSIZE is archived
    as far as it came and then refused; Scrapy itself would leave nothing of it.
    """

    def __init__(self, crawler: Crawler, run: Run, archive: SiteArchive) -> None:
        self._crawler = crawler
        self._run = run
        self._archive = archive
        self._most = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        self._stopping: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the archiver; raise NotConfigured where the run keeps nothing."""
        run = run_of(crawler)
        if run.archive is None:
            raise NotConfigured("KEEP is off")
        archiver = cls(crawler, run, run.archive)
        crawler.signals.connect(archiver.count, signal=signals.bytes_received)
        crawler.signals.connect(archiver.capture, signal=signals.response_downloaded)
        return archiver

    def process_request(self, request: Request) -> None:
        """Take the place of Scrapy's own limit while *request* is downloaded."""
        request.meta[_RECEIVED] = 0
        request.meta["download_maxsize"] = 0

    def process_response(self, request: Request, response: Response) -> Response:
        """Return *response*; raise DownloadCancelledError where it was cut for its size."""
        # Where another middleware has answered, the request never came here.
        request.meta.pop("download_maxsize", None)
        if _STOPPED in response.flags and LIMIT not in request.meta:
            raise DownloadCancelledError(f"more than {self._most} bytes")
        return response

    def count(self, data: bytes, request: Request) -> None:
        """Count what comes in; raise StopDownload, which keeps it, when it is too much."""
        request.meta[_RECEIVED] += len(data)
        if 0 < request.meta.get(LIMIT, self._most) < request.meta[_RECEIVED]:
            raise StopDownload(fail=False)

    def capture(self, response: Response, request: Request) -> None:
        """Archive *response*, and note with *request* when it came, where it lies, what it asks."""
        if self._run.fault:
            return
        try:
            capture = _capture_of(request, response, self._run)
            about = _visit_of(request, self._run).fields()
            question = request.meta.get(QUESTION)
            wishes = wishes_of(capture.response_headers, capture.body)
            if not self._run.profile.honour_noarchive:
                wishes = wishes.allowed()
            warc = self._archive.keep(capture, about, question and question.record_id, wishes)
        except DISK_FAULTS as error:
            self._run.fault = error
            assert self._crawler.engine
            stop = self._crawler.engine.close_spider_async(reason="disk")
            self._stopping = asyncio.get_event_loop().create_task(stop)
        else:
            request.meta[WARC] = warc
            request.meta[FETCHED_AT] = capture.fetched_at
            request.meta[WISHES] = wishes
            self._run.tally.hear(wishes)


def _visit_of(request: Request, run: Run) -> Visit:
    """Return why *run* asked for *request*, as far as its step says."""
    step = request.cb_kwargs.get("step")
    if not isinstance(step, Step):
        return Visit(run=run.name)
    return Visit(
        run=run.name,
        channel=step.channel,
        via=step.via,
        key=step.key,
        asked=step.url if step.key else None,
        part=request.cb_kwargs.get("number", 1),
        sighting=request.meta.get(SIGHTING),
    )


def _capture_of(request: Request, response: Response, run: Run) -> Capture:
    version = response.protocol or ""
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
        truncated="length" if _STOPPED in response.flags else None,
        # HTTP/2 has no such lines; what is shown of it is written as HTTP/1.1 would.
        protocol=version if _VERSION.fullmatch(version) else "HTTP/1.1",
    )


def _fields(headers: Headers) -> Fields:
    """Return *headers* one by one, with those that came several times."""
    return tuple((name, value) for name in headers for value in headers.getlist(name))
