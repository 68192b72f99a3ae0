"""How two texts begin: in one form of words with other names and numbers, or as they please."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from newsbot.copies.alignment import NAME, PLAIN, Units, units

if TYPE_CHECKING:
    from collections.abc import Iterator

# The opening is two fifths of the shorter text, but not less and not more words or signs than this.
_SHARE, _LEAST, _MOST, _LEAST_SIGNS, _MOST_SIGNS = 0.4, 27, 60, 150, 200
# Half of what is before the last slot stands in both, in order: two papers' leads have less.
# Of signs a third, since single ones don't count. A shingle of what follows it counts, too: with
# a lead of its own ends the sentence.
_FRAME, _FRAME_OF_SIGNS, _AFTER = 0.5, 0.35, 5
# What fills a slot is no longer, in words or in signs: more is rewritten.
_SHORT, _SHORT_SIGNS = 8, 20
# Words of a language with capitals that are neither name nor number may be the editor's choice; a
# name of which the other words stay may be set right.
_PLAIN_SLOT = 0.5
# "KORNAU (AP) - ": where a report comes from is every paper's own.
_DATELINE = re.compile(r"\s*(?:\S+\s+){0,5}?(?:\([^)\d]{2,20}\)(?:\s*[-–—:])?|[-–—]{1,2})\s")


def slots(one: str, other: str) -> float:
    """Return in how many places the openings of two texts of one form are filled in differently.

    A name or a number counts as one, plain words as half, where capitals tell them from names.
    None counts if the openings are not of one form, as of a report with a lead of its own.
    """
    first, second = _openings(one, other)
    if first.words == second.words:
        return 0
    is_cased = not first.width and one.lower() != one
    found, frame, end = 0.0, 0, 0
    added = [0, 0]
    for at, there, here, beside, length, same in _gaps(first, second):
        mine, theirs = first.kinds[at:here], second.kinds[there:beside]
        longest = max(len(mine), len(theirs))
        if mine and theirs:
            # The first word has its capital anyhow; a name is swapped for one as long.
            is_start = not at and not there and here == beside
            is_part = at and longest == 1 and first.kinds[at - 1] == NAME
            if longest <= (_SHORT_SIGNS if first.width else _SHORT):
                are_figures = is_start or (min(max(mine), max(theirs)) > PLAIN and not is_part)
                found += 1 if are_figures or not is_cased else _PLAIN_SLOT
        elif longest <= _SHORT // 2 and max(mine or theirs) > PLAIN:
            added[bool(mine)] += 1
        else:
            continue
        after = min(length, first.width or _AFTER)
        frame, end = same + after, max(here, beside) + after
    found += min(added)
    least = _FRAME_OF_SIGNS if first.width else _FRAME
    return found if frame >= least * end else 0


def _openings(one: str, other: str) -> tuple[Units, Units]:
    first, second = units(one), units(other)
    least, most = (_LEAST_SIGNS, _MOST_SIGNS) if first.width else (_LEAST, _MOST)
    size = int(_SHARE * min(len(first.words), len(second.words)))
    size = max(least, min(most, size))
    return _opening(one, first, size), _opening(other, second, size)


def _opening(text: str, whole: Units, size: int) -> Units:
    dateline = _DATELINE.match(text)
    start = len(units(dateline[0]).words) if dateline else 0
    span = slice(start, start + size)
    return Units(whole.words[span], whole.kinds[span], whole.width)


def _gaps(one: Units, other: Units) -> Iterator[tuple[int, int, int, int, int, int]]:
    """Yield where two texts differ between what both have: from where to where in either.

    Then how long it is what both have then, and how much both had before; single signs are in any
    two texts.
    """
    least = max(1, one.width // 4)
    at = there = same = 0
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    for here, beside, length in matcher.get_matching_blocks():
        if length < least:
            continue
        if at < here or there < beside:
            yield at, there, here, beside, length, same
        at, there, same = here + length, beside + length, same + length
