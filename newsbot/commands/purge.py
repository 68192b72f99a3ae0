"""``scrapy purge``: takes an article, or a whole site, down from every store."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from datetime import UTC
from typing import TYPE_CHECKING

import orjson
from scrapy.exceptions import UsageError

from newsbot.numerals import amount
from newsbot.sitecommand import SiteCommand
from newsbot.sitefiles import state_file
from newsbot.terminal import say

if TYPE_CHECKING:
    import argparse

    from newsbot.options import Options
    from newsbot.purge import Removed
    from newsbot.state import State


class Command(SiteCommand):
    """Removes what must not be kept, and sees to it that it never comes back."""

    usage = "(--id ID | --url URL | --site SITE) --reason TEXT"
    purpose = "Take an article or a site down from every store, for good"
    details = (
        ". It asks nothing before it begins, and nothing brings back what it removes. Example: "
        "scrapy purge --id baothaibinh/213817 --reason 'names a minor'. Exit codes: 0 done, "
        "2 mistyped or unknown, 3 state or archive damaged, 74 disk, 75 a run is at work."
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

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        """Take down what *opts* name and return the exit code."""
        options = self.options
        if args:
            raise UsageError(f"what is {args[0]!r}? See scrapy purge -h", print_help=False)
        if not opts.reason.strip():
            raise UsageError("--reason says nothing", print_help=False)
        return self.each(self._sites(opts), lambda site: self._purge(site, options, opts))

    def _sites(self, opts: argparse.Namespace) -> list[str]:
        """Return the sites that are meant; raise NewsbotError where nothing is kept of any."""
        from newsbot.datafolder import FOLDERS
        from newsbot.lookup import check_site, site_of_id, sites_of_url

        if opts.url is not None:
            return sites_of_url(opts.url, self.crawled, self.loader)
        if opts.id is not None:
            return [site_of_id(opts.id, self.crawled)]
        kept = {path.name for folder in FOLDERS for path in (self.data / folder).glob("*/")}
        return [check_site(opts.site, {*self.crawled, *kept})]

    def _purge(self, site: str, options: Options, opts: argparse.Namespace) -> int:
        """Take down what *opts* name of one *site*, print what that was, return the exit code."""
        from newsbot.state import State
        from newsbot.verdict import FINE

        with closing(State(state_file(options.data, site))) as state:
            removed = self._remove(state, site, options, opts)
        say(_json(site, removed) if opts.json else _words(site, removed))
        return FINE

    def _remove(
        self, state: State, site: str, options: Options, opts: argparse.Namespace
    ) -> Removed:
        from newsbot.purge import finish_purge, purge_article, purge_site
        from newsbot.target import target_of_id, target_of_url

        data, now = options.data, options.clock().astimezone(UTC)
        if opts.site is not None:
            return purge_site(state, data, site, opts.reason, now)
        finish_purge(state, data, site)
        profile = self.spider(site).profile
        target = (
            target_of_id(state, profile, opts.id, data / "articles" / site)
            if opts.url is None
            else target_of_url(state, profile, opts.url)
        )
        return purge_article(state, target, data, opts.reason, now)


def _words(site: str, removed: Removed) -> str:
    told = asdict(removed)
    shown, earlier = told.pop("shown"), told.pop("earlier")
    names = {name: name.removesuffix("s").replace("_", " ") for name in told}
    counts = " · ".join(amount(number, names[name]) for name, number in told.items())
    lines = [f"{site}: removed {counts}"]
    if earlier:
        lines.append(f"it was taken down already, on {earlier.day} ({earlier.reason})")
    if shown:
        lines.append(
            f"its address still stands in {amount(shown, 'capture')} of other pages, which stay"
            " as they came"
        )
    lines.append("copies elsewhere, such as backups, are yours to delete")
    return "\n".join(lines)


def _json(site: str, removed: Removed) -> str:
    told = asdict(removed)
    earlier = told.pop("earlier")
    return orjson.dumps({"site": site, **told, "earlier": earlier and earlier.day}).decode()
