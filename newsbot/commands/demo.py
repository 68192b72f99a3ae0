"""``scrapy demo``: the bundled paper, served and crawled twice in this process, no network."""

from __future__ import annotations

import asyncio
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.crawler import AsyncCrawlerProcess

from newsbot.demo.show import Show
from newsbot.exceptions import NewsbotError

if TYPE_CHECKING:
    import argparse


class Command(ScrapyCommand):
    """Shows in a few seconds what newsbot does."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def short_desc(self) -> str:
        """Return the command in one line."""
        return "[news] Crawl a bundled paper twice, offline, and show what changed"

    def long_desc(self) -> str:
        """Return what ``-h`` says of it."""
        return f"{self.short_desc()}. Writes demo-data/, which it empties at each start."

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Take the options into the settings; the paper is on this machine and in no hurry."""
        super().process_options(args, opts)
        assert self.settings is not None
        for name, value in Show.settings.items():
            self.settings.set(name, value, priority="spider")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the show in Scrapy's reactor."""
        assert isinstance(self.crawler_process, AsyncCrawlerProcess)
        process = self.crawler_process

        async def play() -> int:
            try:
                return await Show(process, print).play()
            except NewsbotError as error:
                print(error, file=sys.stderr)
                return 2
            finally:
                # Imported only now: at the top it would install another reactor than Scrapy's.
                import_module("twisted.internet.reactor").stop()

        task = asyncio.get_event_loop().create_task(play())
        process.start(stop_after_crawl=False)
        self.exitcode = task.result() if task.done() else 1
