"""WARC records as bytes: WARC/1.1 (ISO 28500:2017), one gzip member each."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple, TypeAlias
from uuid import uuid4

from newsbot import __version__
from newsbot.archive.capture import Capture, is_packed, request_message, response_head
from newsbot.archive.fields import encode_fields, write_fields
from newsbot.archive.members import pack
from newsbot.archive.reading import ANSWERS, ReadRecord, read_answer

NewId: TypeAlias = Callable[[], str]
About: TypeAlias = Mapping[str, str | tuple[str, ...]]
"""Names and their values, for ``application/warc-fields``."""

_IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_CONTENT_TYPES = {
    "warcinfo": "application/warc-fields",
    "request": "application/http; msgtype=request",
    "response": "application/http; msgtype=response",
    "revisit": "application/http; msgtype=response",
    "metadata": "application/warc-fields",
}
_END = b"\r\n\r\n"
_ABOUT_FILES: About = {
    "software": f"newsbot/{__version__}",
    "format": "WARC File Format 1.1",
    "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    "description": (
        "Bodies as received, content-encoding kept, chunks joined. Header values as received. "
        "Rebuilt, as the crawler does not show them: reason phrases, the case of header names, "
        "hop-by-hop headers, the Host line. X-Crawler- marks headers that told of the wire."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A WARC record: what others refer to it by, and its bytes as a gzip member.

    An answer is *shown* as it will be read, without its place and its body.
    """

    record_id: str
    kind: str
    url: str | None
    moment: datetime
    payload_digest: str | None
    member: bytes
    shown: ReadRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The ``response`` record that holds the payload of later captures that bring the same."""

    record_id: str
    url: str
    moment: datetime
    payload_digest: str


class _Block(NamedTuple):
    """What a record holds, in two pieces; a body that is packed already is stored as it is."""

    head: bytes
    body: bytes = b""
    is_packed: bool = False


def new_urn() -> str:
    """Return a record id that no other record has."""
    return f"<{uuid4().urn}>"


def digest_of(*pieces: bytes) -> str:
    """Return the digest of a block or payload, in the form by which CDX tools compare.

    >>> digest_of(b"")
    'sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ'
    """
    digest = hashlib.sha1(usedforsecurity=False)
    for piece in pieces:
        digest.update(piece)
    return f"sha1:{base64.b32encode(digest.digest()).decode()}"


def warc_date(moment: datetime) -> str:
    """Return *moment* as WARC-Date writes it, in UTC to the second."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def warcinfo(file: str, moment: datetime, information: About, new_id: NewId = new_urn) -> Record:
    """Return the record that opens *file*: the software and format, then *information*.

    Of *information* the standard knows ``operator`` (the contact), ``robots`` (the policy) and
    ``http-header-user-agent``; other names may stand beside them, such as ``profile-sha256``.
    """
    block = write_fields(encode_fields({**_ABOUT_FILES, **information}))
    return _record("warcinfo", moment, {"WARC-Filename": file}, _Block(block), new_id)


def exchange(
    capture: Capture,
    about: About,
    original: Original | None = None,
    new_id: NewId = new_urn,
    digest: str | None = None,
) -> list[Record]:
    """Return *capture* as a ``request``, the answer to it, and ``metadata`` that says *about*.

    Without the request where the capture does not know it. *digest* is that of the body, if it is
    known already.

    The answer is a ``response``; or, where *original* is known, a ``revisit`` for a payload that
    is the same to the byte and for a 304. The 304's headers then stand in the metadata: replay
    would take a block that holds them for the page (pywb 2.10).
    """
    kind, named, block = _answer(capture, original, digest or digest_of(capture.body))
    shared = {"WARC-Target-URI": capture.url}
    if capture.ip_address:
        shared["WARC-IP-Address"] = capture.ip_address
    answer = _record(kind, capture.fetched_at, {**shared, **named}, block, new_id)
    shared["WARC-Concurrent-To"] = answer.record_id
    if named.get("WARC-Profile") == _NOT_MODIFIED:
        about = {**about, **_told_by_304(capture)}
    lines = write_fields(encode_fields(about))
    records = [answer, _record("metadata", capture.fetched_at, shared, _Block(lines), new_id)]
    if capture.method:
        message = _Block(request_message(capture))
        records.insert(0, _record("request", capture.fetched_at, shared, message, new_id))
    return records


def remark(url: str, moment: datetime, about: About, new_id: NewId = new_urn) -> Record:
    """Return the record that says *about* the page at *url* what no answer tells."""
    block = _Block(write_fields(encode_fields(about)))
    return _record("metadata", moment, {"WARC-Target-URI": url}, block, new_id)


def metadata(url: str, moment: datetime, block: bytes, new_id: NewId = new_urn) -> Record:
    """Return the record of a JSON *block* that tells of no capture, at an address of its own."""
    named = {"WARC-Target-URI": url, "Content-Type": "application/json"}
    return _record("metadata", moment, named, _Block(block), new_id)


def _answer(
    capture: Capture, original: Original | None, digest: str
) -> tuple[str, dict[str, str], _Block]:
    """Return kind, own header fields and block of the record that holds the response."""
    head = response_head(capture)
    if original and capture.status == 304:
        return "revisit", _refers_to(original, _NOT_MODIFIED), _Block(b"")
    if original and digest == original.payload_digest and not capture.truncated:
        return "revisit", _refers_to(original, _IDENTICAL), _Block(head)
    named = {"WARC-Payload-Digest": digest}
    if capture.truncated:
        named["WARC-Truncated"] = capture.truncated
    return "response", named, _Block(head, capture.body, is_packed(capture))


def _refers_to(original: Original, profile: str) -> dict[str, str]:
    return {
        "WARC-Profile": profile,
        "WARC-Payload-Digest": original.payload_digest,
        "WARC-Refers-To": original.record_id,
        "WARC-Refers-To-Target-URI": original.url,
        "WARC-Refers-To-Date": warc_date(original.moment),
    }


def _told_by_304(capture: Capture) -> About:
    lines = (b"%b: %b" % header for header in capture.response_headers)
    return {"http-status": "304", "http-header": tuple(line.decode("latin-1") for line in lines)}


def _record(
    kind: str, moment: datetime, named: Mapping[str, str], block: _Block, new_id: NewId
) -> Record:
    record_id = new_id()
    head = {"WARC-Type": kind, "WARC-Record-ID": record_id, "WARC-Date": warc_date(moment), **named}
    if block.head:
        head.setdefault("Content-Type", _CONTENT_TYPES[kind])
    begin, rest = _begin(head, block), block.body + _END
    return Record(
        record_id=record_id,
        kind=kind,
        url=named.get("WARC-Target-URI"),
        moment=moment,
        payload_digest=named.get("WARC-Payload-Digest"),
        member=pack(begin, packed=rest) if block.is_packed else pack(begin + rest),
        shown=read_answer(begin) if kind in ANSWERS else None,
    )


def serialise(head: About, block: bytes) -> bytes:
    """Return a record of *head* and *block*, with the digest and length of the block."""
    return _begin(head, _Block(block)) + _END


def _begin(head: About, block: _Block) -> bytes:
    """Return a record of *head* and *block* up to the body."""
    size = len(block.head) + len(block.body)
    own = {
        "WARC-Block-Digest": digest_of(block.head, block.body),
        "Content-Length": str(size),
    }
    lines = write_fields(encode_fields({**head, **own}))
    return b"WARC/1.1\r\n" + lines + b"\r\n" + block.head
