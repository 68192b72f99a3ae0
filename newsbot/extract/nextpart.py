"""The next page of an article that goes over several pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Where the number of a page stands: in the query, or at the end of the path.
_PARAMETERS = frozenset({"page", "p", "trang", "seite", "halaman", "hal", "pagina", "pg"})
_IN_PATH = re.compile(r"[/,_.-](?:page|seite|trang|p)?[/_-]?(\d{1,2})(?=(?:\.\w{3,5})?/?$)")


class _Part(NamedTuple):
    """A page of an article: its address without the number of the page, and that number."""

    stem: str
    number: int


def next_part(
    url: str, candidates: Iterable[str], key_of: Callable[[str], str | None]
) -> str | None:
    """Return the one of *candidates* that is the page after *url* of the same article.

    The same article has the same key, or the same address but for the number of the page. A
    ``rel=next`` may also lead to the next article, as WordPress has it.
    """
    own, key = _part(url), key_of(url)
    for candidate in candidates:
        part = _part(candidate)
        same = part.stem == own.stem or (key is not None and key_of(candidate) == key)
        if same and part.number == own.number + 1:
            return candidate
    return None


def _part(url: str) -> _Part:
    """Return which part *url* is; an address without a number is the first."""
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    for name, value in query:
        if name.lower() in _PARAMETERS and value.isdecimal():
            rest = [pair for pair in query if pair != (name, value)]
            return _Part(f"{parts.netloc}{parts.path}{rest}", int(value))
    stem = f"{parts.netloc}{_IN_PATH.sub('', parts.path)}{query}"
    match = _IN_PATH.search(parts.path)
    return _Part(stem, int(match[1]) if match else 1)
