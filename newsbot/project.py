"""Where a project keeps its things: what lies beside its scrapy.cfg."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.utils.conf import closest_scrapy_cfg

from newsbot.sitefiles import PACKAGED

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


def project_folder() -> Path:
    """Return the folder of the nearest scrapy.cfg, upwards from the working folder."""
    found = closest_scrapy_cfg()
    return Path(found).parent if found else Path.cwd()


def profile_folders() -> list[Path]:
    """Return the folders that profiles are looked for in; the user's own comes first."""
    return [project_folder() / "sites", PACKAGED]


def data_folder(settings: BaseSettings) -> Path:
    """Return the setting DATA_DIR, seen from the project's folder."""
    return project_folder() / str(settings["DATA_DIR"])
