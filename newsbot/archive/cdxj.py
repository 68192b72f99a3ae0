"""The index of a site's archive: one CDXJ line a capture, sorted, for pywb and the like.

As cdxj-indexer writes it; pages fetched by POST stand under their URL alone.
"""

from __future__ import annotations

import heapq
import json
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

import orjson

from newsbot.archive.disk import replace_file
from newsbot.archive.reading import ANSWERS, read_records
from newsbot.archive.surt import surt
from newsbot.exceptions import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from newsbot.archive.reading import ReadRecord

INDEX = "index.cdxj"
_DAMAGED = f"{INDEX} is damaged; delete it, and it is made anew"
# No line that we write comes near: URLs end at two thousand characters or so.
_LONGEST = 1 << 20
_MIME_END = re.compile(rb"[;\s]")


def index_line(record: ReadRecord, file: str) -> bytes:
    """Return the line for *record*, which is a response or a revisit in *file*."""
    date = record.date
    if date is None or record.url is None:
        raise ArchiveError(f"{file}: the record at {record.offset} has no date or URL")
    said = {
        "url": record.url,
        "mime": _mime(record),
        "status": str(record.http_status or ""),
        "digest": record.headers.get("warc-payload-digest", ""),
        "length": str(record.length),
        "offset": str(record.offset),
        "filename": file,
    }
    fields = json.dumps({name: value for name, value in said.items() if value})
    return f"{surt(record.url)} {date:%Y%m%d%H%M%S} {fields}\n".encode()


def write_index(
    folder: Path,
    changed: Collection[str] = (),
    known: Mapping[str, Sequence[bytes]] = MappingProxyType({}),
) -> None:
    """Bring the index in *folder* up to date with the sealed files there.

    Only files that it lacks are read, and those named in *changed*; not those of which the lines
    are *known*. A reader sees the old index or the new one.
    """
    path = folder / INDEX
    sealed = {file.name for file in folder.glob("*.warc.gz")}
    indexed = {_file_of(line) for line in _lines(path)}
    kept = indexed & sealed - set(changed)
    if indexed == sealed == kept:
        return
    fresh = sorted(
        line for name in sealed - kept for line in known.get(name) or _lines_for(folder / name)
    )
    old = (line for line in _lines(path) if _file_of(line) in kept)
    replace_file(path, heapq.merge(old, fresh))


def places(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield file and offset of every record that the index in *folder* names."""
    for line in _lines(folder / INDEX):
        yield _file_of(line), int(orjson.loads(line.split(b" ", 2)[2])["offset"])


def _mime(record: ReadRecord) -> str:
    if record.kind == "revisit":
        return "warc/revisit"
    types = (value for name, value in record.http_headers if name.lower() == b"content-type")
    return _MIME_END.split(next(types, b""), 1)[0].decode("latin-1")


def _lines_for(path: Path) -> Iterator[bytes]:
    for record in read_records(path):
        if record.kind in ANSWERS:
            yield index_line(record, path.name)


def _lines(index: Path) -> Iterator[bytes]:
    if index.exists():
        with index.open("rb") as lines:
            while line := lines.readline(_LONGEST):
                if len(line) == _LONGEST:
                    raise ArchiveError(_DAMAGED)
                yield line


def _file_of(line: bytes) -> str:
    """Return the name of the file that *line* of an index points into."""
    try:
        return str(orjson.loads(line.split(b" ", 2)[2])["filename"])
    except (IndexError, KeyError, ValueError) as error:
        raise ArchiveError(_DAMAGED) from error
