"""Whether state, JSON Lines, WARC files and index of a site agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import orjson

from newsbot.archive.cdxj import INDEX, places
from newsbot.archive.file import path_of, sha256_of
from newsbot.archive.reading import ANSWERS, read_records
from newsbot.archive.validate import faults
from newsbot.copies.links import ALONE, copies_of
from newsbot.copies.store import FILE
from newsbot.corpus import as_rendered
from newsbot.exceptions import NoStateError, StateError
from newsbot.numerals import amount
from newsbot.sitefiles import STATE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsbot.copies.links import Copies
    from newsbot.state import State

# The record ids of responses and revisits, by file and offset.
Answers = dict[tuple[str, int], str]
_ANEW = "the next run renders it anew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was looked at, and what is wrong with it; a stale month merely waits for its turn."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)


def verify(state: State, data: Path, site: str) -> Findings:
    """Compare the *state* of *site* with its articles, its archive and the clusters under *data*.

    Raises sqlite3.Error where the state can't be read, OSError where a file can't.
    """
    articles, archive = data / "articles" / site, data / "archive" / site
    findings = Findings(stale=state.articles.stale_months())
    copies = ALONE
    try:
        copies = copies_of(data / STATE / FILE, site)
    except (NoStateError, StateError) as error:
        if state.unlinked.is_told():
            # What the lines say of copies can't be checked.
            findings.wrong.append(str(error))
            findings.stale.extend(set(state.articles.months()) - set(findings.stale))
    findings.stale.extend(set(copies.stale) - set(findings.stale))
    findings.stale.sort()
    findings.wrong.extend(state.damage())
    if state.purged.is_pending():
        findings.wrong.append("a takedown was cut off; the next run or purge of the site ends it")
    findings.wrong.extend(_months(state, articles, findings, copies))
    answers: Answers = {}
    findings.wrong.extend(_files(state, archive, answers))
    findings.wrong.extend(_captures(state, answers))
    findings.wrong.extend(_index(archive, answers))
    findings.counts.update(articles=state.articles.count(), answers=len(answers))
    return findings


def _months(state: State, folder: Path, findings: Findings, copies: Copies) -> Iterator[str]:
    """Yield the files that are not what the state would render."""
    expected = set(state.articles.months()) - set(findings.stale)
    findings.counts["months"] = len(expected)
    for month in sorted(expected):
        path = folder / f"{month}.jsonl"
        lines = (as_rendered(*line, copies.links) for line in state.articles.lines(month))
        if not path.exists():
            yield f"{path.name} is missing; {_ANEW}"
        elif path.read_bytes() != b"".join(line + b"\n" for line in lines):
            yield f"{path.name} is not what the state holds; delete it, and {_ANEW}"
    for path in sorted(folder.glob("*")):
        if path.stem not in {*expected, *findings.stale}:
            yield f"{path.name} is none of the months of the state; the next run puts it aside"


def _files(state: State, folder: Path, answers: Answers) -> Iterator[str]:
    """Yield what is wrong with the WARC files, and note the *answers* in those that are sealed."""
    known = state.captures.files()
    for name, (length, sha256) in known.items():
        path = path_of(folder, name)
        if not path.exists():
            yield f"{name} is missing; bring it back from a copy"
        elif path.stat().st_size < length:
            yield f"{name} is shorter than it was committed"
        elif sha256 is not None:
            yield from _sealed(path, sha256, answers)
    for path in sorted(folder.glob("*.warc.gz")):
        if path.name not in known:
            yield f"{path.name} is unknown to the state"


def _sealed(path: Path, sha256: str, answers: Answers) -> Iterator[str]:
    """Yield what is wrong with one sealed file, and note its answers where nothing is."""
    if sha256_of(path) != sha256:
        yield f"{path.name} has changed since it was sealed"
    if found := faults(path):
        yield f"{path.name}: {found[0]}"
        return
    for record in read_records(path):
        if record.kind in ANSWERS:
            answers[path.name, record.offset] = record.record_id


def _captures(state: State, answers: Answers) -> Iterator[str]:
    """Yield which files lack captures that the state has in them, and articles without a page."""
    sealed = {name for name, (_, sha256) in state.captures.files().items() if sha256}
    lost, examples = Counter[str](), dict[str, str]()
    for warc in state.captures.places():
        if warc.file in sealed and answers.get((warc.file, warc.offset)) != warc.record_id:
            lost[warc.file] += 1
            examples.setdefault(warc.file, f"{warc.record_id} at {warc.offset}")
    for file, number in sorted(lost.items()):
        yield f"{file} lacks {amount(number, 'page')} that the state knows, as {examples[file]}"
    for line in state.articles.newest():
        record = orjson.loads(line)
        page = record["warc"]
        if page and state.captures.place_of(page["record_id"]) is None:
            yield f"{record['id']}: its page {page['record_id']} is in no file"


def _index(folder: Path, answers: Answers) -> Iterator[str]:
    """Yield how the index differs from the answers in the sealed files."""
    indexed = set(places(folder))
    if missing := answers.keys() - indexed:
        yield f"{INDEX} lacks {len(missing)} answers"
    if extra := indexed - answers.keys():
        yield f"{INDEX} names {len(extra)} answers that are not there"
