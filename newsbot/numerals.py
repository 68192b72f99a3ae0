"""Numbers of things, in words for a person."""

from __future__ import annotations


def amount(number: int, name: str) -> str:
    """Return so many of what is called *name* if it is one.

    >>> amount(1, "index line"), amount(2, "index line"), amount(0, "index line")
    ('1 index line', '2 index lines', '0 index lines')
    """
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
