"""The section that an article is filed under."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newsbot.extract.alike import begins, is_cut
from newsbot.extract.found import Found
from newsbot.extract.jsonld import texts, types
from newsbot.extract.rubrics import active_entry, rubrics
from newsbot.extract.tree import text_of
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from newsbot.extract.headline import Headline
    from newsbot.extract.metadata import Metadata
    from newsbot.extract.selected import Selected
    from newsbot.extract.sitename import SiteName

_HOME = (
    *("Trang chủ", "Trang nhất", "Home", "Homepage", "Start", "Startseite", "Beranda", "Accueil"),
    *("Inicio", "Portada", "Início", "Capa", "Hjem", "Forside", "Hem", "Etusivu", "Domů"),
    *("Strona główna", "Главная", "Головна", "Anasayfa", "ホーム", "トップ", "首页", "首頁", "홈"),
    *("Front page", "Frontpage", "Titelseite", "Voorpagina", "Hlavní stránka", "Avaleht"),
    *("Uncategorized", "Uncategorised", "Allgemein", "Chưa phân loại", "Sin categoría"),
    *(
        "Sem categoria",
        "Senza categoria",
        "Non classé",
        "Без рубрики",
        "Artikel",
        "Article",
        "Articles",
    ),
)
# Where everything stands: such a section counts where the page knows no narrower one.
_ANY = (
    *("News", "Latest news", "Tin tức", "Tin mới", "Nachrichten", "Aktuell", "Aktuelles", "Berita"),
    *("Actualités", "Actualité", "Noticias", "Actualidad", "Notícias", "Notizie", "Nieuws"),
    *("Nyheter", "Nyheder", "Wiadomości", "Aktualności", "Zprávy", "Новости", "Новини", "Haber"),
    *("Haberler", "ニュース", "新闻", "新聞", "뉴스"),
)
_home = frozenset(map(fold, _HOME))
_any = frozenset(map(fold, _ANY))
_EDGES = re.compile(r"^[\s/>»›|#-]+|[\s/>»›|-]+$")
_BREADCRUMBS = re.compile(r"[Bb]read-?[Cc]rumb|/BreadcrumbList")
_CRUMBS_IN = ("nav", "ol", "ul", "div", "p", "section", "span", "td")
# What holds more links than this is no breadcrumbs, whatever its class says.
_MOST_CRUMBS = 8
# A section is named in a few words.
_LONGEST = 80


def read_section(
    tree: HtmlElement,
    selected: Selected,
    metadata: Metadata,
    headline: Headline | None,
    site: SiteName,
) -> Found[str] | None:
    """Return the section: the profile's, else the last of the breadcrumbs, else as stated.

    The home page is none, nor is the paper or the article itself; one for all news comes last.
    """
    for_all = None
    for text, evidence in _sections(tree, selected, metadata, headline):
        name = _EDGES.sub("", text)
        words = fold(name)
        if not words or words in _home or len(name) > _LONGEST or site.is_name(name):
            continue
        if headline is not None and _is_title(name, headline.text):
            continue
        if words not in _any or evidence == "profile":
            return Found(name, evidence)
        for_all = for_all or Found(name, evidence)
    return for_all


def _sections(
    tree: HtmlElement, selected: Selected, metadata: Metadata, headline: Headline | None
) -> Iterator[Found[str]]:
    """Yield what may be the section, the best first; of breadcrumbs the last comes first."""
    yield from (Found(text, "profile") for text in reversed(selected.texts("section")))
    yield from (Found(text, "generic") for text in reversed(_breadcrumbs(tree)))
    yield from (Found(text, "json-ld") for text in reversed(_crumb_list(metadata)))
    for text, evidence in metadata.said("section"):
        yield from (Found(name, evidence) for name in text.split(","))
    if headline is not None and headline.heading is not None:
        yield from (Found(text, "generic") for text in rubrics(headline.heading, _home))
    if entry := active_entry(tree):
        yield Found(entry, "generic")


def _is_title(name: str, headline: str) -> bool:
    """Return whether a breadcrumb is the article's own, which some sites cut off or lengthen."""
    return begins(name, headline) or (is_cut(name) and begins(headline, name))


def _breadcrumbs(tree: HtmlElement) -> list[str]:
    """Return the texts of the page's breadcrumbs, the home page first."""
    for element in tree.iter(*_CRUMBS_IN):
        values = " ".join(element.values())
        if "rumb" in values and _BREADCRUMBS.search(values):
            links = islice(element.iter("a"), 2 * _MOST_CRUMBS)
            crumbs = [text for link in links if (text := text_of(link))]
            if 0 < len(crumbs) <= _MOST_CRUMBS:
                return crumbs
    return []


def _crumb_list(metadata: Metadata) -> list[str]:
    """Return the names in a BreadcrumbList of schema.org, but for the page's own."""
    own = {metadata.links.get("canonical"), *metadata.metas.get("og:url", ())}
    return [
        name
        for node in metadata.nodes
        if "BreadcrumbList" in types(node) and isinstance(node.get("itemListElement"), list)
        for item in node["itemListElement"]
        if isinstance(item, dict) and _address(item.get("item")) not in own
        for name in texts(item.get("name") or item.get("item"))
    ]


def _address(item: object) -> str:
    """Return where an item of a list leads, empty where it doesn't say."""
    address = item.get("@id") or item.get("url") if isinstance(item, dict) else item
    return address if isinstance(address, str) else ""
