"""``scrapy fetch``: what a page brings, shown so that a terminal does not obey it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands.fetch import Command as FetchCommand

from newsbot.contact import unasked
from newsbot.exceptions import NewsbotError
from newsbot.runlog import make_log_inert
from newsbot.terminal import inert_stdout, say

if TYPE_CHECKING:
    import argparse


class Command(FetchCommand):
    """Scrapy's own command; into a file or a pipe goes what came, byte by byte."""

    def short_desc(self) -> str:
        """Return the command in one line."""
        return "[news] Print what a page brings, or by --headers what was said around it"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Take the options into the settings; nothing in the log can drive a terminal."""
        super().process_options(args, opts)
        make_log_inert()

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Fetch the page, unless nobody says who asks for it."""
        from newsbot.verdict import MISTYPED

        assert self.settings is not None
        if args and (trouble := unasked(self.settings, args[0])):
            say(trouble, is_trouble=True)
            self.exitcode = MISTYPED
            return
        try:
            with inert_stdout():
                super().run(args, opts)
        except NewsbotError as error:
            say(error, is_trouble=True)
            self.exitcode = MISTYPED
