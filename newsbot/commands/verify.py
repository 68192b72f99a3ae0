"""``scrapy verify``: whether what is kept of a site agrees with itself."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar

import orjson
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newsbot.exceptions import NewsbotError
from newsbot.project import data_folder
from newsbot.report import FINE, MISTYPED, PERSON, code_of, worst
from newsbot.state import State
from newsbot.verify import verify

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from newsbot.verify import Findings


class Command(ScrapyCommand):
    """Compares state, JSON Lines, WARC files and index of sites; asks no site anything."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return "[options] [SITE…]"

    def short_desc(self) -> str:
        """Return the command in one line."""
        return "[news] Check that state, articles, archive and index of sites agree"

    def long_desc(self) -> str:
        """Return what ``-h`` says of it."""
        return (
            f"{self.short_desc()}; without SITE, of all that were ever crawled. Reads files under "
            "DATA_DIR and writes none. Exit codes: 0 all agree, 2 mistyped, 3 something is wrong, "
            "75 a run is at work."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to Scrapy's global ones."""
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="print the findings of each site")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Verify the sites in *args* and set the exit code."""
        assert self.settings is not None
        data = data_folder(self.settings)
        known = sorted(path.stem for path in (data / "state").glob("*.sqlite"))
        if not known and not args:
            raise UsageError("nothing has been crawled yet", print_help=False)
        self.exitcode = worst([_verify(site, data, opts.json) for site in args or known])


def _verify(site: str, data: Path, as_json: bool) -> int:
    """Print the findings on one site, and return its exit code."""
    path = data / "state" / f"{site}.sqlite"
    if not path.exists():
        print(f"{site}: has never been crawled; {path} is not there", file=sys.stderr)
        return MISTYPED
    try:
        state = State(path)
    except NewsbotError as error:
        print(f"{site}: {error}", file=sys.stderr)
        return code_of(error)
    findings = verify(state, data / "articles" / site, data / "archive" / site)
    state.close()
    print(_json(site, findings) if as_json else _words(site, findings))
    for fault in [] if as_json else findings.wrong:
        print(f"{site}: {fault}", file=sys.stderr)
    return PERSON if findings.wrong else FINE


def _words(site: str, findings: Findings) -> str:
    counts = " · ".join(f"{number} {name}" for name, number in findings.counts.items())
    waiting = f" · {len(findings.stale)} months to be rendered" if findings.stale else ""
    return f"{site}: {counts}{waiting} · {len(findings.wrong)} faults"


def _json(site: str, findings: Findings) -> str:
    told = {"site": site, **findings.counts, "stale": findings.stale, "wrong": findings.wrong}
    return orjson.dumps(told).decode()
