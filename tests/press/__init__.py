"""The press: six made-up newspapers with known truth, their profiles and a resolver."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsbot.demo import demopaper
from tests.press import bundled, dongbao, heideblatt, kabar, thoibao, tinhnha

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.press.paper import WatchedPaper

# The clock that the profiles' first_day is meant for.
TODAY = datetime(2026, 11, 20, 11, 38, tzinfo=UTC)

PAPERS: Mapping[str, Callable[[datetime], WatchedPaper]] = {
    "demo": bundled.new_paper,
    "dongbao": dongbao.new_paper,
    "heideblatt": heideblatt.new_paper,
    "kabar": kabar.new_paper,
    "thoibao": thoibao.new_paper,
    "tinhnha": tinhnha.new_paper,
}


def profile_text(name: str, port: int) -> str:
    """Return the TOML of the paper *name* as served on *port*."""
    folder = Path(demopaper.__file__ if name == "demo" else __file__).parent
    return (folder / f"{name}.toml").read_text(encoding="utf-8").replace("PORT", str(port))
