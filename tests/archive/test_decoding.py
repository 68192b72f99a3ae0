from __future__ import annotations

import gzip
import sys
import zlib

import brotli
import pytest

from newsbot.archive.decoding import LARGEST_BODY, decoded_body
from newsbot.archive.reading import ReadRecord
from newsbot.exceptions import ArchiveError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TEXT = "<h1>Brücke gesperrt</h1>".encode()
LONG = bytes(range(256)) * 1000


def record(payload, *codings):
    headers = tuple((b"content-Encoding", coding) for coding in codings)
    return ReadRecord(
        offset=0, length=1, headers={}, http_status=200, http_headers=headers, payload=payload
    )


def raw_deflate(data):
    return zlib.compress(data, wbits=-15)


@pytest.mark.parametrize("text", [b"", TEXT, LONG], ids=["nothing", "short", "long"])
@pytest.mark.parametrize(
    ("codings", "encode"),
    [
        pytest.param([], bytes, id="none"),
        pytest.param([b""], bytes, id="empty"),
        pytest.param([b"identity"], bytes, id="identity"),
        pytest.param([b"gzip"], gzip.compress, id="gzip"),
        pytest.param([b" X-GZIP "], gzip.compress, id="x-gzip"),
        pytest.param([b"gzip"], lambda text: gzip.compress(text) * 2, id="gzip in two parts"),
        pytest.param([b"deflate"], zlib.compress, id="deflate"),
        pytest.param([b"deflate"], raw_deflate, id="raw deflate"),
        pytest.param([b"br"], brotli.compress, id="br"),
        pytest.param([b"zstd"], zstd.compress, id="zstd"),
        pytest.param([b"zstd"], lambda text: zstd.compress(text) * 2, id="zstd in two frames"),
        pytest.param([b"gzip, br"], lambda text: brotli.compress(gzip.compress(text)), id="two"),
        pytest.param(
            [b"gzip", b"br"], lambda text: brotli.compress(gzip.compress(text)), id="lines"
        ),
    ],
)
def test_a_body_is_decoded(text, codings, encode, request):
    parts = 2 if "in two" in request.node.name else 1

    assert decoded_body(record(encode(text), *codings)) == text * parts


def test_no_body_needs_no_coding():
    assert decoded_body(record(b"", b"gzip")) == b""


EVERY = pytest.mark.parametrize(
    ("coding", "encode"),
    [
        pytest.param(b"gzip", gzip.compress, id="gzip"),
        pytest.param(b"deflate", zlib.compress, id="deflate"),
        pytest.param(b"br", brotli.compress, id="br"),
        pytest.param(b"zstd", zstd.compress, id="zstd"),
    ],
)


@EVERY
def test_a_bomb_is_refused(coding, encode):
    with pytest.raises(ArchiveError, match="more than 10485760 bytes"):
        decoded_body(record(encode(bytes(LARGEST_BODY + 1)), coding))


@EVERY
def test_a_body_of_the_largest_size_is_decoded(coding, encode):
    assert len(decoded_body(record(encode(LONG), coding), most=len(LONG))) == len(LONG)


@EVERY
def test_a_cut_body_gives_what_came(coding, encode):
    noise = b"".join(zlib.crc32(bytes([a, b])).to_bytes(4) for a in range(256) for b in range(256))

    body = decoded_body(record(encode(noise)[:-5000], coding))

    assert len(body) > 100_000
    assert noise.startswith(body)


@pytest.mark.parametrize(
    ("coding", "encode"), [(b"gzip", gzip.compress), (b"deflate", zlib.compress)]
)
def test_garbage_behind_a_body_is_left_out(coding, encode):
    assert decoded_body(record(encode(TEXT) + b"\0garbage", coding)) == TEXT


@pytest.mark.parametrize("coding", [b"gzip", b"deflate", b"br", b"zstd"])
@pytest.mark.parametrize("body", [TEXT, b"\xff" * 50], ids=["text", "noise"])
def test_a_body_that_is_not_in_its_coding_is_an_error(coding, body):
    with pytest.raises(ArchiveError, match="not in its coding"):
        decoded_body(record(body, coding))


@pytest.mark.parametrize(
    ("coding", "fault"),
    [
        pytest.param(b"compress", "unknown content coding 'compress'", id="unknown"),
        pytest.param(b"gzip," * 500, "501 content codings", id="nested without end"),
    ],
)
def test_what_no_server_sends_is_an_error(coding, fault):
    with pytest.raises(ArchiveError, match=fault):
        decoded_body(record(TEXT, coding))


def test_a_body_too_large_for_the_reader_is_refused_though_it_is_plain():
    with pytest.raises(ArchiveError, match="more than 3 bytes"):
        decoded_body(record(TEXT), most=3)


def test_a_body_of_countless_parts_is_read_to_a_limit():
    assert len(decoded_body(record(gzip.compress(b"a") * 5000, b"gzip"))) == 64
