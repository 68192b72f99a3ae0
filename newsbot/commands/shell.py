"""``scrapy shell``: a page to try things out on; what ``-c`` prints is no command to a terminal."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING

from scrapy.commands.shell import Command as ShellCommand
from scrapy.utils.url import guess_scheme

from newsbot.pagecommand import PageCommand
from newsbot.terminal import inert_stdout

if TYPE_CHECKING:
    import argparse


class Command(PageCommand, ShellCommand):
    """Scrapy's own command; who types there himself sees what he prints as it came."""

    def short_desc(self) -> str:
        """Return the command in one line."""
        return "[news] Try things out on a page, in Python"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Open the shell on the page, unless nobody says who asks for it."""
        url = guess_scheme(args[0]) if args else None
        screen = inert_stdout() if opts.code else nullcontext()
        self.ask(url, partial(super().run, args, opts), screen)
