"""The sketches of texts, month by month: which articles share entries with a given one."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

PLACES = 20  # bits of an article's place in its month; the 27 bits before them are of the sketch
_SHIFT = 1 << PLACES
_PLACE = _SHIFT - 1
# An entry that so many articles of one month share is a phrase of the trade, and tells no copies.
_COMMON = 100


class Meeting(NamedTuple):
    """How many entries articles share with a sketch, by number, and which were too common."""

    shared: Counter[int]
    common: frozenset[int]


class Sketches:
    """One table a month, so that a search costs the same however many years are kept.

    A row is one number of 47 bits, which SQLite stores in six bytes: an entry of a sketch and the
    place of the article in its month. An article that is kept no more leaves rows that lead to
    nothing, unless it is ``remove``d. Every transaction is to ``begin``.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._months: set[int] = set()

    def begin(self) -> None:
        """See which months there are; until the transaction ends, only we make others."""
        rows = self._db.execute("SELECT name FROM sqlite_master WHERE name GLOB 'sketch_*'")
        self._months = {int(name.partition("_")[2]) for (name,) in rows}

    def meet(self, months: Collection[int], sketch: Collection[int]) -> Meeting:
        """Return which articles of *months* share how many entries with *sketch*."""
        asked = json.dumps([(entry >> 1) * _SHIFT for entry in sketch])
        shared: Counter[int] = Counter()
        common: set[int] = set()
        for month in months:
            if month not in self._months:
                continue
            query = (
                f"SELECT entry FROM json_each(?) JOIN sketch_{month}"
                f" ON entry BETWEEN value AND value + {_PLACE}"
            )
            met = [row[0] for row in self._db.execute(query, (asked,))]
            if len(met) >= _COMMON:
                often = Counter([row >> PLACES for row in met])
                common.update(entry for entry, number in often.items() if number >= _COMMON)
                met = [row for row in met if row >> PLACES not in common]
            base = month * _SHIFT
            shared.update([base + (row & _PLACE) for row in met])
        return Meeting(shared, frozenset(common))

    def add(self, number: int, sketch: Iterable[int], common: frozenset[int]) -> None:
        """Keep *sketch*, but for what is *common*, as that of the article *number*."""
        month, place = divmod(number, _SHIFT)
        if month not in self._months:
            self._db.execute(
                f"CREATE TABLE sketch_{month} (entry INTEGER PRIMARY KEY) WITHOUT ROWID"
            )
            self._months.add(month)
        entries = {entry >> 1 for entry in sketch} - common
        self._db.executemany(
            f"INSERT INTO sketch_{month} VALUES (?)",
            [(entry * _SHIFT + place,) for entry in sorted(entries)],
        )

    def remove(self, numbers: Iterable[int]) -> None:
        """Take out every row of the articles *numbers*; it looks at all of their months."""
        places: dict[int, list[int]] = {}
        for number in numbers:
            places.setdefault(number >> PLACES, []).append(number & _PLACE)
        for month, those in places.items():
            if month in self._months:
                self._db.execute(
                    f"DELETE FROM sketch_{month}"
                    f" WHERE entry & {_PLACE} IN (SELECT value FROM json_each(?))",
                    (json.dumps(those),),
                )
