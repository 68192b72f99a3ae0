"""Lines that stand in the running text and are none of it, known by their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.dates.words import either
from newsbot.extract.appeals import is_appeal, is_credit
from newsbot.extract.cipher import is_cipher
from newsbot.extract.counters import cut_counters
from newsbot.extract.imprint import is_legal
from newsbot.extract.others.headings import is_heading, is_popular_heading
from newsbot.extract.paywall import is_notice
from newsbot.extract.when.dateline import without_dates
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
# The same, if it is a link: else an address or a price follows.
_DETAILS = (
    *("Más información", "Más detalles", "More information", "More details", "Further information"),
    *("Mehr Informationen", "Weitere Informationen", "Plus d'informations", "En savoir plus"),
    *("Mais informações", "Mais detalhes", "Maggiori informazioni", "Meer informatie"),
    *("Więcej informacji", "Více informací", "Подробнее", "Детальніше", "Thông tin thêm"),
    *("Xem chi tiết", "Chi tiết", "Info lengkap", "Ayrıntılar"),
    *(
        "Bài trước",
        "Bài sau",
        "Bài tiếp theo",
        "Tin trước",
        "Tin sau",
        "上一篇",
        "下一篇",
        "上一条",
    ),
    *("下一条", "前の記事", "次の記事", "이전기사", "다음기사", "Previous article", "Next article"),
    *("Vorheriger Artikel", "Nächster Artikel", "Article précédent", "Article suivant"),
)
# What buttons and signs in the column say.
_TOOLS = (
    *("Chia sẻ", "In bài viết", "Cỡ chữ", "Sao chép liên kết", "Bình luận", "Từ khóa", "Quảng cáo"),
    *("Bản in", "In bài", "In trang", "Gửi email", "Gửi bài viết", "Lưu bài viết", "Kommentare"),
    *("Bagikan", "Iklan", "Komentar", "Anzeige", "Werbung", "Teilen", "Drucken", "Merken"),
    *("Share", "Print", "Comments", "Advertisement", "Copy link", "Email", "E-Mail", "Tags"),
    *("Facebook", "Twitter", "WhatsApp", "Telegram", "Zalo", "X", "A", "AA"),
    *("Nghe bài viết", "Nghe đọc bài", "Listen to this article", "Listen to article", "Listen"),
    *("Artikel anhören", "Vorlesen", "Dengarkan artikel", "Dengarkan berita", "Écouter l'article"),
    *("Écouter cet article", "Escuchar este artículo", "Escuchar artículo", "Ouvir a notícia"),
    *("Ouvir notícia", "Ascolta l'articolo", "Beluister dit artikel", "Luister naar dit artikel"),
    *("Posłuchaj artykułu", "Прослушать статью", "Прослушать новость", "Haberi dinle"),
    *("打印本页", "关闭窗口", "打印", "关闭", "기사 듣기", "この記事を聞く"),
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
# A day without its year, behind a link.
_DAY = re.compile(r"\s*\(\d{1,2}[./-]\d{1,2}\.?\)$")
_COUNT = re.compile(r"\(\d+\)")
# Longer lines are text, whatever they begin with.
_LONGEST = 250
_SHORT, _LABEL = 150, 40
_LINKED = 0.3
# So much of what is behind such a label is linked, and is no address.
_DETAIL = 0.8
_ADDRESS = re.compile(r"[\w-]\.[a-z]{2,}(?:/|\s|$)|@")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A player stands at its beginning.
_PLAYER = re.compile(r"(?<!\d)0?0:00\s*[/|]\s*\d{1,2}:\d\d(?!\d)")
# What papers set before a link to another article instead of words.
_ARROWS = re.compile(r"\W{0,2}[>»›→⇒►▶▸➔➤➡☛👉]")
_COLON = re.compile("[:：]")
_PATTERNS = (
    # The numbers of an article's pages.
    r"(?:halaman|trang|pages?|seiten?|pagina|paginas|strony?|strana|strany|sayfa|страница|страницы"
    r"|сторінка|ページ)(?: \d{1,3}){2,20}(?: \w+){0,3}",
    r".{0,60}ctrl enter.{0,40}",
    r"theo doi .{2,60} tren google news",
    r"(vui long|please|bitte) .{0,40}javascript.{0,60}",
)


def _either(phrases: tuple[str, ...]) -> str:
    return either(map(fold, phrases))


_leads_elsewhere = re.compile(rf"(?:{_either(_ELSEWHERE)})(?: |$)")
_elsewhere = frozenset(map(fold, _ELSEWHERE))
_details = frozenset(map(fold, _DETAILS))
_is_tool = re.compile(rf"(?:(?:{_either(_TOOLS + _GOES_ON)})(?: |$))+|{'|'.join(_PATTERNS)}")


def is_linked_title(line: Line) -> bool:
    """Return whether *line* is a link and little else, but for when that came out."""
    if line.is_link or not line.linked or len(line.text) > _LONGEST:
        return line.is_link
    return line.linked > 0.8 * len(without_dates(_DAY.sub("", line.text)))


def is_furniture(line: Line) -> bool:
    """Return whether *line* is a link to elsewhere, a heading over links, a tool or legal.

    So are counters: they change from look to look.
    """
    text = line.text
    if is_linked_title(line) or _is_no_text(text):
        return True
    if len(text) > _LONGEST:
        return False
    if is_popular_heading(text) or (line.linked and _is_headed(line)):
        return True
    words = fold(text)
    if _leads_elsewhere.match(words):
        return words in _elsewhere or _leads_on(line)
    if _is_labelled(line) or is_heading(text):
        return True
    return any(map(_is_of_tools, {text, _COUNT.sub(" ", text)}))


def _is_labelled(line: Line) -> bool:
    """Return whether *line* is the keywords behind their label, or a link behind one of details."""
    label, colon, rest = line.text.replace("：", ":").partition(":")
    if not colon:
        return False
    word = fold(label)
    if word in _KEYWORDS:
        return True
    is_link = line.linked >= _DETAIL * len(rest) and not _ADDRESS.search(rest)
    return word in _details and line.linked > 0 and is_link


def leads_elsewhere(line: Line) -> bool:
    """Return whether *line* says by words or by an arrow that its link is to another article."""
    if not line.linked or len(line.text) > _LONGEST:
        return False
    if _ARROWS.match(line.text) and is_linked_title(line):
        return True
    words = fold(line.text)
    is_told = _leads_elsewhere.match(words) is not None and words not in _elsewhere
    return (is_told and _leads_on(line)) or _is_headed(line)


def _is_headed(line: Line) -> bool:
    """Return whether *line* is a link behind a heading and a colon."""
    label, *rest = _COLON.split(line.text, maxsplit=1)
    return bool(rest) and line.linked > len(rest[0]) / 2 and is_heading(label)


def _is_no_text(text: str) -> bool:
    if is_cipher(text) or is_legal(text) or is_appeal(text) or is_credit(text) or is_notice(text):
        return True
    is_player = len(text) <= _SHORT and _PLAYER.search(text)
    return bool(is_player or _MAIL.fullmatch(text))


def _leads_on(line: Line) -> bool:
    """Return whether *line* has a colon behind its first words, or is a link to a good part."""
    linked = _LINKED if len(line.text) > _SHORT else 0
    return ":" in line.text[:_LABEL] or line.linked > linked * len(line.text)


def _is_of_tools(text: str) -> bool:
    """Return whether *text* holds no words but those of tools, counters apart."""
    words = cut_counters(text)
    return not words or _is_tool.fullmatch(words) is not None
