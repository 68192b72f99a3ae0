"""``scrapy reextract``: the articles of sites made anew from their archives."""

from __future__ import annotations

import os
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError

from newsbot.exceptions import NewsbotError, StateError
from newsbot.sitecommand import SiteCommand
from newsbot.sitefiles import state_file
from newsbot.terminal import say, say_anew

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from newsbot.options import Options
    from newsbot.profile import Profile
    from newsbot.replay.account import Account
    from newsbot.replay.reextraction import Reextraction
    from newsbot.run import Run
    from newsbot.spiders.news import NewsSpider
    from newsbot.state import State


class Command(SiteCommand):
    """Reads every archived page again with today's profile and code; asks no site anything."""

    usage = "[options] [SITE…]"
    purpose = "Make the articles anew from the archive with today's profile and code"
    details = (
        "; without SITE, of all that are archived. Shows what would change, field by field; with "
        "--apply writes it. Example: scrapy reextract baothaibinh --from crawl.warc.gz brings in "
        "what another crawler has archived. A site whose state is lost gets a new one. Exit "
        "codes: 0 fine, 2 mistyped, 3 state or archive damaged, 74 disk, 75 a run is at work."
    )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to Scrapy's global ones."""
        super().add_options(parser)
        parser.add_argument("--apply", action="store_true", help="write what is shown")
        parser.add_argument(
            "--from",
            dest="foreign",
            nargs="+",
            default=[],
            metavar="FILE",
            help="WARC files of wget, Heritrix, Browsertrix, CC-NEWS … with pages of the SITE",
        )
        cores = os.cpu_count() or 1
        parser.add_argument(
            "-j", dest="jobs", type=int, default=cores, metavar="N", help=f"processes ({cores})"
        )
        parser.add_argument(
            "--relearn",
            action="store_true",
            help="learn anew, from the whole archive, what the site's pages have in common",
        )
        parser.add_argument("--json", action="store_true", help="print every change, one a line")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Take the options into the settings; what is made is kept."""
        super().process_options(args, opts)
        assert self.settings is not None
        self.settings.set("KEEP", True, priority="spider")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        """Read the sites in *args* again and return the exit code."""
        options = self.options
        if opts.jobs < 1:
            raise UsageError("-j takes a number of 1 or more", print_help=False)
        foreign = [Path(name) for name in opts.foreign]
        if foreign and len(args) != 1:
            words = "name the one SITE whose pages are in the files, before --from"
            raise UsageError(words, print_help=False)
        if missing := [str(path) for path in foreign if not path.is_file()]:
            raise UsageError(f"{missing[0]} is not there", print_help=False)
        archived = sorted(path.name for path in (options.data / "archive").glob("*"))
        if not args and not archived:
            raise UsageError("nothing has been archived yet", print_help=False)

        def one(site: str) -> int:
            return reextract(self.spider(site), options, foreign, opts)

        return self.each(args or archived, one)


def reextract(
    spider: type[NewsSpider], options: Options, foreign: list[Path], opts: argparse.Namespace
) -> int:
    """Read the site of *spider* again, print what is other, and write it where that is asked for.

    Returns the exit code. Raises StateBusyError, StateError, ArchiveError and OSError.
    """
    from newsbot.replay.looks import archive_files
    from newsbot.replay.reader import Reader
    from newsbot.replay.reextraction import Reextraction
    from newsbot.verdict import FINE, PERSON

    site = spider.profile.site
    path = state_file(options.data, site)
    folder = options.data / "archive" / site
    if not path.exists() and not archive_files(folder):
        _check_new(options.data / "articles" / site, is_brought=bool(foreign))
    reader = Reader(spider.profile, spider.article_page)
    with _opened(path, is_applied=opts.apply) as (live, path):
        run = _begun(spider.profile, live, options, is_applied=opts.apply)
        with Reextraction(reader, live, path, folder) as work:
            if foreign and run:
                work.bring_in(foreign, run, options)
            elif foreign:
                work.look_at(foreign)
            _read(work, options, opts)
            account = _compared(work, site, as_json=opts.json)
            if run:
                work.take_over(run, options)
            if not opts.json:
                say("\n".join(account.lines(work.outcome, is_applied=opts.apply)))
            for fault in work.outcome.damage:
                say(f"{site}: {fault}; what comes before is read", is_trouble=True)
            return PERSON if work.outcome.damage else FINE


@contextmanager
def _opened(path: Path, *, is_applied: bool) -> Iterator[tuple[State, Path]]:
    """Open the state at *path* and yield it and its path, or those of a copy that can be written.

    So a backup can be read again, which is to be left as it is.
    """
    from newsbot.state import State
    from newsbot.state.reading import open_at_rest

    with ExitStack() as stack:
        if not is_applied and not os.access(path.parent, os.W_OK):
            place = Path(stack.enter_context(TemporaryDirectory()))
            if path.exists():
                stack.enter_context(closing(open_at_rest(path))).copy(place / path.name)
            path = place / path.name
        is_kept = is_applied or path.exists()
        yield stack.enter_context(closing(State(path) if is_kept else State())), path


def _check_new(corpus: Path, *, is_brought: bool) -> None:
    """Raise NewsbotError where nothing tells of a site without state and archive.

    A StateError where a *corpus* is left: it would give way to what is made anew from nothing.
    """
    if any(corpus.glob("*.jsonl")):
        raise StateError(f"state and archive of {corpus} are missing; restore them")
    if not is_brought:
        raise NewsbotError("nothing of it has been archived yet")


def _begun(profile: Profile, live: State, options: Options, *, is_applied: bool) -> Run | None:
    """Return the run that is to write to the *live* state, ``None`` where nothing *is_applied*.

    Raises PurgedError where the site was taken down.
    """
    from newsbot.purge import finish_purge, refuse_purged
    from newsbot.run import Run

    if is_applied:
        finish_purge(live, options.data, profile.site)
        return Run(profile, live, options.clock)
    refuse_purged(live, options.data, profile.site)
    return None


def _read(work: Reextraction, options: Options, opts: argparse.Namespace) -> None:
    """Read the archive again, on a terminal with how far that has come."""
    try:
        if opts.relearn:
            work.relearn(opts.jobs, options.clock())
        work.replay(opts.jobs, _tell)
    finally:
        say_anew()


def _compared(work: Reextraction, site: str, *, as_json: bool) -> Account:
    """Return the account of all that changes, which is printed as it is found *as_json*."""
    from newsbot.replay.account import Account

    account = Account(site)
    for change in work.changes():
        account.note(change)
        if as_json:
            say(change.json(site).decode())
    return account


def _tell(looks: int) -> None:
    """Show on a terminal how far the reading has come."""
    say_anew(f"{looks} looks read")
