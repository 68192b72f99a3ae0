"""``scrapy purge``: takes an article, or a whole site, down from every store."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import asdict
from datetime import UTC
from typing import TYPE_CHECKING, Any, ClassVar

import orjson
from scrapy import Request
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader

from newsbot.exceptions import NewsbotError, SettingError
from newsbot.options import read_options
from newsbot.profilekeys import closest
from newsbot.purge import FOLDERS, finish_purge, purge_article, purge_site
from newsbot.report import FINE, code_of, worst
from newsbot.run import FAULTS
from newsbot.spiders.news import NewsSpider
from newsbot.state import State
from newsbot.target import target_of_id, target_of_url

if TYPE_CHECKING:
    import argparse

    from scrapy.spiderloader import SpiderLoaderProtocol

    from newsbot.options import Options
    from newsbot.purge import Removed


class Command(ScrapyCommand):
    """Removes what must not be kept, and sees to it that it never comes back."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return "(--id ID | --url URL | --site SITE) --reason TEXT"

    def short_desc(self) -> str:
        """Return the command in one line."""
        return "[news] Take an article or a site down from every store, for good"

    def long_desc(self) -> str:
        """Return what ``-h`` says of it."""
        return (
            f"{self.short_desc()}. It asks nothing before it begins, and nothing brings back what "
            "it removes. Example: scrapy purge --id baothaibinh/213817 --reason 'names a minor'. "
            "Exit codes: 0 done, 2 mistyped or unknown, 3 state or archive damaged, 74 disk, "
            "75 a run is at work."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to Scrapy's global ones."""
        super().add_options(parser)
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--id", help="the article of this id, as its line has it")
        what.add_argument("--url", help="the article at this address, kept or not")
        what.add_argument("--site", help="all that is kept of this site")
        parser.add_argument(
            "--reason", required=True, metavar="TEXT", help="why; it is kept, so name nobody in it"
        )
        parser.add_argument("--json", action="store_true", help="print what was removed as JSON")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Take down what *opts* name and set the exit code."""
        assert self.settings is not None
        try:
            options = read_options(self.settings)
        except SettingError as error:
            raise UsageError(str(error), print_help=False) from error
        if args:
            raise UsageError(f"what is {args[0]!r}? See scrapy purge -h", print_help=False)
        if not opts.reason.strip():
            raise UsageError("--reason says nothing", print_help=False)
        self.exitcode = worst(
            [self._purge(site, options, opts) for site in self._sites(options, opts)]
        )

    def _sites(self, options: Options, opts: argparse.Namespace) -> list[str]:
        """Return the sites that are meant; raise UsageError where none of them was ever crawled."""
        known = {path.stem for path in (options.data / "state").glob("*.sqlite")}
        if opts.url is not None:
            owners = self._loader().find_by_request(_request(opts.url))
            if sites := known.intersection(owners):
                return sorted(sites)
            raise UsageError(f"no site that was ever crawled owns {opts.url}", print_help=False)
        if opts.site is not None:
            known |= {
                path.name for folder in FOLDERS for path in (options.data / folder).glob("*/")
            }
        site = opts.id.partition("/")[0] if opts.site is None else opts.site
        if site not in known:
            hint = closest(site, known)
            raise UsageError(f"{site!r} has never been crawled.{hint}", print_help=False)
        return [site]

    def _purge(self, site: str, options: Options, opts: argparse.Namespace) -> int:
        """Take down what *opts* name of one *site*, print what that was, return the exit code."""
        try:
            with closing(State(options.data / "state" / f"{site}.sqlite")) as state:
                removed = self._remove(state, site, options, opts)
        except (NewsbotError, *FAULTS) as error:
            print(f"{site}: {error}", file=sys.stderr)
            return code_of(error)
        print(_json(site, removed) if opts.json else _words(site, removed))
        return FINE

    def _remove(
        self, state: State, site: str, options: Options, opts: argparse.Namespace
    ) -> Removed:
        data, now = options.data, options.clock().astimezone(UTC)
        if opts.site is not None:
            return purge_site(state, data, site, opts.reason, now)
        finish_purge(state, data, site)
        spider = self._loader().load(site)
        assert issubclass(spider, NewsSpider)
        target = (
            target_of_id(state, spider.profile, opts.id)
            if opts.url is None
            else target_of_url(state, spider.profile, opts.url)
        )
        return purge_article(state, target, data, opts.reason, now)

    def _loader(self) -> SpiderLoaderProtocol:
        assert self.settings is not None
        return get_spider_loader(self.settings)


def _request(url: str) -> Request:
    """Return the request for *url*; raise UsageError where it is none."""
    try:
        return Request(url)
    except ValueError as error:
        raise UsageError(f"{url!r} is no URL: {error}", print_help=False) from error


def _words(site: str, removed: Removed) -> str:
    told = asdict(removed)
    shown = told.pop("shown")
    counts = " · ".join(f"{number} {name.replace('_', ' ')}" for name, number in told.items())
    lines = [f"{site}: removed {counts}"]
    if shown:
        lines.append(
            f"{shown} captures of other pages still show its address; they stay as they came"
        )
    lines.append("copies elsewhere, such as backups, are yours to delete")
    return "\n".join(lines)


def _json(site: str, removed: Removed) -> str:
    return orjson.dumps({"site": site, **asdict(removed)}).decode()
