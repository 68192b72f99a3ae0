"""Vietnamese of the time before Unicode: letters as the signs that its fonts drew them for."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# TCVN 5712:1993, third form ("ABC"), in the signs that windows-1252 has for its bytes. A font for
# capitals drew the small letters as such, so that only the seven first are capitals.
_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
# VNI writes a mark behind its vowel; some letters are one sign.
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_ROOFS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BOWLS = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    """Return the letters of VNI, small and capital, by their signs."""
    small = {
        **{v + t: _ALONE.get(v, v) + tone for v, (t, tone) in product("aeouyôö", _TONES.items())},
        **{v + r: f"{v}\u0302{tone}" for v, (r, tone) in product("aeo", _ROOFS.items())},
        **{f"a{b}": f"a\u0306{tone}" for b, tone in _BOWLS.items()},
        **_ALONE,
    }
    composed = {signs: unicodedata.normalize("NFC", letter) for signs, letter in small.items()}
    return {
        **composed,
        # The first of two signs may be a capital alone: "AÙo" has both, "Aùo" one.
        **{f"{signs[0].upper()}{signs[1:]}": letter.upper() for signs, letter in composed.items()},
        **{signs.upper(): letter.upper() for signs, letter in composed.items()},
    }


_VNI = _vni()
_VNI_SIGNS = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
# A vowel with its mark; a sign within a word, or a small letter within capitals. The soft hyphen
# is no such sign: German is full of it, and Vietnamese in TCVN3 has others besides.
_MARKED = re.compile("[ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË](?<=[aeouyôöAEOUYÔÖ].)")
_NO_LETTER = re.compile(
    "[\u00a8-\u00ac\u00ae\u00b5-\u00be×÷\u00df-\u00fe](?=[A-Za-z\u00a8-\u00fe])"
    "(?:(?<=[A-Za-z®][\u00a8-\u00ac\u00ae\u00b5-\u00be×÷])|(?<=[A-Z][\u00df-\u00fe])(?=[A-Z]))"
)
# Letters of Vietnamese that no reading of such bytes gives, and those of other scripts.
_WELL = re.compile("[^\x00-\u024f\u02c6-\u036f\u1e00-\u1e9fẢảẺẻỈỉỎỏỦủỶỷ\u1efa-\u2bff]")
# windows-1258, as which the bytes may have been read: signs by its own letters and accents.
_AS_1258 = {
    ord(letter): bytes([byte]).decode("cp1252")
    for byte in range(0xC0, 0x100)
    if (letter := bytes([byte]).decode("cp1258")) != bytes([byte]).decode("cp1252")
}
_LETTERS_OF_1258 = frozenset(bytes(range(0x80, 0x100)).decode("cp1258", "ignore"))
_OF_1258 = re.compile(f"[{''.join(map(chr, _AS_1258))}]|[^\x00-\u00ff\u2000-\u2122]")
# In French, a pair of vowels as VNI has them comes once in some hundred letters.
_RARE = 40
_WORD = re.compile("[A-Za-z\u00a1-\u00fe]+")
_LETTER = re.compile("[A-Za-z]")
_AS_IS = re.compile(r"[^\s\d!-/:-@\[-`{-~\u2010-\u203a]+")
_INITIAL = "(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
_VOWELS = "(?:uyê|[iyu]ê|ươ|uô|ưa|uya|[iuo]?[aăâeêioôơuưy])"
_SYLLABLE = re.compile(f"{_INITIAL}{_VOWELS}(?:(?P<stop>ch|[ckpt])|ng|nh|[mniyou])?")
_LONGEST = 12
_TONE_MARKS = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# A syllable that ends in a stop bears one of two tones, or has lost it.
_AT_STOPS = ("", "\u0301", "\u0323")
# Of many words with signs nearly all must be syllables, of the few in a headline all, and all of
# its other words; as they stand, fewer are.
_MANY, _FEW, _NEARLY_ALL, _MOST, _SOME = 4, 2, 0.9, 0.6, 0.25


class _Judgement(NamedTuple):
    """How many words of a text bear signs, and how much of what are syllables of Vietnamese.

    Of these words when converted, of these as they stand, and of the others.
    """

    coded: int
    sound: float
    as_is: float
    others: float

    @property
    def is_certain(self) -> bool:
        if self.coded >= _MANY:
            return self.sound >= _NEARLY_ALL and self.as_is <= _MOST and self.others >= _SOME
        return self.coded >= _FEW and self.sound == self.others == 1 and self.as_is <= 0.5


def converted(text: str) -> str:
    """Return *text* in Unicode, where it is certainly Vietnamese in the signs of TCVN3 or VNI.

    Certain is what makes syllables of nearly all of its words with signs, and they of no other
    language do. Paragraphs in Unicode are left alone.

    >>> converted("Ngµy h«m nay, nh©n d©n"), converted("Ngaøy hoâm nay, nhaân daân")
    ('Ngày hôm nay, nhân dân', 'Ngày hôm nay, nhân dân')
    """
    return _judged(text)[0] if _is_odd(text) else text


def is_coded(text: str) -> bool:
    """Return whether *text*, already converted, may still be in the signs of a font."""
    if not _is_odd(text):
        return False
    judgement = _judged(text)[1]
    return judgement.coded >= _MANY and judgement.as_is <= _MOST <= judgement.sound


def _is_odd(text: str) -> bool:
    """Return whether *text* has signs within its words, or many of VNI's pairs of vowels."""
    return bool(_NO_LETTER.search(text)) or _RARE * len(_MARKED.findall(text)) > len(text)


def _judged(text: str) -> tuple[str, _Judgement]:
    """Return *text* as far as it can be converted, and how sure that is."""
    lines = text.split("\n")
    unwell = [number for number, line in enumerate(lines) if not _WELL.search(line)]
    as_is = "\n".join(lines[number] for number in unwell)
    convert = max((_from_tcvn3, _from_vni), key=lambda convert: _judgement(as_is, convert).sound)
    judgement = _judgement(as_is, convert)
    if judgement.is_certain:
        for number in unwell:
            line = _judgement(lines[number], convert)
            if line.sound >= _MOST and line.as_is < 1:
                lines[number] = convert(_latin(lines[number]))
    return "\n".join(lines), judgement


def _latin(text: str) -> str:
    """Return *text* in the signs of windows-1252, if it was read as windows-1258."""
    if not _OF_1258.search(text):
        return text
    return "".join(map(_decomposed, text)).translate(_AS_1258)


def _decomposed(sign: str) -> str:
    """Return *sign* as windows-1258 writes it: where it has no letter, by vowel and accent."""
    return sign if sign in _LETTERS_OF_1258 else unicodedata.normalize("NFD", sign)


def _judgement(text: str, convert: Callable[[str], str]) -> _Judgement:
    words = set(_WORD.findall(_latin(text)))
    coded = {word for word in words if not word.isascii() and _LETTER.search(word)}
    return _Judgement(
        coded=len(coded),
        sound=_share(convert(word) for word in coded),
        as_is=_share(word for word in set(_AS_IS.findall(text)) if not word.isascii()),
        others=_share(filter(str.isascii, words)),
    )


def _share(words: Iterable[str]) -> float:
    """Return how much of *words* are syllables, 1 where there are none."""
    answers = [_is_syllable(word.lower()) for word in words]
    return sum(answers) / len(answers) if answers else 1.0


@lru_cache(maxsize=4096)
def _is_syllable(word: str) -> bool:
    """Return whether *word* may be one of Vietnamese, in small letters."""
    if len(word) > _LONGEST:
        return False
    letters = unicodedata.normalize("NFD", word)
    tones = _TONE_MARKS.findall(letters)
    syllable = _SYLLABLE.fullmatch(unicodedata.normalize("NFC", _TONE_MARKS.sub("", letters)))
    if syllable is None or len(tones) > 1:
        return False
    return syllable["stop"] is None or "".join(tones) in _AT_STOPS


def _from_tcvn3(text: str) -> str:
    """Return *text* with letters for signs; capitals in words of capitals.

    A word with one letter besides is written as the nearest word that shows it.
    """
    words = _WORD.findall(text)
    capitals = [_in_capitals(word) for word in words]
    known = next((shown for shown in capitals if shown is not None), False)
    written = []
    for word, shown in zip(words, capitals, strict=True):
        known = known if shown is None else shown
        letters = "".join(_TCVN3.get(sign, sign) for sign in word)
        written.append(letters.upper() if known and not word.isascii() else letters)
    rest = iter(written)
    return _WORD.sub(lambda _: next(rest), text)


def _in_capitals(word: str) -> bool | None:
    """Return whether a word with signs is in capitals, ``None`` where that can't be seen."""
    letters = [sign for sign in word if sign.isascii()]
    return all(map(str.isupper, letters)) if len(letters) > 1 and not word.isascii() else None


def _from_vni(text: str) -> str:
    return _VNI_SIGNS.sub(lambda signs: _VNI[signs[0]], text)
