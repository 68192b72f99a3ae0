"""``scrapy copies``: which articles are copies of which, and who was first."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

import orjson
from scrapy.exceptions import UsageError

from newsbot.exceptions import PurgedError
from newsbot.numerals import amount
from newsbot.sitecommand import SiteCommand
from newsbot.sitefiles import STATE, state_file
from newsbot.terminal import say, say_anew

if TYPE_CHECKING:
    import argparse


class Command(SiteCommand):
    """Tells what the clusters of all sites know, makes them anew, or renders what they changed."""

    usage = "[options]"
    purpose = "Show which articles are copies of which, and who was first"
    details = (
        "; over all sites that were ever crawled. Copies are linked, never removed. Example: "
        "scrapy copies --site baothaibinh --since 2024-10-01. Exit codes: 0 told or done, 2 "
        "mistyped or never crawled, 3 a file is damaged, 74 disk, 75 a run is at work."
    )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to Scrapy's global ones."""
        super().add_options(parser)
        parser.add_argument("--site", help="only clusters in which this site has an article")
        parser.add_argument(
            "--since", metavar="DAY", help="only clusters of which an article came out since then"
        )
        parser.add_argument("--json", action="store_true", help="print all of it as JSON")
        parser.add_argument(
            "--rebuild", action="store_true", help="find all copies anew in what the sites keep"
        )
        parser.add_argument(
            "--render",
            action="store_true",
            help="write the files of articles of whose copies something else is known now",
        )
        cores = os.cpu_count() or 1
        parser.add_argument(
            "-j", dest="jobs", type=int, default=cores, metavar="N", help=f"processes ({cores})"
        )

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        """Do what *opts* ask for and return the exit code."""
        from newsbot.lookup import check_site
        from newsbot.verdict import FINE, worst

        if args:
            raise UsageError(f"what is {args[0]!r}? See scrapy copies -h", print_help=False)
        if opts.jobs < 1:
            raise UsageError("-j takes a number of 1 or more", print_help=False)
        since = _day(opts.since)
        if (opts.rebuild or opts.render) and (opts.site or opts.since or opts.json):
            raise UsageError("--rebuild and --render are about all copies", print_help=False)
        if opts.site is not None:
            check_site(opts.site, self.crawled)
        if not self.crawled:
            raise UsageError("nothing has been crawled yet", print_help=False)
        if not (opts.rebuild or opts.render):
            self._tell(opts.site, since, as_json=opts.json)
            return FINE
        if opts.rebuild:
            self._rebuild(opts.jobs)
        if not opts.render:
            return FINE
        # First all are linked: what one site has may concern the files of another.
        return worst([self.each(self.crawled, step) for step in (self._link, self._render)])

    def _tell(self, site: str | None, since: date | None, *, as_json: bool) -> None:
        """Print the clusters, all or those of one *site*."""
        from newsbot.copies.account import account
        from newsbot.copies.records import Records
        from newsbot.copies.store import FILE
        from newsbot.copies.table import table

        with Records(self.data / STATE, {}) as records:
            found = account(self.data / STATE / FILE, records.of, site, since)
        say(orjson.dumps(found).decode() if as_json else "\n".join(table(found)))

    def _rebuild(self, processes: int) -> None:
        from newsbot.copies.rebuild import rebuild

        try:
            done = rebuild(
                self.data, self.crawled, processes, lambda count: say_anew(f"{count} articles")
            )
        finally:
            say_anew()
        months = amount(done.months, "month")
        say(f"{amount(done.articles, 'article')} told; {months} to be rendered")

    def _link(self, site: str) -> int:
        """Link what *site* has kept with its copies, and return its exit code."""
        from newsbot.copies.linking import Linking
        from newsbot.state import State
        from newsbot.verdict import FINE

        folder = self.data / STATE
        with (
            closing(State(state_file(self.data, site))) as state,
            closing(Linking(folder, site, state)) as linking,
        ):
            linking.take_in()
            while state.unlinked.count():
                linking.take_in()
        return FINE

    def _render(self, site: str) -> int:
        """Render the months of *site* that wait for it, and return its exit code."""
        from newsbot.copies.linking import Linking
        from newsbot.purge import finish_purge
        from newsbot.rendering import Rendering
        from newsbot.state import State
        from newsbot.verdict import FINE

        folder = self.data / STATE
        articles, quarantine = (self.data / kind / site for kind in ("articles", "quarantine"))
        with closing(State(state_file(self.data, site))) as state:
            try:
                finish_purge(state, self.data, site)
            except PurgedError:
                return FINE  # nothing of it is left to render
            rendering = Rendering(
                articles, state, quarantine, timedelta(), Linking(folder, site, state)
            )
            with closing(rendering):
                rendering.render_stale()
        return FINE


def _day(text: str | None) -> date | None:
    """Return the day that *text* names; raise UsageError where it is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"--since={text} is no day as 2024-10-23", print_help=False) from error
