"""A backup: a folder in which nothing can be written, whoever asks."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534


@contextmanager
def public_folder() -> Iterator[Path]:
    """Make a folder that every user of the machine can enter, for as long as it lasts."""
    folder = Path(mkdtemp())
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        folder.chmod(0o755)
        rmtree(folder)


@contextmanager
def not_to_be_written(folder: Path) -> Iterator[None]:
    """Let nobody write to *folder* or a file in it: root, who always may, is nobody meanwhile."""
    for path in (folder, *folder.iterdir()):
        path.chmod(0o555 if path.is_dir() else 0o444)
    me = os.geteuid()
    if me == 0:
        try:
            os.seteuid(NOBODY)
        except OSError as error:
            pytest.skip(f"root can be nobody else here: {error}")
    try:
        yield
    finally:
        os.seteuid(me)


@contextmanager
def mounted_read_only(folder: Path, at: Path) -> Iterator[None]:
    """Mount *folder* a second time *at* another place, to which nothing can be written."""
    at.mkdir()
    words = ["mount", "--bind", "-o", "ro", str(folder), str(at)]
    mounted = subprocess.run(words, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"nothing can be mounted here: {mounted.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(at)], check=True)
