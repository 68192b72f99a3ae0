"""Whether two texts of a page say the same, one of them perhaps cut short."""

from __future__ import annotations

import re

from newsbot.text import fold

_CUT = re.compile(r"(?:\.\s?\.\s?\.+|…|\[…\])[\s\W]*$")
# So near the end of a text its dots stand; all before is no end.
_END = 60
_WHOLE = re.compile(r"[.!?。！？][\"'”“’»)\]]*$")


def is_cut(text: str) -> bool:
    """Return whether *text* ends in dots that stand for more.

    >>> is_cut("Die Brücke ist ..."), is_cut("Die Brücke ist neu.")
    (True, False)
    """
    return bool(_CUT.search(text, max(0, len(text) - _END)))


def is_whole(text: str) -> bool:
    """Return whether *text* ends as a sentence does."""
    return bool(_WHOLE.search(text, max(0, len(text) - _END))) and not is_cut(text)


def _uncut(text: str) -> str:
    """Return *text* without the dots at its end that stand for more."""
    return text[:-_END] + _CUT.sub("", text[-_END:])


def begins(whole: str, part: str) -> bool:
    """Return whether *whole* begins with *part*, dots at its end aside."""
    start = fold(_uncut(part))
    return bool(start) and fold(whole).startswith(start)


def alike(one: str, other: str) -> bool:
    """Return whether one of two texts holds the other, and is no more than a part longer.

    >>> alike("Neue Brücke über die Lahn", "Neue Brücke über die Lahn | Waldbote")
    True
    >>> alike("Politik", "Politik und Pilze: der Herbst im Kreistag")
    False
    """
    short, long = sorted((fold(_uncut(one)), fold(_uncut(other))), key=len)
    return bool(short) and short in long and len(short) > 0.4 * len(long)


def holds(whole: str, part: str) -> bool:
    """Return whether *whole* has all the words of *part* in a row, dots at its end aside."""
    words = fold(_uncut(part))
    return bool(words) and words in fold(whole)
