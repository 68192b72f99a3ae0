"""A disk that fails: it notes every change to the files of a folder, and fails at one of them."""

from __future__ import annotations

import _pyio
import builtins
import errno
import io
import os
import sqlite3
from dataclasses import dataclass
from functools import partial
from random import Random
from signal import SIGKILL
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DEADLY = {"clean", "torn"}
ERRORS = {"full": errno.ENOSPC, "broken": errno.EIO}
SQLITE_SAYS = {errno.ENOSPC: "database or disk is full", errno.EIO: "disk I/O error"}
# What a full disk still does: it takes space back, and tells of what was done.
FREEING = {"unlink", "ftruncate", "committed"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What befalls a process at its operation *at*, the first being 1.

    ``clean``: it dies in the place of the operation; ``torn``: a write gets to the disk in part,
    then it dies; ``full``: that operation and all after it find no space; ``broken``: that one
    fails.
    """

    kind: str = "none"
    at: int = 0

    def meets(self, operation: str, number: int) -> bool:
        """Return whether *operation*, the one of that *number*, fails."""
        if self.kind == "full":
            return number >= self.at and operation not in FREEING
        return number == self.at


NO_FAULT = Fault()


class Disk:
    """What *folder* lies on, for this process; the empty file *tape* gets a line an operation."""

    def __init__(self, folder: Path, tape: Path, fault: Fault) -> None:
        self._folder = f"{folder}{os.sep}"
        self._fault = fault
        self._count = 0
        self._open_files: dict[int, str] = {}
        self._tape = os.open(tape, os.O_WRONLY)
        self._really_write = os.write

    def install(self) -> None:
        """Stand between this process and its files, for as long as it lives.

        The files that Python opens become those of ``_pyio``, which do all by way of ``os``.
        """
        builtins.open = io.open = _pyio.open
        os.open = partial(self._open, os.open)
        os.close = partial(self._close, os.close)
        os.write = self._write
        for name in ("fsync", "ftruncate"):
            setattr(os, name, partial(self._to_file, name, getattr(os, name)))
        for name in ("mkdir", "unlink", "rename", "replace"):
            setattr(os, name, partial(self._to_path, name, getattr(os, name)))
        connection = partial(_Connection, self)
        sqlite3.connect = partial(sqlite3.connect, factory=connection)

    def note(self, operation: str, path: str, in_part: Callable[[], object] = int) -> None:
        """Note *operation* on *path*, and fail if the fault meets it; a write fails *in_part*."""
        self._count += 1
        line = f"{operation} {path.removeprefix(self._folder)}\n"
        self._really_write(self._tape, line.encode())
        if not self._fault.meets(operation, self._count):
            return
        if self._fault.kind in {"torn", "full"}:
            in_part()
        if self._fault.kind in DEADLY:
            os.kill(os.getpid(), SIGKILL)
        number = ERRORS[self._fault.kind]
        raise OSError(number, os.strerror(number), path)

    def _name(self, path: Any) -> str:
        """Return the whole *path* if it lies in the folder, else nothing."""
        whole = os.path.abspath(os.fsdecode(path))
        return whole if whole.startswith(self._folder) else ""

    def _open(self, real: Any, path: Any, flags: int, *rest: Any, **options: Any) -> int:
        name = self._name(path)
        if name and flags & (os.O_CREAT | os.O_TRUNC):
            self.note("open", name)
        handle: int = real(path, flags, *rest, **options)
        if name:
            self._open_files[handle] = name
        return handle

    def _close(self, real: Any, handle: int) -> None:
        self._open_files.pop(handle, None)
        real(handle)

    def _write(self, handle: int, data: Any) -> int:
        if name := self._open_files.get(handle):
            part = bytes(data)[: Random(self._count).randrange(len(data) + 1)]
            self.note("write", name, partial(self._really_write, handle, part))
        return self._really_write(handle, data)

    def _to_file(self, operation: str, real: Any, handle: int, *rest: Any) -> Any:
        if name := self._open_files.get(handle):
            self.note(operation, name)
        return real(handle, *rest)

    def _to_path(self, operation: str, real: Any, path: Any, *rest: Any, **options: Any) -> Any:
        is_there = operation == "mkdir" and os.path.isdir(path)
        if (name := self._name(path)) and not is_there:
            self.note(operation, name)
        return real(path, *rest, **options)


class _Connection(sqlite3.Connection):
    """A database on *disk*; what SQLite does there counts as one operation, the commit."""

    def __init__(self, disk: Disk, *place: Any, **options: Any) -> None:
        self._disk = disk
        self._note("connect")
        super().__init__(*place, **options)

    def commit(self) -> None:
        self._note("commit")
        super().commit()
        self._note("committed")

    def executescript(self, script: str) -> sqlite3.Cursor:
        self._note("commit")
        cursor = super().executescript(script)
        self._note("committed")
        return cursor

    def _note(self, operation: str) -> None:
        try:
            self._disk.note(operation, "state")
        except OSError as error:
            # After an error SQLite may have undone the transaction, or leave that to the caller.
            if operation == "commit" and error.errno == errno.ENOSPC:
                self.rollback()
            raise sqlite3.OperationalError(SQLITE_SAYS[error.errno or 0]) from error
