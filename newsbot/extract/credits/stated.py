"""Whom a page names to machines as its author."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.jsonld import MOST_ITEMS, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsbot.extract.found import Evidence
    from newsbot.extract.metadata import Metadata

# Meta tags that are written for each article; "author" and "dc.creator" often name the paper,
# the editor in charge or the vendor ("MEDIATECH" on baotayninh.vn).
_OF_ARTICLES = (
    *("article:author", "article:author_name", "article:byline", "og:author", "byl", "byline"),
    *("parsely-author", "sailthru.author", "cxenseparse:author", "mrf:authors", "article_author"),
)
_OF_PAPERS = ("author", "dc.creator", "dcterms.creator", "dc.creator.name")
_NAMES = ("author", "creator")


class Statement(NamedTuple):
    """A *text* that names authors, and where it stands.

    *is_sure* says that it is written for one article.
    """

    text: str
    evidence: Evidence
    is_sure: bool = True


def stated_authors(metadata: Metadata) -> Iterator[list[Statement]]:
    """Yield what *metadata* say of the authors, place by place, the most trusted first."""
    for node in metadata.articles:
        for name in _NAMES:
            yield list(_of_node(node.get(name), metadata))
    for name in _NAMES:
        yield [Statement(text, "microdata") for text in metadata.items.get(name, ())]
    for name in _OF_ARTICLES:
        known: Evidence = "opengraph" if ":" in name and "cxense" not in name else "meta"
        yield [Statement(text, known) for text in metadata.metas.get(name, ())]
    for name in _OF_PAPERS:
        yield [Statement(text, "meta", is_sure=False) for text in metadata.metas.get(name, ())]


def _of_node(value: object, metadata: Metadata) -> Iterator[Statement]:
    """Yield what an author's *value* says, a link to a profile left out."""
    if isinstance(value, dict):
        if "name" not in value and "@id" in value:
            value = next((n for n in metadata.nodes if n.get("@id") == value["@id"]), value)
        value = value.get("name") or value.get("byline")
    if isinstance(value, list):
        for item in value[:MOST_ITEMS]:
            yield from _of_node(item, metadata)
    else:
        yield from (Statement(text, "json-ld") for text in texts(value))
