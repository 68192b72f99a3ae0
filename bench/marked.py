"""Real pages with marks on what the profile of their paper would select.

They are of many papers, of which each would have its own selectors; the marks stand for these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml.html import HTMLParser, document_fromstring, tostring

from newsbot.extract.tree import text_of
from newsbot.pages.article import ArticlePage
from newsbot.pages.source import as_source
from newsbot.profile import parse_profile
from newsbot.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from bench.realpages import RealPage
    from newsbot.items import Article

# An attribute that nobody looks at but selectors.
_MARK = "data-field"
_FIELDS = ("headline", "description", "body", "authors", "section", "date_published")
# The end of a profile with a selector for each mark; its ``[links]`` are open.
MARKED = f'related = "[{_MARK}=related]"\n[fields]\n' + "".join(
    f'{field} = "[{_MARK}={field}]"\n' for field in _FIELDS
)
# What holds this share of the paragraphs is the body.
_MOST = 0.8


def marked(page: RealPage) -> bytes:
    """Return the page with its marks: on what prints a field, as newsbot reads it unaided.

    What is in its metadata alone bears none.
    """
    profile = parse_profile("paper", f'domain = "{urlsplit(page.url).hostname}"'.encode())
    source = as_source(page.url, page.body)
    assert source is not None
    article = ArticlePage(source, profile, page.fetched).article
    tree = document_fromstring(source.text.encode(), parser=HTMLParser(encoding="utf-8"))
    texts = {element: text_of(element) for element in next(tree.iter("body")).iter("*")}
    for field, said in _printed(article):
        if found := [element for element, text in texts.items() if text == said]:
            _innermost(found).set(_MARK, field)
    for time in tree.iter("time"):
        if time.get("datetime", "").startswith(str(article.date)):
            time.set(_MARK, "date_published")
            break
    for anchor in tree.iter("a"):
        if resolve(page.url, anchor.get("href", "")) in {one.url for one in article.related or ()}:
            anchor.set(_MARK, "related")
    for body in _bodies(texts, (article.body or "").split("\n\n")):
        body.set(_MARK, "body")
    return bytes(tostring(tree.getroottree(), encoding="utf-8"))


def _printed(article: Article) -> Iterator[tuple[str, str | None]]:
    """Yield the texts of the fields that one element prints."""
    yield "date_published", article.date_raw
    yield "section", article.section
    yield "description", article.description
    yield "headline", article.headline
    for author in article.authors or ():
        yield "authors", author


def _innermost(elements: list[HtmlElement]) -> HtmlElement:
    """Return the first of *elements*, or the last of those that lie in it and say the same."""
    first, *others = elements
    return [first, *(e for e in others if first in e.iterancestors())][-1]


def _bodies(texts: dict[HtmlElement, str], paragraphs: Iterable[str]) -> list[HtmlElement]:
    """Return the innermost element that holds most of the *paragraphs*, if any does."""
    wanted = set(paragraphs)
    weights = dict.fromkeys(texts, 0)
    for element, text in texts.items():
        if text in wanted:
            wanted.remove(text)
            for around in element.iterancestors("*"):
                weights[around] = weights.get(around, 0) + len(text)
    most = _MOST * max(weights.values())
    return [e for e in texts if most and weights[e] >= most][-1:]
