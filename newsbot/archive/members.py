"""Gzip members, of which a WARC file is a row: each can be unpacked without its neighbours."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, BinaryIO

from newsbot.exceptions import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zlib import _Decompress

# A page may be 8 MiB; what is far beyond that is a film or a bomb.
LARGEST = 64 << 20

MAGIC = b"\x1f\x8b"

# RFC 1952: no name, no time, no system, so that the same data gives the same bytes anywhere; the
# second one has a comment, which is the padding.
_HEADER = b"\x1f\x8b\x08\x00\0\0\0\0\0\xff"
_PADDED = b"\x1f\x8b\x08\x10\0\0\0\0\0\xff"
_WBITS = 31  # zlib's word for gzip with the largest window
# Of 139 newspaper pages 17 % more than with level 6, for 38 % of its time; and most servers send
# pages packed, which are stored as they came.
_LEVEL, _STORED = 1, 0
_PIECE = 1 << 16


def pack(data: bytes, length: int | None = None, packed: bytes = b"") -> bytes:
    """Return *data* as one gzip member, of exactly *length* bytes where that is given.

    What is *packed* already, and would not get smaller, is stored behind it as it is. Raises
    ArchiveError where *data* does not fit into *length* bytes.
    """
    deflated = _deflated(data, packed)
    size = (len(data) + len(packed)) & 0xFFFFFFFF
    body = deflated + struct.pack("<II", zlib.crc32(packed, zlib.crc32(data)), size)
    if length is None:
        return _HEADER + body
    padding = length - len(_PADDED) - len(body) - 1
    if padding < 0:
        raise ArchiveError(f"{len(data)} bytes do not fit into a member of {length}")
    return _PADDED + b" " * padding + b"\0" + body


def _deflated(data: bytes, packed: bytes) -> bytes:
    if not packed:
        return zlib.compress(data, _LEVEL, wbits=-15)
    deflater = zlib.compressobj(_LEVEL, wbits=-15)
    begin = deflater.compress(data) + deflater.flush(zlib.Z_SYNC_FLUSH)
    return begin + zlib.compress(packed, _STORED, wbits=-15)


def has_own_header(member: bytes) -> bool:
    """Return whether *member* begins as ``pack`` begins one; no checksum covers these bytes."""
    comment = member[len(_PADDED) :].partition(b"\0")[0]
    return member.startswith(_HEADER) or (member.startswith(_PADDED) and not comment.strip(b" "))


class Members:
    """The unpacked bytes of a WARC file from the offset *start*; a plain file has no members.

    Every method raises ArchiveError where a member is damaged, or the file ends too early.
    """

    def __init__(self, file: BinaryIO, start: int = 0) -> None:
        file.seek(start)
        self._file = file
        self._packed = file.read(_PIECE)
        self._is_gzip = self._packed.startswith(MAGIC)
        self._inflater: _Decompress | None = None
        self._unpacked = bytearray()
        self._offset = start  # of the first byte not yet unpacked
        self.begin = start  # of the present member

    def boundary(self) -> int | None:
        """Return the offset of what comes next, ``None`` in the midst of a member."""
        if self._is_gzip and not self._is_spent():
            return None
        return self._offset - len(self._unpacked)

    def is_at_end(self) -> bool:
        """Return whether the file has no more bytes."""
        return self._is_spent() and not self._refill()

    def read(self, size: int) -> bytes:
        """Return the next *size* bytes."""
        while len(self._unpacked) < size:
            self._unpack()
        taken = bytes(self._unpacked[:size])
        del self._unpacked[:size]
        return taken

    def read_until(self, mark: bytes, most: int) -> bytes:
        """Return the bytes up to and with *mark*, which lies within the next *most*."""
        while (found := self._unpacked.find(mark, 0, most)) < 0:
            if len(self._unpacked) >= most:
                raise ArchiveError(f"no record at {self.begin}")
            self._unpack()
        return self.read(found + len(mark))

    def skip(self, size: int) -> None:
        """Pass over the next *size* bytes."""
        for at in range(0, size, _PIECE):
            self.read(min(size - at, _PIECE))

    def skip_line_ends(self) -> None:
        """Pass over CR and LF, but not into the next member."""
        while not self._is_spent():
            self._unpacked = self._unpacked.lstrip(b"\r\n")
            if self._unpacked:
                return

    def members(self) -> Iterator[tuple[int, int, bytes]]:
        """Yield offset, length and unpacked bytes of every member, to the file's last byte."""
        while not self.is_at_end():
            if not self._is_gzip:
                raise ArchiveError("the file is not gzipped")
            member = bytearray()
            self._unpack()
            while not self._is_spent():
                member += self._unpacked
                self._unpacked.clear()
                if len(member) > LARGEST:
                    raise ArchiveError(f"the member at {self.begin} is too large")
            yield self.begin, self._offset - self.begin, bytes(member)

    def _is_spent(self) -> bool:
        """Return whether nothing is left of the present member, or of a plain file."""
        while not self._unpacked:
            is_over = self._inflater is None or self._inflater.eof
            if is_over and (self._is_gzip or not self._refill()):
                return True
            self._unpack()
        return False

    def _refill(self) -> bool:
        """Return whether there are bytes to be unpacked, after a look into the file."""
        self._packed = self._packed or self._file.read(_PIECE)
        return bool(self._packed)

    def _unpack(self) -> None:
        """Unpack a piece; it may turn out empty, as at the end of a member."""
        is_over = self._inflater is None or self._inflater.eof
        if not self._refill() and is_over:
            raise ArchiveError(f"the file ends too early, at {self._offset}")
        piece, rest = self._inflate() if self._is_gzip else (self._packed, b"")
        self._offset += len(self._packed) - len(rest)
        self._packed = rest
        self._unpacked += piece

    def _inflate(self) -> tuple[bytes, bytes]:
        """Return what a piece unpacks to, and the packed bytes behind it."""
        if self._inflater is None or self._inflater.eof:
            self._inflater = zlib.decompressobj(wbits=_WBITS)
            self.begin = self._offset
        is_last = not self._packed
        try:
            piece = self._inflater.decompress(self._packed, _PIECE)
        except zlib.error as error:
            raise ArchiveError(f"the member at {self.begin} is damaged ({error})") from error
        if is_last and not piece and not self._inflater.eof:
            raise ArchiveError(f"the member at {self.begin} is cut")
        return piece, self._inflater.unused_data or self._inflater.unconsumed_tail
