"""The next page of an article that goes over several pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# Where the number of a page stands: in the query, or at the end of the path.
_PARAMETERS = frozenset({"page", "p", "trang", "seite", "halaman", "hal", "pagina", "pg"})
_NUMBER = re.compile(r"\d{1,3}", re.ASCII)
_IN_PATH = re.compile(r"[/,_.-](?:page|seite|trang|p)?[/_-]?(\d{1,2})(?=(?:\.\w{3,5})?/?$)")


def next_part(
    url: str, candidates: Iterable[str], key_of: Callable[[str], str | None]
) -> str | None:
    """Return the one of *candidates* that is the page after *url* of the same article.

    The same article has the same key, or the same address but for the number of the page. A
    ``rel=next`` may also lead to the next article, as WordPress has it. *key_of* gives the
    article key of an address, ``None`` where the site has no pattern for it.
    """
    key = key_of(url)
    own = set(_readings(url, key))
    for candidate in candidates:
        other = key_of(candidate)
        is_another = key is not None and other is not None and key != other
        before = ((stem, number - 1) for stem, number in _readings(candidate, other))
        if not is_another and not own.isdisjoint(before):
            return candidate
    return None


def _readings(url: str, key: str | None) -> Iterator[tuple[str, int]]:
    """Yield what *url* may mean: an article, by its address or key, and the number of a page."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    named = [pair for pair in pairs if pair[0] in _PARAMETERS and _NUMBER.fullmatch(pair[1])]
    number = int(named[0][1]) if named else 1
    rest = [pair for pair in pairs if pair not in named[:1]]
    yield f"{parts.netloc}{parts.path}?{rest}", number
    if key is not None:
        yield key, number
    if in_path := _IN_PATH.search(parts.path):
        stem = parts.path[: in_path.start()] + parts.path[in_path.end() :]
        yield f"{parts.netloc}{stem}?{rest}", int(in_path[1])
