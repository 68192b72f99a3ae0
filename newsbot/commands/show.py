"""``scrapy show``: an article as it is kept, and what changed in it."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING

import orjson
from scrapy.exceptions import UsageError

from newsbot.exceptions import NoArticleError, NoStateError, StateError
from newsbot.sitecommand import SiteCommand
from newsbot.sitefiles import STATE, state_file
from newsbot.terminal import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from newsbot.printout import Printout
    from newsbot.state import State
    from newsbot.state.revisions import Revision


class Command(SiteCommand):
    """Reads the state of a site, where a run may be at work, and writes nothing."""

    usage = "[options] ID | URL"
    purpose = "Show an article as it is kept, its revisions, and what changed between them"
    details = (
        ". Example: scrapy show baothaibinh/213817 --diff. It may be asked while a run is at work, "
        "and tells what that has committed. Exit codes: 0 shown, 2 mistyped or unknown, 3 state "
        "damaged or of another version, 74 disk, 75 state in use, try again."
    )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to Scrapy's global ones."""
        super().add_options(parser)
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--revision", type=int, metavar="N", help="show an earlier revision")
        which.add_argument(
            "--diff", action="store_true", help="show what changed from each revision to the next"
        )
        parser.add_argument(
            "--json", action="store_true", help="print the line as it is kept, or the changes"
        )

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        """Show the article that *args* name and return the exit code."""
        from newsbot.lookup import site_of_id, sites_of_url

        if len(args) != 1:
            raise UsageError("name one article by its ID or its URL", print_help=False)
        name = args[0]
        sites = (
            sites_of_url(name, self.crawled, self.loader)
            if "://" in name
            else [site_of_id(name, self.crawled)]
        )
        return self.each(sites, lambda site: self._show(site, name, opts))

    def _show(self, site: str, name: str, opts: argparse.Namespace) -> int:
        from newsbot.copies.links import ALONE, copies_of
        from newsbot.copies.store import FILE
        from newsbot.corpus import with_copies
        from newsbot.purge import refuse_purged
        from newsbot.state.reading import open_for_reading
        from newsbot.verdict import FINE

        with closing(open_for_reading(state_file(self.data, site))) as state:
            refuse_purged(state, self.data, site)
            *earlier, newest = state.revisions.of(self._id(state, site, name))
        copies = ALONE
        try:
            copies = copies_of(self.data / STATE / FILE, site)
        except NoStateError:
            pass  # nothing was ever linked
        except StateError as error:
            say(error, is_trouble=True)
        revisions = [*earlier, newest._replace(line=with_copies(newest.line, copies.links))]
        if opts.diff:
            say(_history(revisions, as_json=opts.json), is_painted=True)
        else:
            say(_article(revisions, opts.revision, as_json=opts.json), is_painted=True)
        return FINE

    def _id(self, state: State, site: str, name: str) -> str:
        """Return the id of the article that *name*, an id or a URL, means."""
        from newsbot.lookup import article_at, article_of_id

        if "://" not in name:
            return article_of_id(state, name, self.data / "articles" / site)
        return article_at(state, self.spider(site).profile, name)


def _article(revisions: Sequence[Revision], number: int | None, *, as_json: bool) -> str:
    """Return in words, or as it is kept, the revision of that *number*, by default the newest.

    Raises NoArticleError where there is none.
    """
    by_number = {revision.number: revision for revision in revisions}
    shown = by_number.get(revisions[-1].number if number is None else number)
    if shown is None:
        kept = ", ".join(map(str, by_number))
        raise NoArticleError(f"there is no revision {number} of it, only {kept}")
    return shown.line.decode() if as_json else "\n".join(printout().article(shown, revisions))


def _history(revisions: Sequence[Revision], *, as_json: bool) -> str:
    """Return in words, or as JSON, what each of *revisions* changed in the one before."""
    from newsbot.changes import changes

    steps = [(new, changes(old.record, new.record)) for old, new in pairwise(revisions)]
    if not as_json:
        return "\n".join(printout().history(revisions[0], steps))
    told = [
        {"revision": revision.number, "fetched_at": revision.fetched, "changes": found}
        for revision, found in steps
    ]
    return orjson.dumps({"id": revisions[0].record["id"], "revisions": told}).decode()


def printout() -> Printout:
    """Return a printout for the terminal, where there is one, in colours unless NO_COLOR is set."""
    from newsbot.printout import Printout

    if not sys.stdout.isatty():
        return Printout()
    is_coloured = not os.environ.get("NO_COLOR")
    return Printout(shutil.get_terminal_size().columns, is_coloured=is_coloured)
