"""How much a text says: in characters, those that stand for a syllable or a word twice."""

from __future__ import annotations

import re

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def size_of(text: str) -> int:
    """Return the size of *text*, in which one sign of Chinese, Japanese or Korean is two.

    >>> size_of("Brücke"), size_of("橋")
    (6, 2)
    """
    return len(text) + len(_WIDE.findall(text))
