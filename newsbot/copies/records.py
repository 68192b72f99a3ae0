"""The records of articles of any site, read where they are kept."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

import orjson

from newsbot.exceptions import NewsbotError
from newsbot.state.reading import open_for_reading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from newsbot.state import State


class Records:
    """Reads the states of sites in *folder*; *own* are those that are open already, by site.

    A state that can't be read (its site is gone, or of an earlier version until its next run) has
    no records. Each is read as it stood when it was first asked.
    """

    def __init__(self, folder: Path, own: Mapping[str, State]) -> None:
        self._folder = folder
        self._own = own
        self._opened: dict[str, State | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for state in self._opened.values():
            if state:
                state.close()

    def of(self, article_id: str) -> dict[str, Any]:
        """Return the record of *article_id*, empty where it is kept no more."""
        state = self._state(article_id.partition("/")[0])
        kept = state.articles.kept(article_id) if state else None
        record: dict[str, Any] = orjson.loads(kept.line) if kept else {}
        return record

    def _state(self, site: str) -> State | None:
        if site in self._own:
            return self._own[site]
        if site not in self._opened:
            self._opened[site] = None
            with suppress(NewsbotError, OSError):
                self._opened[site] = open_for_reading(self._folder / f"{site}.sqlite")
        return self._opened[site]
