"""JSON-LD as pages write it: in graphs and lists, with slips that JSON forbids."""

from __future__ import annotations

import json
import re
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any

from newsbot.extract.brokenjson import mended

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# A tag in a text, and whether it parts words.
_TAG = re.compile(r"</?([a-z][a-z\d]*)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_PARTING = frozenset({"br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4"})
# Where a page's own nodes stand in others; further properties lead to other pages' articles.
_INNER = ("@graph", "mainEntity", "mainEntityOfPage")
# No page has more to say of itself; what is referred to is looked for among all nodes.
MOST_ITEMS, _MOST_NODES, _DEEPEST = 100, 1000, 40
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")
_PAGE = re.compile(r"(?:(?:Web|Item)[Pp]age|CreativeWork)$")


def read_nodes(scripts: Iterable[str]) -> tuple[Mapping[str, Any], ...]:
    """Return the typed nodes of a page's JSON-LD *scripts*, in their order.

    What JSON forbids is mended where that is possible; a script that stays broken is left out.
    """
    nodes = (node for script in scripts for node in _typed(_loads(script)))
    return tuple(islice(nodes, _MOST_NODES))


def article_nodes(nodes: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the nodes that describe an article, this page's or another's."""
    return [node for node in nodes if any(_ARTICLE.search(kind) for kind in types(node))]


def page_nodes(nodes: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the nodes that describe a page and say when it came out.

    They speak for the article of a page that describes none (thenation.com).
    """
    pages = (node for node in nodes if any(_PAGE.search(kind) for kind in types(node)))
    return [node for node in pages if node.get("datePublished")]


def types(node: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the types of a node, without the vocabulary's address."""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return tuple(str(kind).rpartition("/")[2] for kind in kinds)


def texts(value: object, nodes: Sequence[Mapping[str, Any]] = ()) -> Iterator[str]:
    """Yield the texts that a property's *value* gives: its own, its items', its items' names.

    A reference (``{"@id": …}``) is looked up among *nodes*.
    """
    if isinstance(value, str):
        if text := " ".join(plain(value).split()):
            yield text
    elif isinstance(value, list):
        for item in value[:MOST_ITEMS]:
            yield from texts(item, nodes)
    elif isinstance(value, dict):
        if set(value) == {"@id"}:
            value = next((node for node in nodes if node.get("@id") == value["@id"]), {})
        yield from texts(value.get("name") or value.get("url") or value.get("@value"))
    elif isinstance(value, bool | int | float):
        yield str(value)


def plain(text: str) -> str:
    """Return *text* without entities, once or twice escaped, and without tags."""
    if "&" in text:
        text = unescape(unescape(text))
    return _TAG.sub(_gap, text) if "<" in text else text


def _gap(tag: re.Match[str]) -> str:
    return " " if tag[1].lower() in _PARTING else ""


def _loads(script: str) -> object:
    try:
        value = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        value = mended(script)
    _cut_deep(value)
    return value


def _cut_deep(value: object) -> None:
    """Empty what lies too deep in *value*: those who read it go down step by step."""
    level = [value]
    for _ in range(_DEEPEST):
        level = [part for whole in level for part in _parts(whole)]
        if not level:
            return
    for whole in level:
        if isinstance(whole, dict | list):
            whole.clear()


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _typed(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield the typed nodes of a document, those inside after those around them."""
    if isinstance(value, list):
        for item in value:
            yield from _typed(item)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for name in _INNER:
            yield from _typed(value.get(name))
