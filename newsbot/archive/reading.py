"""Records read back, from our own files and from those of wget, Heritrix or Browsertrix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsbot.archive.chunks import join_chunks
from newsbot.archive.fields import Fields, read_fields
from newsbot.archive.members import LARGEST, Members
from newsbot.exceptions import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# The kinds of record that hold what a server answered; an index names them alone.
ANSWERS = frozenset({"response", "revisit"})
HEAD_END = b"\r\n\r\n"

_LARGEST_HEAD = 1 << 16
_VERSION = re.compile(rb"WARC/1\.[01]\r\n")
_HTTP = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})\b|[^\s/:]+ \S+ HTTP/\d")
_LENGTH = re.compile(r"\d{1,15}")
_HTTP_HEAD_END = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRecord:
    """A WARC record as it lies in a file.

    ``offset`` and ``length`` are those of its gzip member; the length is ``None`` where a member
    holds several records, which can then only be read in a row. ``headers`` are the record's own,
    by their names in lower case. ``payload`` is the body of the HTTP message, chunks joined, or
    the whole block where there is none; of what is larger than 64 MiB only the beginning.
    """

    offset: int
    length: int | None
    headers: Mapping[str, str]
    http_status: int | None
    http_headers: Fields
    payload: bytes

    @property
    def kind(self) -> str:
        """The WARC-Type."""
        return self.headers.get("warc-type", "")

    @property
    def record_id(self) -> str:
        """The WARC-Record-ID, with its angle brackets."""
        return self.headers.get("warc-record-id", "")

    @property
    def url(self) -> str | None:
        """The WARC-Target-URI, without the angle brackets that old wgets put around it."""
        url = self.headers.get("warc-target-uri")
        return url.strip("<>") if url else None

    @property
    def date(self) -> datetime | None:
        """The WARC-Date, in UTC as the standard has it; ``None`` where it can't be read."""
        try:
            date = datetime.fromisoformat(self.headers.get("warc-date", ""))
        except ValueError:
            return None
        return date.replace(tzinfo=date.tzinfo or UTC)

    @property
    def truncated(self) -> str | None:
        """Why the payload is not whole, in the words of WARC-Truncated; ``None`` if it is."""
        is_long = int(self.headers["content-length"]) > LARGEST
        return self.headers.get("warc-truncated", "length" if is_long else None)

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """The fields of a ``metadata`` or ``warcinfo`` record."""
        fields = read_fields(self.payload)
        return tuple(
            (name.decode("utf-8", "replace"), value.decode("utf-8", "replace"))
            for name, value in fields
        )


def read_records(path: Path, start: int = 0) -> Iterator[ReadRecord]:
    """Yield the records of a WARC file, gzipped or not, from the offset *start*.

    Raises ArchiveError where the file is cut or damaged, once all that comes before is given.
    """
    with path.open("rb") as file:
        stream = Members(file, start)
        try:
            while not stream.is_at_end():
                yield _read_record(stream)
        except ArchiveError as error:
            raise ArchiveError(f"{path.name}: {error}") from error


def record_at(path: Path, offset: int) -> ReadRecord:
    """Return the record that begins at *offset*; raise ArchiveError if none does."""
    for record in read_records(path, offset):
        return record
    raise ArchiveError(f"{path.name}: no record at {offset}")


def read_answer(begin: bytes) -> ReadRecord:
    """Return an answer as ``read_records`` gives it, from its *begin* up to its body.

    Its place and its body are not known by then.
    """
    head, _, block = begin.partition(HEAD_END)
    headers = read_head(head)
    status, http_headers, _ = _message(headers, block)
    return ReadRecord(
        offset=0,
        length=None,
        headers=headers,
        http_status=status,
        http_headers=http_headers,
        payload=b"",
    )


def read_head(head: bytes) -> dict[str, str]:
    """Return the fields of a record's *head* by their names in lower case.

    Of a repeated name the first counts. Raises ArchiveError where it is no head of WARC/1.x or
    does not tell the length.
    """
    fields = reversed(read_fields(head.partition(b"\n")[2]))
    named = {
        name.decode("utf-8", "replace").lower(): value.decode("utf-8", "replace")
        for name, value in fields
    }
    if not _VERSION.match(head) or not _LENGTH.fullmatch(named.get("content-length", "")):
        raise ArchiveError("no head of a WARC record")
    return named


def _read_record(stream: Members) -> ReadRecord:
    begin = stream.boundary()
    headers = read_head(stream.read_until(HEAD_END, _LARGEST_HEAD))
    size = int(headers["content-length"])
    block = stream.read(min(size, LARGEST))
    stream.skip(size - len(block))
    stream.skip_line_ends()
    end = stream.boundary()
    status, http_headers, payload = _message(headers, block)
    return ReadRecord(
        offset=stream.begin if begin is None else begin,
        length=None if begin is None or end is None else end - begin,
        headers=headers,
        http_status=status,
        http_headers=http_headers,
        payload=payload,
    )


def _message(headers: Mapping[str, str], block: bytes) -> tuple[int | None, Fields, bytes]:
    """Return status, headers and body of the HTTP message that *block* is, if it is one."""
    begins = _HTTP.match(block)
    if not begins or not headers.get("content-type", "").startswith("application/http"):
        return None, (), block
    ends = _HTTP_HEAD_END.search(block)
    head, body = (block[: ends.start()], block[ends.end() :]) if ends else (block, b"")
    fields = read_fields(head.partition(b"\n")[2])
    codings = (value for name, value in fields if name.lower() == b"transfer-encoding")
    if any(b"chunked" in coding.lower() for coding in codings):
        body = join_chunks(body)
    return int(begins[1]) if begins[1] else None, fields, body
