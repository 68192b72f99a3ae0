"""The WARC files of one site, as a run adds to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC
from typing import TYPE_CHECKING

from newsbot.archive.disk import put_aside
from newsbot.archive.file import OPEN, ArchiveFile, Place, Sealed, path_of, serial_of
from newsbot.archive.record import About, NewId, Record, new_urn, warcinfo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path


@dataclass
class Archive:
    """The files of *site* in *folder*, each of at most *max_bytes* unless one capture is larger.

    *information* goes into every file's ``warcinfo``; what a crash left behind goes to the folder
    *quarantine*. The order of a commit: ``append``, ``sync``, then ``open_files`` into the
    transaction. Only after it may ``seal`` follow. OSError from any of them means that the disk
    is full or broken: commit nothing more, and let the next run ``recover``.
    """

    folder: Path
    site: str
    max_bytes: int
    information: About
    quarantine: Path
    new_id: NewId = new_urn
    _full: list[ArchiveFile] = field(default_factory=list, init=False)
    _growing: ArchiveFile | None = field(default=None, init=False)

    def append(self, records: Sequence[Record]) -> list[Place]:
        """Add the records of one capture, all to the same file, and return their places."""
        size = sum(len(record.member) for record in records)
        file = self._growing
        if file and file.length + size > self.max_bytes:
            self._full.append(file)
            file = None
        if file is None:
            file = self._growing = self._begin(records[0].moment)
        return file.append(records)

    def sync(self) -> None:
        """Make what was appended last; raise OSError where that is not certain."""
        for file in self._files():
            file.sync()

    def open_files(self) -> dict[str, int]:
        """Return the lengths, as far as synced, of all files that ``seal`` has not returned."""
        return {file.name: file.synced for file in self._files()}

    def recover(self, committed: Mapping[str, int]) -> list[str]:
        """Bring the folder to what was *committed* by ``open_files``; return the damaged files.

        What lies behind a committed length, and open files that no commit names, go to the
        quarantine. A file that is missing or shorter is damaged, and is left as it is.
        """
        damaged = []
        for name, length in committed.items():
            path = path_of(self.folder, name)
            if not path.exists() or path.stat().st_size < length:
                damaged.append(name)
                continue
            file = ArchiveFile.reopen(path)
            self._full.append(file)
            file.truncate_to(length, self.quarantine)
        for path in sorted(self.folder.glob(f"*{OPEN}")):
            if path.name.removesuffix(OPEN) not in committed:
                put_aside(path, self.quarantine)
        return damaged

    def seal_full(self) -> list[Sealed]:
        """Seal the files that get no more records, be it by size or because a run was killed.

        Raises ArchiveError where a file has faults; it stays open.
        """
        sealed = []
        while self._full:
            sealed.append(self._full[0].seal())
            del self._full[0]
        return sealed

    def seal(self) -> list[Sealed]:
        """Seal all files, at the end of a run; what is appended later begins a new one."""
        if self._growing:
            self._full.append(self._growing)
            self._growing = None
        return self.seal_full()

    def close(self) -> None:
        """Give all files up as they are, for the next run to recover."""
        for file in self._files():
            file.close()

    def _files(self) -> list[ArchiveFile]:
        return [*self._full, self._growing] if self._growing else list(self._full)

    def _begin(self, moment: datetime) -> ArchiveFile:
        """Return a new file, named after *moment*, with its first record in it."""
        stamp = f"{moment.astimezone(UTC):%Y%m%d%H%M%S}"
        there = (path.name.removesuffix(OPEN) for path in self.folder.glob("*.warc.gz*"))
        serial = max(map(serial_of, there), default=-1) + 1
        name = f"{self.site}-{stamp}-{serial:05}.warc.gz"
        file = ArchiveFile.create(self.folder, name)
        file.append([warcinfo(name, moment, self.information, self.new_id)])
        return file
