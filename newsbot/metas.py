"""The meta elements in the head of a page, found by HTML's own rules for tokens.

Bytes are read as far as the head goes, for no parser should see a page before it is known to be
one that may be kept.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A quote only counts behind an equals sign; what is opened and never closed ends with the page.
_ATTRIBUTE = rb"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+|))?+"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_UNNAMED = _ATTRIBUTE.replace(b"([^\\s/>]", b"(?:[^\\s/>]", 1).replace(b'("', b'(?:"', 1)
# In these nothing is an element (WHATWG HTML 13.2.6.4.4, 13.4): they go on to their end tag.
_TEXTS = b"script|style|title|textarea|template|xmp|iframe|noembed|noframes"
# A comment may be closed at once; so may be what only begins like one (13.2.5.41 to 13.2.5.53).
_TOKENS = re.compile(
    rb"<!--(?:-?>|.*?(?:--!?>|\Z))"
    rb"|<(?:[!?]|/[^a-z])[^>]*+"
    rb"|<(?P<tag>/?[a-z][^\s/>]*+)(?P<attributes>(?:[\s/]++|%b)*+)>?" % _UNNAMED,
    re.IGNORECASE | re.DOTALL,
)
_ENDS = {
    text: re.compile(rb"</%b(?=[\s/>])|\Z" % text, re.IGNORECASE) for text in _TEXTS.split(b"|")
}
# Heads have some hundreds; after so many there is none to be found.
_MOST_TOKENS = 50_000


def metas(page: bytes) -> Iterator[tuple[str, str]]:
    """Yield name and content of the meta elements before the body of *page*, both as they read.

    Those in comments and scripts are none. The name is that of ``http-equiv`` where there is no
    other.

    >>> list(metas(b'<title><meta></title><META name=Robots content="no&#97;rchive">'))
    [('robots', 'noarchive')]
    """
    for tag, attributes in islice(_tags(page), _MOST_TOKENS):
        if tag == b"body":
            return
        if tag == b"meta":
            found: dict[bytes, str] = {}
            for name, value in _ATTRIBUTES.findall(attributes):
                found.setdefault(name.lower(), _read(value))
            name = found.get(b"name") or found.get(b"http-equiv") or ""
            yield name.lower(), found.get(b"content", "")


def _tags(page: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the tags of *page*, each with its attributes as written."""
    at = 0
    while token := _TOKENS.search(page, at):
        at = token.end()
        tag = (token["tag"] or b"").lower()
        if end := _ENDS.get(tag):
            found = end.search(page, at)
            at = found.start() if found else len(page)
        yield tag, token["attributes"] or b""


def _read(value: bytes) -> str:
    quote = value[:1]
    inner = value[1:-1] if quote in {b'"', b"'"} else value
    return unescape(inner.decode("latin-1")).strip()
