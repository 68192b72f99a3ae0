"""Asks for a listing only if it has changed, where its site is known to tell the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from newsbot.spiders.news import run_of
from newsbot.step import Step
from newsbot.trust import NOT_MODIFIED, QUESTION, Trust

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

# Which statuses Scrapy hands to a request's callback, besides 2xx.
_HANDLED = "handle_httpstatus_list"


class ConditionalMiddleware:
    """Sends what a listing's last answer was known by, to the address that gave it (RFC 9110, 13).

    Scrapy copies headers and ``meta`` of a request into the one that a redirect leads to, and into
    one tried again; so each is asked anew what may be sent with it.
    """

    def __init__(self, trust: Trust, handled: tuple[int, ...] = ()) -> None:
        self._trust = trust
        self._handled = handled

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of the run of *crawler*; raise NotConfigured where it has none."""
        handled = tuple(getattr(crawler.spider, _HANDLED, ()))
        return cls(Trust(run_of(crawler)), handled)

    def process_request(self, request: Request) -> None:
        """Add the condition, if there is one, and have a 304 reach the spider's callback."""
        _take_back(request)
        step = request.cb_kwargs.get("step")
        question = self._trust.question(step, request.url) if isinstance(step, Step) else None
        if question:
            name, value = question.condition
            # As it came: Scrapy would write what is not ASCII in UTF-8.
            request.headers[name] = value.encode("latin-1")
            request.meta[QUESTION] = question
            request.meta[_HANDLED] = [*request.meta.get(_HANDLED, self._handled), NOT_MODIFIED]

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Return *response*, or the request in full where the server says 304 to anything."""
        question = request.meta.get(QUESTION)
        if response.status != NOT_MODIFIED or not question or not question.is_trap:
            return response
        self._trust.distrust(request.url, "answers 304 to an ETag or a date that it never gave")
        return request.replace(dont_filter=True)


def _take_back(request: Request) -> None:
    """Take from *request* what the one it was copied from was asked."""
    question = request.meta.pop(QUESTION, None)
    if question:
        request.headers.pop(question.condition.name, None)
        request.meta[_HANDLED] = [code for code in request.meta[_HANDLED] if code != NOT_MODIFIED]
