"""What pages are read from: an address and its text, unpacked where a server leaves that to us."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Protocol

from w3lib.encoding import html_to_unicode

# The sitemap protocol allows 50 MB unpacked; more in a few megabytes is meant to fill our memory.
LARGEST = 64 << 20
# No server packs a file in more parts.
_MOST_PARTS = 64
_PIECE = 1 << 16
_GZIP = b"\x1f\x8b"
_SPACES = b" \t\r\n"
_MARK = b"\xef\xbb\xbf"
# How far into a page its first sign is looked for.
_BEGINNING = 4096


class Source(Protocol):
    """What a page is read from: a response of a crawl, or one taken out of the archive."""

    @property
    def url(self) -> str:
        """The URL that was fetched, after redirects."""

    @property
    def text(self) -> str:
        """The decoded body."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the address that it came from."""

    url: str
    text: str


def as_source(
    url: str, body: bytes, declared: Source | None = None, most: int = LARGEST
) -> Source | None:
    """Return what *body*, the answer of *url*, says; ``None`` where it is no text.

    *declared* is the answer where its server calls it text: it is taken as it is, unless its
    body is packed (a ``.xml.gz`` sent as application/gzip, octet-stream or even text/xml) or its
    encoding is plainly wrong. A file that unpacks to more than *most* bytes is not read; of one
    that is cut or damaged, what comes before the damage is.
    """
    if body.startswith(_GZIP):
        unpacked = _unpacked(body, most)
        return Text(url, _decoded(unpacked)) if unpacked and _is_text(unpacked) else None
    if declared is not None and not _is_misread(body, declared.text):
        return declared
    return Text(url, _decoded(body)) if declared or _is_text(body) else None


def _unpacked(data: bytes, most: int) -> bytes | None:
    """Return the content of a gzip file, ``None`` where it is more than *most* bytes."""
    content = bytearray()
    for _ in range(_MOST_PARTS):
        inflater = zlib.decompressobj(wbits=31)
        try:
            while not inflater.eof and (piece := inflater.decompress(data, _PIECE)):
                content += piece
                data = inflater.unconsumed_tail
                if len(content) > most:
                    return None
        except zlib.error:
            break
        data = inflater.unused_data
        if not data.startswith(_GZIP):
            break
    return bytes(content)


def _is_text(body: bytes) -> bool:
    """Return whether *body* begins as a page, a feed, JSON or a list of addresses does."""
    head = body[:_BEGINNING].removeprefix(_MARK).lstrip(_SPACES)
    return head[:1] in {b"<", b"{", b"["} or head[:4].lower() == b"http"


def _decoded(body: bytes) -> str:
    text = html_to_unicode(None, body)[1]
    return body.decode("utf-8", "replace") if _is_misread(body, text) else text


def _is_misread(body: bytes, text: str) -> bool:
    """Return whether markup in *body* is none in *text*: UTF-8 that declares itself UTF-16."""
    head = body[:_BEGINNING].removeprefix(_MARK).lstrip(_SPACES)
    return head[:1] == b"<" and head[1:2] != b"\0" and "<" not in text[:_BEGINNING]
