"""The listings that a run still has to fetch, so that the next one can go on from there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import orjson

from newsbot.profilekeys import DayPages
from newsbot.step import Step

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterator


class Steps:
    """One row for every listing asked for and not yet read, by what the run was asked to do."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, asked: str, step: Step) -> None:
        """Note that a run that was *asked* so has *step* before it."""
        self._db.execute(
            "INSERT OR IGNORE INTO step (asked, address, step) VALUES (?, ?, ?)",
            (asked, step.address, orjson.dumps(step).decode()),
        )

    def done(self, asked: str, step: Step) -> None:
        """Note that *step* is behind it."""
        self._db.execute("DELETE FROM step WHERE asked = ? AND address = ?", (asked, step.address))

    def left(self, asked: str) -> Iterator[Step]:
        """Yield the steps that earlier runs *asked* the same have left, the first noted first."""
        rows = self._db.execute("SELECT step FROM step WHERE asked = ? ORDER BY place", (asked,))
        for (text,) in rows.fetchall():
            yield _read(text)

    def forget(self, keys: Collection[str], is_there: Callable[[str], bool]) -> None:
        """Forget the articles *keys* in all steps, and the steps whose URL *is_there*."""
        for place, text in self._db.execute("SELECT place, step FROM step").fetchall():
            step = _read(text)
            if is_there(step.url):
                self._db.execute("DELETE FROM step WHERE place = ?", (place,))
                continue
            after = step.after and tuple(key for key in step.after if key not in keys)
            via = None if step.via and is_there(step.via) else step.via
            rest = orjson.dumps(replace(step, after=after, via=via)).decode()
            self._db.execute("UPDATE step SET step = ?1 WHERE place = ?2", (rest, place))


def _read(text: str) -> Step:
    """Return the step that *text* was made from."""
    fields = orjson.loads(text)
    if fields["days"] is not None:
        fields["days"] = DayPages(**fields["days"])
    if fields["day"] is not None:
        fields["day"] = date.fromisoformat(fields["day"])
    if fields["after"] is not None:
        fields["after"] = tuple(fields["after"])
    return Step(**fields)
