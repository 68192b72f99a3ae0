"""Text that was written as UTF-8 and read as windows-1252 or windows-1258, and what it said."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class _Reading(NamedTuple):
    """A wrong reading: which byte each sign was, and what a character of UTF-8 was read as."""

    bytes: dict[int, int]
    characters: re.Pattern[str]


def _signs(encoding: str) -> list[str]:
    """Return what *encoding* makes of each byte; a control of those it leaves open.

    So do browsers and most libraries (Encoding standard, index windows-1252).
    """
    signs = [bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in range(0x80, 0x100)]
    return [*map(chr, range(0x80)), *signs]


def _class(signs: Sequence[str], first: int, last: int) -> str:
    return "".join(map(re.escape, signs[first : last + 1]))


def _reading(encoding: str) -> _Reading:
    """Return the reading of UTF-8 in *encoding*.

    Of characters in four bytes, emoji alone. A no-break space within a character may have become
    a space, or gone at the end of a line.
    """
    signs = _signs(encoding)
    tail, two = _class(signs, 0x80, 0xBF), _class(signs, 0xC2, 0xDF)
    three, four = _class(signs, 0xE0, 0xEF), signs[0xF0] + signs[0x9F]
    characters = (
        f"[{two}][{tail}]|[{three}][{tail}]{{2}}|{four}[{tail}]{{2}}"
        f"|{signs[0xC3]}(?=[ \n]|\\Z)|[{two}] (?=\\S)"
        f"|[{three}][{tail}] |[{three}] [{tail}]"
    )
    return _Reading({ord(sign): byte for byte, sign in enumerate(signs)}, re.compile(characters))


_READINGS = (_reading("cp1252"), _reading("cp1258"))
# The signs of windows-1252 for all bytes of a character but its first.
TAIL = _class(_signs("cp1252"), 0x80, 0xBF)
# What stands behind words and before them as often as it is a byte of UTF-8.
QUOTES = "\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a\u2013\u2014\u2026«»\u00ad·\u00a0"
_BEHIND = frozenset(f"{QUOTES}™®°ªº¹²³€")
# Nearly all texts are clean, and most without any sign that looks otherwise.
_SUSPICIOUS = re.compile(f"[\u00c2-\u00f4\u0102](?=[{TAIL}])(?:(?![{QUOTES}])|.[{TAIL}a-z])")
_OTHERS = re.compile(r"[^\W\d_a-zA-Z]")
_CUT = re.compile(f"[\u00c2-\u00f4\u0102](?=[{TAIL}\ufffd])")
# The letters of the languages that are written in Latin ones, and their accents.
_LATIN = re.compile(
    "[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u017e"
    "\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u1e9e\u1ea0-\u1ef9"
    "\u0300-\u0303\u0306\u0308-\u030c\u031b\u0323\u0327\u0328]"
)
# What stands between words in any language; and what windows-1252 makes of bytes, for a text that
# was read wrongly twice.
_SIGNS = re.compile(
    "[\u0080-\u00bf\u00d7\u00f7\u0192\u02c6\u02dc\u200b-\u2044\u20ab\u20ac\u2116\u2122\ufeff]"
)
_VIETNAMESE = re.compile("[\u01a0\u01a1\u01af\u01b0\u0110\u0111\u1ea0-\u1ef9]")
# What may follow "à" in a syllable; before anything else a no-break space was one between words.
_CODA = re.compile(r" (?=(?:ng|nh|[imnouy])\b)")
_OPENING, _CLOSING = "\"'(“„«‘‚", "\"')”“»’"
# So many words that no language has prove a wrong reading; beside clean words it takes more.
_PROOF, _PROOF_AMONG_CLEAN = 1, 3
# So many letters of another script, one behind the other, are no accident.
_ROW = 3
_LONGEST = 60


class _Found(NamedTuple):
    """A character of UTF-8 as it was read: where it stands, what it *said*, whether it *tells*.

    In a *row* it is the so many-th letter of a script that is not Latin, else 0.
    """

    start: int
    end: int
    said: str
    tells: bool
    row: int


_NOTHING = _Found(-1, -1, "", tells=False, row=0)


def repaired(text: str) -> str:
    r"""Return *text* as it was written, where it is proven to be UTF-8 that was read wrongly.

    Proof are words that no language has: signs within words that make letters of an alphabet, the
    beginning of an opening quote, a row of another script. A text read wrongly twice is repaired
    twice. Words beside it that are well are left alone, and so is all where there is a doubt: in
    an article on this very fault, in which the words stand in quotes or beside the right ones.

    >>> repaired("Tiáº¿ng Viá»‡t, fÃ¼r BÃ¼rger, â€œjaâ€\x9d")
    'Tiếng Việt, für Bürger, “ja”'
    """
    while (mended := _mended(text)) != text:
        text = mended
    return text


def is_garbled(text: str) -> bool:
    """Return whether in a *text* already repaired there is still what was read wrongly."""
    if "\ufffd" in text:
        return True
    return bool(_SUSPICIOUS.search(text)) and any(found.tells for found in _found(text))


def _mended(text: str) -> str:
    """Return *text* with each stretch repaired in which the fault is proven."""
    if not _SUSPICIOUS.search(text):
        return text
    found = _found(text)
    clean = _clean(text, found)
    if clean and not any(one.row >= _ROW for one in found):
        found = _without_lone(found)
        clean = _clean(text, found)
    stretches = [bisect(clean, one.start) for one in found]
    telling = Counter(stretch for stretch, one in zip(stretches, found, strict=True) if one.tells)
    proof = _PROOF_AMONG_CLEAN if clean else _PROOF
    proven = [one for one, n in zip(found, stretches, strict=True) if telling[n] >= proof]
    return _written(text, proven)


def _clean(text: str, found: Sequence[_Found]) -> list[int]:
    """Return where in *text* letters beyond ASCII stand that are what they look like."""
    covered = {place for one in found for place in range(one.start, one.end)}
    places = (other.start() for other in _OTHERS.finditer(text))
    return [place for place in places if place not in covered and not _CUT.match(text, place)]


def _without_lone(found: Sequence[_Found]) -> list[_Found]:
    """Return *found* without letters of another script that stand alone, as no word does."""
    rows = [max(one.row, after.row) for one, after in pairwise([*found, _NOTHING])]
    return [one for one, row in zip(found, rows, strict=True) if not one.row or row > 1]


def _written(text: str, proven: Sequence[_Found]) -> str:
    """Return *text* with what is *proven* as it was written."""
    is_vietnamese = any(_VIETNAMESE.match(one.said) for one in proven)
    written: list[str] = []
    place = 0
    for one in proven:
        written += text[place : one.start], one.said
        place = one.end
        if one.said == "à" and is_vietnamese and _CODA.match(text, place):
            place += 1
    return "".join(written) + text[place:]


def _found(text: str) -> list[_Found]:
    """Return what in *text* may be characters of UTF-8, by the reading that shows most of them."""
    return max((list(_read(text, reading)) for reading in _READINGS), key=len)


def _read(text: str, reading: _Reading) -> Iterator[_Found]:
    before = _NOTHING
    for match in reading.characters.finditer(text):
        start, end = match.span()
        said = _said(match[0], reading)
        joined = before if before.end == start else _NOTHING
        after = reading.characters.match(text, end)
        follows = _said(after[0], reading) if after else ""
        left = joined.said or text[start - 1 : start]
        if not said or not _is_plausible(said, left, follows, is_joined=bool(joined.said)):
            continue
        row = joined.row + 1 if _is_of_other_script(said) else 0
        tells = row >= _ROW or _tells(text, match, said, joined)
        before = _Found(start, end, said, tells and not _is_quoted(text, start, end), row)
        yield before


def _said(raw: str, reading: _Reading) -> str:
    """Return the character of UTF-8 that was read as *raw*, empty where there is none."""
    as_read = "\u00a0" if len(raw) == 1 else ""
    values = bytes(reading.bytes[ord("\u00a0" if sign == " " else sign)] for sign in raw + as_read)
    return values.decode("utf-8", "ignore")


def _is_of_other_script(said: str) -> bool:
    """Return whether *said* is a letter that is not Latin; no emoji, which may stand alone."""
    return said < "\U00010000" and not _LATIN.match(said) and not _SIGNS.match(said)


def _is_plausible(said: str, left: str, follows: str, *, is_joined: bool) -> bool:
    """Return whether a text may have *said* that behind *left*: no capital behind a small letter.

    Unless it was read wrongly twice, and what is before it or *follows* is of the same character.
    """
    if said.isupper() and left.islower():
        return (follows != "" and follows in TAIL) or (is_joined and left in TAIL and said in TAIL)
    if "\x80" <= said <= "\x9f":
        return is_joined
    return said.isprintable() or bool(_SIGNS.match(said))


def _tells(text: str, match: re.Match[str], said: str, joined: _Found) -> bool:
    """Return whether no word of any language is written like that."""
    raw, (start, end) = match[0], match.span()
    if len(raw) == 4 or raw == "ï»¿" or (raw.startswith("â€") and _SIGNS.match(said)):
        return True
    if not _LATIN.match(said) or len(raw) == 1 or raw[-1] == " ":
        return False
    left, right = text[start - 1 : start], text[end : end + 1]
    if left.isascii() and left.islower() and raw[0].isupper():
        return True
    is_before = bool(_LATIN.match(joined.said)) or (left.isascii() and left.isalpha())
    is_behind = right.isascii() and right.isalpha()
    if len(raw) == 3 and is_before and is_behind:
        return True
    return raw[-1] not in QUOTES and (is_behind or (is_before and raw[-1] not in _BEHIND))


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Return whether the word there stands in quotes by itself, as one that is talked about."""
    before, behind = text[max(0, start - _LONGEST) : start], text[start : end + _LONGEST]
    first = "" if before[-1:].isspace() else "".join(before.split()[-1:])
    word = (first + behind.split()[0]).rstrip(".,;:!?")
    return word[0] in _OPENING and word[-1] in _CLOSING
