"""One exchange with a server, and the HTTP messages that are kept of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from newsbot.archive.fields import Fields, one_line, write_fields
from newsbot.archive.members import MAGIC

if TYPE_CHECKING:
    from datetime import datetime

# The prefix says that a crawler, not the server, moved the value away from where it had meaning.
_MASK = b"X-Crawler-"
_FRAMING = {b"transfer-encoding", b"content-length"}
_WHITE_SPACE = re.compile(r"\s")
_PHRASES = {status.value: status.phrase for status in HTTPStatus}


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A request and the response to it, as far as the crawler saw them.

    Header values are bytes as sent, in order, with duplicates. ``body`` is the response's as
    received: content-encoding kept, chunks joined. ``fetched_at`` is aware; ``truncated`` says
    why a body was given up, or not kept, in the words of WARC-Truncated. Where the crawl was
    another's, ``method`` is ``None`` and the request is not known.
    """

    url: str
    method: str | None = "GET"
    request_headers: Fields = ()
    request_body: bytes = b""
    status: int
    response_headers: Fields = ()
    body: bytes = b""
    ip_address: str | None = None
    fetched_at: datetime
    truncated: Literal["length", "time", "disconnect", "unspecified"] | None = None
    protocol: str = "HTTP/1.1"


def request_message(capture: Capture) -> bytes:
    """Return the request; the Host line is rebuilt from the URL where it is missing."""
    parts = urlsplit(capture.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    line = _line(capture.method or "GET", _WHITE_SPACE.sub("%20", target), capture.protocol)
    headers = capture.request_headers
    if not any(name.lower() == b"host" for name, _ in headers):
        host = parts.netloc.rpartition("@")[2]
        headers = ((b"Host", host.encode("utf-8", "replace")), *headers)
    body = capture.request_body
    headers = _framed(headers, len(body), tells_length=bool(body))
    return line + write_fields(headers) + b"\r\n" + body


def response_head(capture: Capture) -> bytes:
    """Return the response without its body, its end included.

    The reason phrase is the standard one. What told the length and the chunks on the wire is
    masked where it does not fit the body kept, which a Content-Length then tells.
    """
    line = _line(capture.protocol, str(capture.status), _PHRASES.get(capture.status, ""))
    headers = _framed(capture.response_headers, len(capture.body), tells_length=True)
    return line + write_fields(headers) + b"\r\n"


def without_payload(capture: Capture) -> Capture:
    """Return *capture* without its body, as it is kept of a page that asks not to be archived.

    What told how the body was coded is masked, so that nobody tries to decode nothing.
    """
    headers = tuple(
        (_MASK + name if name.lower() == b"content-encoding" else name, value)
        for name, value in capture.response_headers
    )
    return replace(capture, body=b"", response_headers=headers, truncated="unspecified")


def is_packed(capture: Capture) -> bool:
    """Return whether the response's body is packed already, as its server says or it shows."""
    codings = (
        value for name, value in capture.response_headers if name.lower() == b"content-encoding"
    )
    is_coded = any(value.strip().lower() not in {b"", b"identity"} for value in codings)
    return is_coded or capture.body.startswith(MAGIC)


def _line(*words: str) -> bytes:
    return one_line(" ".join(words).encode("utf-8", "replace")) + b"\r\n"


def _framed(headers: Fields, length: int, *, tells_length: bool) -> Fields:
    """Return *headers* with all framing masked but a Content-Length of *length*.

    It is added where it is missing and *tells_length* asks for it.
    """
    right = b"%d" % length
    framed = []
    for name, value in headers:
        is_right = name.lower() == b"content-length" and value == right
        tells_length &= not is_right
        is_wrong = name.lower() in _FRAMING and not is_right
        framed.append((_MASK + name if is_wrong else name, value))
    return (*framed, (b"Content-Length", right)) if tells_length else tuple(framed)
