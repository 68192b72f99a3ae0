"""What pages are read from: an address and its text, unpacked where a server leaves that to us."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from newsbot.pages.decoding import decoded

if TYPE_CHECKING:
    from newsbot.extract.refusal import Fault

NO_PAGE = "no page that can be read"
# As much as is downloaded of any page, and a little; the sitemap protocol allows five times that,
# which no regional paper needs, and of which a parser would make half a gigabyte.
LARGEST = 10 << 20
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
    """A text with the address that it came from, and the *fault* for which it is left unread."""

    url: str
    text: str
    fault: Fault | None = None


def fault_of(source: Source) -> Fault | None:
    """Return why *source* was left unread, ``None`` if it was not."""
    return source.fault if isinstance(source, Text) else None


def as_source(
    url: str, body: bytes, charset: str | None = None, *, is_text: bool = False, most: int = LARGEST
) -> Text | None:
    """Return what *body*, the answer of *url*, says; ``None`` where it is no text.

    *is_text* says whether its server calls it text, and *charset* in which encoding. A packed
    body (a ``.xml.gz`` sent as application/gzip, octet-stream or even text/xml, a page of
    baolaocai.vn) is unpacked; if that makes more than *most* bytes it is not read, and of one that
    is cut or damaged, what comes before the damage is.
    """
    if body.startswith(_GZIP):
        unpacked = _unpacked(body, most)
        if unpacked is None:
            return Text(url, "", "oversized")
        body, is_text = unpacked, False
    return Text(url, decoded(body, charset, url)) if is_text or _is_text(body) else None


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
