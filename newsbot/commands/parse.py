"""``scrapy parse``: what a page of a site gives, without the log of a run around it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy.commands.parse import Command as ParseCommand
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.utils.defer import maybe_deferred_to_future

from newsbot.contact import unasked
from newsbot.pagecommand import PageCommand
from newsbot.terminal import say

if TYPE_CHECKING:
    import argparse

    from scrapy import Request, Spider
    from scrapy.http import Response
    from twisted.python.failure import Failure


class Command(PageCommand, ParseCommand):
    """Scrapy's own command, which says in one line why a page was not read."""

    def short_desc(self) -> str:
        """Return the command in one line."""
        return "[news] Show what a page gives: its article, and the links to follow"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Take the options into the settings; but for -L only errors are logged."""
        super().process_options(args, opts)
        assert self.settings is not None
        self.settings.set("LOG_LEVEL", "ERROR", priority="spider")

    def set_spidercls(self, url: str, opts: argparse.Namespace) -> None:
        """Find the spider of *url*, or say that no site owns it."""
        from newsbot.exceptions import ProfileError

        # What Scrapy's own command would say is said here, and why.
        logging.getLogger(ParseCommand.__module__).setLevel("CRITICAL")
        try:
            super().set_spidercls(url, opts)
        except ProfileError as error:
            self._tell(str(error), mistyped=True)
        else:
            if self.spidercls is None and not opts.spider:
                self._tell(f"{url} belongs to no site; name one by --spider", mistyped=True)
            assert self.settings is not None
            if self.spidercls and (trouble := unasked(self.settings, url)):
                self._tell(trouble, mistyped=True)
                self.spidercls = None

    def prepare_request(
        self, spider: Spider, request: Request, opts: argparse.Namespace
    ) -> Request:
        """Return the request of a page, with what is to be said where none comes."""
        prepared = _awaited(super().prepare_request(spider, request, opts))
        prepared.errback = self._failed
        return prepared

    def scraped_data(self, args: Any) -> list[Any]:
        """Return what is to be followed, at the depths after the first."""
        from scrapy import Request

        return [_awaited(x) if isinstance(x, Request) else x for x in super().scraped_data(args)]

    def _failed(self, failure: Failure) -> None:
        from newsbot.addresses import PRIVATE
        from newsbot.failures import reason_of
        from newsbot.reasons import remedy

        error = failure.value
        if isinstance(error, HttpError):
            self._tell(f"HTTP {error.response.status} from {error.response.url}")
        else:
            why = reason_of(error)
            hint = f"; {remedy({why}, '')}" if why == PRIVATE else ""
            self._tell(f"no page: {why}{hint}")

    def _tell(self, trouble: str, *, mistyped: bool = False) -> None:
        from newsbot.verdict import MISTYPED, PARTLY

        say(trouble, is_trouble=True)
        self.exitcode = MISTYPED if mistyped else PARTLY


def _awaited(request: Request) -> Request:
    """Return *request* with a coroutine for its callback, which returns a Deferred.

    Scrapy warns of such callbacks, its own command's, too.
    """
    callback = request.callback
    assert callback is not None

    async def awaited(response: Response, **arguments: Any) -> Any:
        return await maybe_deferred_to_future(callback(response, **arguments))

    request.callback = awaited
    return request
