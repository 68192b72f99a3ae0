"""``scrapy verify``: whether what is kept of a site agrees with itself."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import orjson
from scrapy.exceptions import UsageError

from newsbot.numerals import amount
from newsbot.sitecommand import SiteCommand
from newsbot.sitefiles import state_file
from newsbot.terminal import say

if TYPE_CHECKING:
    import argparse

    from newsbot.verify import Findings


class Command(SiteCommand):
    """Compares state, JSON Lines, WARC files and index of sites; asks no site anything."""

    usage = "[options] [SITE…]"
    purpose = "Check that state, articles, archive and index of sites agree"
    details = (
        "; without SITE, of all that were ever crawled. Reads files under DATA_DIR and writes "
        "none but locks, nor these where nothing can be written, as in a backup. Exit codes: 0 "
        "all agree, 2 mistyped, 3 something is wrong, 74 disk, 75 a run is at work."
    )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to Scrapy's global ones."""
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="print the findings of each site")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        """Verify the sites in *args* and return the exit code."""
        if not args and not self.crawled:
            raise UsageError("nothing has been crawled yet", print_help=False)
        return self.each(args or self.crawled, lambda site: self._verify(site, opts.json))

    def _verify(self, site: str, as_json: bool) -> int:
        """Print the findings on one *site*, and return its exit code."""
        from newsbot.state.reading import open_at_rest
        from newsbot.verdict import FINE, PERSON
        from newsbot.verify import verify

        with closing(open_at_rest(state_file(self.data, site))) as state:
            findings = verify(state, self.data, site)
        say(_json(site, findings) if as_json else _words(site, findings))
        for fault in [] if as_json else findings.wrong:
            say(f"{site}: {fault}", is_trouble=True)
        return PERSON if findings.wrong else FINE


def _words(site: str, findings: Findings) -> str:
    counts = " · ".join(amount(n, name.removesuffix("s")) for name, n in findings.counts.items())
    waiting = f" · {amount(len(findings.stale), 'month')} to be rendered" if findings.stale else ""
    return f"{site}: {counts}{waiting} · {amount(len(findings.wrong), 'fault')}"


def _json(site: str, findings: Findings) -> str:
    told = {"site": site, **findings.counts, "stale": findings.stale, "wrong": findings.wrong}
    return orjson.dumps(told).decode()
