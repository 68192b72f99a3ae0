from __future__ import annotations

import pytest

from newsbot.archive.capture import request_message, response_head


def test_a_request_is_rebuilt_with_its_host_and_query(make_capture):
    capture = make_capture(url="https://leser@waldbote.test:8443/suche?q=lahn&page=2#top")

    assert request_message(capture) == (
        b"GET /suche?q=lahn&page=2 HTTP/1.1\r\n"
        b"Host: waldbote.test:8443\r\n"
        b"User-Agent: newsbot\r\n"
        b"\r\n"
    )


def test_a_form_is_sent_with_its_length(make_capture):
    capture = make_capture(
        method="POST", request_headers=((b"host", b"a.test"),), request_body=b"d=1"
    )

    assert request_message(capture) == (
        b"POST /artikel/7 HTTP/1.1\r\nhost: a.test\r\nContent-Length: 3\r\n\r\nd=1"
    )


@pytest.mark.parametrize(
    ("url", "target"),
    [
        pytest.param("https://waldbote.test", b"/", id="no path"),
        pytest.param("https://waldbote.test?a=1", b"/?a=1", id="no path but a query"),
        pytest.param("https://waldbote.test/a b\u3000c", b"/a%20b%20c", id="white space"),
        pytest.param("https://waldbote.test/báo", "/báo".encode(), id="not quoted"),
    ],
)
def test_the_request_line_is_three_words(make_capture, url, target):
    assert request_message(make_capture(url=url)).startswith(b"GET " + target + b" HTTP/1.1\r\n")


@pytest.mark.parametrize(
    ("status", "line"),
    [
        pytest.param(200, b"HTTP/1.1 200 OK\r\n", id="known"),
        pytest.param(299, b"HTTP/1.1 299 \r\n", id="unknown"),
    ],
)
def test_the_reason_phrase_is_the_standard_one(make_capture, status, line):
    assert response_head(make_capture(status=status)).startswith(line)


@pytest.mark.parametrize(
    ("headers", "lines"),
    [
        pytest.param((), b"Content-Length: 5\r\n", id="not told"),
        pytest.param(((b"content-length", b"5"),), b"content-length: 5\r\n", id="told"),
        pytest.param(
            ((b"Content-Length", b"90"), (b"A", b"b")),
            b"X-Crawler-Content-Length: 90\r\nA: b\r\nContent-Length: 5\r\n",
            id="told of a body that is longer",
        ),
        pytest.param(
            ((b"Transfer-Encoding", b"chunked"),),
            b"X-Crawler-Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
            id="chunked",
        ),
        pytest.param(
            ((b"Set-Cookie", b"a=1"), (b"Content-Encoding", b"br"), (b"Set-Cookie", b"b=\xe9")),
            b"Set-Cookie: a=1\r\nContent-Encoding: br\r\nSet-Cookie: b=\xe9\r\n"
            b"Content-Length: 5\r\n",
            id="duplicates, coding and latin-1",
        ),
    ],
)
def test_headers_are_kept_but_for_the_framing(make_capture, headers, lines):
    capture = make_capture(response_headers=headers, body=b"12345")

    assert response_head(capture) == b"HTTP/1.1 200 OK\r\n" + lines + b"\r\n"
