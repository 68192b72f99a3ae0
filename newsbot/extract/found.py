"""What a reader found on a page, and by which evidence."""

from __future__ import annotations

from typing import Generic, Literal, NamedTuple, TypeVar

Evidence = Literal[
    "profile",
    "json-ld",
    "microdata",
    "opengraph",
    "meta",
    "generic",
    "trafilatura",
    "script",
    "detected",
]
T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A value and where it came from."""

    value: T
    evidence: Evidence
