"""``scrapy status``: how complete what is kept of a site is, day by day."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError

from newsbot.exceptions import ProfileError, PurgedError
from newsbot.sitecommand import SiteCommand
from newsbot.sitefiles import state_file
from newsbot.terminal import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from datetime import tzinfo

    from newsbot.status import Question, Status

# No newspaper came out before.
_FIRST_YEAR = 1605


class Command(SiteCommand):
    """Reads the state of sites, where a run may be at work, and writes nothing."""

    usage = "[options] [SITE…]"
    purpose = "Show how complete each day of a site is, what is missing and why"
    details = (
        "; without SITE, a line for each that was ever crawled. A day is shown as what is held of "
        "what was listed, and is settled when whole looks on two days after it agree. Example: "
        "scrapy status baothaibinh --month 2024-10. Exit codes: 0 told, whatever it tells, 2 "
        "mistyped or never crawled, 3 state damaged, 74 disk, 75 state in use, try again."
    )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to Scrapy's global ones."""
        super().add_options(parser)
        parser.add_argument("--month", metavar="YYYY-MM", help="show the days of a month")
        parser.add_argument("--since", metavar="DAY", help="show the days from this one on")
        parser.add_argument("--until", metavar="DAY", help="show the days up to this one")
        parser.add_argument("--json", action="store_true", help="print all of it, a line each site")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        """Show the sites in *args* and return the exit code."""
        from newsbot.lookup import check_site
        from newsbot.statuspage import overview, page
        from newsbot.verdict import FINE

        asked = _question(opts, is_brief=not args and not opts.json)
        if not args and not self.crawled:
            raise UsageError("nothing has been crawled yet", print_help=False)
        sites = [check_site(site, self.crawled) for site in dict.fromkeys(args)] or self.crawled
        found: list[Status] = []

        def show(site: str) -> int:
            try:
                status = self._status(site, asked)
            except PurgedError:
                if args:
                    raise
                return FINE
            if opts.json:
                say(status.json().decode())
            elif not asked.is_brief:
                lines = [""] * bool(found) + list(page(status, _paint()))
                say("\n".join(lines), is_painted=True)
            found.append(status)
            return FINE

        code = self.each(sites, show)
        if asked.is_brief and found:
            say("\n".join(overview(found)))
        return code

    def _status(self, site: str, asked: Question) -> Status:
        """Return how *site* stands; its zone is that of its profile, if there still is one."""
        from newsbot.purge import refuse_purged
        from newsbot.state.reading import open_for_reading
        from newsbot.status import status_of

        with closing(open_for_reading(state_file(self.data, site))) as state:
            refuse_purged(state, self.data, site)
            zone = self._zone(site) or state.days.offset() or UTC
            now = self.options.clock().astimezone(zone)
            asked = asked._replace(lookback=self.options.limits.lookback)
            return status_of(site, state.days, now, asked)

    def _zone(self, site: str) -> tzinfo | None:
        try:
            return self.spider(site).profile.timezone
        except ProfileError:
            return None


def _question(opts: argparse.Namespace, *, is_brief: bool) -> Question:
    """Return what is asked; raise UsageError where it is about no days."""
    from newsbot.status import Question

    if opts.month is None:
        since, until = _day("--since", opts.since), _day("--until", opts.until)
        if since and until and since > until:
            raise UsageError("--since lies after --until; swap them", print_help=False)
        return Question(since, until, is_brief)
    if opts.since or opts.until:
        raise UsageError("give --month or --since and --until, not both", print_help=False)
    first = _day("--month", opts.month, "-01")
    assert first
    return Question(first, (first + timedelta(31)).replace(day=1) - timedelta(1), is_brief)


def _day(name: str, text: str | None, suffix: str = "") -> date | None:
    """Return the day that the option *name* gives; raise UsageError for what is none."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(text + suffix)
    except ValueError:
        day = date.min
    if not _FIRST_YEAR <= day.year < date.max.year:
        example = "2018-01" if suffix else "2018-01-31"
        raise UsageError(f"{name} {text} is no day; give one as {example}", print_help=False)
    return day


def _paint() -> Callable[[str], str]:
    """Return what paints a mark: in colour on a terminal that wants it."""
    from newsbot.statuspage import coloured, plain

    return coloured if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else plain
