"""Rows of keywords behind a text, as a page prints them for its readers."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newsbot.dates.words import either
from newsbot.extract.classwords import class_words
from newsbot.extract.tree import is_longer, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line

_LABELS = (
    *("Từ khóa", "Từ khoá", "Thẻ", "Tag", "Tags", "Keywords", "Key words", "Topics", "Filed under"),
    *("Schlagwörter", "Schlagworte", "Stichwörter", "Stichworte", "Themen", "Kata kunci"),
    *("Mots-clés", "Mots clés", "Étiquettes", "Palabras clave", "Etiquetas", "Archivado en"),
    *("Palavras-chave", "Parole chiave", "Tagi", "Słowa kluczowe", "Štítky", "Klíčová slova"),
    *("Trefwoorden", "Nyckelord", "Ämnen", "Stikkord", "Emneord", "Nøgleord", "Avainsanat"),
    *("Etiketler", "Anahtar kelimeler", "Теги", "Метки", "Ключевые слова", "Ключові слова"),
    *("タグ", "キーワード", "关键词", "關鍵字", "標籤", "标签", "태그", "키워드"),
)
_LABEL = re.compile(rf"#?\s*(?:{either(_LABELS)})\s*[:：]\s*", re.IGNORECASE)
# What such rows are called; a cloud of tags is the paper's.
_NAMES = re.compile(
    r"(?<![a-z])(?:tags|tag-?(?:box|items|links?|list|wrapper)|(?:article|post|entry|news)-?tags?"
    r"|keywords?|tu-?khoa|schlagw(?:orte|oerter)|etiquetas|tagi|hashtags?)(?![a-z])"
)
_COMMAS = re.compile(r"\s*[,;、，；|]\s*")
# So many lines before and behind the end of a text are looked at, and so many elements up.
_BEFORE, _BEHIND, _UP = 8, 12, 3
_MOST, _LONGEST, _ROW = 25, 60, 600


def tag_row(lines: Sequence[Line], end: int) -> list[str]:
    """Return the keywords in the first row of such at the *end* of a text among *lines*.

    A row calls itself so by its class or by a label ("Từ khóa:").
    """
    for line in lines[max(end - _BEFORE, 0) : end + _BEHIND]:
        if line.text and (words := _labelled(line) or _called(line)):
            return words
    return []


def _labelled(line: Line) -> list[str]:
    label = _LABEL.match(line.text)
    if not label:
        return []
    parent = line.block.getparent()
    if words := _links(line.block) or (_links(parent) if label.end() == len(line.text) else []):
        return words
    return [word for word in _COMMAS.split(line.text[label.end() :].rstrip(".")) if _is_word(word)]


def _called(line: Line) -> list[str]:
    for element in (line.block, *islice(line.block.iterancestors(), _UP)):
        names = class_words(element)
        if _NAMES.search(names):
            return _links(element)
    return []


def _links(element: HtmlElement | None) -> list[str]:
    """Return the texts of the links in a row, none if *element* is more than a row."""
    if element is None or is_longer(element, _ROW):
        return []
    links = list(islice(element.iter("a"), _MOST + 1))
    words = [text_of(link).lstrip("#").strip(" ,;") for link in links]
    is_row = len(links) <= _MOST and all(len(word) <= _LONGEST for word in words)
    return [word for word in words if word] if is_row else []


def _is_word(word: str) -> bool:
    return 0 < len(word) <= _LONGEST
