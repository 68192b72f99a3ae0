"""``scrapy demo``: the bundled paper, served and crawled twice in this process, no network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.crawler import AsyncCrawlerProcess

from newsbot.exceptions import NewsbotError
from newsbot.process import run_to_end
from newsbot.runlog import make_log_inert
from newsbot.terminal import say

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
        from newsbot.demo.show import Show

        super().process_options(args, opts)
        make_log_inert()
        assert self.settings is not None
        for name, value in Show.settings.items():
            self.settings.set(name, value, priority="spider")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the show in Scrapy's reactor."""
        from newsbot.demo.show import Show
        from newsbot.verdict import MISTYPED, PARTLY

        assert isinstance(self.crawler_process, AsyncCrawlerProcess)
        try:
            code = run_to_end(self.crawler_process, Show(self.crawler_process, say).play())
        except NewsbotError as error:
            say(error, is_trouble=True)
            code = MISTYPED
        self.exitcode = PARTLY if code is None else code
