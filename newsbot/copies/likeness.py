"""Whether one text is a copy of another, or a bulletin of the same series, or neither."""

from __future__ import annotations

from newsbot.copies.alignment import Alignment, Swap, align, units
from newsbot.copies.frames import slots
from newsbot.copies.shingles import Shingled, shingled

# Shares of the shingles of both, and of the shorter text's: below, too much of it is another's.
# Less than ten shingles in a longer text are a quotation.
_ALIKE, _CONTAINED, _CONTAINED_ALIKE, _QUOTED = 0.5, 0.65, 0.2, 10
# How much later the shorter text may begin in the longer: what has a lead of so many words is an
# article; what has whole texts before it is a digest, and would make copies of all it is made of.
_LEAD, _DIGEST = 70, 0.4
# Whatever their order, half of the numbers of the text with fewer stand in both, if it has five.
_NUMBERS, _NUMBERS_SHARE = 5, 0.5
# How much likelier what is seen is in a series than in a copy, as natural logarithms. Of the
# numbers that two bulletins have at one place, half differ; of those of copies 3 in 100.
_SWAPPED_NUMBER, _KEPT_NUMBER = 2.8, -0.66
_SWAPPED_NAME, _KEPT_NAME = 1.2, -0.035
# Without spaces, names are not told from words: any slot counts, but no more than four.
_SLOT, _SLOTS = 0.5, 4
_SERIES, _NAMES_ALONE = -1.0, 4.0
# A slot is short, in words or in signs, or half of it are numbers and names: else it is rewritten.
_SHORT, _SHORT_SIGNS = 8, 20
# Slots of an opening that make a series of a text, and of one with more words.
_WHOLLY = 0.99  # of the shorter text's shingles: it stands in the longer as it is
_SHINGLE, _SIGNS, _LEAST_SLOTS, _WORDS_A_SLOT = 5, 25, 0.5, 160
# Which part of a sketch is shared at least by texts of one length: of a thousand copies with two
# thirds of their shingles in common one has less.
_PART_SHARED = 0.25


def may_be_copies(shared: int, of: int, size: int, other: int) -> bool:
    """Return whether texts with *size* and *other* shingles are worth laying side by side.

    They share *shared* of the *of* that a sketch weighs. Where the shorter text stands in the
    longer, it is as large a part of the one as of the other.
    """
    length = min(size, other) / max(size, other, 1)
    return shared >= _PART_SHARED * length * of


def likeness(one: Shingled, other: Shingled) -> float | None:
    """Return the share of the shingles of both that both have, None if neither is a copy.

    Half of all shingles, or two thirds of the shorter text's, are the least. Then the texts are
    laid side by side. A copy differs by whole sentences, added, dropped or written anew. The
    bulletins of a series (a gold price, a power cut, an obituary) differ in slots: between equal
    words stands another number or name. The evidence is weighed: each number and name swapped
    speaks for a series, each one kept for a copy; plain words swapped may be an editor's.
    """
    if one.whole == other.whole:
        return 1.0 if one.whole else None
    ours = one.shingles
    # What only shares phrases with it is out before the set of its shingles is made.
    shared = len(ours.intersection(other.hashes))
    if shared < max(1, _CONTAINED_ALIKE * len(ours)):
        return None
    theirs = other.shingles
    alike = shared / (len(ours) + len(theirs) - shared)
    least = max(_QUOTED, min(len(ours), len(theirs)))
    if alike < _ALIKE and (shared < _CONTAINED * least or alike < _CONTAINED_ALIKE):
        return None
    if alike < _DIGEST and not _is_opening(one, other):
        return None
    is_series = (
        not _share_numbers(one.text, other.text)
        or _are_filled_in(one, other)
        or _are_a_series(align(one.text, other.text))
    )
    return None if is_series else alike


def _are_filled_in(one: Shingled, other: Shingled) -> bool:
    """Return whether the openings differ in more slots than are set right in so long a text."""
    ours, theirs = one.shingles, other.shingles
    shorter = min(len(ours), len(theirs))
    if len(ours & theirs) >= _WHOLLY * shorter:
        return False
    words = shorter * _SHINGLE / (units(one.text).width or _SHINGLE)
    return slots(one.text, other.text) >= max(_LEAST_SLOTS, words / _WORDS_A_SLOT)


def _is_opening(one: Shingled, other: Shingled) -> bool:
    """Return whether the longer text begins with the shorter, but for a lead."""
    short, long = sorted((one, other), key=lambda text: len(text.shingles))
    lead = _LEAD * (units(long.text).width or _SIGNS) // _SHINGLE
    return not short.shingles.isdisjoint(shingled(long.text[:lead]).shingles)


def _share_numbers(one: str, other: str) -> bool:
    """Return whether texts have numbers in common; bulletins may put all theirs at the start."""
    numbers, others = units(one).numbers, units(other).numbers
    least = min(len(numbers), len(others))
    return least < _NUMBERS or len(numbers & others) >= _NUMBERS_SHARE * least


def _are_a_series(found: Alignment) -> bool:
    """Return whether what is swapped speaks for a series; one slot alone is a correction."""
    slots = [swap for swap in found.swaps if _is_slot(swap, found.is_spaced)]
    # Of an opening little is believed: it may be a dateline, or say when it was printed.
    if _is_slot(found.opening, found.is_spaced):
        slots.append(Swap(*(min(1, count) for count in found.opening)))
    numbers = sum(slot.numbers for slot in slots)
    weight = _SWAPPED_NUMBER * numbers + _KEPT_NUMBER * found.numbers
    if found.is_spaced:
        names = sum(slot.names for slot in slots)
        of_names = _SWAPPED_NAME * names + _KEPT_NAME * found.names
        is_several = sum(slot.numbers + slot.names > 0 for slot in slots) > 1
    else:
        names = sum(slot.plain > 0 for slot in slots)
        of_names = _SLOT * min(_SLOTS, sum(not slot.numbers for slot in slots))
        is_several = len(slots) > 1
    is_several |= names + numbers > (2 if numbers else 3)
    return is_several and (weight + of_names > _SERIES or of_names > _NAMES_ALONE)


def _is_slot(swap: Swap, is_spaced: bool) -> bool:
    figures = swap.numbers + swap.names
    short = _SHORT if is_spaced else _SHORT_SIGNS
    return any(swap) and figures + swap.plain <= max(short, 2 * figures)
