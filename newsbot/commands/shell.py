"""``scrapy shell``: a page to try things out on; what ``-c`` prints is no command to a terminal."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from scrapy.commands.shell import Command as ShellCommand
from scrapy.utils.url import guess_scheme

from newsbot.contact import unasked
from newsbot.exceptions import NewsbotError
from newsbot.runlog import make_log_inert
from newsbot.terminal import inert_stdout, say

if TYPE_CHECKING:
    import argparse


class Command(ShellCommand):
    """Scrapy's own command; who types there himself sees what he prints as it came."""

    def short_desc(self) -> str:
        """Return the command in one line."""
        return "[news] Try things out on a page, in Python"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Take the options into the settings; nothing in the log can drive a terminal."""
        super().process_options(args, opts)
        make_log_inert()

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Open the shell on the page, unless nobody says who asks for it."""
        from newsbot.verdict import MISTYPED

        assert self.settings is not None
        if args and (trouble := unasked(self.settings, guess_scheme(args[0]))):
            say(trouble, is_trouble=True)
            self.exitcode = MISTYPED
            return
        try:
            with inert_stdout() if opts.code else nullcontext():
                super().run(args, opts)
        except NewsbotError as error:
            say(error, is_trouble=True)
            self.exitcode = MISTYPED
