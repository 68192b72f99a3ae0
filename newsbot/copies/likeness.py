"""Whether one text is a copy of another, or a bulletin of the same series, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.copies.alignment import Alignment, Swap, align, units

if TYPE_CHECKING:
    from newsbot.copies.shingles import Shingled

# Shares of the shingles of both, and of the shorter text's: below, too much of it is another's.
_ALIKE, _CONTAINED, _CONTAINED_ALIKE = 0.5, 0.65, 0.1
# Whatever their order, half of the numbers of the text with fewer stand in both, if it has five.
_NUMBERS, _NUMBERS_SHARE = 5, 0.5
# How much likelier what is seen is in a series than in a copy, as natural logarithms. Of the
# numbers that two bulletins have at one place, half differ; of those of copies 3 in 100.
_SWAPPED_NUMBER, _KEPT_NUMBER = 2.8, -0.66
_SWAPPED_NAME, _KEPT_NAME, _SWAPPED_WORD = 1.2, -0.035, -0.3
# Without spaces, names are not told from words: any slot counts, but no more than four.
_SLOT, _SLOTS = 0.5, 4
_SERIES = -1.0
# A slot is short, in words or in signs, or half of it are numbers and names: else it is rewritten.
_SHORT, _SHORT_SIGNS = 8, 16


def is_candidate(shared: int, size_one: int, size_other: int) -> bool:
    """Return whether so many *shared* entries of two sketches are worth the exact check.

    Two are: of the openings of two fifths, that find the fewest, 99.5 % have them.
    """
    return shared >= max(1, min(2, size_one, size_other))


def likeness(one: Shingled, other: Shingled) -> float | None:
    """Return the share of the shingles of both that both have, None if neither is a copy.

    Half of all shingles, or two thirds of the shorter text's, are the least. Then the texts are
    laid side by side. A copy differs by whole sentences, added, dropped or written anew. The
    bulletins of a series (a gold price, a power cut, an obituary) differ in slots: between equal
    words stands another number or name. The evidence is weighed: each number and name swapped
    speaks for a series, each one kept for a copy; plain words swapped are an editor's.
    """
    if one.whole == other.whole:
        return 1.0 if one.whole else None
    shared = len(one.shingles & other.shingles)
    if not shared:
        return None
    alike = shared / (len(one.shingles) + len(other.shingles) - shared)
    contained = shared / min(len(one.shingles), len(other.shingles))
    if alike < _ALIKE and (contained < _CONTAINED or alike < _CONTAINED_ALIKE):
        return None
    if not _share_numbers(one.text, other.text) or _are_a_series(align(one.text, other.text)):
        return None
    return alike


def _share_numbers(one: str, other: str) -> bool:
    """Return whether texts have numbers in common; bulletins may put all theirs at the start."""
    numbers, others = units(one).numbers, units(other).numbers
    least = min(len(numbers), len(others))
    return least < _NUMBERS or len(numbers & others) >= _NUMBERS_SHARE * least


def _are_a_series(found: Alignment) -> bool:
    """Return whether what is swapped speaks for a series; one slot alone is a correction."""
    slots = [swap for swap in found.swaps if _is_slot(swap, found.is_spaced)]
    # Of an opening little is believed: it may be a dateline, or say when it was printed.
    opening = Swap(min(1, found.opening.numbers), min(1, found.opening.names), 0)
    if any(opening) and _is_slot(found.opening, found.is_spaced):
        slots.append(opening)
    numbers = sum(slot.numbers for slot in slots)
    names = sum(slot.names for slot in slots)
    weight = _SWAPPED_NUMBER * numbers + _KEPT_NUMBER * found.numbers
    if found.is_spaced:
        weight += _SWAPPED_NAME * names + _KEPT_NAME * found.names
        weight += _SWAPPED_WORD * sum(slot.plain for slot in slots)
        several = sum(slot.numbers + slot.names > 0 for slot in slots) > 1
    else:
        plain = sum(not slot.numbers for slot in slots)
        weight += _SLOT * min(_SLOTS, plain)
        several = len(slots) > 1
    return weight > _SERIES and (several or (numbers > 0 and numbers + names > 2))


def _is_slot(swap: Swap, is_spaced: bool) -> bool:
    figures = swap.numbers + swap.names
    short = _SHORT if is_spaced else _SHORT_SIGNS
    return figures + swap.plain <= max(short, 2 * figures)
