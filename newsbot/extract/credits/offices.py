"""Offices: what stands over or under the name of one who signs a letter or a decree."""

from __future__ import annotations

import re

from newsbot.dates.words import either

# Before a whole office there may be for whom it is signed ("KT. Chủ tịch", "TM. Ban chấp hành").
_FOR = r"(?:(?:KT|TM|TL|TUQ|Q)\.?\s+)?"
# What may follow these names the body ("Chủ tịch UBND huyện").
_VIETNAMESE = (
    *("Chủ tịch", "Phó Chủ tịch", "Bí thư", "Phó Bí thư", "Giám đốc", "Phó Giám đốc"),
    *("Tổng Giám đốc", "Phó Tổng Giám đốc", "Hiệu trưởng", "Phó Hiệu trưởng", "Trưởng ban"),
    *("Phó Trưởng ban", "Trưởng phòng", "Phó Trưởng phòng", "Chánh Văn phòng", "Thủ tướng"),
    *("Phó Thủ tướng", "Bộ trưởng", "Thứ trưởng", "Tổng Bí thư", "Tổng Biên tập", "Thủ trưởng"),
    *("Chánh án", "Viện trưởng", "Cục trưởng", "Chi cục trưởng", "Tổng Thư ký", "Chủ nhiệm"),
    *("Ban chấp hành", "Ban thường vụ", "Ban tổ chức", "Ban giám hiệu", "Ban giám đốc"),
)
_OTHERS = (
    *("Mayor", "President", "Vice President", "Chair", "Chairman", "Chairwoman", "Director"),
    *("Chief Executive", "Secretary", "Prime Minister", "Minister", "Governor", "Headteacher"),
    *("Bürgermeister", "Bürgermeisterin", "Oberbürgermeister", "Oberbürgermeisterin", "Vorstand"),
    *("Vorsitzender", "Vorsitzende", "Landrat", "Landrätin", "Geschäftsführer", "Verwaltung"),
    *("Maire", "Président", "Présidente", "Directeur", "Directrice", "Préfet", "Alcalde"),
    *("Alcaldesa", "Presidente", "Presidenta", "Director general", "Prefeito", "Prefeita"),
    *("Sindaco", "Sindaca", "Prezydent", "Burmistrz", "Wójt", "Dyrektor", "Starosta", "Ředitel"),
    *("Burgemeester", "Voorzitter", "Directeur", "Ordfører", "Borgmester", "Rektor", "Bupati"),
    *("Wali Kota", "Gubernur", "Camat", "Direktur", "Kepala Dinas", "Ketua", "Председатель"),
    *("Глава", "Директор", "Мэр", "Голова", "Міський голова", "Belediye Başkanı", "Başkan"),
    *("Müdür", "Vali", "市長", "町長", "村長", "知事", "市长", "县长", "시장", "군수"),
)
_OFFICE = re.compile(
    rf"{_FOR}(?:{either(_VIETNAMESE)})(?!\w).*"
    rf"|(?:(?:der|die|the|le|la|l'|el|il|de|o)\s*)?(?:{either(_OTHERS)})",
    re.IGNORECASE,
)


def is_office(text: str) -> bool:
    """Return whether *text* is an office, not whoever holds it.

    >>> is_office("CHỦ TỊCH"), is_office("KT. Giám đốc Sở"), is_office("Der Bürgermeister")
    (True, True, True)
    >>> is_office("Lý Văn Đang"), is_office("Chair Maker")
    (False, False)
    """
    return bool(_OFFICE.fullmatch(text))
