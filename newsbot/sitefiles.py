"""Where the profiles of sites lie; nothing more, so that a list of the sites costs nothing more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGED = Path(__file__).parent / "sites"


def site_files(folders: Sequence[Path]) -> dict[str, Path]:
    """Return the profile file of every site in *folders*; an earlier folder wins."""
    return {
        path.stem: path for folder in reversed(folders) for path in sorted(folder.glob("*.toml"))
    }
