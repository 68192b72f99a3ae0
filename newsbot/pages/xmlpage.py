"""XmlPage: a listing in XML, which gives its entries though much of it may be broken."""

from __future__ import annotations

import re
from functools import cached_property
from html import escape
from html.entities import html5
from typing import TYPE_CHECKING

from lxml import etree

from newsbot.pages.listed import PlainListing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsbot.pages.listed import Listed

# What stands before the root of a listing is a declaration, a comment, or the warning of a script.
ROOT = re.compile(r"<(?:\w+:)?(rss|feed|RDF|urlset|sitemapindex)\b[^<>]*>")
_BEGINNING = 1 << 14
# Signs that stand for themselves only in HTML, and plain mistakes.
_SIGNS = re.compile(
    r"&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|(?P<name>\w{1,31};)|)|<(?![\w/!?])",
)
# References to halves of surrogate pairs, of which the parser makes what is no text.
_HALVES = re.compile(
    r"&#(?:0*5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3])"
    r"|[xX]0*[dD][89a-fA-F][\da-fA-F]{2});"
)
_XML_NAMES = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
# An entry up to its end, or to the next one; and the elements in it that hold no others.
_PIECE = r"""<(?:\w+:)?(?P<name>{names})(?:\s[^<>]*)?>
(?P<inside>.*?)(?=</(?:\w+:)?(?P=name)\s*>|<(?:\w+:)?(?:{names})[\s>]|\Z)"""
_LEAF = re.compile(
    r"""<(?P<name>(?:\w+:)?\w+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*
    (?:/>|>[^<]*</(?P=name)\s*>)""",
    re.VERBOSE,
)
# Faults that leave all entries as they are: the end is missing, a prefix is not declared.
_HARMLESS = frozenset({"ERR_TAG_NOT_FINISHED", "NS_ERR_UNDEFINED_NAMESPACE"})


class XmlPage(PlainListing):
    """An XML document of one site, read without entities, DTD or network."""

    def entries(self, *names: str) -> Iterator[etree._Element]:
        """Yield the elements with one of these names, whatever their namespace.

        Where the document is broken beyond a few wrong signs, each is read for itself, and only
        what is whole in it, so that a fault in one costs no other.
        """
        root, is_sound = _parsed(self._markup)
        if not is_sound:
            root, is_sound = _parsed(self._mended)
        if is_sound and root is not None:
            yield from self.within(root.iter(*(f"{{*}}{name}" for name in names)))
        else:
            yield from self.within(self._pieces("|".join(names)))

    def articles_of(self, listed: Iterator[Listed]) -> tuple[Listed, ...]:
        """Return those of *listed* that are articles of the site, each URL once."""
        first: dict[str, Listed] = {}
        for entry in listed:
            first.setdefault(entry.url, entry)
        return tuple(first[url] for url in first if self.profile.article_key(url) is not None)

    @cached_property
    def _markup(self) -> str:
        """The document from its root on."""
        match = ROOT.search(self.text, 0, _BEGINNING)
        return self.text[match.start() :] if match else self.text.strip()

    @cached_property
    def _mended(self) -> str:
        """The document without comments, and with its signs as XML writes them."""
        return _mended("".join(outside for outside, _ in _parted(self._markup, "<!--", "-->")))

    def _pieces(self, names: str) -> Iterator[etree._Element]:
        match = ROOT.match(self._mended)
        opening = match[0] if match else "<x>"
        pieces = re.compile(_PIECE.format(names=names), re.DOTALL | re.VERBOSE)
        for piece in pieces.finditer(self._mended):
            whole = "".join(leaf[0] for leaf in _LEAF.finditer(piece["inside"]))
            part, _ = _parsed(f"{opening}<{piece['name']}>{whole}</{piece['name']}>")
            if part is not None:
                yield from part


def local_name(element: etree._Element) -> str:
    """Return the name of *element* without its namespace, empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child_text(entry: etree._Element, name: str) -> str | None:
    """Return the text of the first child of *entry* with that local name.

    One in the namespace of *entry* is meant before others: a picture may have its place, too.
    """
    own, brace, _ = entry.tag.rpartition("}")
    tags = (own + brace + name, f"{{*}}{name}")
    found = next((child for tag in tags for child in entry.iterchildren(tag)), None)
    return found.text.strip() if found is not None and found.text else None


def _parsed(markup: str) -> tuple[etree._Element | None, bool]:
    """Return the root of *markup*, and whether it is sound; what is broken is passed over."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    text = _HALVES.sub("\ufffd", markup)
    root = etree.fromstring(text.encode(errors="replace"), parser=parser) if text else None
    return root, {error.type_name for error in parser.error_log} <= _HARMLESS


def _mended(markup: str) -> str:
    """Return *markup* with bare ampersands and angles, and the names of HTML, as XML writes them.

    CDATA is text, unless it never ends: then it is none.

    >>> _mended("<a>Rat & Tat&hellip; <![CDATA[x&y]]></a>")
    '<a>Rat &amp; Tat… x&amp;y</a>'
    """
    return "".join(
        _SIGNS.sub(_sign, outside) + escape(inside)
        for outside, inside in _parted(markup, "<![CDATA[", "]]>")
    )


def _parted(text: str, opening: str, closing: str) -> Iterator[tuple[str, str]]:
    """Yield what stands outside and then inside of *opening* and *closing*, to the end of *text*.

    In one pass, whatever stands there; an *opening* that is never closed is passed over.
    """
    outside, *parts = text.split(opening)
    for part in parts:
        inside, mark, rest = part.partition(closing)
        yield outside, inside if mark else ""
        outside = rest if mark else part
    yield outside, ""


def _sign(match: re.Match[str]) -> str:
    name = match["name"]
    if match[0] == "<":
        return "&lt;"
    if match[0] == "&":
        return "&amp;"
    if name is None or name in _XML_NAMES:
        return match[0]
    return escape(html5[name]) if name in html5 else f"&amp;{name}"
