"""``scrapy fetch``: what a page brings, shown so that a terminal does not obey it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from scrapy.commands.fetch import Command as FetchCommand

from newsbot.pagecommand import PageCommand
from newsbot.terminal import inert_stdout

if TYPE_CHECKING:
    import argparse


class Command(PageCommand, FetchCommand):
    """Scrapy's own command; into a file or a pipe goes what came, byte by byte."""

    def short_desc(self) -> str:
        """Return the command in one line."""
        return "[news] Print what a page brings, or by --headers what was said around it"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Fetch the page, unless nobody says who asks for it."""
        url = args[0] if args else None
        self.ask(url, partial(super().run, args, opts), inert_stdout())
