"""JSON-LD as pages write it: in graphs and lists, with slips that JSON forbids."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# What scripts were once wrapped in for the sake of browsers that knew none.
_WRAPPERS = re.compile(r"<!\[CDATA\[|\]\]>|^\s*<!--|-->\s*$|^\s*//[^\n]*$|/\*\s*\*/", re.MULTILINE)
_COMMAS = re.compile(r",(?=\s*[}\]])")
# Where a page's own nodes stand in others; further properties lead to other pages' articles.
_INNER = ("@graph", "mainEntity", "mainEntityOfPage")
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")


def read_nodes(scripts: Iterable[str]) -> tuple[Mapping[str, Any], ...]:
    """Return the typed nodes of a page's JSON-LD *scripts*, in their order.

    Raw line breaks and trailing commas are read over; a script that stays broken is left out.
    """
    return tuple(node for script in scripts for node in _typed(_loads(script)))


def article_nodes(
    nodes: Sequence[Mapping[str, Any]], addresses: Iterable[str]
) -> tuple[Mapping[str, Any], ...]:
    """Return the nodes that describe the article at one of *addresses*.

    Those that name one of them, else the first article of all: a list of other articles may
    stand on the page too (schema.org's ItemList).
    """
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in types(node))]
    wanted = {_place(address) for address in addresses}
    named = [node for node in articles if wanted & {_place(url) for url in _addresses(node)}]
    return tuple(named or articles[:1])


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
        if text := " ".join(unescape(unescape(value)).split()):
            yield text
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, nodes)
    elif isinstance(value, dict):
        if set(value) == {"@id"}:
            value = next((node for node in nodes if node.get("@id") == value["@id"]), {})
        yield from texts(value.get("name") or value.get("url") or value.get("@value"))
    elif isinstance(value, bool | int | float):
        yield str(value)


def _loads(script: str) -> object:
    text = _WRAPPERS.sub("", script).strip().rstrip(";")
    for attempt in (text, _COMMAS.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


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


def _addresses(node: Mapping[str, Any]) -> Iterator[str]:
    for name in ("url", "@id", "mainEntityOfPage"):
        value = node.get(name)
        value = (value.get("@id") or value.get("url")) if isinstance(value, dict) else value
        if isinstance(value, str):
            yield value


def _place(url: str) -> str:
    """Return *url* without scheme, fragment and closing slash, as two spellings compare."""
    return url.partition("#")[0].partition("//")[2].rstrip("/")
