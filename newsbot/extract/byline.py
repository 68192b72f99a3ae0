"""Bylines: the people, desks and agencies that one of them names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsbot.text import fold, normalise_line

if TYPE_CHECKING:
    from newsbot.extract.sitename import SiteName

# What stands before the authors' names with a colon, and what does without.
_LABELS = (
    *("Tin, ảnh", "Tin - ảnh", "Tin và ảnh", "Bài, ảnh", "Bài - ảnh", "Bài và ảnh", "Tin, bài"),
    *("Tin", "Bài", "Tác giả", "Thực hiện", "Biên soạn", "Lược dịch", "Người viết", "Bài viết"),
    *("Penulis", "Pewarta", "Reporter", "Laporan", "Kontributor", "Author", "Authors", "Text"),
    *("Text und Fotos", "Text und Foto", "Autor", "Autorin", "Auteur", "Texte", "Texto", "Testo"),
)
_WORDS = ("Von", "By", "Par", "Por", "Door", "Oleh", "Written by", "Reported by")
# Who took the pictures or edited the text is not its author.
_OTHERS = ("Ảnh", "Video", "Foto", "Fotos", "Photo", "Photos", "Editor", "Penyunting", "Redaktur")
_SOURCES = ("Theo", "Nguồn", "Nguồn tin", "Quelle", "Source", "Sumber", "Fuente", "Fonte")
_PLACEHOLDERS = ("Bút danh", "Tác giả", "Author", "Autor", "Admin", "Administrator", *_WORDS)
_AGENCIES = (
    *("TTXVN", "Vietnam+", "VOV", "VTV", "VnExpress", "VGP", "DTO", "TPO", "TTO", "NLĐO", "Antara"),
    *("dpa", "AFP", "AP", "Reuters", "epd", "KNA", "SID", "APA", "sda", "Keystone-SDA", "ots"),
    *("ANSA", "EFE", "Lusa", "PAP", "ČTK", "Belga", "ANP", "NTB", "Ritzau", "STT", "TASS"),
    *("Interfax", "Xinhua", "Kyodo", "Jiji", "Yonhap", "Bernama", "PTI", "IANS", "AAP"),
)


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_label = re.compile(rf"(?:{_either(_LABELS + _WORDS)})\s*:\s*", re.IGNORECASE)
_word = re.compile(rf"(?:{_either(_WORDS)})\s+", re.IGNORECASE)
_other = re.compile(rf"(?:{_either(_OTHERS)})\s*:", re.IGNORECASE)
_source = re.compile(rf"(?:{_either(_SOURCES)})\s*:\s*", re.IGNORECASE)
# "Theo" is Vietnamese for "according to", and a Christian name elsewhere; with more than a
# name behind it, it begins a sentence.
_theo = re.compile(
    rf"Theo\s+(?=(?:{_either(_AGENCIES)})\b|.*[ăđơưạảấầẩậắằặẹẻẽếềểễệịỉĩọỏốồổộớờợụủũứừửựỳỷ])"
    r"(?=(?:[^\s\d,.;:]+\s?){1,5}$)"
)
_placeholders = frozenset(map(fold, _PLACEHOLDERS))
_agencies = frozenset(map(fold, _AGENCIES))
_PAPER = re.compile(r"(?:báo|tạp chí|đài|thông tấn xã|ttxvn)\s", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_SECTIONS = re.compile(r"\s*[|•·;]\s*|\s+[-–—]\s+(?=\w+\s*:)")
_NAMES = re.compile(r"\s*[,/&]\s*|\s+[-–—]\s+|\s+(?:và|und|and|dan|et|og|och|ve)\s+")
_PARTICLES = frozenset(
    ("von", "van", "de", "da", "di", "del", "la", "le", "den", "der", "zu", "bin")
)
# A login of a CMS, an address, figures or signs are nobody's name.
_NO_NAME = re.compile(r"[a-z0-9._@-]+|.*(?:https?:|www\.|[@\d]).*|[\W\d_]*")
_LONGEST = 60


class Byline(NamedTuple):
    """Who wrote a text, and whom it was taken from."""

    authors: tuple[str, ...] = ()
    source: str | None = None


def read_byline(text: str, site: SiteName) -> Byline:
    """Return the authors that *text* names, in order and without labels, and the source.

    Agencies and other papers are sources; placeholders, logins of a CMS and the paper's own
    name are nobody ("Bút danh" on phuyen.baodaklak.vn, "longantv" on baotayninh.vn).
    """
    authors: list[str] = []
    sources: list[str] = []
    text = normalise_line(text)
    for section in map(str.strip, _SECTIONS.split(_IN_BRACKETS.sub(" ", text))):
        if credit := _source.match(section) or _theo.match(section):
            sources.append(section[credit.end() :])
        elif not _other.match(section):
            for name in _names(section):
                (sources if is_agency(name) else authors).append(name)
    sources += filter(is_agency, _IN_BRACKETS.findall(text))
    return Byline(
        tuple(dict.fromkeys(name for name in authors if _is_name(name, site))),
        next((name for name in sources if name and not site.is_name(name)), None),
    )


def is_byline(text: str) -> bool:
    """Return whether *text* is a label with names, or a credit to a source.

    >>> is_byline("Tin, ảnh: P.Y"), is_byline("Theo TTXVN"), is_byline("Von Ida Moor")
    (True, True, True)
    >>> is_byline("Theo kế hoạch, lễ hội kéo dài ba ngày."), is_byline("Von wegen ruhig!")
    (False, False)
    """
    section = _SECTIONS.split(normalise_line(text))[0]
    if any(label.match(section) for label in (_label, _other, _source, _theo)):
        return True
    return bool(_word.match(section)) and all(map(looks_like_name, _names(section)))


def is_names(text: str) -> bool:
    """Return whether *text* holds names alone, of people or agencies.

    >>> is_names("Lý Văn Đang"), is_names("Minh An - TTXVN"), is_names("Ein Anfang ist gemacht")
    (True, True, False)
    """
    return all(map(looks_like_name, _names(normalise_line(text))))


def is_agency(name: str) -> bool:
    """Return whether *name* is that of a news agency or of a newspaper."""
    return fold(name) in _agencies or bool(_PAPER.match(name))


def looks_like_name(text: str) -> bool:
    """Return whether *text* is an agency, or two to five words with capitals and no figures."""
    words = text.split()
    return is_agency(text) or (
        2 <= len(words) <= 5
        and all(word[0].isupper() or word in _PARTICLES for word in words)
        and not re.search(r"[\d_?!:]|\w{2}\.$", text)
    )


def _names(section: str) -> list[str]:
    """Return the names in a part of a byline, without the label before them."""
    label = _label.match(section) or _word.match(section)
    bare = section[label.end() :] if label else section
    return [name.strip(" ,:*") for name in _NAMES.split(bare)]


def _is_name(name: str, site: SiteName) -> bool:
    return (
        len(name) <= _LONGEST
        and not _NO_NAME.fullmatch(name)
        and fold(name) not in _placeholders
        and not site.is_name(name)
    )
