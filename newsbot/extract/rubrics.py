"""The section as a row at the headline, or the menu, names it to readers."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from newsbot.dates.words import either
from newsbot.extract.classwords import class_words
from newsbot.extract.tree import is_longer, text_of
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.html import HtmlElement

# What such rows are called in class names and ids.
_NAMES = re.compile(
    r"(?<![a-z])(?:bc|crumbs?|cat|cate|cats|cat-?(?:link|name|title)s?|categor(?:y|ies|ia|ias|ie)"
    r"|kategori(?:e|a)?|rubri(?:c|ca|k|ka|que)s?|rubriek|rubryka|section-?(?:link|name)"
    r"|ressort|dachzeile-?ressort|chuyen-?muc|danh-?muc)(?![a-z])"
)
# This one is a whole class; HTML has it for any part of a page.
_SECTION = re.compile(r"(?<![\w-])section(?![\w-])")
# A name that is no link is short, and of words alone.
_NAME = re.compile(r"[^\d|:]{2,40}")
_LABELS = (
    *("Chuyên mục", "Danh mục", "Mục", "Thể loại", "Category", "Categories", "Section"),
    *("Filed under", "Posted in", "Rubrik", "Kategorie", "Ressort", "Rubrique", "Catégorie"),
    *("Catégories", "Categoría", "Categorías", "Sección", "Categoria", "Categorias", "Editoria"),
    *("Rubrica", "Rubriek", "Categorie", "Kategori", "Kategoria", "Rubryka", "Kategorier"),
    *("Рубрика", "Категория", "Рубрики", "Категорія", "栏目", "欄目", "カテゴリ", "카테고리"),
)
_LABEL = re.compile(rf"(?:{either(_LABELS)})\s*[:：]\s*", re.IGNORECASE)
# How far from the headline, in steps up and aside, and how big what is looked into may be.
_UP, _BEFORE, _BEHIND, _INSIDE = 4, 5, 2, 25
_MOST, _LONGEST = 4, 80
_TOP = frozenset({"body", "html"})
_ASIDE = frozenset({"aside", "footer", "nav"})
# What is said of the entry of a menu that the page at hand belongs to, and of what is a menu.
_ACTIVE = re.compile(
    r"(?<![\w-])(?:is-)?(?:active|current|selected|current-?menu-?[a-z]+)(?![\w-])"
)
_MENU = re.compile(r"(?<![a-z])(?:main-?)?(?:menu|nav|navbar|navigation)(?![a-z])")
_TABS = re.compile(r"tab|carousel|slide|pag(?:e|ination)|lang")


def rubrics(heading: HtmlElement, homes: Collection[str]) -> Iterator[str]:
    """Yield the names in rows near *heading* that say to be its section, the narrowest first.

    A row says so by its class, by a label ("Chuyên mục:"), or by beginning with one of *homes*,
    the folded words for the home page.
    """
    for distance, element in enumerate((heading, *islice(heading.iterancestors(), _UP))):
        if element.tag in _TOP:
            return
        before = islice(element.itersiblings(preceding=True), _BEFORE)
        behind = islice(element.itersiblings(), _BEHIND if distance < 2 else 0)
        for row in chain(before, behind):
            for part in islice(row.iter(), _INSIDE):
                yield from reversed(_named(part, homes))


def active_entry(tree: HtmlElement) -> str | None:
    """Return the entry of the menu that the page says it belongs to, ``None`` if not just one."""
    active = {text_of(entry) for entry in tree.iter("li", "a") if _is_active(entry)}
    return active.pop() if len(active) == 1 else None


def _named(part: HtmlElement, homes: Collection[str]) -> list[str]:
    """Return the sections that *part* names, none if it is no row of sections."""
    if part.tag in _ASIDE or is_longer(part, _LONGEST):
        return []
    links = [text for link in islice(part.iter("a"), _MOST + 2) if (text := text_of(link))]
    if len(links) > _MOST:
        return []
    if len(links) > 1 and fold(links[0]) in homes:
        return links
    names = class_words(part)
    if links and (_NAMES.search(names) or _SECTION.search(names)):
        return links
    text = text_of(part)
    if label := _LABEL.match(text):
        return links or [text[label.end() :]]
    return [text] if _NAMES.search(names) and _NAME.fullmatch(text) else []


def _is_active(entry: HtmlElement) -> bool:
    """Return whether *entry* is an active one of a menu, not of tabs or pages."""
    if not _ACTIVE.search(entry.get("class", "")) or is_longer(entry, _LONGEST):
        return False
    if not any(len(link.get("href", "")) > 1 for link in entry.iter("a")):
        return False
    around = list(islice(entry.iterancestors(), 4))
    names = " ".join(f"{e.get('class', '')} {e.get('id', '')}" for e in (entry, *around)).lower()
    is_menu = any(e.tag in {"nav", "menu"} for e in around) or bool(_MENU.search(names))
    return is_menu and not _TABS.search(names)
