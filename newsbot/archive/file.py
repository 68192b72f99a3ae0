"""One WARC file while it grows: appended to, synced, cut back after a crash, sealed."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from newsbot.archive.cdxj import index_line
from newsbot.archive.disk import make_folder, move, replace_file, sync_folder, write_all
from newsbot.archive.validate import faults
from newsbot.exceptions import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from newsbot.archive.record import Record

OPEN = ".open"
# So many lines of an index are kept in memory for a file, 3 MB; one with more is read for them.
_MOST_LINES = 10_000
_SERIAL = re.compile(r"-(\d{5,})\.warc\.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a record lies: ``file`` is the sealed name, even while the file is ``.open``."""

    file: str
    offset: int
    length: int
    record_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A file to which nothing more is added; ``sha256`` is in hexadecimal.

    ``index`` are its lines in the index; none where it must be read for them.
    """

    name: str
    length: int
    sha256: str
    index: tuple[bytes, ...] = field(default=(), compare=False)


def path_of(folder: Path, name: str) -> Path:
    """Return where the file of the sealed *name* lies: ``.open`` as long as it is."""
    growing = folder / f"{name}{OPEN}"
    return growing if growing.exists() else folder / name


def serial_of(name: str) -> int:
    """Return the serial number in the sealed *name* of a file, by which files follow each other.

    The instant in a name is for people: a clock may jump.

    >>> serial_of("waldbote-20241023120000-00017.warc.gz")
    17
    """
    found = _SERIAL.search(name)
    return int(found[1]) if found else -1


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of the file at *path* in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class ArchiveFile:
    """The file of the sealed name *name*; ``length`` is that of the whole records in it.

    After an OSError in any method it can't be used again: what the disk holds is then unknown,
    and a second fsync may report success for data that the first one lost.
    """

    def __init__(self, path: Path, handle: int) -> None:
        self.name = path.name.removesuffix(OPEN)
        self.length = os.fstat(handle).st_size
        self.synced = 0
        self._path = path
        self._handle = handle
        self._is_sound = True
        # Of a file that another process has begun neither is known.
        self._digest = None if self.length else hashlib.sha256()
        self._index: list[bytes] = []

    @classmethod
    def create(cls, folder: Path, name: str) -> Self:
        """Return a new, empty file; raise FileExistsError where it is there already."""
        make_folder(folder)
        path = folder / f"{name}{OPEN}"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o644)
        sync_folder(folder)
        return cls(path, handle)

    @classmethod
    def reopen(cls, path: Path) -> Self:
        """Return the file that an earlier process left at *path*."""
        return cls(path, os.open(path, os.O_WRONLY | os.O_APPEND))

    def append(self, records: Sequence[Record]) -> list[Place]:
        """Add *records* and return their places; they last once ``sync`` has returned."""
        places = []
        offset = self.length
        for record in records:
            length = len(record.member)
            places.append(
                Place(file=self.name, offset=offset, length=length, record_id=record.record_id)
            )
            offset += length
        data = b"".join(record.member for record in records)
        with self._risk():
            write_all(self._handle, data)
        self.length = offset
        if self._digest:
            self._digest.update(data)
            self._index += self._lines(records, places)
        return places

    def _lines(self, records: Sequence[Record], places: Sequence[Place]) -> Iterator[bytes]:
        """Yield the lines in the index for *records*, which lie at *places*."""
        for record, place in zip(records, places, strict=True):
            if record.shown and len(self._index) <= _MOST_LINES:
                shown = replace(record.shown, offset=place.offset, length=place.length)
                yield index_line(shown, self.name)

    def sync(self) -> None:
        """Make what was appended last."""
        if self.synced < self.length:
            with self._risk():
                os.fsync(self._handle)
            self.synced = self.length

    def truncate_to(self, length: int, quarantine: Path) -> None:
        """Cut off what lies behind *length*, with a copy of it in the folder *quarantine*."""
        with self._risk():
            if self.length > length:
                self._copy_tail(length, quarantine)
                os.ftruncate(self._handle, length)
                self._digest = None
            os.fsync(self._handle)
        self.length = self.synced = length

    def seal(self) -> Sealed:
        """Give the file its final name; raise ArchiveError, and leave it, where it has faults.

        It has none where the disk holds what was appended, byte by byte.
        """
        self.sync()
        digest = sha256_of(self._path)
        is_as_written = self._digest is not None and self._digest.hexdigest() == digest
        if not is_as_written and (found := faults(self._path)):
            hint = "move it away, and its pages are fetched again"
            raise ArchiveError(f"{self._path}: {found[0]}; not sealed; {hint}")
        with self._risk():
            move(self._path, self._path.with_name(self.name))
        self.close()
        is_indexed = is_as_written and len(self._index) <= _MOST_LINES
        index = tuple(self._index) if is_indexed else ()
        return Sealed(name=self.name, length=self.length, sha256=digest, index=index)

    def close(self) -> None:
        """Give the file up as it is."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    @contextmanager
    def _risk(self) -> Iterator[None]:
        """Let the body change the file; unless it ends well, nothing may any more."""
        if not self._is_sound:
            raise ArchiveError(f"{self.name}: can't be relied on after an error of the disk")
        self._is_sound = False
        yield
        self._is_sound = True

    def _copy_tail(self, length: int, quarantine: Path) -> None:
        make_folder(quarantine)
        with self._path.open("rb") as file:
            file.seek(length)
            replace_file(
                quarantine / f"{self.name}.{length}", iter(lambda: file.read(1 << 20), b"")
            )
