"""Which sites there are, by their profiles and states, and where these lie.

A list of them needs no other module.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGED = Path(__file__).parent / "sites"
# The folder of states, in the data folder. Beside those of sites lie those that all sites share.
STATE = "state"
SHARED = frozenset({"hosts", "clusters"})
_SITE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def site_files(folders: Sequence[Path]) -> dict[str, Path]:
    """Return the profile file of every site in *folders*; an earlier folder wins."""
    return {
        path.stem: path for folder in reversed(folders) for path in sorted(folder.glob("*.toml"))
    }


def is_site(name: str) -> bool:
    """Return whether *name* may be a site's id: all files and folders of a site are named by it.

    >>> is_site("baothaibinh"), is_site("../x"), is_site("hosts")
    (True, False, False)
    """
    return _SITE.fullmatch(name) is not None and name not in SHARED


def state_file(data: Path, site: str) -> Path:
    """Return where in the folder *data* the state of *site* lies, if there is one."""
    return data / STATE / f"{site}.sqlite"


def state_files(data: Path) -> dict[str, Path]:
    """Return the state of every site that has one in the folder *data*, by site."""
    files = sorted((data / STATE).glob("*.sqlite"))
    return {path.stem: path for path in files if is_site(path.stem)}
