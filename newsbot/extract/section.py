"""What an article is filed under: its section and its keywords."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.extract.alike import begins, is_cut
from newsbot.extract.found import Found
from newsbot.extract.jsonld import texts, types
from newsbot.extract.select import select_elements
from newsbot.extract.tree import text_of
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from newsbot.extract.found import Evidence
    from newsbot.extract.headline import Headline
    from newsbot.extract.metadata import Metadata
    from newsbot.extract.selected import Selected
    from newsbot.extract.sitename import SiteName

_HOME = (
    *("Trang chủ", "Trang nhất", "Home", "Homepage", "Start", "Startseite", "Beranda", "Accueil"),
    *("Inicio", "Portada", "Início", "Capa", "Hjem", "Forside", "Hem", "Etusivu", "Domů"),
    *("Strona główna", "Главная", "Anasayfa", "ホーム", "トップ", "首页", "首頁"),
)
_home = frozenset(map(fold, _HOME))
_EDGES = re.compile(r"^[\s/>»›|#-]+|[\s/>»›|-]+$")
_BREADCRUMBS = ("//*[contains(translate(concat(@class, @id), 'BC', 'bc'), 'breadcrumb')]",)
# What holds more links than this is no breadcrumbs, whatever its class says.
_MOST_CRUMBS = 8
_COMMAS = re.compile(r"\s*[,;]\s*")


def read_section(
    tree: HtmlElement,
    selected: Selected,
    metadata: Metadata,
    headline: Headline | None,
    site: SiteName,
) -> Found[str] | None:
    """Return the section: the profile's, else the last of the breadcrumbs, else as stated."""
    for text, evidence in _sections(tree, selected, metadata):
        name = _EDGES.sub("", text)
        is_title = headline is not None and _is_title(name, headline.text)
        if name and fold(name) not in _home and not site.is_name(name) and not is_title:
            return Found(name, evidence)
    return None


def _sections(tree: HtmlElement, selected: Selected, metadata: Metadata) -> Iterator[Found[str]]:
    """Yield what may be the section, the best first; of breadcrumbs the last comes first."""
    yield from (Found(text, "profile") for text in reversed(selected.texts("section")))
    yield from (Found(text, "generic") for text in reversed(_breadcrumbs(tree)))
    yield from (Found(text, "json-ld") for text in reversed(_crumb_list(metadata)))
    yield from metadata.said("section")


def _is_title(name: str, headline: str) -> bool:
    """Return whether a breadcrumb is the article's own, which some sites cut off."""
    return fold(name) == fold(headline) or (is_cut(name) and begins(headline, name))


def read_keywords(selected: Selected, metadata: Metadata) -> Found[tuple[str, ...]] | None:
    """Return the keywords, each once, in their order; a text with commas is a list of them."""
    stated = (Found(text, "profile") for text in selected.texts("keywords"))
    by_evidence: dict[Evidence, list[str]] = {}
    for text, evidence in (*stated, *metadata.said("keywords")):
        by_evidence.setdefault(evidence, []).extend(filter(None, _COMMAS.split(text)))
    for evidence, words in by_evidence.items():
        if words:
            return Found(tuple(dict.fromkeys(words)), evidence)
    return None


def _breadcrumbs(tree: HtmlElement) -> list[str]:
    """Return the texts of the page's breadcrumbs, the home page first."""
    for element in select_elements(tree, _BREADCRUMBS):
        crumbs = [text for link in element.iter("a") if (text := text_of(link))]
        if 0 < len(crumbs) <= _MOST_CRUMBS:
            return crumbs
    return []


def _crumb_list(metadata: Metadata) -> list[str]:
    """Return the names in a BreadcrumbList of schema.org."""
    return [
        name
        for node in metadata.nodes
        if "BreadcrumbList" in types(node) and isinstance(node.get("itemListElement"), list)
        for item in node["itemListElement"]
        if isinstance(item, dict)
        for name in texts(item.get("name") or item.get("item"))
    ]
