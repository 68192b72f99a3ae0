"""Which of the things that a page's JSON-LD describes are the page's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin

from newsbot.extract.alike import alike
from newsbot.extract.jsonld import texts
from newsbot.extract.tree import text_of
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Ownership:
    """Tells a page's own nodes: by its *addresses*, the first that of the fetch, and its headline.

    *titles* are what its meta tags call it; *tree* is what it prints.
    """

    addresses: Sequence[str]
    titles: Sequence[str] = ()
    tree: HtmlElement | None = None

    def own(self, nodes: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
        """Return those of *nodes* that name one of the addresses, else the first own one.

        Others may describe what the page links to. Such a node names another page, and has a
        headline that this one doesn't bear; after a move, one's own names an old address.
        """
        nodes = list(nodes)
        wanted = {_place(address) for address in self.addresses}
        named = [node for node in nodes if wanted & {_place(url) for url in self._urls(node)}]
        if named:
            return tuple(named)
        own = (node for node in nodes if not self._is_strange(node))
        return tuple(node for node in (next(own, None),) if node)

    def is_card(self, article: HtmlElement) -> bool:
        """Return whether the headline of *article*, an element, is but a link to another page."""
        headline = article.find(".//*[@itemprop='headline']")
        if headline is None:
            return False
        around = (headline, *headline.iterancestors("a"), *headline.iter("a"))
        hrefs = (e.get("href") for e in around if e.tag == "a")
        paths = {_path(_absolute(self.addresses, href)) for href in hrefs if href} - {""}
        is_elsewhere = bool(paths) and paths.isdisjoint(map(_path, self.addresses))
        return is_elsewhere and not self._bears(text_of(headline))

    def _is_strange(self, node: Mapping[str, Any]) -> bool:
        paths = {_path(url) for url in self._urls(node)} - {""}
        if not paths or not paths.isdisjoint(map(_path, self.addresses)):
            return False
        headlines = list(texts([node.get("headline") or node.get("name")]))
        return not any(map(self._bears, headlines))

    def _bears(self, headline: str) -> bool:
        """Return whether the page has *headline* for a title, or prints it where no link is."""
        if any(alike(headline, title) for title in self.titles):
            return True
        if self.tree is None:
            return False
        if any(alike(headline, text_of(heading)) for heading in self.tree.iter("h1")):
            return True
        words = fold(headline)
        printed = (e for e in self.tree.iter() if e.text and len(e.text) >= len(headline) / 2)
        return any(fold(e.text) == words and not _is_linked(e) for e in printed)

    def _urls(self, node: Mapping[str, Any]) -> Iterator[str]:
        for name in ("url", "@id", "mainEntityOfPage"):
            value = node.get(name)
            value = (value.get("@id") or value.get("url")) if isinstance(value, dict) else value
            if isinstance(value, str):
                yield _absolute(self.addresses, value)


def _absolute(addresses: Sequence[str], url: str) -> str:
    if "//" in url or not addresses:
        return url
    try:
        return urljoin(addresses[0], url)
    except ValueError:
        return url


def _is_linked(element: HtmlElement) -> bool:
    return element.tag == "a" or next(element.iterancestors("a"), None) is not None


def _place(url: str) -> str:
    """Return *url* without scheme, fragment and closing slash, as two spellings compare."""
    return url.partition("#")[0].partition("//")[2].rstrip("/")


def _path(url: str) -> str:
    """Return the path of *url*, ``""`` for a front page: it is no article's."""
    return unquote(_place(url).partition("?")[0].partition("/")[2])
