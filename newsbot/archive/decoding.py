"""Bodies as they were meant: the codings of HTTP's Content-Encoding undone."""

from __future__ import annotations

import sys
import zlib
from importlib import import_module
from typing import TYPE_CHECKING

from newsbot.exceptions import ArchiveError, OversizedError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from zlib import _Decompress

    from newsbot.archive.fields import Fields
    from newsbot.archive.reading import ReadRecord

LARGEST_BODY = 10 << 20

# A plain import has no types: the package has none, and its stubs don't know the limit we set.
_brotli = import_module("brotli")

# No server codes a page twice or in many parts; more is meant to keep us unpacking.
_MOST_CODINGS = 3
_MOST_PARTS = 64
_PIECE = 1 << 16


def decoded_body(record: ReadRecord, most: int = LARGEST_BODY) -> bytes:
    """Return the payload of *record* with its content codings undone.

    A body that is cut gives what can be decoded of it. Raises ArchiveError for an unknown coding
    and for a body that is not in its coding, OversizedError for one of more than *most* bytes.
    """
    return _decoded(record.http_headers, record.payload, most)


def decoded_beginning(headers: Fields, body: bytes, most: int) -> bytes:
    """Return the first *most* bytes of what *body* was before it was coded.

    What is not in the codings that *headers* name is given as it came.
    """
    try:
        return _decoded(headers, body, most, is_cut=True)[:most]
    except ArchiveError:
        return body[:most]


def _decoded(headers: Fields, body: bytes, most: int, *, is_cut: bool = False) -> bytes:
    """Return *body* with its codings undone; where *is_cut*, no more than is needed of it."""
    values = [value for name, value in headers if name.lower() == b"content-encoding"]
    codings = b",".join(values).decode("latin-1").lower().split(",")
    if len(codings) > _MOST_CODINGS:
        raise ArchiveError(f"{len(codings)} content codings")
    try:
        for coding in reversed(codings):
            body = _joined(_DECODERS[coding.strip()](body), most, is_cut) if body else body
    except KeyError as error:
        raise ArchiveError(f"unknown content coding {error}") from error
    except (zlib.error, _brotli.error, zstd.ZstdError) as error:
        raise ArchiveError(f"the body is not in its coding ({error})") from error
    return body


def _joined(pieces: Iterator[bytes], most: int, is_cut: bool) -> bytes:
    """Return *pieces* as one, as far as they can be had."""
    body = bytearray()
    try:
        for piece in pieces:
            body += piece
            if len(body) > most and not is_cut:
                raise OversizedError(f"the body has more than {most} bytes")
            if len(body) > most:
                break
    except (zlib.error, _brotli.error, zstd.ZstdError):
        if not body:
            raise
    return bytes(body)


def _plain(data: bytes) -> Iterator[bytes]:
    yield data


def _gunzip(data: bytes) -> Iterator[bytes]:
    for _ in range(_MOST_PARTS):
        inflater = zlib.decompressobj(wbits=31)
        yield from _inflate(data, inflater)
        data = inflater.unused_data
        if not data:
            return


def _undeflate(data: bytes) -> Iterator[bytes]:
    """Yield what *data* says in zlib's form, as RFC 9110 means deflate, or raw, as some send it."""
    is_zlib = data[0] & 15 == 8 and int.from_bytes(data[:2]) % 31 == 0
    return _inflate(data, zlib.decompressobj(wbits=15 if is_zlib else -15))


def _inflate(data: bytes, inflater: _Decompress) -> Iterator[bytes]:
    while not inflater.eof and (piece := inflater.decompress(data, _PIECE)):
        yield piece
        data = inflater.unconsumed_tail


def _unbrotli(data: bytes) -> Iterator[bytes]:
    decoder = _brotli.Decompressor()
    while piece := decoder.process(data, output_buffer_limit=_PIECE):
        yield piece
        data = b""


def _unzstd(data: bytes) -> Iterator[bytes]:
    for _ in range(_MOST_PARTS):
        decoder = zstd.ZstdDecompressor()
        while not decoder.eof and (piece := decoder.decompress(data, _PIECE)):
            yield piece
            data = b""
        data = decoder.unused_data
        if not data:
            return


_DECODERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "": _plain,
    "identity": _plain,
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _undeflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
