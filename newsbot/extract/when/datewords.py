"""The words that papers print before a date, and which of them say that an article came out.

Vietnamese, English, Indonesian and Malay, German, French, Spanish and Portuguese, Italian and
Romanian, Dutch, Polish, Czech and Slovak, the Nordic ones and Hungarian, Russian, Ukrainian and
Bulgarian, Turkish and Greek, Japanese, Chinese, Korean and Thai.
"""

from __future__ import annotations

import re

# What was done to an article on the day; stems, for the words that end otherwise.
_PUBLISHED = r"""
    đăng(?!\s(?:k[ýí]|cai|quang|kiểm))|xuất\sbản|đưa\stin
    |publish|posted|created|written|uploaded|added\son|filed
    |terbit|diterbit|dipublikasi|tayang|dimuat|diposting|ditulis|rilis|disiarkan
    |veröffentlicht|publiziert|erschienen|erstellt|geschrieben|gepostet|online\sseit|artikel\svom
    |publié|paru|rédigé|mise?\sen\sligne|posté|publication
    |publicad|publicación|creado|escrito|subido|publicação|postad|criado
    |pubblicat|pubblicazione|postat|scritto|inserito|publicat
    |gepubliceerd|publicatie|geplaatst|verschenen|geschreven
    |opublikowan|publikacj|dodan[aoey]|utworzon|publikov|zveřejn|zverejn|vydán|vložen|přidán
    |publicer|publiser|offentliggjort|julkaist|skrevet|skapad|lagt\sut|birt|megjelen|közzét
    |опублик|размещ|добавлен|создан|выложен|розміщен|додан[ао]|публикуван
    |yayın|yayım|giriş|eklenme|oluşturulma|δημοσ
    |公開|掲載|配信|投稿|作成|发布|發布|发表|發表|刊登|发稿|發稿|입력|등록|작성|게재|승인|เผยแพร่
"""
# What says no more than that a date follows; "Ngày thi" and "Event date" say of what.
_DATE = r"""
    ngày|ngày\s(?:viết|gửi|tạo)|lúc|vào\slúc|date|on|am|le|el|il|stand|datum|vom|fecha|data|tanggal
    |pada|hari|tarih|дата|dátum|dato|datum\si\sčas|日時|日付|时间|時間|日期|날짜|วันที่|den|em|op|w\sdniu
"""
_CHANGED = r"""
    cập\snhật|chỉnh\ssửa|sửa\sđổi|aktualisiert|\bakt\.|geändert|updated?|modified|edited
    |mis(?:e)?\sà\sjour|modifié|actualis|actualizad|modificad|atualizad|aggiornat|modificat
    |modifica|diperbarui|diubah|dikemas\s?kini|bijgewerkt|gewijzigd|oppdatert|endret|uppdatera
    |ändrad|opdateret|ændret|päivitetty|muokattu|aktuali[sz]|zmieniono|upraveno|změněno
    |actualizat|frissít|módosít|обновл|измен|оновлен|змінен|güncelle|ενημέρωση|更新|修改|更正
    |수정|업데이트
"""
# Words that lead to a date from the words before it.
_LEADING = re.compile(
    r"(?:^|(?<=\s))(?:ngày|lúc|vào|on|at|the|am|vom|den|seit|um|le|du|el|del|il|dal|em|de|di|pada"
    r"|tanggal|op|dnia|w|dne|от|в|від|kl\.?|klo)\s*$",
    re.IGNORECASE,
)
_changed = re.compile(rf"(?:{_CHANGED})[^.]{{0,20}}$", re.IGNORECASE | re.VERBOSE)
_published = re.compile(rf"(?:^|(?<=\W))(?:{_PUBLISHED})", re.IGNORECASE | re.VERBOSE)
_date = re.compile(rf"(?:{_DATE})", re.IGNORECASE | re.VERBOSE)


def is_change(before: str) -> bool:
    """Return whether the words *before* a date make it that of a change.

    >>> is_change("Cập nhật: "), is_change("Đăng ngày ")
    (True, False)
    """
    return bool(_changed.search(before))


def is_publication(before: str) -> bool:
    """Return whether the words *before* a date say that something came out then.

    >>> is_publication("Von Ida Moor publiziert am"), is_publication("Đăng ký: ")
    (True, False)
    """
    return bool(_published.search(before))


def is_date(label: str) -> bool:
    """Return whether a *label* says no more than that a date follows.

    >>> is_date("Ngày"), is_date("Ngày thi")
    (True, False)
    """
    return bool(_date.fullmatch(label))


def without_preposition(before: str) -> str:
    """Return the words *before* a date without those that lead to it.

    >>> without_preposition("khai mạc vào ngày ")
    'khai mạc'
    """
    before = before.rstrip()
    while (bare := _LEADING.sub("", before).rstrip()) != before:
        before = bare
    return before
