"""Whether two texts of a page say the same, one of them perhaps cut short."""

from __future__ import annotations

import re

from newsbot.text import fold

_CUT = re.compile(r"(?:\.\s?\.\s?\.+|…|\[…\])[\s\W]*$")
_WHOLE = re.compile(r"[.!?。！？][\"'”“’»)\]]*$")


def is_cut(text: str) -> bool:
    """Return whether *text* ends in dots that stand for more.

    >>> is_cut("Die Brücke ist ..."), is_cut("Die Brücke ist neu.")
    (True, False)
    """
    return bool(_CUT.search(text))


def is_whole(text: str) -> bool:
    """Return whether *text* ends as a sentence does."""
    return bool(_WHOLE.search(text)) and not is_cut(text)


def begins(whole: str, part: str) -> bool:
    """Return whether *whole* begins with *part*, dots at its end aside."""
    start = fold(_CUT.sub("", part))
    return bool(start) and fold(whole).startswith(start)


def alike(one: str, other: str) -> bool:
    """Return whether one of two texts holds the other, and is no more than a part longer.

    >>> alike("Neue Brücke über die Lahn", "Neue Brücke über die Lahn | Waldbote")
    True
    >>> alike("Politik", "Politik und Pilze: der Herbst im Kreistag")
    False
    """
    short, long = sorted((fold(_CUT.sub("", one)), fold(_CUT.sub("", other))), key=len)
    return bool(short) and short in long and len(short) > 0.4 * len(long)


def holds(whole: str, part: str) -> bool:
    """Return whether *whole* has all the words of *part* in a row, dots at its end aside."""
    words = fold(_CUT.sub("", part))
    return bool(words) and words in fold(whole)
