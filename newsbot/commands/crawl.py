"""``scrapy crawl``: one site or several, with exit codes that tell the truth."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.conf import arglist_to_dict

from newsbot.exceptions import NewsbotError
from newsbot.process import run_to_end
from newsbot.runlog import make_log_inert
from newsbot.settingnames import check_names
from newsbot.terminal import say, say_anew

if TYPE_CHECKING:
    import argparse

    from newsbot.crew import Crew
    from newsbot.report import Report

ARGUMENTS = ("since", "until", "order")


class Command(ScrapyCommand):
    """Crawls sites; being named as Scrapy's own command, it takes its place."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return "[options] SITE… | --all"

    def short_desc(self) -> str:
        """Return the command in one line."""
        return "[news] Bring in what sites published, changed or withdrew since the last run"

    def long_desc(self) -> str:
        """Return what ``-h`` says of it."""
        return (
            f"{self.short_desc()}. Example: scrapy crawl baothaibinh -a since=2024-10-01. Writes "
            "articles/, state/ and runs/ under DATA_DIR. Exit codes: 0 fine, 1 some site failed "
            "or was cut short, 2 mistyped, 3 needs a person, 74 disk, 75 try later."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to Scrapy's global ones."""
        super().add_options(parser)
        parser.add_argument("--all", action="store_true", help="crawl every site there is")
        parser.add_argument(
            "-j", dest="jobs", type=int, default=8, metavar="N", help="sites side by side (8)"
        )
        parser.add_argument(
            "-a",
            dest="arguments",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help="since=2018-01-01 or since=first, until=2018-12-31, order=oldest",
        )
        parser.add_argument("--json", action="store_true", help="print the report of each site")
        parser.add_argument("-v", "--verbose", action="store_true", help="print when all is well")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Take the options into the settings; a log asked for goes where Scrapy puts it."""
        super().process_options(args, opts)
        make_log_inert()
        assert self.settings is not None
        check_names(self.settings)
        self.settings.set("KEEP", True, priority="spider")
        if opts.logfile or opts.loglevel:
            self.settings.set("LOG_ENABLED", True, priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl the sites named in *args* and set the exit code."""
        from twisted.logger import globalLogBeginner

        from newsbot.crew import Crew
        from newsbot.verdict import worst

        assert self.settings is not None
        assert isinstance(self.crawler_process, AsyncCrawlerProcess)
        arguments = _arguments(opts.arguments)
        reports: list[Report] = []

        def report(done: Report) -> None:
            reports.append(done)
            _tell(done, as_json=opts.json, is_loud=opts.verbose or sys.stderr.isatty())

        try:
            crew = Crew(self.crawler_process, report)
        except NewsbotError as error:
            raise UsageError(str(error), print_help=False) from error
        sites = self._sites(args, opts)
        # Scrapy has every logger make a record, of every request, for handlers that want none.
        logging.getLogger("scrapy").setLevel(self.settings["LOG_LEVEL"])
        # Until it is told where to log, Twisted prints what it takes for critical to stderr, too.
        globalLogBeginner.beginLoggingTo([], discardBuffer=True, redirectStandardIO=False)
        run_to_end(self.crawler_process, _with_progress(crew, sites, arguments, opts.jobs))
        crew.end()
        self.exitcode = worst(done.exit_code for done in reports)

    def _sites(self, args: list[str], opts: argparse.Namespace) -> list[str]:
        """Return the sites to crawl; raise UsageError where that can't be told."""
        assert self.settings is not None
        if opts.jobs < 1:
            raise UsageError("-j takes a number of 1 or more", print_help=False)
        for word in args:
            _check_word(word)
        if opts.all and args:
            raise UsageError("give sites or --all, not both", print_help=False)
        if not opts.all and not args:
            raise UsageError("name a site, or give --all; scrapy list shows them", print_help=False)
        return get_spider_loader(self.settings).list() if opts.all else list(dict.fromkeys(args))


def _check_word(word: str) -> None:
    """Raise UsageError where *word* is an option or an argument, and no site."""
    name, is_pair, value = word.lstrip("-").partition("=")
    is_option = word.startswith("-")
    if not is_option and not is_pair:
        return
    meant = f"give it as -a {name}={value or '…'}" if name in ARGUMENTS else "see scrapy crawl -h"
    raise UsageError(f"no {'option' if is_option else 'site'} {word}; {meant}", print_help=False)


async def _with_progress(
    crew: Crew, sites: list[str], arguments: dict[str, str], jobs: int
) -> None:
    """Crawl *sites*, telling on a terminal how far they have come."""
    from newsbot.progress import show_progress

    progress = asyncio.create_task(show_progress(crew)) if sys.stderr.isatty() else None
    await crew.crawl(sites, arguments, jobs)
    if progress:
        progress.cancel()
        await asyncio.gather(progress, return_exceptions=True)


def _arguments(pairs: list[str]) -> dict[str, str]:
    """Return the ``-a`` arguments; raise UsageError for one that is not known."""
    from newsbot.profilekeys import closest

    try:
        arguments = arglist_to_dict(pairs)
    except ValueError as error:
        raise UsageError("-a takes NAME=VALUE, as -a since=2018-01-01") from error
    for name in arguments:
        if name not in ARGUMENTS:
            raise UsageError(f"no argument {name!r}.{closest(name, ARGUMENTS)}")
    return arguments


def _tell(report: Report, *, as_json: bool, is_loud: bool) -> None:
    """Print *report*: trouble always, to stderr; what it brought only where somebody looks."""
    say_anew()
    if as_json:
        say(report.json().decode())
    elif report.trouble:
        say(report.line, is_trouble=True)
    if is_loud and not as_json and (report.has_brought or not report.trouble):
        say(report.summary)
