"""Ways to damage a page, each a function of its bytes, of another page, and of chance."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_TAG = re.compile(rb"<[^<>]{1,300}>")
_ATTRIBUTE = re.compile(rb"""\s[a-zA-Z:-]{1,20}=(?:"[^"<>]{0,200}"|'[^'<>]{0,200}')""")
_TEXT = re.compile(rb">[^<>]{3,200}<")
_DATA = re.compile(rb"<script[^>]{0,80}ld\+json[^>]{0,80}>.{1,20000}?</script>", re.DOTALL)
# What trips readers: signs of markup, of other encodings and of numbers without end.
_NOISE = (
    *(b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbf\xbf", b"\xe2\x80\xae", b"\xcc\x81"),
    *(b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&", b"&#0;", b"&#x110000;"),
    *(b"&#55555;", b"&amp;amp;lt;b&gt;", b"&nbsp;" * 50, b'"', b"'", b"\\", b"{", b"[", b"]}"),
    *(b"</html>", b"</body>", b"</script>", b"<script>", b"<style>", b"<table>", b"<svg>", b"<p>"),
    *(b"<base href='//['>", b"<template>", b"<select>", b"<math><mi>", b"<html hidden>", b"<o:p>"),
    *(b"<meta charset=utf-7>", b"<meta charset=gb2312>", b"<?xml version='1.0' encoding='x'?>"),
    *(b"99999999999999999999", b"31/02/0000", b"2024-02-30T25:61:99+99:99", b"1e999", b"-0"),
    *(b"http://[::", b"//\\", b"javascript:", b"?page=2", b"https://waldbote.test/artikel/7"),
    *(b" " * 5000, b"\n" * 5000, b"." * 5000, b"1/" * 3000, b"a " * 3000, b"<b>" * 1500),
    *(b"<div class='related'>", b"<time datetime=''>", b"<i itemprop='author articleBody'>"),
)
_CHARSETS = ("utf-8", "iso-8859-1", "windows-1258", "utf-16", "gb2312", "shift_jis", "x", "hex")


def _place(chance: Random, body: bytes) -> int:
    return chance.randrange(len(body) + 1)


def _span(chance: Random, body: bytes) -> tuple[int, int]:
    start = _place(chance, body)
    return start, start + chance.choice((1, 10, 100, 1000, 20_000))


def _flip(chance: Random, body: bytes, _: bytes) -> bytes:
    damaged = bytearray(body)
    for _ in range(chance.choice((1, 5, 50)) if body else 0):
        damaged[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _cut(chance: Random, body: bytes, _: bytes) -> bytes:
    start, end = _span(chance, body)
    return body[:start] + body[end:]


def _end(chance: Random, body: bytes, _: bytes) -> bytes:
    return body[: _place(chance, body)]


def _repeat(chance: Random, body: bytes, _: bytes) -> bytes:
    start, end = _span(chance, body)
    return body[:start] + body[start:end] * chance.choice((2, 3, 30)) + body[end:]


def _swap(chance: Random, body: bytes, _: bytes) -> bytes:
    (start, end), (other, last) = sorted((_span(chance, body), _span(chance, body)))
    if end > other:
        return body
    return body[:start] + body[other:last] + body[end:other] + body[start:end] + body[last:]


def _noise(chance: Random, body: bytes, _: bytes) -> bytes:
    for _ in range(chance.choice((1, 3, 20))):
        place = _place(chance, body)
        body = body[:place] + chance.choice(_NOISE) + body[place:]
    return body


def _splice(chance: Random, body: bytes, other: bytes) -> bytes:
    """Put a tag, an attribute, a text or the data of *other* where the page has one of its own."""
    for _ in range(chance.choice((1, 5, 30))):
        kind = chance.choice((_TAG, _ATTRIBUTE, _TEXT, _DATA))
        there = _some(chance, kind, other)
        here = _some(chance, kind, body)
        if there and here:
            body = body[: here.start()] + there[0] + body[here.end() :]
    return body


def _some(chance: Random, kind: re.Pattern[bytes], body: bytes) -> re.Match[bytes] | None:
    """Return a match of *kind* behind a place taken by chance."""
    return kind.search(body, _place(chance, body)) or kind.search(body)


def _without(chance: Random, body: bytes, _: bytes) -> bytes:
    """Take away every tag of one name."""
    found = _some(chance, _TAG, body)
    name = found[0].strip(b"</>").split()[0:1] if found else []
    return re.sub(rb"</?%s\b[^<>]*>" % re.escape(name[0]), b"", body) if name else body


def _join(chance: Random, body: bytes, other: bytes) -> bytes:
    return body[: _place(chance, body)] + other[_place(chance, other) :]


def _encode(chance: Random, body: bytes, _: bytes) -> bytes:
    encoding = chance.choice(("latin-1", "cp1258", "utf-16", "utf-16-le", "gb18030", "shift_jis"))
    return body.decode("utf-8", "replace").encode(encoding, "replace")


def _pack(chance: Random, body: bytes, _: bytes) -> bytes:
    packed = gzip.compress(body, 1)
    return packed[: _place(chance, packed)] if chance.random() < 0.5 else packed


_WAYS: tuple[Callable[[Random, bytes, bytes], bytes], ...] = (
    *(_flip, _cut, _end, _repeat, _swap, _noise, _noise, _splice, _splice, _without, _join),
    _encode,
)


def mutate(chance: Random, body: bytes, other: bytes) -> tuple[bytes, str | None]:
    """Return *body* damaged in one to six ways, with parts of *other*, and what it is called."""
    for _ in range(chance.randint(1, 6)):
        body = chance.choice(_WAYS)(chance, body, other)
    if chance.random() < 0.05:
        body = _pack(chance, body, other)
    return body, chance.choice((None, *_CHARSETS)) if chance.random() < 0.3 else None
