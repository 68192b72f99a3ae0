"""Lines that stand in the running text and are none of it, known by their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.extract.appeals import is_appeal, is_credit
from newsbot.extract.cipher import is_cipher
from newsbot.extract.counters import cut_counters
from newsbot.extract.dateline import without_dates
from newsbot.extract.headings import is_heading, is_popular_heading
from newsbot.extract.imprint import is_legal
from newsbot.extract.paywall import is_notice
from newsbot.text import fold

if TYPE_CHECKING:
    from newsbot.extract.lines import Line

# What a line begins with that leads to another article.
_ELSEWHERE = (
    *("Đọc thêm", "Xem thêm", "Mời bạn đọc", "Mời xem thêm", "Tin liên quan", "Bài liên quan"),
    *("Baca juga", "Baca selengkapnya", "Simak juga", "Lihat juga"),
    *("Lesen Sie auch", "Lesen Sie mehr", "Lesen Sie hier", "Mehr zum Thema", "Mehr dazu"),
    *("Auch interessant", "Das könnte Sie auch interessieren"),
    *("Read also", "Also read", "Read more", "Read next", "See also", "Related", "More on this"),
    *("À lire aussi", "Lire aussi", "Sur le même sujet", "Lea también", "Le puede interesar"),
    *("Te puede interesar", "Lee también", "Leia também", "Leia mais", "Veja também"),
    *("Leggi anche", "Lees ook", "Les også", "Läs också", "Læs også", "Czytaj też"),
    *("Czytaj także", "Czytaj również", "Zobacz także", "Zobacz też", "Přečtěte si také"),
    *("Čtěte také", "Читайте также", "Читайте ещё", "関連記事", "相關新聞", "相关新闻"),
)
# What buttons and signs in the column say.
_TOOLS = (
    *("Chia sẻ", "In bài viết", "Cỡ chữ", "Sao chép liên kết", "Bình luận", "Từ khóa", "Quảng cáo"),
    *("Bản in", "In bài", "In trang", "Gửi email", "Gửi bài viết", "Lưu bài viết", "Kommentare"),
    *("Bagikan", "Iklan", "Komentar", "Anzeige", "Werbung", "Teilen", "Drucken", "Merken"),
    *("Share", "Print", "Comments", "Advertisement", "Copy link", "Email", "E-Mail", "Tags"),
    *("Facebook", "Twitter", "WhatsApp", "Telegram", "Zalo", "X", "A", "AA"),
    *("Partager", "Imprimer", "Publicité", "Compartir", "Publicidad", "Pubblicità", "Reklama"),
)
# What says that the text goes on behind an advertisement.
_GOES_ON = (
    *("Article continues below", "Story continues below", "Continue reading", "Keep reading"),
    *("Article continues after ad", "Story continues after ad", "Scroll to continue with content"),
    *("Scroll to continue", "Article continues below advertisement"),
    *("Story continues below advertisement", "Continue reading below", "Weiterlesen"),
    *("Nach der Anzeige geht es weiter", "Weiter nach der Anzeige", "Weiterlesen nach der Anzeige"),
    *("Der Artikel wird nach der Anzeige fortgesetzt", "La suite après cette publicité"),
    *("La suite de l'article après la publicité", "Lire la suite", "Sigue leyendo"),
    *("Continúa después de la publicidad", "El artículo continúa tras la publicidad"),
    *("Continua após a publicidade", "Continue lendo", "Continua a leggere"),
    *("Continua a leggere dopo la pubblicità", "Lees verder", "Lees verder onder de advertentie"),
    *("Ciąg dalszy pod reklamą", "Dalsza część artykułu pod materiałem wideo"),
    *("Dalsza część tekstu pod reklamą", "Článek pokračuje pod reklamou", "Pokračování článku"),
    *("Saken fortsetter under annonsen", "Artikkelen fortsetter under annonsen"),
    *("Artikeln fortsätter under annonsen", "Artiklen fortsætter efter annoncen"),
    *("Haberin devamı", "Продолжение после рекламы", "Продовження після реклами"),
    *("Bài viết tiếp tục sau quảng cáo", "Lanjut baca", "続きを読む", "この記事の続きを読む"),
    *("기사 계속 보기", "文章繼續", "继续阅读"),
)
# What stands with a colon before the keywords of an article.
_KEYWORDS = frozenset(
    map(
        fold,
        (
            *("Từ khóa", "Thẻ", "Tags", "Keywords", "Schlagwörter", "Schlagworte", "Stichwörter"),
            *("Kata kunci", "Mots-clés", "Palabras clave", "Palavras-chave", "Parole chiave"),
        ),
    )
)
_COUNT = re.compile(r"\(\d+\)")
# Longer lines are text, whatever they begin with.
_LONGEST = 250
_SHORT, _LABEL = 150, 40
_LINKED = 0.3
_PATTERNS = (
    r"theo doi .{2,60} tren google news",
    r"(vui long|please|bitte) .{0,40}javascript.{0,60}",
)


def _either(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(fold(phrase)) for phrase in phrases)


_leads_elsewhere = re.compile(rf"(?:{_either(_ELSEWHERE)})(?: |$)")
_elsewhere = frozenset(map(fold, _ELSEWHERE))
_is_tool = re.compile(rf"(?:(?:{_either(_TOOLS + _GOES_ON)})(?: |$))+|{'|'.join(_PATTERNS)}")


def is_linked_title(line: Line) -> bool:
    """Return whether *line* is a link and little else, but for when that came out."""
    if line.is_link or not line.linked or len(line.text) > _LONGEST:
        return line.is_link
    return line.linked > 0.8 * len(without_dates(line.text))


def is_furniture(line: Line) -> bool:
    """Return whether *line* is a link to elsewhere, a heading over links, a tool or legal.

    So are counters: they change from look to look.
    """
    text = line.text
    if is_linked_title(line) or _is_no_text(text):
        return True
    if len(text) > _LONGEST:
        return False
    if is_popular_heading(text):
        return True
    words = fold(text)
    if _leads_elsewhere.match(words):
        return words in _elsewhere or _leads_on(line)
    label, colon, _ = text.partition(":")
    if colon and fold(label) in _KEYWORDS:
        return True
    return is_heading(text) or any(map(_is_of_tools, {text, _COUNT.sub(" ", text)}))


def _is_no_text(text: str) -> bool:
    return (
        is_cipher(text) or is_legal(text) or is_appeal(text) or is_credit(text) or is_notice(text)
    )


def _leads_on(line: Line) -> bool:
    """Return whether *line* has a colon behind its first words, or is a link to a good part."""
    linked = _LINKED if len(line.text) > _SHORT else 0
    return ":" in line.text[:_LABEL] or line.linked > linked * len(line.text)


def _is_of_tools(text: str) -> bool:
    """Return whether *text* holds no words but those of tools, counters apart."""
    words = cut_counters(text)
    return not words or _is_tool.fullmatch(words) is not None
