"""Processes forked from one that has imported what a crawl needs, so that each starts at once."""

from __future__ import annotations

import os
import sys
from multiprocessing import get_context
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NURSERY = get_context("forkserver")
NURSERY.set_forkserver_preload(["tests.warm"])


def settle(folder: Path, stdout: Path, stderr: Path) -> None:
    """Have this process work in *folder*, and print to those two files, which may be one."""
    os.chdir(folder)
    # Whoever reads a project's settings sets it; here scrapy.cfg is to say, or its absence.
    os.environ.pop("SCRAPY_SETTINGS_MODULE", None)
    for path, stream in ((stdout, sys.stdout), (stderr, sys.stderr)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream.fileno())
