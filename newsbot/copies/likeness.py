"""Whether one text is a copy of another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsbot.copies.shingles import Shingled

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ALIKE, _CONTAINED, _NUMBERS = 0.5, 0.65, 0.7


def is_candidate(shared: int, size_one: int, size_other: int) -> bool:
    """Return whether so many *shared* entries of two sketches are worth the exact check."""
    return shared >= min(2, size_one, size_other) and shared > 0


def likeness(one: Shingled, other: Shingled) -> float | None:
    """Return the share of the shingles of both that both have, None if neither is a copy."""
    if one.whole == other.whole and one.whole:
        return 1.0
    shared = len(one.shingles & other.shingles)
    least = min(len(one.shingles), len(other.shingles))
    alike = shared / max(1, len(one.shingles) + len(other.shingles) - shared)
    if (alike < _ALIKE and shared < _CONTAINED * least) or not shared:
        return None
    return alike if _agree(one.text, other.text) else None


def _agree(one: str, other: str) -> bool:
    """Return whether the numbers of both are the same, as far as they have enough."""
    numbers, others = set(_NUMBER.findall(one)), set(_NUMBER.findall(other))
    least = min(len(numbers), len(others))
    return least < 5 or len(numbers & others) >= _NUMBERS * least
