"""Runs a coroutine in Scrapy's process, with its reactor and its signals, to the end."""

from __future__ import annotations

import asyncio
import gc
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from twisted.internet.error import ReactorNotRunning

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from scrapy.crawler import AsyncCrawlerProcess

T = TypeVar("T")


def run_to_end(process: AsyncCrawlerProcess, work: Awaitable[T]) -> T | None:
    """Run the reactor until *work* is done, and return its result.

    A signal ends the crawls of *process* and then the reactor; where that came before the end
    of *work*, there is no result.
    """

    async def whole() -> T:
        try:
            return await work
        finally:
            # Imported only now: at the top it would install another reactor than Scrapy's.
            with suppress(ReactorNotRunning):
                import_module("twisted.internet.reactor").stop()

    task = asyncio.get_event_loop().create_task(whole())
    # What was imported stays to the end; a search for garbage has no need to look through it.
    gc.collect()
    gc.freeze()
    process.start(stop_after_crawl=False)
    return task.result() if task.done() else None
