"""The figures of `make faults`: how many faults of each kind were met, and what they cost."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COLUMNS = ("faults", "rounds", "lost", "doubled", "torn", "other")

_figures: defaultdict[str, Counter[str]] = defaultdict(Counter)


def note(what: str, found: Sequence[str], faults: int = 1) -> None:
    """Note that a round with *faults* of the kind *what* ended, and what was *found* wrong."""
    kinds = (finding.partition(":")[0] for finding in found)
    _figures[what].update(kind if kind in COLUMNS else "other" for kind in kinds)
    _figures[what].update(faults=faults, rounds=1)


def table() -> Iterator[str]:
    """Yield the lines of the table of all that was noted."""
    width = max(map(len, _figures), default=0)
    for what, figures in [("", dict(zip(COLUMNS, COLUMNS, strict=True))), *_figures.items()]:
        yield what.ljust(width) + "".join(f"{figures[column]:>9}" for column in COLUMNS)
