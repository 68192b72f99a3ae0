"""How much of a disk is to stay free."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class DiskFloor:
    """The *least* number of bytes to be left free on the disk of *folder*, which need not exist."""

    def __init__(self, folder: Path, least: int) -> None:
        self._folder = folder
        self._least = least

    def shortage(self) -> str | None:
        """Return what is amiss and what to type, ``None`` where enough is free.

        Raises OSError where the disk can't be asked.
        """
        there = next(path for path in (self._folder, *self._folder.parents) if path.exists())
        free = shutil.disk_usage(there).free
        if free >= self._least:
            return None
        return (
            f"{_mebibytes(free)} free on the disk of {self._folder}, less than DISK_FLOOR_BYTES "
            f"({_mebibytes(self._least)}); make room and run again, or lower it with "
            "-s DISK_FLOOR_BYTES=…"
        )


def _mebibytes(size: int) -> str:
    return f"{size / (1 << 20):.0f} MiB"
