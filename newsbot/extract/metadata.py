"""What a page says of itself to machines: JSON-LD, microdata, OpenGraph and other meta tags."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from newsbot.extract.found import Found
from newsbot.extract.jsonld import (
    MOST_ITEMS,
    article_nodes,
    page_nodes,
    plain,
    read_nodes,
    texts,
    types,
)
from newsbot.extract.ownership import Ownership
from newsbot.extract.tree import text_of
from newsbot.urls import host_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.found import Evidence

# Where each field stands: properties of schema.org, then names of meta tags, best first.
_PROPERTIES: Mapping[str, tuple[str, ...]] = {
    "headline": ("headline", "name"),
    "description": ("description",),
    "authors": ("author", "creator"),
    "section": ("articleSection",),
    "keywords": ("keywords",),
    "date_published": ("datePublished",),
    "date_modified": ("dateModified",),
    "is_accessible_for_free": ("isAccessibleForFree",),
}
_METAS: Mapping[str, tuple[str, ...]] = {
    "headline": ("og:title", "twitter:title", "dc.title"),
    "description": ("og:description", "description", "twitter:description"),
    "authors": ("article:author", "author", "dc.creator", "parsely-author"),
    "section": ("article:section", "section", "parsely-section"),
    "keywords": ("news_keywords", "keywords", "article:tag", "parsely-tags"),
    "date_published": (
        *("article:published_time", "article:published:time", "article:published"),
        *("og:published_time", "og:article:published_time", "og:pubdate", "published_time"),
        *("datepublished", "date_published", "pubdate", "pub_date", "publishdate"),
        *("publish_date", "publish-date", "publisheddate", "publication_date"),
        *("publication-date", "originalpublicationdate", "article_date_original", "date"),
        *("dc.date.issued", "dcterms.issued", "dc.date.created", "dc.date", "dcterms.date"),
        *("dcterms.created", "prism.publicationdate", "parsely-pub-date", "sailthru.date"),
        *("bt:pubdate", "cxenseparse:recs:publishtime", "cxenseparse:publishtime"),
        *("vr:published_time", "release_date", "displaydate", "weibo:article:create_at"),
    ),
    "date_modified": (
        *("article:modified_time", "article:modified:time", "article:modified"),
        *("og:updated_time", "og:modified_time", "last-modified", "datemodified"),
        *("dcterms.modified", "dc.date.modified", "article_date_updated", "bt:moddate"),
        *("weibo:article:update_at", "revised"),
    ),
    "images": ("og:image", "twitter:image"),
    "is_accessible_for_free": ("article:content_tier",),
    "language": ("og:locale",),
    "url": ("og:url",),
    "site": ("og:site_name", "application-name", "apple-mobile-web-app-title"),
}
# What a site may state of all its articles alike.
MAY_BE_DEFAULT = ("description", "images", "keywords")
# The types of nodes that describe the paper.
PUBLISHERS = frozenset({"NewsMediaOrganization", "Organization", "WebSite"})
_WANTED = frozenset(name for names in _PROPERTIES.values() for name in names)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states; *articles* are the nodes among *nodes* that describe its article.

    *pages* are those that describe the page itself, the next best where there is no article.
    """

    nodes: Sequence[Mapping[str, Any]]
    articles: Sequence[Mapping[str, Any]]
    pages: Sequence[Mapping[str, Any]]
    items: Mapping[str, Sequence[str]]
    metas: Mapping[str, Sequence[str]]
    links: Mapping[str, str]
    title: str

    @property
    def is_article(self) -> bool:
        """Whether the page calls itself an article, as no listing does."""
        return bool(self.articles) or "article" in self.metas.get("og:type", ())

    def said(self, field: str) -> Iterator[Found[str]]:
        """Yield what is stated about *field*, the most trusted first.

        What the page says of the paper is no description of an article.
        """
        slogans = self._slogans if field == "description" else ()
        yield from (found for found in self._said(field) if found.value not in slogans)

    @property
    def _slogans(self) -> frozenset[str]:
        """What describes the paper rather than its article."""
        papers = (node for node in self.nodes if PUBLISHERS.intersection(types(node)))
        said = ((node.get("description"), node.get("slogan")) for node in papers)
        return frozenset(text for pair in said for text in texts(list(pair)))

    def _said(self, field: str) -> Iterator[Found[str]]:
        for name in _PROPERTIES.get(field, ()):
            for node in self.articles or self.pages:
                if name != "name" or "headline" not in node:
                    yield from (Found(t, "json-ld") for t in texts(node.get(name), self.nodes))
        for name in _PROPERTIES.get(field, ()):
            yield from (Found(text, "microdata") for text in self.items.get(name, ()))
        for name in _METAS.get(field, ()):
            is_known = name.startswith(("og:", "article:"))
            evidence: Evidence = "opengraph" if is_known else "meta"
            yield from (Found(text, evidence) for text in self.metas.get(name, ()))

    def without(self, is_default: Callable[[str, str], bool]) -> Metadata:
        """Return the metadata without what meta tags say of every article of the site."""
        fields = {name: field for field in MAY_BE_DEFAULT for name in _METAS[field]}
        metas = {
            name: [t for t in said if not (name in fields and is_default(fields[name], t))]
            for name, said in self.metas.items()
        }
        return replace(self, metas=metas)


def read_metadata(tree: HtmlElement, address: str) -> Metadata:
    """Return what the page fetched from *address* states about itself."""
    metas: dict[str, list[str]] = defaultdict(list)
    links: dict[str, str] = {}
    scripts: list[str] = []
    title = None
    for element in tree.iter("meta", "link", "script", "title"):
        if element.tag == "meta":
            name = (element.get("property") or element.get("name") or "").strip().lower()
            if len(metas[name]) < MOST_ITEMS and (
                content := " ".join(plain(element.get("content", "")).split())
            ):
                metas[name].append(content)
        elif element.tag == "link":
            for relation in element.get("rel", "").lower().split():
                links.setdefault(relation, element.get("href", ""))
        elif element.tag == "script":
            if "ld+json" in element.get("type", "").lower():
                scripts.append(element.text or "")
        elif title is None and element.getparent().tag != "svg":
            title = text_of(element)
    nodes = read_nodes(scripts)
    own_url = (url for url in metas["og:url"] if host_of(url) == host_of(address))
    addresses = [url for url in (address, links.get("canonical", ""), *own_url) if url]
    titles = [text for name in _METAS["headline"] for text in metas.get(name, ())]
    ownership = Ownership(addresses, [*titles, title or ""], tree)
    return Metadata(
        nodes=nodes,
        articles=ownership.own(article_nodes(nodes)),
        pages=ownership.own(page_nodes(nodes)),
        items=_items(tree, ownership),
        metas=metas,
        links=links,
        title=title or "",
    )


def _items(tree: HtmlElement, ownership: Ownership) -> Mapping[str, Sequence[str]]:
    """Return the microdata of the page's first article, and those of no thing in particular.

    A name in no article is some person's; a card of another article is none of the page's.
    """
    items: dict[str, list[str]] = defaultdict(list)
    article = None
    for element in tree.iter():
        name = element.get("itemprop")
        if article is None and "Article" in element.get("itemtype", ""):
            article = None if ownership.is_card(element) else element
        if name in _WANTED and len(items[name]) < MOST_ITEMS:
            scope = next((e for e in element.iterancestors() if "itemscope" in e.attrib), None)
            is_own = scope is article or scope is None
            if is_own and (scope is not None or name != "name") and (value := _value(element)):
                items[name].append(value)
    return items


def _value(element: HtmlElement) -> str:
    """Return the value of a property: of an attribute for machines, a name inside, or a text."""
    stated = element.get("content") or element.get("datetime") or ""
    named = element.find(".//*[@itemprop='name']")
    return " ".join(plain(stated).split()) or text_of(element if named is None else named)
