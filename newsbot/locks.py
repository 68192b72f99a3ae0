"""The files that processes lock, opened so that no other file is ever touched in their place."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, BinaryIO

from newsbot.exceptions import StateError

if TYPE_CHECKING:
    from pathlib import Path

# Nothing is cut off, no link is followed, and a pipe that nobody reads is not waited for.
_PLAIN = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_FLAGS = os.O_RDWR | os.O_CREAT | _PLAIN


def open_lock(path: Path) -> BinaryIO:
    """Return the file at *path*, made with its folder if there is none, with all that is in it.

    Raises StateError where it is a link, a pipe or anything else but a file, OSError where it can't
    be opened.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    check_plain(path)
    return os.fdopen(os.open(path, _FLAGS, 0o666), "r+b", buffering=0)


def open_lock_to_read(path: Path) -> BinaryIO | None:
    """Return the file at *path*, for whom it can't be written; ``None`` where there is none.

    Raises as ``open_lock`` does.
    """
    check_plain(path)
    try:
        return os.fdopen(os.open(path, os.O_RDONLY | _PLAIN), "rb", buffering=0)
    except FileNotFoundError:
        return None


def check_plain(path: Path) -> None:
    """Raise StateError where *path* is there and is a link, a pipe or anything else but a file."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        kind = "link" if stat.S_ISLNK(mode) else "folder" if stat.S_ISDIR(mode) else "device"
        kind = "pipe" if stat.S_ISFIFO(mode) else kind
        raise StateError(f"{path} is a {kind}, which newsbot never makes; see whose, and remove it")
