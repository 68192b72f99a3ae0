"""The tree of a page, parsed once and read by all who ask the page something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import ElementDefaultClassLookup, ParserError, iterwalk
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from newsbot.extract.refusal import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsbot.extract.refusal import Fault

# Elements whose text no reader sees, or sees only above the line (the readings of Japanese
# characters), and those that do not part words (HTML standard, 4.5).
# fmt: off
SILENT = frozenset({
    "iframe", "noscript", "rp", "rt", "script", "select", "style", "svg", "template",
})
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del",
    "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})
# fmt: on
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Pictures, also as AMP pages have them.
PICTURES = frozenset({"amp-img", "img"})

# Both end tags are optional (HTML standard, 13.1.2.4), so a page without any reads the same;
# with one too early (baotayninh.vn closes html before head) everything after it would be lost.
_END_TAGS = re.compile(rb"</(?:[Hh][Tt][Mm][Ll]|[Bb][Oo][Dd][Yy])\s*>")
_ENCODING = re.compile(r"^\s*<\?xml[^>]*>", re.IGNORECASE)
# Characters that no XML tree can hold: halves of surrogate pairs, U+FFFE, U+FFFF, controls.
_UNFIT = re.compile(rb"\xed[\xa0-\xbf].|\xef\xbf[\xbe\xbf]", re.DOTALL)
_CONTROLS = bytes(range(0x20)).translate(None, b"\t\n\r")
_FITTING = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))

# One class for all elements: by default lxml calls Python for every one, to find a form's.
_ONE_CLASS = ElementDefaultClassLookup(element=HtmlElement)


class Parsed(NamedTuple):
    """The tree of a page; where there is a *fault* for which it is not read, an empty one."""

    tree: HtmlElement
    fault: Fault | None = None


def parsed(text: str) -> Parsed:
    """Return the tree of an HTML page, or why it is not read."""
    fault = refusal(text)
    tree, is_whole = _parsed("" if fault else text)
    return Parsed(tree, fault) if is_whole else Parsed(read_tree(""), "malformed")


def read_tree(text: str) -> HtmlElement:
    """Return the tree of markup, without comments; an empty page has an empty body.

    Elements may lie up to 2,000 deep, as in pages that never close a tag; by default lxml gives
    a page up at 256, all of its text with it.
    """
    return _parsed(text)[0]


def _parsed(text: str) -> tuple[HtmlElement, bool]:
    """Return the tree of *text*, and whether the parser has come to its end."""
    body = _ENCODING.sub("", text).encode(errors="surrogatepass").translate(_FITTING)
    if b"\xed" in body or b"\xef\xbf" in body:
        body = _UNFIT.sub(b" ", body)
    body = _END_TAGS.sub(b"", body)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        tree = document_fromstring(body, parser=parser)
    except ParserError:
        return document_fromstring("<html><body></body></html>", parser=parser), True
    last = parser.error_log.last_error
    return tree, last is None or last.type_name != "ERR_RESOURCE_LIMIT"


def text_of(element: HtmlElement) -> str:
    """Return the text in *element* on one line; blocks and line breaks part words, scripts go.

    Words at inline tags are not parted, so ``400 m<sup>2</sup>`` stays ``400 m2``.
    """
    return " ".join("".join(_pieces(element)).split())


def is_longer(element: HtmlElement, size: int) -> bool:
    """Return whether *element* holds more than *size* characters of text, white space apart."""
    for piece in _pieces(element):
        size -= len(piece.strip())
        if size < 0:
            return True
    return False


def _pieces(element: HtmlElement) -> Iterator[str]:
    """Yield the texts in *element*, with a space wherever a block or a line begins or ends."""
    walk = iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if node.tag not in INLINE:
            yield " "
        if event == "start":
            if node.tag in SILENT:
                walk.skip_subtree()
            elif node.text:
                yield node.text
        elif node.tail and node is not element:
            yield node.tail
