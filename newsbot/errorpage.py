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
# What says so only where the reader is also shown the way back; "has been removed" is news, too.
_GONE = (
    *("không còn", "được gỡ bỏ", "được gỡ xuống", "đã gỡ bỏ", "bị gỡ bỏ", "được di chuyển"),
    *("chuyển sang địa chỉ", "chuyển đến địa chỉ", "được xóa", "đã xóa", "bị ẩn", "hết hạn"),
    *("has been removed", "was removed", "been deleted", "has been moved", "has moved", "expired"),
    *("no longer here", "can't be found", "cannot be found", "could not be found", "unavailable"),
    *("couldn't find", "wurde entfernt", "wurde gelöscht", "wurde verschoben", "nicht mehr da"),
    *("nicht mehr vorhanden", "nicht mehr erreichbar", "nicht mehr online", "nicht finden"),
    *("a été supprimé", "a été retiré", "a été déplacé", "n'est plus disponible", "n'est plus en"),
    *("n'a pas été trouvé", "ha sido eliminad", "fue eliminad", "ha sido movid", "ya no está"),
    *("no está disponible", "no encontramos", "no se ha encontrado", "foi removid", "foi excluíd"),
    *("foi movid", "foi eliminad", "não está mais", "já não está", "não encontramos"),
    *("não foi encontrad", "è stata rimossa", "è stato rimosso", "è stata spostata"),
    *("è stato spostato", "non è più disponibile", "non è stata trovata", "non è stato trovato"),
    *("telah dihapus", "sudah dihapus", "telah dipindahkan", "sudah tidak ada", "tidak ada lagi"),
    *("została usunięt", "został usunięt", "zostało usunięt", "został przeniesion"),
    *("została przeniesion", "nie jest już dostępn", "nie można znaleźć", "nie została znalezion"),
    *("была удалена", "был удален", "удалена или", "удален или", "была перемещена", "перемещен"),
    *("больше не доступн", "больше недоступн", "не найден", "было удалено", "була видалена"),
    *("було видалено", "видалена або", "видалено або", "була переміщена", "більше недоступн"),
    *("не знайдено", "is verwijderd", "werd verwijderd", "is verplaatst", "niet gevonden"),
    *("niet meer beschikbaar", "bestaat niet", "byla odstraněna", "byl odstraněn", "byl smazán"),
    *("byla smazána", "byla přesunuta", "byl přesunut", "nebyla nalezena", "nebyl nalezen"),
    *("již není k dispozici", "neexistuje", "kaldırılmış", "kaldırıldı", "silinmiş", "silindi"),
    *("taşınmış", "bulunamadı", "artık mevcut değil", "削除", "移動した", "終了しました"),
    *("已被删除", "已被刪除", "已删除", "已刪除", "已下架", "不存在", "已移至", "삭제", "이동되었"),
    *("존재하지 않", "ถูกลบ", "ถูกย้าย"),
)
_WAYS = (
    *("trang chủ", "trang nhất", "home page", "homepage", "front page", "go back home"),
    *("return home", "startseite", "titelseite", "page d'accueil", "l'accueil", "página de inicio"),
    *("página principal", "a la portada", "página inicial", "pagina iniziale", "torna alla home"),
    *("alla home", "beranda", "halaman utama", "strona główna", "strony głównej"),
    *(
        "stronę główną",
        "вернуться на главную",
        "на главную страницу",
        "повернутися на головну",
        "на головну сторінку",
    ),
    *("startpagina", "voorpagina", "hlavní stran", "hlavní stránk", "úvodní stran", "ana sayfa"),
    *("anasayfa", "トップページ", "ホームへ", "ホームに", "首页", "首頁", "홈으로", "메인으로"),
    *("첫 화면", "หน้าแรก", "หน้าหลัก"),
)
_PHRASES, _GONES, _WAYS_BACK = (tuple(map(fold, said)) for said in (_SAID, _GONE, _WAYS))
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
    is_gone = _says(text, _PHRASES) or (_says(text, _GONES) and _says(text, _WAYS_BACK))
    return is_gone or bool(_STATUS.search(said))


def _says(text: str, phrases: Iterable[str]) -> bool:
    return any(phrase in text for phrase in phrases)


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
