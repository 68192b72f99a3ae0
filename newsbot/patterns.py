"""The pattern of a URL: what it shares with all that one template of a site can make."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from newsbot.urls import SLUG_WORDS

# A name that nobody typed: a session, a hash, a UUID.
_ID = re.compile(r"(?=[^/]*\d)(?=[^/]*[A-Za-z])[A-Za-z0-9_]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4,12}){4}")
_NUMBER = re.compile(r"\d+")
# The same part again and again, alone or with others between: what relative links lead to that
# are meant for another folder. Numbers may well repeat (/archiv/11/11/11).
_MOST_ALIKE = 3
_MOST_PARTS = 20
_MOST_FIELDS = 12


def pattern_of(url: str) -> str:
    """Return the path of *url* with numbers, ids and slugs as such, and the names of its query.

    >>> pattern_of("https://waldbote.test/lich/2031/04?ngay=7&sid=1")
    '/lich/{n}/{n}?ngay&sid'
    >>> pattern_of("https://waldbote.test/lokales/rat-stimmt-dem-umbau-zu-4711.html")
    '/lokales/{slug}'
    """
    parts = urlsplit(url)
    path = "/".join(map(_kind_of, parts.path.split("/"))) or "/"
    fields = _fields(parts.query)
    return f"{path}?{'&'.join(sorted(fields))}" if fields else path


def path_of(pattern: str) -> str:
    """Return what patterns share that differ in their queries alone."""
    return pattern.partition("?")[0]


def turns_in_circles(url: str) -> bool:
    """Return whether *url* repeats its own parts, or has more of them than any page's address.

    >>> turns_in_circles("https://waldbote.test/a/css/a/css/a/css/")
    True
    """
    parts = urlsplit(url)
    words = [part for part in parts.path.split("/") if re.search(r"[^\W\d]", part)]
    return (
        any(words.count(word) >= _MOST_ALIKE for word in set(words))
        or parts.path.count("/") > _MOST_PARTS
        or parts.query.count("&") >= _MOST_FIELDS
    )


def _kind_of(part: str) -> str:
    if _ID.fullmatch(part):
        return "{id}"
    return "{slug}" if part.count("-") >= SLUG_WORDS - 1 else _NUMBER.sub("{n}", part)


def _fields(query: str) -> set[str]:
    names = (field.partition("=")[0] for field in query.split("&") if field)
    return {_NUMBER.sub("{n}", name) for name in names}
