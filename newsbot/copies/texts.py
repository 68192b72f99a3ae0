"""The texts of articles of any site, read where they are kept, to compare copies by."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING, Self

import orjson

from newsbot.copies.entry import text_of
from newsbot.copies.shingles import shingled
from newsbot.exceptions import NewsbotError
from newsbot.state.reading import open_for_reading

if TYPE_CHECKING:
    from pathlib import Path

    from newsbot.copies.shingles import Shingled
    from newsbot.state import State

# So many texts of the last are at hand; one of 3 KB takes some 40 KB.
_AT_HAND = 2000


class Texts:
    """Reads the states of sites in *folder*; *own* are those that are open already, by site.

    A state that can't be read (its site is gone, or of an earlier version until its next run) has
    no texts: what can't be compared is no copy.
    """

    def __init__(self, folder: Path, own: dict[str, State]) -> None:
        self._folder = folder
        self._own = own
        self._opened: dict[str, State | None] = {}
        self._texts: OrderedDict[str, Shingled | None] = OrderedDict()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for state in self._opened.values():
            if state:
                state.close()

    def tell(self, article_id: str, text: Shingled) -> None:
        """Have *text* at hand as that of *article_id*."""
        self._texts[article_id] = text
        self._texts.move_to_end(article_id)
        if len(self._texts) > _AT_HAND:
            self._texts.popitem(last=False)

    def of(self, article_id: str) -> Shingled | None:
        """Return the text of *article_id*, ``None`` where it is kept no more."""
        if article_id in self._texts:
            self._texts.move_to_end(article_id)
            return self._texts[article_id]
        state = self._state(article_id.partition("/")[0])
        kept = state.articles.kept(article_id) if state else None
        if kept is None:
            return None
        text = shingled(text_of(orjson.loads(kept.line)))
        self.tell(article_id, text)
        return text

    def _state(self, site: str) -> State | None:
        if site in self._own:
            return self._own[site]
        if site not in self._opened:
            self._opened[site] = None
            with suppress(NewsbotError, OSError):
                self._opened[site] = open_for_reading(self._folder / f"{site}.sqlite")
        return self._opened[site]
