"""Whether a WARC file of ours is sound, to its last byte.

``warcio check`` and ``fastwarc check`` pass a file whose last member is cut; this does not. Nor
does it pass a flipped bit, but for those, fewer than eight a member, that deflate leaves unused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.archive.members import Members, has_own_header
from newsbot.archive.reading import HEAD_END, read_head
from newsbot.archive.record import digest_of
from newsbot.exceptions import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_RECORD_END = b"\r\n\r\n"
_NEEDED = {"warc-type", "warc-record-id", "warc-date", "warc-block-digest", "content-length"}


def faults(path: Path) -> list[str]:
    """Return what is wrong with the WARC file at *path*; nothing means that it is sound."""
    found = []
    kinds = []
    ids = set()
    concurrent = {}
    try:
        for offset, fields, block in _records(path):
            found += [f"the record at {offset} {wrong}" for wrong in _faults_of(fields, block)]
            kinds.append(fields.get("warc-type"))
            ids.add(fields.get("warc-record-id"))
            concurrent[offset] = fields.get("warc-concurrent-to")
    except ArchiveError as error:
        found.append(str(error))
    if kinds[:1] != ["warcinfo"] or "warcinfo" in kinds[1:]:
        found.append("the first record, and it alone, is to be the warcinfo")
    found += [
        f"the record at {offset} names {other}, which is not in the file"
        for offset, other in concurrent.items()
        if other and other not in ids
    ]
    return found


def _records(path: Path) -> Iterator[tuple[int, Mapping[str, str], bytes]]:
    """Yield the offset, header fields and block of every record; raise ArchiveError."""
    with path.open("rb") as file, path.open("rb") as packed:
        for offset, length, data in Members(file).members():
            if not has_own_header(packed.read(length)):
                raise ArchiveError(f"the member at {offset} has a header that is not ours")
            head, _, rest = data.partition(HEAD_END)
            fields = read_head(head)
            size = int(fields["content-length"])
            if rest[size:] != _RECORD_END:
                raise ArchiveError(f"the member at {offset} is not one record of its length")
            yield offset, fields, rest[:size]


def _faults_of(fields: Mapping[str, str], block: bytes) -> Iterator[str]:
    """Yield what is wrong with one record, to be read behind its name."""
    for name in sorted(_NEEDED - fields.keys()):
        yield f"has no {name}"
    if fields.get("warc-block-digest") != digest_of(block):
        yield "has another block than its digest says"
    payload = block.partition(HEAD_END)[2]
    is_response = fields.get("warc-type") == "response"
    if is_response and fields.get("warc-payload-digest") != digest_of(payload):
        yield "has another payload than its digest says"
    if fields.get("warc-type") == "revisit" and "warc-payload-digest" not in fields:
        yield "has no warc-payload-digest"
