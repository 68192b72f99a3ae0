"""News agencies, and how the papers of other places are named."""

from __future__ import annotations

import re

from newsbot.text import fold

# Vietnam's, and those of its papers that others take most from.
_VIETNAMESE = (
    *("TTXVN", "Thông tấn xã Việt Nam", "Vietnam+", "VietnamPlus", "VOV", "VTV", "VnExpress"),
    *("VGP", "DTO", "TPO", "TTO", "NLĐO", "VietNamNet", "Znews", "Dân trí", "Tuổi Trẻ"),
    *("Thanh Niên", "Người Lao Động", "Lao Động", "Nhân Dân", "Quân đội nhân dân"),
)
_AGENCIES = (
    *_VIETNAMESE,
    *("Antara", "Bernama", "Xinhua", "Kyodo", "Kyodo News"),
    *("Jiji", "Jiji Press", "Yonhap", "PTI", "Press Trust of India", "ANI", "IANS", "UNI", "AAP"),
    *("Associated Press", "AP", "Reuters", "Thomson Reuters", "UPI", "Agence France-Presse", "AFP"),
    *("dpa", "Deutsche Presse-Agentur", "dpa-AFX", "epd", "KNA", "SID", "ots", "APA", "sda"),
    *("ats", "Keystone-SDA", "Keystone-ATS", "SDA-ATS", "Canadian Press", "La Presse Canadienne"),
    *("PA Media", "Press Association", "Australian Associated Press", "Bloomberg News"),
    *("ANSA", "Adnkronos", "Askanews", "LaPresse", "Italpress", "EFE", "Agencia EFE"),
    *("Europa Press", "Lusa", "Agência Lusa", "Agência Brasil", "Estadão Conteúdo", "Folhapress"),
    *("Télam", "Notimex", "PAP", "ČTK", "TASR", "SITA", "MTI", "Hina", "Tanjug", "BTA", "Agerpres"),
    *("Belga", "ANP", "NTB", "Ritzau", "STT", "BNS", "LETA", "ELTA", "TASS", "ТАСС", "Interfax"),
    *("Интерфакс", "РИА Новости", "Укринформ", "Укрінформ", "УНИАН", "УНІАН", "Anadolu Ajansı"),
    *("Anadolu Agency", "DHA", "İHA", "DPA", "共同通信", "共同", "時事通信", "時事", "新华社"),
    *("新華社", "中新社", "中国新闻社", "中央社", "연합뉴스", "뉴시스", "뉴스1"),
)
# These are initials as well, or words, unless they stand in capitals.
_CAPITALS = ("TT", "AA", "PA", "AGI", "CP", "AP", "SID", "UNI", "PAP")
_ARTICLES = re.compile(r"(?:the|die|la|de)\s+", re.IGNORECASE)
_PAPER = re.compile(r"(?:báo|tạp chí|đài|thông tấn xã|ttxvn)\s", re.IGNORECASE)
_SERVICE = re.compile(r"dpa[-/].{2,12}", re.IGNORECASE)
_agencies = frozenset(map(fold, _AGENCIES))
_vietnamese = frozenset(map(fold, _VIETNAMESE))
_capitals = frozenset(_CAPITALS)
_TAIL_WORDS = max(len(fold(name).split()) for name in _AGENCIES)


def is_agency(name: str) -> bool:
    """Return whether *name* is that of a news agency or, as Vietnamese names it, of a paper.

    >>> is_agency("dpa"), is_agency("The Associated Press"), is_agency("dpa/tmn"), is_agency("Tt")
    (True, True, True, False)
    """
    bare = _ARTICLES.sub("", name, count=1)
    if bare.upper() in _capitals:
        return bare.isupper()
    return fold(bare) in _agencies or bool(_PAPER.match(name) or _SERVICE.fullmatch(name))


def is_vietnamese(name: str) -> bool:
    """Return whether *name* is that of a Vietnamese agency or paper.

    >>> is_vietnamese("Vietnam+"), is_vietnamese("Báo Đồng Rạng"), is_vietnamese("dpa")
    (True, True, False)
    """
    return fold(name) in _vietnamese or bool(_PAPER.match(name))


def without_agency(name: str) -> tuple[str, str | None]:
    """Return *name* without an agency that stands behind it, and the agency.

    >>> without_agency("Ida Moor Associated Press"), without_agency("Ida Moor")
    (('Ida Moor', 'Associated Press'), ('Ida Moor', None))
    """
    words = name.split()
    for size in range(min(_TAIL_WORDS, len(words) - 2), 0, -1):
        tail = " ".join(words[-size:])
        if is_agency(tail) and (size > 1 or tail.isupper()):
            return " ".join(words[:-size]), tail
    return name, None
