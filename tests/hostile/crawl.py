"""``scrapy crawl`` over hostile sites, in a process of its own that is watched."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scrapy import cmdline

from newsbot.archive.reading import read_records
from newsbot.corpus import read_month
from tests.hostile.resolver import LOOKUPS
from tests.hostile.tape import TAPE, watch, write_tape
from tests.nursery import NURSERY, settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from newsbot.archive.reading import ReadRecord

OUTPUT = "output"
PATIENCE = 120
SETTINGS: Mapping[str, str] = {
    "TWISTED_DNS_RESOLVER": "tests.hostile.resolver.HostileResolver",
    "ALLOW_PRIVATE_HOSTS": "127.0.0.1",
    "CONTACT": "tests@newsbot.test",
    "DOWNLOAD_DELAY": "0",
    "DISK_FLOOR_BYTES": "0",
    "CLOCK": "tests.hostile.sites.clock",
}


@dataclass(frozen=True)
class Crawl:
    """What a crawl of several sites came to, and what it left in *folder*."""

    folder: Path
    exit_code: int
    reports: Mapping[str, dict[str, Any]]
    output: str
    events: Counter[tuple[str, str]]
    peak: int
    lookups: list[str]

    def outcome(self, site: str) -> tuple[int, dict[str, int], dict[str, int]]:
        """Return exit code, drops and troubles of *site*."""
        report = self.reports[site]
        return report["exit_code"], report["dropped"], report["troubles"]

    def articles(self, site: str) -> dict[str, dict[str, Any]]:
        """Return the articles of *site* by their keys."""
        files = sorted((self.folder / "data" / "articles" / site).glob("*.jsonl"))
        records = [record for file in files for record in read_month(file)]
        return {record["id"].partition("/")[2]: record for record in records}

    def records(self, site: str) -> Iterator[ReadRecord]:
        """Yield the records of the archive of *site*."""
        for path in self.archived(site):
            yield from read_records(path)

    def archived(self, site: str) -> list[Path]:
        """Return the files of the archive of *site*."""
        return sorted((self.folder / "data" / "archive" / site).glob("*.warc.gz"))

    def log(self, site: str) -> str:
        """Return the logs of *site*."""
        files = sorted((self.folder / "data" / "runs" / site).glob("*.log"))
        return "".join(file.read_text(encoding="utf-8") for file in files)


def crawl(
    folder: Path, profiles: Mapping[str, str], settings: Mapping[str, str], jobs: int = 8
) -> Crawl:
    """Crawl the sites of *profiles* side by side, as a user would from the project in *folder*."""
    words = words_for(folder, profiles, settings, jobs)
    process = NURSERY.Process(target=_crawl, args=(folder, words))
    process.start()
    process.join(PATIENCE)
    code = process.exitcode
    process.kill()
    assert code is not None, f"still at work after {PATIENCE} seconds"
    return read(folder, code)


def words_for(
    folder: Path, profiles: Mapping[str, str], settings: Mapping[str, str], jobs: int = 8
) -> list[str]:
    """Make *folder* a project with these *profiles*; return the words that crawl them."""
    (folder / "sites").mkdir(exist_ok=True)
    (folder / "scrapy.cfg").write_text("[settings]\ndefault = newsbot.settings\n")
    for name, toml in profiles.items():
        (folder / "sites" / f"{name}.toml").write_text(toml, encoding="utf-8")
    for name in (LOOKUPS, OUTPUT):
        (folder / name).write_bytes(b"")
    chosen = [word for pair in {**SETTINGS, **settings}.items() for word in ("-s", "=".join(pair))]
    return ["crawl", *profiles, "--json", "-j", str(jobs), *chosen]


def _crawl(folder: Path, words: Sequence[str]) -> None:
    settle(folder, folder / OUTPUT, folder / OUTPUT)
    events = watch()
    try:
        cmdline.execute(["scrapy", *words])
    finally:
        write_tape(events)


def read(folder: Path, code: int) -> Crawl:
    """Return what a crawl in *folder* left that ended with the exit *code*."""
    output = (folder / OUTPUT).read_text(encoding="utf-8")
    lines = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    tape = json.loads((folder / TAPE).read_text())
    return Crawl(
        folder=folder,
        exit_code=code,
        reports={report["site"]: report for report in lines},
        output=output,
        events=Counter((name, where) for name, where in tape["events"]),
        peak=tape["peak"],
        lookups=(folder / LOOKUPS).read_text().split(),
    )
