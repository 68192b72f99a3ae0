"""The chunked coding of HTTP/1.1 bodies (RFC 9112, section 7.1), as foreign archives keep it."""

from __future__ import annotations

import re

_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")


def join_chunks(body: bytes) -> bytes:
    r"""Return *body* with its chunks joined; one that is not chunked is returned as it is.

    Some archives keep ``Transfer-Encoding: chunked`` though they have joined the chunks (pywb).
    A body that is cut gives what came.

    >>> join_chunks(b"4;x=y\r\nWald\r\n3\r\nbot\r\n0\r\n\r\n")
    b'Waldbot'
    """
    parts: list[bytes] = []
    at = 0
    while size := _SIZE.match(body, at):
        end = size.end() + int(size[1], 16)
        parts.append(body[size.end() : end])
        is_last = end == size.end() or end >= len(body)
        if not is_last and body[end : end + 2] != b"\r\n":
            return body
        if is_last:
            break
        at = end + 2
    return b"".join(parts) if parts else body
