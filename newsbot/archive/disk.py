"""Writing that lasts: what these functions have done, a power cut does not undo."""

from __future__ import annotations

import os
from itertools import chain, count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write_all(handle: int, data: bytes) -> None:
    """Write the whole of *data*, however little of it the system takes at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def make_folder(folder: Path) -> None:
    """Make *folder* and those above it, so that their names last."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in *folder* last, as neither a rename nor a new file does by itself."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def move(path: Path, target: Path) -> None:
    """Rename *path* to *target*, in place of any file of that name."""
    path.replace(target)
    sync_folder(target.parent)
    if path.parent != target.parent:
        sync_folder(path.parent)


def put_aside(path: Path, folder: Path) -> Path:
    """Move *path* into *folder*, under a name that nothing there has, and return that."""
    make_folder(folder)
    names = chain([path.name], (f"{path.name}.{number}" for number in count(2)))
    target = next(folder / name for name in names if not (folder / name).exists())
    move(path, target)
    return target


def replace_file(path: Path, pieces: Iterable[bytes], *, lasts: bool = True) -> None:
    """Replace the file at *path* by *pieces*; a reader sees the old file or the new one.

    Unless it *lasts*, a power cut may bring the old one back until its folder is synced.
    """
    draft = path.with_name(f"{path.name}.tmp")
    with draft.open("wb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    if lasts:
        sync_folder(path.parent)
