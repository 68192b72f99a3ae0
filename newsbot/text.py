"""Text as the corpus keeps it: one form for what looks the same, the words untouched."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What carries no text: zero-width space, word joiner, BOM, soft hyphen, marks of direction and
# annotation, the grapheme joiner, and what an editor leaves where an object was.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc]"
)
# The scripts that are spelt with the joiners U+200C and U+200D, from Arabic by those of India to
# Mongolian, and emoji, which are joined by one; anywhere else they are left from an editor.
_JOINED = (
    "\u0600-\u07ff\u0840-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1cff\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff"
    "\ua800-\ua95f\ua980-\uab2f\uabc0-\uabff\ufb50-\ufdff\ufe0f\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f\U0001f000-\U0001faff\U000e0020-\U000e007f"
)
_JOINERS = re.compile(rf"(?<![{_JOINED}\u200c\u200d])[\u200c\u200d]+(?![{_JOINED}\u200c\u200d])")
_IS_JOINED = re.compile(f"[{_JOINED}]").match
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
# With halves of surrogate pairs and what is no character in any plane (Unicode, 23.7).
_NO_CHARACTERS = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_CONTROLS = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NO_CHARACTERS}]"
)
# So many marks on one letter are no word; every mark is in this, though not all of it is a mark.
_MANY_MARKS = 30
_MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{_MANY_MARKS},}}")
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[ \n]*\n ?")
_EDGES = re.compile(r" ?\n ?")
# The accents of Latin, Greek and Cyrillic; the vowel signs of Thai or Hindi are letters and stay.
_ACCENTS = re.compile("[\u0300-\u036f]+")
# Nearly all that parts words: first what is ASCII, then what is not; then the rest, in which are
# marks that are part of one.
_ASCII = "".join(map(chr, range(128)))
_ASCII_GAPS = bytes(ord(sign) if sign.isalnum() else 32 for sign in _ASCII) + bytes(range(128, 256))
_GAPS = re.compile("[\x80-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\u2000-\u206f\u3000-\u3003]+")
_NO_LETTERS = re.compile(r"[^\w ]")
# Longer texts are seldom asked about twice, and would fill the memory.
_USUAL = 1000


def normalise_text(text: str) -> str:
    r"""Return *text* in NFC with plain spaces and line ends; paragraphs stay apart by ``\n\n``.

    Words, tone placement, quotes, case and numbers are never changed. Idempotent and total.
    NFC also joins the half-decomposed letters of windows-1258 pages (znews.vn).

    >>> normalise_text("Tie\u0302\u0301ng\xa0 Vi\u1ec7t\u200b\r\n")
    'Tiếng Việt'
    """
    if _is_plain(text) or _has_plain_lines(text) or _has_only_joiners(text):
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = composed(_CONTROLS.sub("", _INVISIBLE.sub("", text)))
    text = _SPACES.sub(" ", composed(_JOINERS.sub(_joiners, text)))
    text = _EDGES.sub("\n", text)
    return _BREAKS.sub("\n\n", text).strip()


def composed(text: str) -> str:
    r"""Return *text* in NFC, in time in proportion to its length.

    The library alone takes that of its square where thousands of marks stand on one letter in
    another order than the canonical one: a page of them would stop a crawl for hours.

    >>> composed("e\u0301")
    'é'
    """
    ordered = _MARKS.sub(_in_order, text) if len(text) > _MANY_MARKS else text
    return unicodedata.normalize("NFC", ordered)


def _in_order(run: re.Match[str]) -> str:
    """Return marks in canonical order (Unicode, 3.11); signs that are none stay between them."""
    ordered: list[str] = []
    marks: list[str] = []
    for sign in run[0]:
        if unicodedata.combining(sign):
            marks.append(sign)
        else:
            ordered += *sorted(marks, key=unicodedata.combining), sign
            marks = []
    return "".join([*ordered, *sorted(marks, key=unicodedata.combining)])


def _joiners(found: re.Match[str]) -> str:
    """Return joiners that stand beside a letter which is spelt with them, else nothing.

    Marks of any script may stand on that letter, and marks between two joiners on the letter before
    the first of them: so none of them, in whatever order, may be of such a script.
    """
    text, begin, end = found.string, *found.span()
    for place in (range(begin - 1, -1, -1), range(end, len(text))):
        for sign in map(text.__getitem__, place):
            if _IS_JOINED(sign):
                return found[0]
            if not unicodedata.combining(sign):
                break
    return ""


def normalise_line(text: str) -> str:
    r"""Return *text* as one normalised line, for headlines, names and captions.

    >>> normalise_line(" Phú Yên \n online ")
    'Phú Yên online'
    """
    return text if _is_plain(text) else " ".join(normalise_text(text).split())


def _is_plain(text: str) -> bool:
    """Return whether *text* is one normalised line already, as most are."""
    return (
        text.isprintable()
        and "  " not in text
        and "\u034f" not in text
        and "\ufffc" not in text
        and text[:1] != " "
        and text[-1:] != " "
        and unicodedata.is_normalized("NFC", text)
    )


def _has_plain_lines(text: str) -> bool:
    """Return whether *text* is normalised already, as a body is that was read from a page."""
    return (
        not any(odd in text for odd in (" \n", "\n ", "\n\n\n"))
        and text.strip("\n") == text
        and _is_plain(text.replace("\n", ""))
    )


def _has_only_joiners(text: str) -> bool:
    """Return whether *text* is normalised already but for joiners, where they belong."""
    bare = text.replace("\u200c", "").replace("\u200d", "")
    return (
        len(bare) < len(text)
        and (_is_plain(bare) or _has_plain_lines(bare))
        and unicodedata.is_normalized("NFC", text)
        and _JOINERS.sub(_joiners, text) == text
    )


def fold(text: str) -> str:
    """Return *text* without case, diacritics and punctuation, its words parted by one space.

    Vietnamese đ folds to d, which Unicode's decomposition does not do, and Turkish ı to i, whose
    capital it shares. For search and for proposing copies; never for deciding whether a text has
    changed.

    >>> fold("Đà Nẵng: “Hòa”, Hoà")
    'da nang hoa hoa'
    """
    return _folded(text) if len(text) <= _USUAL else _folded.__wrapped__(text)


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    if text.isascii():
        return " ".join(_plain(text.lower()).split())
    if not unicodedata.is_normalized("NFC", text):
        text = composed(text)
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("ı", "i"))
    bare = unicodedata.normalize("NFC", _ACCENTS.sub("", letters))
    words = _GAPS.sub(" ", _plain(bare)).split()
    if not "".join(words).isalnum():
        words = _NO_LETTERS.sub(_gap, " ".join(words)).split()
    return " ".join(words)


def _plain(text: str) -> str:
    """Return *text* with a space for each ASCII sign; in bytes, where that takes no time."""
    return text.encode(errors="surrogatepass").translate(_ASCII_GAPS).decode(errors="surrogatepass")


def _gap(match: re.Match[str]) -> str:
    """Return a space for a character that ends a word; a vowel sign does not."""
    return match[0] if unicodedata.category(match[0]).startswith("M") else " "
