"""Pages that a site shows in place of an article which is gone, though it answers with 200.

An article page in a layout that can't be read, a login or a captcha is none: what is gone has to
be said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsbot.items import Article

# As sites of these languages say it; folded before it is looked for.
_SAID = (
    *("page not found", "not found", "does not exist", "no longer exists", "no longer available"),
    *("không tìm thấy", "không tồn tại", "không còn tồn tại", "đã bị xóa", "đã bị gỡ"),
    *("nicht gefunden", "existiert nicht", "nicht mehr verfügbar"),
    *("tidak ditemukan", "tidak dapat ditemukan", "tidak tersedia"),
    *("introuvable", "n'existe pas", "n'existe plus"),
    *("no encontrada", "no se encuentra", "no existe"),
    *("não encontrada", "não existe", "non trovata", "non esiste"),
    *("nie znaleziono", "nie istnieje", "не найдена", "не существует"),
    *("页面不存在", "找不到", "見つかりません", "찾을 수 없", "ไม่พบหน้า"),
)
_PHRASES = tuple(fold(phrase) for phrase in _SAID)
_STATUS = re.compile(r"\b(404|410)\b")
# An error page has not more to say, folded, than this; an article may quote one.
_SHORT = 600
# The addresses of front pages, and of error pages as VnExpress's /404.html.
_FRONTS = {"/", "/index.html", "/index.htm", "/index.php", "/default.aspx", "/home"}
_NOWHERE = re.compile(r"\b(404|410)\b|not[-_]?found|khong[-_]?tim[-_]?thay|khong[-_]?ton[-_]?tai")


def is_error_page(article: Article, kept: Mapping[str, Any] | None = None) -> bool:
    """Return whether what was read as *article* says that there is none.

    The page of the article *kept* still bears its headline or its day, however little of it can
    be read; that of one never kept may be a brief about somebody not found, and bears a day.
    """
    if article.date is not None and (kept is None or article.date.isoformat() == kept["date"]):
        return False
    said, known = fold(article.headline or ""), fold(kept["headline"] or "") if kept else ""
    if said and known and (said in known or known in said):
        return False
    whole = fold(" ".join(filter(None, (article.headline, article.description, article.body))))
    text = whole if len(whole) <= _SHORT else said
    return any(phrase in text for phrase in _PHRASES) or bool(_STATUS.search(said))


def leads_nowhere(url: str, seeds: Iterable[str]) -> bool:
    """Return whether *url*, to which an article's address led, is a front or an error page.

    A section or a login may stand for an article that is still there.

    >>> leads_nowhere("https://waldbote.test/404.html", ())
    True
    >>> leads_nowhere("https://waldbote.test/login?to=/artikel/7", ())
    False
    """
    path = _path(url)
    is_front = path in _FRONTS or path in {_path(seed) for seed in seeds}
    return is_front or bool(_NOWHERE.search(path))


def _path(url: str) -> str:
    return urlsplit(url).path.lower() or "/"
