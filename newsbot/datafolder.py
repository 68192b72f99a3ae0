"""What lies in the data folder, looked at before anything in it is opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from newsbot.datasetcard import CARD
from newsbot.exceptions import StateError
from newsbot.sitefiles import SHARED, STATE

if TYPE_CHECKING:
    from collections.abc import Iterator

# In each of these a site has a folder of its own.
FOLDERS = ("articles", "archive", "runs", "quarantine")
_HINT = "see who made the link, and put a folder or file in its place (DATA_DIR itself may be one)"


def check_folder(data: Path, site: str) -> None:
    """Raise StateError where something in *data* that *site* uses would lead a write elsewhere.

    That is a link out of *data*, a pipe or a device; *data* itself may be a link. Whoever had the
    folder meanwhile can have put it there: a file would be emptied that is none of newsbot's, and
    a pipe waited at for ever.
    """
    home = Path(os.path.realpath(data))
    for entry in _entries(data, site):
        if entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(home):
            raise StateError(f"{entry.path} leads out of {data}; {_HINT}")
        if not entry.is_file() and not entry.is_dir():
            raise StateError(f"{entry.path} is neither file nor folder; see whose, and remove it")


def _entries(data: Path, site: str) -> Iterator[os.DirEntry[str]]:
    """Yield all that *site* may use of *data*, each folder before what is in it."""
    for entry in _scanned(data):
        if entry.name in FOLDERS:
            yield entry
            for child in _scanned(entry.path):
                if child.name == site or child.name.startswith(CARD):  # its drafts, too
                    yield child
                    yield from _scanned(child.path)
        elif entry.name == STATE:
            yield entry
            mine = {site, *SHARED}
            yield from (e for e in _scanned(entry.path) if e.name.partition(".")[0] in mine)


def _scanned(folder: str | Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except (FileNotFoundError, NotADirectoryError):
        return []
