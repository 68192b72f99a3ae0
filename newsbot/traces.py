"""Where the archive of a site holds an article, and where other pages show its address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from newsbot.archive.decoding import decoded_body
from newsbot.archive.file import Place
from newsbot.archive.reading import ANSWERS, read_records
from newsbot.exceptions import ArchiveError
from newsbot.urls import path_and_query, resolve
from newsbot.visit import read_visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from newsbot.archive.reading import ReadRecord
    from newsbot.target import Target


@dataclass(slots=True)
class Traces:
    """The ``places`` of all records about an article, the ids of the ``answers`` among them.

    ``shown`` counts the captures of other pages that show its address.
    """

    places: list[Place] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    shown: int = 0


def find_traces(folder: Path, target: Target) -> Traces:
    """Return the traces of *target* in the sealed files in *folder*.

    Raises ArchiveError where a file can't be read to its end: what it holds is then not known.
    """
    traces = Traces()
    shows = names_any({path_and_query(url).lstrip("/") for url in target.urls})
    for path in sorted(folder.glob("*.warc.gz")):
        for _, records in groupby(read_records(path), key=_exchange):
            exchange = list(records)
            about = _about(target, exchange)
            traces.places += [_place(path, record) for record in about]
            traces.answers += [record.record_id for record in about if record.kind in ANSWERS]
            others = (record for record in exchange if record not in about)
            traces.shown += any(shows(_text(record)) for record in others)
    return traces


def names_any(names: Iterable[str]) -> Callable[[bytes], bool]:
    """Return what tells whether a text has any of *names* in it, not as part of a longer word.

    >>> names_any(["artikel/7"])(b'<a href="/artikel/7">')
    True
    """
    plain = [name.encode() for name in names]
    whole = re.compile(rb"(?<![\w.-])(?:%b)(?![\w-])" % b"|".join(map(re.escape, plain)))
    # The pattern alone would try every letter: 30 MB a second.
    return lambda text: any(name in text for name in plain) and bool(whole.search(text))


def _exchange(record: ReadRecord) -> str:
    """Return the id of the answer that *record* belongs to; its three records lie in a row."""
    return record.headers.get("warc-concurrent-to", record.record_id)


def _about(target: Target, exchange: Sequence[ReadRecord]) -> Sequence[ReadRecord]:
    """Return the records of *exchange*, all if it brought *target*, a part of it or the way to it.

    Where a request for it was led elsewhere, the page that answered stays, and only the record
    goes that tells what was asked for.
    """
    url = exchange[0].url
    if url is None:
        return ()
    if target.holds(url) or any(target.holds(other) for other in _redirects(url, exchange)):
        return exchange
    metadata = next((record for record in exchange if record.kind == "metadata"), None)
    visit = read_visit(metadata.about) if metadata else None
    if metadata is None or visit is None or visit.key not in target.keys:
        return ()
    return (metadata,) if target.is_elsewhere(url, visit.asked) else exchange


def _redirects(url: str, exchange: Sequence[ReadRecord]) -> Iterator[str]:
    """Yield where the page at *url* sends its readers."""
    for record in exchange:
        for name, value in record.http_headers:
            if name.lower() == b"location":
                yield resolve(url, value.decode("utf-8", "replace")) or url


def _place(path: Path, record: ReadRecord) -> Place:
    if record.length is None:
        raise ArchiveError(f"{path.name}: the record at {record.offset} has no member of its own")
    return Place(
        file=path.name, offset=record.offset, length=record.length, record_id=record.record_id
    )


def _text(record: ReadRecord) -> bytes:
    """Return the body of *record* with the slashes and ampersands of its links plain."""
    try:
        body = decoded_body(record)
    except ArchiveError:
        body = record.payload
    return body.replace(b"\\/", b"/").replace(b"&amp;", b"&")
