"""The pages of an article that goes over several: the next one, and the one that holds all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from newsbot.extract.others.blocknames import names_a_block
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.html import HtmlElement

# What links to the next page say, and those to all of the article on one page.
_NEXT = (
    *("Next", "Next page", "Continue reading", "Trang sau", "Trang tiếp", "Trang tiếp theo", "Sau"),
    *("Tiếp", "Tiếp theo", "Selengkapnya", "Baca selengkapnya", "Selanjutnya", "Berikutnya"),
    *("Halaman selanjutnya", "Halaman berikutnya", "Weiter", "Weiterlesen", "Nächste Seite"),
    *("Auf der nächsten Seite", "Suivant", "Page suivante", "Lire la suite", "Siguiente"),
    *("Página siguiente", "Próxima", "Próxima página", "Seguinte", "Avanti", "Pagina successiva"),
    *("Volgende", "Volgende pagina", "Następna", "Następna strona", "Další", "Další strana"),
    *("Nästa", "Nästa sida", "Neste", "Neste side", "Næste", "Næste side", "Sonraki", "Далее"),
    *("Sonraki sayfa", "Следующая", "Следующая страница", "Далі", "Наступна сторінка", "次へ"),
    *("次のページ", "次ページ", "下一页", "下一頁", "다음", "다음 페이지"),
)
_WHOLE = (
    *("View as single page", "View on one page", "Single page", "Single page view", "View all"),
    *("All on one page", "Read on one page", "Show all", "One page", "Full article", "Xem toàn bộ"),
    *("Xem tất cả", "Đọc toàn bộ", "Xem toàn bài", "Đọc toàn bài", "Xem trên một trang"),
    *("Tampilkan semua", "Lihat semua", "Baca semua", "Tampilkan dalam satu halaman"),
    *(
        "Auf einer Seite lesen",
        "Auf einer Seite",
        "Artikel auf einer Seite",
        "Alles auf einer Seite",
    ),
    *("Artikel auf einer Seite lesen", "Auf einer Seite anzeigen", "Ganzer Artikel"),
    *("Alles anzeigen", "Tout afficher", "Sur une page", "Lire sur une seule page", "Ver todo"),
    *("Afficher sur une seule page", "Ver en una página", "Ver en una sola página", "Ver tudo"),
    *("Ver em uma página", "Tutto in una pagina", "Leggi su una pagina", "Mostra tutto"),
    *("Op één pagina", "Alles op één pagina", "Na jednej stronie", "Cały artykuł"),
    *("Na jedné stránce", "Celý článek", "Visa allt", "På en sida", "Vis alt", "På én side"),
    *("Tek sayfada göster", "Tümünü göster", "На одной странице", "Показать всё"),
    *("Показать целиком", "На одній сторінці", "全文表示", "1ページで読む", "全文を読む"),
    *("单页阅读", "閱讀全文", "阅读全文", "在本页阅读全文", "전체보기", "한 페이지로 보기"),
)
_next = frozenset(map(fold, _NEXT))
_whole = frozenset(map(fold, _WHOLE))
_ARROWS = frozenset("›»→>▶❯")
_LONGEST = 40
# Where the number of a page stands: in the query, or at the end of the path.
_PARAMETERS = frozenset({"page", "p", "trang", "seite", "halaman", "hal", "pagina", "pg"})
# How an address says that it shows all of an article, and what pages beside one do not hold it.
_ALL = re.compile(
    r"[?&](?:page|p|trang|seite|halaman|hal|pagina|pg|view|show)=(?:all|0|full|single|komplett|alle)\b"
    r"|[?&](?:single_?page|one_?page|view_?all|show_?all|all|full)(?:=(?:1|true|yes|all))?(?=&|$)"
    r"|/(?:komplettansicht|seite-all|single-?page|page-?all|all)/?$",
    re.IGNORECASE,
)
_ONE = re.compile(rf"[?&](?:{'|'.join(_PARAMETERS)})=[1-9]|/\d{{1,3}}/?\?")
_BESIDE = re.compile(
    r"comment|kommentar|binh-?luan|reacties|komentar|forum|gallery|galerie|print|druck|amp(?:$|/)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}", re.ASCII)
_IN_PATH = re.compile(r"[/,_.-](?:page|seite|trang|p)?[/_-]?(\d{1,2})(?=(?:\.\w{3,5})?/?$)")


class PartLinks(NamedTuple):
    """Where the links of a page lead that may go on with its article, or show all of it."""

    following: tuple[str, ...]
    whole: tuple[str, ...]


def part_links(tree: HtmlElement) -> PartLinks:
    """Return the links by what they say: numbers and words of paging, and words for all.

    The paging of a block of other articles is none of the article's.
    """
    following: list[str] = []
    whole: list[str] = []
    for link in tree.iter("a", "link"):
        href = link.get("href", "")
        if "next" in link.get("rel", "").lower().split():
            following.append(href)
        elif link.tag == "a" and len(said := _said(link).strip()) <= _LONGEST:
            words = fold(said)
            is_paging = said.isdecimal() or words in _next or said in _ARROWS
            if is_paging and not any(map(names_a_block, link.iterancestors())):
                following.append(href)
            if words in _whole or _ALL.search(href):
                whole.append(href)
    return PartLinks(tuple(following), tuple(whole))


def _said(link: HtmlElement) -> str:
    """Return the text of *link*; of most it need not be gathered."""
    return link.text_content() if len(link) else link.text or ""


def whole_view(
    url: str, candidates: Iterable[str], key_of: Callable[[str], str | None]
) -> str | None:
    """Return the one of *candidates* that shows all of the article at *url* on one page.

    It has the same key; where the site has no pattern for it, the same path with more behind.
    """
    key, path = key_of(url), urlsplit(url).path.rstrip("/")
    for candidate in candidates:
        other = urlsplit(candidate)
        is_same = key_of(candidate) == key if key else f"{other.path}/".startswith(f"{path}/")
        more = f"{other.path[len(path) :]}?{other.query}"
        if is_same and candidate != url and not _BESIDE.search(more) and not _ONE.search(more):
            return candidate
    return None


def next_part(
    url: str, candidates: Iterable[str], key_of: Callable[[str], str | None]
) -> str | None:
    """Return the one of *candidates* that is the page after *url* of the same article.

    The same article has the same key, or the same address but for the number of the page. A
    ``rel=next`` may also lead to the next article, as WordPress has it. *key_of* gives the
    article key of an address, ``None`` where the site has no pattern for it.
    """
    key = key_of(url)
    own = set(_readings(url, key))
    for candidate in candidates:
        if _BESIDE.search(candidate.removeprefix(url.partition("?")[0])):
            continue
        other = key_of(candidate)
        is_another = key is not None and other is not None and key != other
        before = ((stem, number - 1) for stem, number in _readings(candidate, other))
        if not is_another and not own.isdisjoint(before):
            return candidate
    return None


def _readings(url: str, key: str | None) -> Iterator[tuple[str, int]]:
    """Yield what *url* may mean: an article, by its address or key, and the number of a page."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    named = [pair for pair in pairs if pair[0] in _PARAMETERS and _NUMBER.fullmatch(pair[1])]
    number = int(named[0][1]) if named else 1
    rest = [pair for pair in pairs if pair not in named[:1]]
    yield f"{parts.netloc}{parts.path}?{rest}", number
    if key is not None:
        yield key, number
    if in_path := _IN_PATH.search(parts.path):
        stem = parts.path[: in_path.start()] + parts.path[in_path.end() :]
        yield f"{parts.netloc}{stem}?{rest}", int(in_path[1])
