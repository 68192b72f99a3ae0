"""Bylines: the people, desks and agencies that one of them names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsbot.text import fold

if TYPE_CHECKING:
    from newsbot.extract.sitename import SiteName

# What stands before the authors' names with a colon, and what may stand there without.
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
_PLACEHOLDERS = ("Bút danh", "Tác giả", "Author", "Autor", "Admin", "Administrator", "Penulis")
_AGENCIES = (
    *("TTXVN", "Vietnam+", "VOV", "VTV", "VnExpress", "VGP", "DTO", "TPO", "TTO", "NLĐO", "Antara"),
    *("dpa", "AFP", "AP", "Reuters", "epd", "KNA", "SID", "APA", "sda", "Keystone-SDA", "ots"),
    *("ANSA", "EFE", "Lusa", "PAP", "ČTK", "Belga", "ANP", "NTB", "Ritzau", "STT", "TASS"),
    *("Interfax", "Xinhua", "Kyodo", "Jiji", "Yonhap", "Bernama", "PTI", "IANS", "AAP"),
)


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_label = re.compile(
    rf"(?:{_either(_LABELS)})\s*:\s*|(?:{_either(_WORDS)})(?:\s*:)?\s+", re.IGNORECASE
)
_other = re.compile(rf"(?:{_either(_OTHERS)})\s*:", re.IGNORECASE)
_source = re.compile(rf"(?:{_either(_SOURCES)})\s*:\s*", re.IGNORECASE)
# "Theo" is Vietnamese for "according to", and a Christian name elsewhere.
_theo = re.compile(
    rf"theo\s+(?=(?:{_either(_AGENCIES)})\b|.*[ăđơưạảấầẩậắằặẹẻẽếềểễệịỉĩọỏốồổộớờợụủũứừửựỳỷ])",
    re.IGNORECASE,
)
_placeholders = frozenset(map(fold, _PLACEHOLDERS))
_agencies = frozenset(map(fold, _AGENCIES))
_PAPER = re.compile(r"(?:báo|tạp chí|đài|thông tấn xã|ttxvn)\s", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_SECTIONS = re.compile(r"\s*[|•·;]\s*|\s+[-–—]\s+(?=\w+\s*:)")
_NAMES = re.compile(r"\s*[,/&]\s*|\s+[-–—]\s+|\s+(?:và|und|and|dan|et|og|och|ve)\s+")
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
    for section in _SECTIONS.split(_IN_BRACKETS.sub(" ", text)):
        section = section.strip()
        if credit := _source.match(section) or _theo.match(section):
            sources.append(section[credit.end() :])
        elif not _other.match(section):
            for name in _NAMES.split(_label.sub("", section, count=1)):
                (sources if is_agency(name) else authors).append(name.strip(" ,:*"))
    sources += filter(is_agency, _IN_BRACKETS.findall(text))
    return Byline(
        tuple(dict.fromkeys(name for name in authors if _is_name(name, site))),
        next((name for name in sources if name and not site.is_name(name)), None),
    )


def is_agency(name: str) -> bool:
    """Return whether *name* is that of a news agency or of a newspaper."""
    return fold(name) in _agencies or bool(_PAPER.match(name))


def is_labelled(text: str) -> bool:
    """Return whether *text* begins as a byline or a credit does."""
    return any(label.match(text) for label in (_label, _other, _source, _theo))


def _is_name(name: str, site: SiteName) -> bool:
    return (
        len(name) <= _LONGEST
        and not _NO_NAME.fullmatch(name)
        and fold(name) not in _placeholders
        and not site.is_name(name)
    )
