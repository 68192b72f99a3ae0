from __future__ import annotations

import gzip
from datetime import timedelta, timezone

import pytest

from newsbot.archive.record import exchange, new_urn, remark, serialise, warcinfo
from tests.archive.conftest import FIRST_ID, NOON


def text_of(record):
    return gzip.decompress(record.member).decode()


def test_a_file_says_what_it_is_and_how_it_was_made(new_id):
    record = warcinfo("waldbote.warc.gz", NOON, {"operator": "an@waldbote.test"}, new_id)

    head, block = text_of(record).split("\r\n\r\n", 1)
    assert head.splitlines()[:5] == [
        "WARC/1.1",
        "WARC-Type: warcinfo",
        f"WARC-Record-ID: {FIRST_ID}",
        "WARC-Date: 2024-10-23T12:00:00Z",
        "WARC-Filename: waldbote.warc.gz",
    ]
    assert "software: newsbot/" in block
    assert "operator: an@waldbote.test\r\n" in block
    assert "Host line" in block


def test_an_exchange_is_request_response_and_metadata(make_capture, new_id):
    request, response, metadata = exchange(
        make_capture(), {"via": "/", "channel": ("a", "b")}, None, new_id
    )

    assert text_of(response) == (
        "WARC/1.1\r\n"
        "WARC-Type: response\r\n"
        f"WARC-Record-ID: {FIRST_ID}\r\n"
        "WARC-Date: 2024-10-23T12:00:00Z\r\n"
        "WARC-Target-URI: https://waldbote.test/artikel/7\r\n"
        "WARC-IP-Address: 192.0.2.7\r\n"
        "WARC-Payload-Digest: sha1:Z4UT3UZKX6EPVYBADNXZBYPXI2NEQ3NB\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        "WARC-Block-Digest: sha1:C4GFEOL4S44YFSRAUFQHDDDCIVGIL572\r\n"
        "Content-Length: 104\r\n"
        "\r\n"
        "HTTP/1.1 200 OK\r\n"
        "Content-Type: text/html; charset=utf-8\r\n"
        "Content-Length: 25\r\n"
        "\r\n"
        "<h1>Brücke gesperrt</h1>\r\n\r\n"
    )
    assert [record.kind for record in (request, response, metadata)] == [
        "request",
        "response",
        "metadata",
    ]
    assert f"\r\nWARC-Concurrent-To: {FIRST_ID}\r\n" in text_of(request)
    assert f"\r\nWARC-Concurrent-To: {FIRST_ID}\r\n" in text_of(metadata)
    assert text_of(metadata).endswith("\r\n\r\nvia: /\r\nchannel: a\r\nchannel: b\r\n\r\n\r\n")


def test_the_records_of_an_exchange_share_their_instant_in_utc(make_capture):
    hanoi = timezone(timedelta(hours=7))
    records = exchange(make_capture(fetched_at=NOON.astimezone(hanoi)), {})

    assert all("\r\nWARC-Date: 2024-10-23T12:00:00Z\r\n" in text_of(record) for record in records)


def test_the_same_capture_gives_the_same_bytes(make_capture):
    once = exchange(make_capture(), {"run": "1"}, None, lambda: FIRST_ID)

    assert once == exchange(make_capture(), {"run": "1"}, None, lambda: FIRST_ID)


def test_no_two_records_have_an_id():
    assert new_urn() != new_urn()


def test_nothing_from_outside_begins_a_line(make_capture):
    url = "https://waldbote.test/a\r\nWARC-Type: warcinfo"
    header = (b"X", b"a\r\n\r\nWARC/1.1\r\nWARC-Type: warcinfo")
    capture = make_capture(url=url, response_headers=(header,), ip_address="::1\nA: b")

    records = exchange(capture, {"via": "a\nWARC-Type: warcinfo"})

    assert all("\nWARC-Type: warcinfo" not in text_of(record) for record in records)
    assert all(text_of(record).count("\nA: b") == 0 for record in records)


@pytest.mark.parametrize("reason", ["length", "time", "disconnect"])
def test_a_body_given_up_says_why(make_capture, reason):
    _, response, _ = exchange(make_capture(truncated=reason), {})

    assert f"\r\nWARC-Truncated: {reason}\r\n" in text_of(response)


def test_an_address_that_is_not_known_is_left_out(make_capture):
    _, response, _ = exchange(make_capture(ip_address=None), {})

    assert "WARC-IP-Address" not in text_of(response)


def test_the_same_payload_is_a_revisit_with_its_own_headers(make_capture, original):
    later = make_capture(fetched_at=NOON + timedelta(days=1), response_headers=((b"Age", b"9"),))

    _, revisit, _ = exchange(later, {}, original)

    head, block = text_of(revisit).split("\r\n\r\n", 1)
    assert revisit.kind == "revisit"
    assert head.splitlines()[6:11] == [
        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
        f"WARC-Payload-Digest: {original.payload_digest}",
        f"WARC-Refers-To: {FIRST_ID}",
        "WARC-Refers-To-Target-URI: https://waldbote.test/artikel/7",
        "WARC-Refers-To-Date: 2024-10-23T12:00:00Z",
    ]
    assert block == "HTTP/1.1 200 OK\r\nAge: 9\r\nContent-Length: 25\r\n\r\n\r\n\r\n"


def test_a_304_is_a_revisit_without_a_block(make_capture, original):
    unchanged = make_capture(status=304, body=b"", response_headers=((b"ETag", b'"caf\xe9"'),))

    _, revisit, metadata = exchange(unchanged, {"run": "2"}, original)

    assert "/server-not-modified\r\n" in text_of(revisit)
    assert f"\r\nWARC-Payload-Digest: {original.payload_digest}\r\n" in text_of(revisit)
    assert text_of(revisit).endswith("\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
    assert '\r\n\r\nrun: 2\r\nhttp-status: 304\r\nhttp-header: ETag: "café"\r\n' in text_of(
        metadata
    )


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"body": b"<h1>frei</h1>"}, id="another body"),
        pytest.param({"truncated": "length"}, id="a body that is cut"),
    ],
)
def test_what_is_not_the_same_is_a_response(make_capture, original, changes):
    _, response, _ = exchange(make_capture(**changes), {}, original)

    assert response.kind == "response"


def test_a_304_of_what_was_never_kept_is_a_response(make_capture):
    _, response, _ = exchange(make_capture(status=304, body=b""), {})

    assert (response.kind, "HTTP/1.1 304 Not Modified" in text_of(response)) == ("response", True)


def test_a_record_of_nothing_has_its_digest_and_length():
    assert serialise({"WARC-Type": "metadata"}, b"") == (
        b"WARC/1.1\r\n"
        b"WARC-Type: metadata\r\n"
        b"WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n"
        b"Content-Length: 0\r\n\r\n\r\n\r\n"
    )


def test_a_body_is_stored_as_it_came_where_it_came_packed(make_capture):
    body = bytes(range(256)) * 9
    coded = exchange(make_capture(body=body, response_headers=((b"content-encoding", b"br"),)), {})
    plain = exchange(make_capture(body=body), {})
    zipped = exchange(make_capture(body=gzip.compress(body)), {})

    assert [body in coded[1].member, body in plain[1].member] == [True, False]
    assert gzip.compress(body)[10:] in zipped[1].member
    assert gzip.decompress(coded[1].member).endswith(body + b"\r\n\r\n")


def test_a_remark_stands_beside_no_capture(new_id):
    record = remark("https://waldbote.test/7?page=2", NOON, {"part": "2"}, new_id)

    head, block = text_of(record).split("\r\n\r\n", 1)
    assert "WARC-Type: metadata\r\n" in head
    assert "WARC-Target-URI: https://waldbote.test/7?page=2\r\n" in head
    assert "Concurrent" not in head
    assert block.startswith("part: 2\r\n")
