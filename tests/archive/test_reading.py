from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest

from newsbot.archive import reading
from newsbot.archive.reading import read_head, read_records, record_at
from newsbot.exceptions import ArchiveError

PAGE = (
    b"HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nServer: caf\xe9\r\nSet-Cookie: b=2\r\n\r\n<h1>Wald</h1>"
)
CHUNKED = b"HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n4\r\nWald\r\n0\r\n\r\n"


def record(block, version="1.0", content_type="application/http; msgtype=response", **headers):
    """A record as other crawlers write it, with *headers* in place of the usual ones."""
    usual = {
        "WARC-Type": "response",
        "WARC-Record-ID": "<urn:uuid:1>",
        "WARC-Date": "2014-01-27T17:12:38Z",
        "WARC-Target-URI": "http://waldbote.test/a",
        "Content-Type": content_type,
        "Content-Length": str(len(block)),
    }
    named = usual | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"WARC/{version}\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


@pytest.fixture
def read(tmp_path):
    """Write a file and read its records."""

    def write_and_read(data):
        path = tmp_path / "foreign.warc"
        path.write_bytes(data)
        return list(read_records(path))

    return write_and_read


@pytest.fixture
def read_one(read):
    """Write a file of one record and read it."""

    def write_and_read(*arguments, **headers):
        (found,) = read(record(*arguments, **headers))
        return found

    return write_and_read


def test_a_record_tells_all_it_holds(read_one):
    found = read_one(PAGE)

    assert (found.kind, found.record_id) == ("response", "<urn:uuid:1>")
    assert found.url == "http://waldbote.test/a"
    assert found.date == datetime(2014, 1, 27, 17, 12, 38, tzinfo=UTC)
    assert found.http_status == 200
    assert found.http_headers == (
        (b"Set-Cookie", b"a=1"),
        (b"Server", b"caf\xe9"),
        (b"Set-Cookie", b"b=2"),
    )
    assert found.payload == b"<h1>Wald</h1>"
    assert found.truncated is None


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_both_versions_are_read(read_one, version):
    assert read_one(PAGE, version).payload == b"<h1>Wald</h1>"


ONE, TWO = record(PAGE), record(CHUNKED)
PACKED = gzip.compress(ONE)


@pytest.mark.parametrize(
    ("data", "places"),
    [
        pytest.param(ONE + TWO, [(0, len(ONE)), (len(ONE), len(TWO))], id="plain"),
        pytest.param(
            PACKED + gzip.compress(TWO),
            [(0, len(PACKED)), (len(PACKED), len(gzip.compress(TWO)))],
            id="a member each",
        ),
        pytest.param(gzip.compress(ONE + TWO), [(0, None), (0, None)], id="gzipped as a whole"),
    ],
)
def test_a_file_is_read_however_it_is_packed(read, data, places):
    found = read(data)

    assert [(record.offset, record.length) for record in found] == places
    assert [record.payload for record in found] == [b"<h1>Wald</h1>", b"Wald"]


@pytest.mark.parametrize(
    ("data", "number"),
    [
        pytest.param(b"", 0, id="an empty file"),
        pytest.param(ONE + b"\r\n\r\n", 1, id="more line ends than needed"),
        pytest.param(ONE[:-4] + TWO, 2, id="no line ends"),
        pytest.param(gzip.compress(ONE[:-4]) + PACKED, 2, id="no line ends in a member"),
        pytest.param(gzip.compress(ONE[:200]) + gzip.compress(ONE[200:]), 1, id="split members"),
    ],
)
def test_files_that_other_programs_write_a_little_wrong_are_read(read, data, number):
    assert len(read(data)) == number


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(ONE[:-20], r"foreign.warc: the file ends too early", id="cut"),
        pytest.param(PACKED[:-3], r"the member at 0 is cut", id="cut member"),
        pytest.param(PACKED[:-8] + b"\0" * 8, r"the member at 0 is damaged", id="flipped"),
        pytest.param(b"<html>" * 20_000, r"no record at 0", id="no WARC"),
        pytest.param(record(PAGE, Content_Length="x"), r"no head of a WARC record", id="no length"),
        pytest.param(record(PAGE, Content_Length="-1"), r"no head of a WARC record", id="negative"),
        pytest.param(record(PAGE, Content_Length="9" * 14), r"ends too early", id="absurd length"),
        pytest.param(
            record(PAGE, version="2.0"), r"no head of a WARC record", id="unknown version"
        ),
    ],
)
def test_what_is_cut_or_damaged_is_an_error(read, data, fault):
    with pytest.raises(ArchiveError, match=fault):
        read(data)


def test_what_comes_before_the_damage_is_given(tmp_path):
    path = tmp_path / "cut.warc.gz"
    path.write_bytes(PACKED + PACKED[:-3])

    records = read_records(path)

    assert next(records).payload == b"<h1>Wald</h1>"
    with pytest.raises(ArchiveError, match=rf"member at {len(PACKED)} is cut"):
        next(records)


def test_a_record_is_found_at_its_offset(tmp_path):
    path = tmp_path / "two.warc.gz"
    path.write_bytes(PACKED + gzip.compress(TWO))

    assert record_at(path, len(PACKED)).payload == b"Wald"


@pytest.mark.parametrize("offset", [7, 10_000])
def test_no_record_at_an_offset_is_an_error(tmp_path, offset):
    path = tmp_path / "one.warc.gz"
    path.write_bytes(PACKED)

    with pytest.raises(ArchiveError, match=r"one.warc.gz: (no record at|the file ends too early)"):
        record_at(path, offset)


@pytest.mark.parametrize(
    ("block", "status", "payload"),
    [
        pytest.param(CHUNKED, 200, b"Wald", id="chunked"),
        pytest.param(b"HTTP/2 404\r\n\r\n", 404, b"", id="HTTP/2, no phrase, no headers"),
        pytest.param(b"HTTP/1.0 200 OK\nA: b\n\nWald", 200, b"Wald", id="LF alone"),
        pytest.param(b"HTTP/1.1 200 OK\r\nA: b", 200, b"", id="no end of the head"),
        pytest.param(b"GET /a HTTP/1.1\r\nA: b\r\n\r\n", None, b"", id="a request"),
        pytest.param(b"ICY 200 OK\r\n\r\nWald", None, b"ICY 200 OK\r\n\r\nWald", id="no HTTP"),
        pytest.param(b"", None, b"", id="nothing"),
    ],
)
def test_the_message_in_a_block(read_one, block, status, payload):
    found = read_one(block)

    assert (found.http_status, found.payload) == (status, payload)


def test_a_block_that_is_no_message_is_payload_as_a_whole(read_one):
    found = read_one(PAGE, content_type="text/html")

    assert (found.http_status, found.http_headers, found.payload) == (None, (), PAGE)


def test_the_fields_of_a_metadata_record(read_one):
    found = read_one(
        "via: https://báo.test/\r\nchannel: a\r\nchannel: b\r\n".encode(),
        content_type="application/warc-fields",
    )

    assert found.about == (("via", "https://báo.test/"), ("channel", "a"), ("channel", "b"))


@pytest.mark.parametrize(
    ("written", "date"),
    [
        pytest.param(
            "2024-10-23T09:17:00Z", datetime(2024, 10, 23, 9, 17, tzinfo=UTC), id="seconds"
        ),
        pytest.param(
            "2024-10-23T09:17:00.123456789Z",
            datetime(2024, 10, 23, 9, 17, 0, 123456, tzinfo=UTC),
            id="nanoseconds",
        ),
        pytest.param("2024-10-23", datetime(2024, 10, 23, tzinfo=UTC), id="a day"),
        pytest.param("20241023091700", None, id="no date"),
        pytest.param("", None, id="empty"),
    ],
)
def test_dates_are_read_in_any_precision(read_one, written, date):
    assert read_one(PAGE, WARC_Date=written).date == date


@pytest.mark.parametrize(
    ("headers", "url"),
    [
        pytest.param({"WARC_Target_URI": "<http://a.test/>"}, "http://a.test/", id="old wget"),
        pytest.param({"WARC_Target_URI": "http://a.test/"}, "http://a.test/", id="plain"),
        pytest.param({"WARC_Target_URI": ""}, None, id="none"),
    ],
)
def test_the_url_of_a_record(read_one, headers, url):
    assert read_one(PAGE, **headers).url == url


def test_a_truncated_record_says_so(read_one):
    assert read_one(PAGE, WARC_Truncated="time").truncated == "time"


def test_of_a_film_only_the_beginning_is_read(read, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 20)

    found = read(gzip.compress(record(b"a" * 200_000, content_type="video/mp4")) + PACKED)

    assert (len(found[0].payload), found[0].truncated) == (20, "length")
    assert found[1].offset == found[0].length


def test_the_first_of_repeated_fields_counts():
    head = read_head(b"WARC/1.1\r\nA: 1\r\na: 2\r\nContent-Length: 0\r\n\r\n")

    assert head == {"a": "1", "content-length": "0"}
