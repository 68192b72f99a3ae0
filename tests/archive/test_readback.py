"""What is written is read back equal by us, by warcio and by fastwarc, and passes their checks."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from newsbot.archive.archive import Archive
from newsbot.archive.capture import Capture
from newsbot.archive.reading import read_records
from newsbot.archive.record import exchange
from newsbot.archive.tombstone import entomb
from newsbot.archive.validate import faults
from tests.archive.conftest import NOON

BIN = Path(sys.executable).parent
NAMES = st.text(
    [chr(code) for code in range(0x21, 0x100) if code != ord(":") and code != 0x7F],
    min_size=1,
    max_size=20,
).map(lambda name: name.encode("latin-1"))
VALUES = st.binary(max_size=40).map(lambda value: value.translate(None, b"\r\n\0").strip())
HEADERS = st.lists(st.tuples(NAMES, VALUES), max_size=6).map(tuple)
CAPTURES = st.builds(
    Capture,
    url=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp"]), max_size=30
    ).map("https://waldbote.test/".__add__),
    method=st.sampled_from(["GET", "POST", "HEAD"]),
    request_headers=HEADERS,
    request_body=st.binary(max_size=50),
    status=st.integers(100, 599),
    response_headers=HEADERS,
    body=st.binary(max_size=200),
    ip_address=st.sampled_from([None, "192.0.2.7", "2001:db8::7"]),
    fetched_at=st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    truncated=st.sampled_from([None, "length", "time", "disconnect"]),
)


total = settings(derandomize=True, deadline=None, max_examples=60)


@pytest.fixture(scope="module")
def write(tmp_path_factory):
    """Seal a file with one capture; return its path."""

    def seal(capture):
        folder = tmp_path_factory.mktemp("archive")
        archive = Archive(folder, "waldbote", 1 << 20, {}, folder)
        archive.append(exchange(capture, {"via": capture.url}))
        (sealed,) = archive.seal()
        return folder / sealed.name

    return seal


@pytest.fixture
def sealed(make_archive, make_capture, original):
    """A file with all kinds of records in it, one of them taken down."""
    archive = make_archive()
    captures = [
        make_capture(),
        make_capture(body=b"", response_headers=((b"A", b"caf\xe9"), (b"A", b"2"))),
        make_capture(status=304, body=b""),
        make_capture(body=b"\x1f\x8b", truncated="length"),
    ]
    places = [archive.append(exchange(capture, {"run": "1"}, original)) for capture in captures]
    (sealed,) = archive.seal()
    path = archive.folder / sealed.name
    entomb(path, places[1][0], "on request", NOON)
    return path


@total
@given(CAPTURES)
def test_we_read_back_what_we_wrote(write, capture):
    request, response, metadata = list(read_records(write(capture)))[1:]

    assert [request.kind, response.kind, metadata.kind] == ["request", "response", "metadata"]
    assert request.payload == capture.request_body
    assert request.http_headers[1:][: len(capture.request_headers)] == capture.request_headers
    assert (response.url, response.date) == (capture.url, capture.fetched_at)
    assert response.http_status == capture.status
    assert response.http_headers[:-1] == capture.response_headers
    assert response.payload == capture.body
    assert response.truncated == capture.truncated
    assert metadata.about == (("via", capture.url),)


@total
@given(CAPTURES)
def test_warcio_reads_back_what_we_wrote(write, capture):
    with write(capture).open("rb") as file:
        records = [
            (record.rec_type, record.raw_stream.read(), record.digest_checker.passed)
            for record in ArchiveIterator(file, check_digests=True)
        ]

    assert [kind for kind, _, _ in records] == ["warcinfo", "request", "response", "metadata"]
    assert [body for _, body, _ in records][1:3] == [capture.request_body, capture.body]
    assert all(passed is not False for _, _, passed in records)


@total
@given(CAPTURES)
def test_fastwarc_reads_back_what_we_wrote(write, capture):
    with write(capture).open("rb") as file:
        (record,) = FastIterator(file, WarcRecordType.response, verify_digests=True)

        assert record.http_headers.status_code == capture.status
        assert len(record.http_headers) == len(capture.response_headers) + 1
        assert record.verify_payload_digest()
        assert record.reader.read() == capture.body


@pytest.mark.parametrize(
    "command",
    [
        pytest.param([BIN / "warcio", "check"], id="warcio"),
        pytest.param([BIN / "fastwarc", "check", "--quiet"], id="fastwarc"),
        pytest.param(["gzip", "-t"], id="gzip"),
    ],
)
def test_a_sealed_file_passes_the_checks_of_others(sealed, command):
    done = subprocess.run([*command, sealed], check=False, capture_output=True)

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_sealed_file_passes_our_own_check(sealed):
    assert faults(sealed) == []
