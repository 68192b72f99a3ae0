"""The text in the bytes of a page: which encoding they are in, whatever is said of them."""

from __future__ import annotations

import re
from itertools import islice

from w3lib.encoding import html_body_declared_encoding, read_bom, resolve_encoding

from newsbot.text import composed
from newsbot.urls import host_of

# The encodings of the Encoding standard (section 4.2) by their names in Python, which knows
# others besides that are none of text.
_TEXTUAL = """
    big5 big5hkscs cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874
    cp932 cp949 euc_jp gb18030 gbk iso2022_jp iso8859-10 iso8859-13 iso8859-14 iso8859-15
    iso8859-16 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 koi8-r koi8-u
    mac-cyrillic mac-roman shift_jis utf-16 utf-16-be utf-16-le utf-8
"""
_KNOWN = frozenset(_TEXTUAL.split())
# Which encodings pages of a language were written in before UTF-8; where there are several, the
# text tells which (HTML standard, 13.2.3.2, gives the first of them as a reader's default).
_OF_LANGUAGE: dict[str, tuple[str, ...]] = {
    "vi": ("cp1258",),
    "ja": ("cp932", "euc_jp", "iso2022_jp"),
    "zh": ("gb18030", "big5hkscs"),
    "ko": ("cp949",),
    "th": ("cp874",),
    **dict.fromkeys(("be", "bg", "kk", "mk", "ru", "sr", "uk"), ("cp1251", "koi8-u")),
    **dict.fromkeys(
        ("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"), ("cp1250", "iso8859-2")
    ),
    "el": ("cp1253",),
    **dict.fromkeys(("az", "ku", "tr"), ("cp1254",)),
    "he": ("cp1255",),
    **dict.fromkeys(("ar", "fa", "ur"), ("cp1256",)),
    **dict.fromkeys(("et", "lt", "lv"), ("cp1257",)),
}
# The languages of the countries whose domains are not named as they are.
_COUNTRIES = """
    al=sq ba=bs by=be cn=zh cz=cs ee=et eg=ar gr=el hk=zh il=he ir=fa jp=ja kr=ko kz=kk rs=sr sa=ar
    si=sl tw=zh ua=uk vn=vi
"""
_OF_COUNTRY = dict(pair.split("=") for pair in _COUNTRIES.split())
# The commonest signs of the scripts without an alphabet, and the commonest letters of others.
_KANA, _CYRILLIC = "のにはをたがでてとしれさいる", "оеаинтсрвлкмдпу"
_COMMON = {
    "cp932": _KANA,
    "euc_jp": _KANA,
    "gb18030": "的一是不了在人有我他这中大来上国个到说们年为和地",
    "big5hkscs": "的一是不了在人有我他這中大來上國個到說們年為和地",
    "cp949": "이다는의에을를가고은하지한도로",
    "cp1251": _CYRILLIC,
    "koi8-u": _CYRILLIC,
    "cp1253": "αειηνορστυκ",
    # Those letters by which the two differ, as far as these are a C1 control in one of them.
    "cp1250": "śźšžťŚŹŠŽŤ",
    "iso8859-2": "ąśźšžťĄŚŹŠŽŤ",
}
# So much of a text is made of its commonest signs; and so many bytes that can't be read are one
# for each that can where the encoding is another.
_COMMONLY, _UNREADABLE = 0.12, 0.02
# A tone mark of windows-1258 behind its vowel; of all letters beyond ASCII every fifth is one.
_TONES = re.compile(rb"(?i:[aeiouy\xe2\xe3\xea\xf4\xf5\xfd])[\xcc\xd2\xde\xec\xf2]")
_TONED = 0.2
_BROKEN = re.compile("[\x80-\x9f\ufffd]")
_LETTERS = bytes(range(0x80, 0x100))
_WORDS = re.compile(rb"[\x80-\xff][\x40-\x7e\x80-\xff]*")
_RUNS = re.compile(rb"[\x80-\xff]{2,}")
_LANGUAGE = re.compile(rb"<html[^<>]{0,500}?\slang\s*=\s*[\"']?([a-z]{2})\b", re.IGNORECASE)
_BEGINNING, _SAMPLE = 4096, 1 << 16


def decoded(body: bytes, charset: str | None = None, url: str = "") -> str:
    """Return the text of *body*, of which HTTP says that it is in *charset*.

    In the order of the HTML standard (13.2.3): by the byte order mark, by *charset*, as the page
    declares itself, as its bytes show. What is declared is not believed where the bytes speak
    against it: UTF-8 that is called latin-1, latin-1 that is called UTF-8, UTF-8 that is called
    UTF-16. A few broken bytes change nothing but themselves. *url* hints at the language of a
    page that does not name it.
    """
    encoding, mark = read_bom(body)
    if encoding and mark:
        return body[len(mark) :].decode(encoding, "replace")
    is_utf8 = _is_utf8(body)
    for label in (charset, html_body_declared_encoding(body[:_BEGINNING])):
        name = resolve_encoding(label) if label else None
        if name in _KNOWN and _fits(body, name, is_utf8=is_utf8):
            return _text(body, name)
    return _text(body, _detected(body, url, is_utf8=is_utf8))


def _text(body: bytes, encoding: str) -> str:
    text = body.decode(encoding, "replace")
    return composed(text) if encoding == "cp1258" else text


def _is_utf8(body: bytes) -> bool | None:
    """Return whether most of *body* beyond ASCII is UTF-8; ``None`` where nothing is beyond."""
    if body.isascii():
        return None
    try:
        body.decode()
    except UnicodeDecodeError:
        return 3 * body.decode("utf-8", "replace").count("\ufffd") <= _beyond_ascii(body)
    return True


def _beyond_ascii(body: bytes) -> int:
    return len(body) - len(body.translate(None, _LETTERS))


def _fits(body: bytes, encoding: str, *, is_utf8: bool | None) -> bool:
    """Return whether *body* may be in the *encoding* that it is said to be in."""
    if encoding.startswith("utf-16"):
        return b"\0" in body[:_BEGINNING]
    if encoding == "utf-8":
        return is_utf8 is not False
    return not is_utf8 and _unreadable(body[:_SAMPLE], encoding) <= 5 * _UNREADABLE


def _unreadable(sample: bytes, encoding: str) -> float:
    """Return how many bytes of *sample* can't be read in *encoding*, for one beyond ASCII."""
    broken = _BROKEN.findall(sample.decode(encoding, "replace"))
    return len(broken) / (_beyond_ascii(sample) or 1)


def _detected(body: bytes, url: str, *, is_utf8: bool | None) -> str:
    """Return the encoding of *body* that its bytes, its language and its address suggest."""
    head = body[:_BEGINNING]
    for encoding, nulls in (("utf-16-be", head[::2]), ("utf-16-le", head[1::2])):
        if 3 * nulls.count(0) > len(nulls):
            return encoding
    if is_utf8 is not False:
        return "iso2022_jp" if b"\x1b$" in body[:_SAMPLE] else "utf-8"
    sample = b" ".join(word[0] for word in islice(_WORDS.finditer(body), _SAMPLE >> 3))[:_SAMPLE]
    likely = _OF_LANGUAGE.get(_language(body, url), ())
    if best := max(likely, key=lambda encoding: _commonness(sample, encoding), default=None):
        return best
    if len(_TONES.findall(body)) >= _TONED * _beyond_ascii(body):
        return "cp1258"
    if _beyond_ascii(b"".join(_RUNS.findall(sample))) < 0.8 * _beyond_ascii(sample):
        return "cp1252"
    best = max(_COMMON, key=lambda encoding: _commonness(sample, encoding))
    return best if _commonness(sample, best) >= _COMMONLY else "cp1252"


def _language(body: bytes, url: str) -> str:
    """Return the language that a page names, or else that of its domain's country."""
    said = _LANGUAGE.search(body, 0, _BEGINNING)
    named = said[1].decode().lower() if said else ""
    country = host_of(url).rpartition(".")[2]
    return named if named in _OF_LANGUAGE else _OF_COUNTRY.get(country, country)


def _commonness(sample: bytes, encoding: str) -> float:
    """Return how much of what is beyond ASCII in *sample* is the commonest signs of *encoding*."""
    if _unreadable(sample, encoding) > _UNREADABLE:
        return 0.0
    letters = [sign for sign in sample.decode(encoding, "replace") if sign > "\x7f"]
    common = set(_COMMON.get(encoding, ""))
    return sum(sign in common for sign in letters) / (len(letters) or 1)
