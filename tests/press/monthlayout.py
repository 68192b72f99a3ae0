"""How Tháng Báo is laid out: what its listings show, and the profile that fits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How many stories a page of the paper shows, and which listings it has.

    *feed* 0 is no feed; *days* is how day pages are asked for, ``None`` if there are none;
    *last_page* is the number behind which sections and days show nothing more; *related* is what
    stands under an article: the newest of all, or older ones of its section. *dated*: listings
    print when their stories came out.
    """

    front: int = 15
    per_page: int = 20
    feed: int = 30
    sitemap: bool = True
    days: Literal["path", "query"] | None = "path"
    last_page: int | None = None
    related: Literal["newest", "older"] = "newest"
    dated: bool = True


USUAL = Layout()


def profile_text(port: int, layout: Layout) -> str:
    """Return the TOML of the paper with that *layout*, as served on *port*."""
    text = Path(__file__).with_name("monthly.toml").read_text(encoding="utf-8")
    if layout.days == "query":
        text = text.replace("{day:%Y-%m-%d}/", "?ngay={day:%d/%m/%Y}")
    elif layout.days is None:
        text = re.sub(r"(?m)^day .*\n", "", text)
    return text.replace("PORT", str(port))
