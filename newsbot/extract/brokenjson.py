"""JSON as templates write it: with comments, loose commas, bare quotation marks, cut short."""

from __future__ import annotations

import json
import re
from html import unescape

# What scripts were once wrapped in for the sake of browsers that knew none.
_WRAPPERS = re.compile(r"<!\[CDATA\[|\]\]>|^\s*<!--|-->\s*$")
_TOKEN = re.compile(r'"|//[^\n]*|/\*.*?(?:\*/|$)|[{}\[\]]', re.DOTALL)
_MARK = re.compile(r'\\.|"', re.DOTALL)
# What follows the end of a string: the end of its list or object, or another value.
_VALUE = r"""["{\[\d-]|true\b|false\b|null\b|//|/\*"""
_ENDING = re.compile(rf"\s*(?:[}}\]]|$|,\s*(?:{_VALUE}|[}}\]]|$)|:\s*(?:{_VALUE})|//|/\*)")
_LOOSE_COMMA = re.compile(r",(?=\s*[}\]]|\s*$)")
_BETWEEN = re.compile(r"}\s*(?=\{)")
_NO_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[\da-fA-F]{4})')
# What stands for a string while the frame around it is put in order.
_STRING = "\0"
_CLOSING = {"{": "}", "[": "]"}
# No page states so much; mending takes longer than reading.
_LONGEST = 1 << 18


def mended(text: str) -> object:
    """Return what broken JSON means, ``None`` where nobody can tell.

    Comments, loose commas and wrappers are taken away; quotation marks inside strings get their
    backslash; documents in a row become a list; what is open at the end is closed.

    >>> mended('{"headline": "Er sagt "nein"", // heute')
    {'headline': 'Er sagt "nein"'}
    """
    text = _WRAPPERS.sub("", text).strip().rstrip(";")
    if len(text) > _LONGEST:
        return None
    if text[:12].replace(" ", "").startswith(("{&quot;", "[{&quot;", "{&#34;")):
        text = unescape(text)
    whole = _in_order(text.replace(_STRING, ""))
    for attempt in (whole, f"[{whole}]"):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _in_order(text: str) -> str:
    """Return *text* with its strings and brackets closed, without comments and loose commas."""
    frame: list[str] = []
    strings: list[str] = []
    unclosed: list[str] = []
    place = 0
    while token := _TOKEN.search(text, place):
        sign = token[0]
        frame.append(text[place : token.start()])
        place = token.end()
        if sign == '"':
            end = _end_of_string(text, place)
            strings.append(_string(text[place:end]))
            frame.append(_STRING)
            place = end + 1
        elif not sign.startswith("/"):
            frame.append(sign)
            if sign in _CLOSING:
                unclosed.append(_CLOSING[sign])
            elif unclosed:
                unclosed.pop()
    frame.append(text[place:])
    tidy = _BETWEEN.sub("},", _LOOSE_COMMA.sub("", "".join(frame)))
    parts = iter(strings)
    return "".join(
        [next(parts) if sign == _STRING else sign for sign in tidy + "".join(reversed(unclosed))]
    )


def _end_of_string(text: str, start: int) -> int:
    """Return where the string ends that begins at *start*: at the mark that JSON goes on behind."""
    for mark in _MARK.finditer(text, start):
        if mark[0] == '"' and _ENDING.match(text, mark.end()):
            return mark.start()
    return len(text)


def _string(text: str) -> str:
    bare = _MARK.sub(_escaped, _NO_ESCAPE.sub(r"\\\\", text))
    return f'"{bare}"'


def _escaped(mark: re.Match[str]) -> str:
    return '\\"' if mark[0] == '"' else mark[0]
