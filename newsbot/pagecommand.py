"""What Scrapy's own commands on one page share, as newsbot has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand

from newsbot.contact import unasked
from newsbot.exceptions import NewsbotError
from newsbot.runlog import make_log_inert
from newsbot.terminal import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from contextlib import AbstractContextManager


class PageCommand(ScrapyCommand):
    """Stands before a command of Scrapy's that asks for a page which a person has named."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Take the options into the settings; nothing in the log can drive a terminal."""
        super().process_options(args, opts)
        make_log_inert()

    def ask(
        self, url: str | None, show: Callable[[], None], screen: AbstractContextManager[object]
    ) -> None:
        """Have *show* ask for the page at *url*, and print it through *screen*.

        Where nobody says who asks, or newsbot refuses it, that is told in one line.
        """
        from newsbot.verdict import MISTYPED

        assert self.settings is not None
        trouble: object = url and unasked(self.settings, url)
        if not trouble:
            try:
                with screen:
                    show()
            except NewsbotError as error:
                trouble = error
        if trouble:
            say(trouble, is_trouble=True)
            self.exitcode = MISTYPED
