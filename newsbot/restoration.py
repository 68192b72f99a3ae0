"""A text in the form in which the corpus keeps it, and what had to be repaired for that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsbot.fontcodes import converted, is_coded
from newsbot.mojibake import QUOTES, TAIL, is_garbled, repaired
from newsbot.text import normalise_text

if TYPE_CHECKING:
    from collections.abc import Callable

# What every text has that is read wrongly or coded, and few others have: a beginning of UTF-8 as it
# is read; a sign or a small letter where none belongs, or a vowel with one of VNI's marks.
_REMARKABLE = re.compile(
    "[\u00a8-\u00ac\u00ae\u00b5-\u00be\u00c2-\u00fe\u0102]"
    f"(?:(?=[{TAIL}])(?<=[\u00c2-\u00f4\u0102])(?:(?![{QUOTES}])|.[{TAIL}a-z])"
    "|(?=[A-Za-z\u00a8-\u00fe])(?:(?<=[A-Za-z®][\u00a8-\u00ac\u00ae\u00b5-\u00be×÷])"
    "|(?<=[aeouyôöAEOUYÔÖ][øûõïåãäëØÛÕÏÅÃÄË])|(?<=[A-Z][\u00df-\u00fe])(?=[A-Z])))"
)

# No letter is read across it.
_PARTED = "\n\x1e\n"


class Restored(NamedTuple):
    """A text in its one form, whether letters were repaired, and whether some may be wrong."""

    text: str
    is_repaired: bool
    is_doubtful: bool


def restored(text: str, form: Callable[[str], str] = normalise_text, beside: str = "") -> Restored:
    """Return *text* with its letters as they were written, in the one *form*.

    Letters come first: among what the form takes away are bytes of letters that were read wrongly.
    A clean text only changes its form. What is proven of a text that stands *beside* it, as that
    was found, is believed of this one. Idempotent, and total on any string.

    >>> restored("BÃ¼rger fÃ¼r  BÃ¼rger ").text
    'Bürger für Bürger'
    """
    is_repaired = False
    while True:
        is_remarkable = bool(beside or _REMARKABLE.search(text))
        lettered = _lettered(text, beside) if is_remarkable else text
        is_repaired |= lettered != text
        formed = form(lettered)
        if formed == text:
            break
        text = formed
    is_doubtful = "\ufffd" in text or (is_remarkable and (is_garbled(text) or is_coded(text)))
    return Restored(text, is_repaired, is_doubtful)


def _lettered(text: str, beside: str) -> str:
    if not beside:
        return converted(repaired(text))
    both = f"{beside.replace(_PARTED, '')}{_PARTED}{text}"
    return converted(repaired(both)).partition(_PARTED)[2]
