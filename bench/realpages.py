"""The real newspaper pages that ``NEWSBOT_PAGES`` names, with what is true of them."""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

# The benchmark's pages were fetched before this; those of fundus have the day in their name.
_BENCHMARK = datetime(2020, 1, 1, tzinfo=UTC)
_FETCHED = re.compile(r"_(\d{4})_(\d\d)_(\d\d)\.")


@dataclass(frozen=True, slots=True)
class Truth:
    """What a page says, by those who read it; ``None`` where they did not say."""

    text: str
    headline: str | None
    published: datetime | None
    authors: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class RealPage:
    """A page as it was fetched at *fetched*, of the *corpora* it is counted in."""

    name: str
    url: str
    body: bytes
    fetched: datetime
    publisher: str
    corpora: tuple[str, ...]
    truth: Truth


def folder_of_pages() -> Path | None:
    """Return the folder that NEWSBOT_PAGES names, or that lies beside the project, if any."""
    folder = Path(os.environ.get("NEWSBOT_PAGES", "../shared/pages")) / "real"
    return folder if (folder / "truth.json").exists() else None


def real_pages() -> list[RealPage]:
    """Return the pages in the folder that NEWSBOT_PAGES names; exit with 1 if there are none."""
    folder = folder_of_pages()
    if folder is None:
        sys.exit("set NEWSBOT_PAGES to a folder of pages with their truth")
    truths = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return [_page(folder / name, truth) for name, truth in sorted(truths.items())]


def _page(path: Path, said: dict[str, str | list[str]]) -> RealPage:
    published, headline, authors = (
        said.get(field) for field in ("date_published", "headline", "authors")
    )
    day = _FETCHED.search(path.name)
    is_benchmark = path.name.startswith("aeb-")
    corpora = ["benchmark" if is_benchmark else "news"]
    if said.get("regional") == "yes":
        corpora.append("regional")
    return RealPage(
        name=path.name,
        url=str(said["url"]),
        body=gzip.decompress(path.read_bytes()),
        fetched=datetime(*map(int, day.groups()), 23, 59, tzinfo=UTC) if day else _BENCHMARK,
        publisher=str(said.get("publisher") or ""),
        corpora=tuple(corpora),
        truth=Truth(
            text="\n".join(said.get("body") or ()),
            headline=headline if isinstance(headline, str) else None,
            published=datetime.fromisoformat(published) if isinstance(published, str) else None,
            authors=None if authors is None else tuple(authors),
        ),
    )
