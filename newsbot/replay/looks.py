"""The archive of a site as a row of looks: what was asked for as an article, and what came."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from newsbot.archive.file import OPEN, path_of, serial_of
from newsbot.archive.reading import ANSWERS, read_records
from newsbot.items import Warc
from newsbot.visit import Visit, read_visit
from newsbot.wishes import WITHHELD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from newsbot.archive.reading import ReadRecord
    from newsbot.state.captures import Captures


class Answer(NamedTuple):
    """One answer of a site: why it was asked for, and where in *folder* its payload lies.

    One *is_withheld* whose page asked not to be archived, so that there is no payload. Where a
    run gave up a further page, there is none either: its *status* is 0, *warc* is what tells so.
    """

    visit: Visit
    url: str
    status: int
    when: datetime
    is_whole: bool
    folder: Path
    warc: Warc
    is_withheld: bool = False

    @property
    def is_page(self) -> bool:
        """Whether the answer holds a page that may be read."""
        return self.is_whole and 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class Look:
    """One look at an article: the page that answered, and the further pages of the article.

    A look that found nothing has one answer with the status that said so.
    """

    key: str
    pages: tuple[Answer, ...]

    @property
    def first(self) -> Answer:
        """The page that the article begins on."""
        return self.pages[0]

    @property
    def is_broken_off(self) -> bool:
        """Whether its run gave up a further page of the article."""
        return any(answer.visit.broken_off for answer in self.pages)


def looks(answers: Iterable[Answer]) -> Iterator[Look]:
    """Yield the looks that *answers* make up, in the order in which they ended.

    A run asks for an article once; the last answer to each of its pages counts, as redirects and
    tries that failed come before it. Imported pages stand for themselves.
    """
    for _, of_run in groupby(answers, key=lambda answer: answer.visit.run):
        parts: dict[str, dict[int, Answer]] = {}
        for answer in of_run:
            key = answer.visit.key or ""
            if answer.visit.imported_from:
                yield Look(key, (answer,))
                continue
            # Taken out and put in at the end: a look ends with its last page.
            parts[key] = parts.pop(key, {}) | {answer.visit.part: answer}
        for key, pages in parts.items():
            yield Look(key, tuple(pages[part] for part in sorted(pages)))


def answers_in(folder: Path, captures: Captures) -> Iterator[Answer]:
    """Yield what the archive in *folder* holds of answers for articles, in the order they came.

    Of files still open only what is committed counts, and of files that are gone nothing, though
    another one says that their page came again. Raises ArchiveError where one is damaged.
    """
    committed = captures.open_files()
    there = dict.fromkeys(archive_files(folder))
    for name in there:
        if path_of(folder, name).name == name or name in committed:
            answers = _answers_in(path_of(folder, name), committed.get(name), captures)
            yield from (answer for answer in answers if answer.warc.file in there)


def archive_files(folder: Path) -> list[str]:
    """Return the sealed names of the WARC files in *folder*, in the order they were begun."""
    names = {path.name.removesuffix(OPEN) for path in folder.glob("*.warc.gz*")}
    return sorted(names, key=lambda name: (serial_of(name), name))


def _answers_in(path: Path, end: int | None, captures: Captures) -> Iterator[Answer]:
    answered: dict[str, ReadRecord] = {}
    for record in read_records(path):
        if end is not None and record.offset >= end:
            return
        if record.kind in ANSWERS:
            answered[record.record_id] = record
        elif record.kind == "metadata" and record.headers.get("warc-concurrent-to") in answered:
            answer = answered.pop(record.headers["warc-concurrent-to"])
            visit = read_visit(record.about)
            holder = answer.headers.get("warc-refers-to", answer.record_id)
            warc = captures.place_of(holder)
            # A payload may be gone: purged, or lost with a damaged file.
            if visit.key and warc and answer.url and answer.date:
                # The revisit of a 304 has no block: what is meant is the page as it was.
                status, is_whole = answer.http_status or 200, answer.truncated is None
                yield Answer(
                    *(visit, answer.url, status, answer.date, is_whole, path.parent, warc),
                    is_withheld=any(name == WITHHELD for name, _ in record.about),
                )
        elif record.kind == "metadata" and (given_up := _given_up(record, path)):
            yield given_up


def _given_up(record: ReadRecord, path: Path) -> Answer | None:
    """Return what stands for a page that a run gave up, if *record* tells of such."""
    visit = read_visit(record.about)
    if not (visit.broken_off and visit.key and record.url and record.date):
        return None
    name = path.name.removesuffix(OPEN)
    warc = Warc(file=name, offset=record.offset, record_id=record.record_id)
    return Answer(visit, record.url, 0, record.date, True, path.parent, warc)
