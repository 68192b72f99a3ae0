"""Selectors of a profile: XPath, CSS, or the block under a heading."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from cssselect import SelectorError
from lxml.etree import XPath, XPathError
from lxml.html import document_fromstring
from parsel.csstranslator import HTMLTranslator

from newsbot.extract.tree import HEADINGS, SILENT, is_longer, text_of
from newsbot.text import normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

HEADING = "heading:"
# Some faults of a selector, as an unknown function, show only when it meets an element.
_SOME_PAGE = document_fromstring("<h1>x</h1><div><p><a href=x>x</a><span>x</span></p></div>")
TITLES = HEADINGS | {"legend", "caption"}
_LEADS_ON = "descendant-or-self::*[self::a[@href] or self::form]"
# What is longer is no block, but the rest of the page.
_MOST = 500
# So many signs may stand around the words of a heading.
_ORNAMENTED = 80
_ORNAMENTS = re.compile(r"^[\W_]+|[\W_]+$")
# A condition on one attribute, as in //*[@id='x']: libxml2 tests it on every element, but three
# times faster on the attributes themselves (//*/@id[.='x']/..). Before a number it must stay: that
# counts the elements of each parent.
_ON_ATTRIBUTE = re.compile(
    r"""\[@(?P<name>[\w-]+)(?:(?P<value>\ ?=\ ?(?:'[^']*'|"[^"]*"))|\ and\ (?P<test>"""
    r"""contains\((?:[^'"\[\]]|'[^']*')*))\](?!\s*\[)""",
    re.VERBOSE,
)
# Turkish has four letters for two: in capitals and in small ones they are the same here.
_TURKISH = {ord("ı"): "i", ord("\u0307"): None}


def check_selector(selector: str) -> None:
    """Raise ValueError, saying what is wrong, if *selector* can't be used."""
    if selector.startswith(HEADING):
        if not heading_form(selector.removeprefix(HEADING)):
            raise ValueError(f"{selector!r} names no heading; give its words, as heading:Related")
        return
    try:
        _compiled(selector)(_SOME_PAGE)
    except (SelectorError, XPathError) as error:
        kind = "XPath" if _is_xpath(selector) else "CSS selector"
        raise ValueError(f"{selector!r} is no {kind}: {error}") from error


def select(tree: HtmlElement, selectors: Sequence[str]) -> list[HtmlElement | str]:
    """Return what the first of *selectors* that finds anything finds, in document order.

    Elements, or texts where an XPath asks for attributes or text.
    """
    for selector in selectors:
        found = _found(tree, selector)
        if isinstance(found, list) and found:
            return found
    return []


def _found(tree: HtmlElement, selector: str) -> object:
    """Return whatever *selector* evaluates to: an XPath may also give a number or a truth."""
    if selector.startswith(HEADING):
        return block_under(tree, selector.removeprefix(HEADING))
    return _compiled(selector)(tree)


def select_elements(tree: HtmlElement, selectors: Sequence[str]) -> list[HtmlElement]:
    """Return the elements that the first of *selectors* that finds anything finds."""
    return [found for found in select(tree, selectors) if not isinstance(found, str)]


@lru_cache(maxsize=4096)
def heading_form(text: str) -> str:
    """Return the words of a heading as they are compared: one line, no case, no ornaments.

    Capitals don't tell i from the dotless ı of Turkish, so that both are the same here.

    >>> heading_form(" » TIN LIÊN QUAN: "), heading_form("İLGİLİ YAZILAR")
    ('tin liên quan', 'ilgili yazilar')
    """
    return _ORNAMENTS.sub("", normalise_line(text).casefold().translate(_TURKISH))


def block_under(tree: HtmlElement, words: str) -> list[HtmlElement]:
    """Return the elements of the block that follows the heading with these *words*.

    The heading may be any element, and the block a later sibling of it or of an element around
    it that holds nothing else; it ends before the next heading of the same make. The first
    heading that has a block with links wins; without one, nothing is returned.
    """
    for heading in headings(tree, words):
        block = block_of(heading)
        if any(element.xpath(_LEADS_ON) for element in block):
            return block
    return []


def headings(tree: HtmlElement, words: str) -> Iterator[HtmlElement]:
    """Yield the elements whose whole text is *words*: the innermost, or the title around it."""
    wanted = heading_form(words)
    for element in tree.iter(*HEADINGS, "legend", *_INLINE):
        if _is_big(element):
            continue
        text = " ".join(element.text_content().split())
        if len(text) > 2 * len(wanted) + 12 or heading_form(text) != wanted:
            continue
        if not any(heading_form(child.text_content()) == wanted for child in element):
            yield next((a for a in element.iterancestors(*TITLES)), element)


def _is_big(element: HtmlElement) -> bool:
    """Return whether *element* holds more elements than a heading does."""
    return next(islice(element.iterdescendants(), 8, None), None) is not None


_INLINE = ("span", "div", "a", "p", "b", "strong", "font", "td", "th", "dt", "li", "label", "em")


def block_of(heading: HtmlElement) -> list[HtmlElement]:
    """Return what follows *heading*, up to the next heading of the same tag and class."""
    words = heading_form(text_of(heading))
    while heading is not None and _says(heading, words):
        block = []
        for sibling in islice(heading.itersiblings(), _MOST):
            if sibling.tag in TITLES or _same_make(sibling, heading):
                break
            if sibling.tag not in SILENT and (text_of(sibling) or sibling.xpath(_LEADS_ON)):
                block.append(sibling)
        if block:
            return block
        heading = heading.getparent()
    return []


def _says(element: HtmlElement, words: str) -> bool:
    """Return whether *element* says no more than *words*; a long one is not read to its end."""
    is_long = is_longer(element, 2 * len(words) + _ORNAMENTED)
    return not is_long and heading_form(text_of(element)) == words


def _same_make(sibling: HtmlElement, heading: HtmlElement) -> bool:
    """Return whether *sibling* is made as *heading* is, and so opens the next block."""
    own = heading.get("class")
    return sibling.tag == heading.tag and own is not None and sibling.get("class") == own


def _is_xpath(selector: str) -> bool:
    return selector.startswith(("/", "./", "("))


@lru_cache(maxsize=4096)
def _compiled(selector: str) -> XPath:
    """Return *selector*, XPath or CSS, ready to be used; document-wide unless it begins ``./``."""
    path = selector if _is_xpath(selector) else HTMLTranslator().css_to_xpath(selector)
    return XPath(_ON_ATTRIBUTE.sub(_from_attribute, path))


def _from_attribute(condition: re.Match[str]) -> str:
    """Return the *condition* on an attribute of an element as steps to the attribute and back."""
    name, value = condition["name"], condition["value"]
    own = f".{value}" if value else condition["test"].replace(f"@{name}", ".")
    return condition[0] if "@" in own and not value else f"/@{name}[{own}]/.."
