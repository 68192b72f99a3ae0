"""The sketches of texts, month by month: which articles share entries with a given one."""

from __future__ import annotations

import json
from collections import Counter
from struct import pack, unpack
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

PLACES = 20  # bits of an article's place in its month
_SHIFT = 1 << PLACES
_BYTES = 4  # a place takes
# An entry that so many articles of one month share is a phrase of the trade, and tells no copies,
# but where a third of a sketch is such: a hundred papers have that text. It tells half of what a
# rare one does then, as does one that so many share. At least two are to be shared, one of them
# rare, or three; of a sketch that has not as much to tell, all.
_COMMON, _PART_COMMON, _FREQUENT = 100, 3, 30
_OFTEN, _RARE, _LEAST = 1, 2, 3
_MEET = "SELECT places FROM json_each(?) JOIN sketch_{} ON entry = value"
_THERE = "SELECT entry, places FROM json_each(?) JOIN sketch_{} ON entry = value"
# Two blobs joined are a text to SQLite.
_ADD = f"""
INSERT INTO sketch_{{}} VALUES (?, ?) ON CONFLICT DO UPDATE
SET places = CAST(places || excluded.places AS BLOB) WHERE length(places) < {_COMMON * _BYTES}
"""


class Shared(NamedTuple):
    """How much an article shares with a sketch, and how much the whole sketch would be."""

    weight: int
    of: int


class Sketches:
    """One table a month, so that a search costs the same however many years are kept.

    A row has the places, in their month, of the articles that share an entry of a sketch. Those of
    an article that is kept no more lead to nothing, unless it is ``remove``d. Every transaction is
    to ``begin``.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._months: set[int] = set()

    def begin(self) -> None:
        """See which months there are; until the transaction ends, only we make others."""
        rows = self._db.execute("SELECT name FROM sqlite_master WHERE name GLOB 'sketch_*'")
        self._months = {int(name.partition("_")[2]) for (name,) in rows}

    def meet(self, months: Collection[int], sketch: Collection[int]) -> dict[int, Shared]:
        """Return what articles of *months* share with *sketch*, by number, where it tells enough.

        How many have an entry counts by the month.
        """
        asked = json.dumps(sketch)
        found: dict[int, Shared] = {}
        for month in months:
            if month in self._months:
                rows = [row for (row,) in self._db.execute(_MEET.format(month), (asked,))]
                rare = [row for row in rows if len(row) < _FREQUENT * _BYTES]
                often = [row for row in rows if len(row) >= _FREQUENT * _BYTES]
                told = [row for row in often if len(row) < _COMMON * _BYTES]
                if _PART_COMMON * (len(often) - len(told)) < len(sketch):
                    often = told
                of = _RARE * (len(sketch) - len(rows) + len(rare)) + _OFTEN * len(often)
                shared = Counter(_places(b"".join(_RARE * rare + _OFTEN * often)))
                least, base = min(of, _LEAST), month * _SHIFT
                found |= {
                    base + place: Shared(weight, of)
                    for place, weight in shared.items()
                    if weight >= least
                }
        return found

    def add(self, number: int, sketch: Iterable[int]) -> None:
        """Keep *sketch* as that of the article *number*, but for what is common by now."""
        month, place = divmod(number, _SHIFT)
        if month not in self._months:
            self._db.execute(
                f"CREATE TABLE sketch_{month} (entry INTEGER PRIMARY KEY, places BLOB NOT NULL)"
            )
            self._months.add(month)
        packed = pack("<I", place)
        self._db.executemany(_ADD.format(month), [(entry, packed) for entry in sketch])

    def revise(self, number: int, sketch: Collection[int]) -> None:
        """Keep *sketch* as that of the article *number*, which had another.

        What it has no more still leads to it: a search of the whole month would find that.
        """
        month, place = divmod(number, _SHIFT)
        rows = self._db.execute(_THERE.format(month), (json.dumps(sketch),))
        there = {entry for entry, places in rows if place in _places(places)}
        self.add(number, [entry for entry in sketch if entry not in there])

    def remove(self, numbers: Iterable[int]) -> None:
        """Take the articles *numbers* out of every row; it looks at all of their months."""
        places: dict[int, set[int]] = {}
        for number in numbers:
            places.setdefault(number >> PLACES, set()).add(number & (_SHIFT - 1))
        for month, those in places.items():
            if month in self._months:
                self._take_out(month, those)

    def _take_out(self, month: int, those: set[int]) -> None:
        rows = self._db.execute(f"SELECT * FROM sketch_{month}")
        rests = [
            (b"".join(pack("<I", place) for place in places if place not in those), entry)
            for entry, packed in rows
            if not those.isdisjoint(places := _places(packed))
        ]
        self._db.executemany(f"UPDATE sketch_{month} SET places = ? WHERE entry = ?", rests)
        self._db.execute(f"DELETE FROM sketch_{month} WHERE places = x''")


def _places(packed: bytes) -> tuple[int, ...]:
    return unpack(f"<{len(packed) // _BYTES}I", packed)
