"""Dates that a page gives neither in its metadata nor near its headline."""

from __future__ import annotations

import re
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from newsbot.extract.found import Found
from newsbot.extract.jsonld import read_nodes
from newsbot.extract.tree import text_of
from newsbot.extract.when.dateline import FOR_MACHINES
from newsbot.extract.when.nearby import leads_on
from newsbot.extract.when.witnesses import day_in_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

    from newsbot.dates import Moment
    from newsbot.extract.when.dateline import DateReader

# How scripts call the time of publication: in data for analytics and for scripted pages, and in
# JSON-LD that is no JSON.
_SAID = re.compile(
    r"""["'](?:date_?published|(?:first_?)?publish(?:ed)?_?(?:at|date|time|on)?|publication_?date
    |(?:article|page|content|og|post)[:._]?(?:first_?)?publi[a-z]{2,8}[:._]?(?:at|date|time)?
    |pub_?date|posted_?(?:at|on)|release_?date)\\*["']\s*[:,=]\s*\\*["']?
    ([^"'\\,}]{8,40})""",
    re.IGNORECASE | re.VERBOSE,
)
# A card has so many levels.
_NEAR = 2
_EMPTY = ("time", "span", "div", "p", "abbr", "relative-time")


def find_trace(
    tree: HtmlElement, address: str, reader: DateReader, is_aside: Callable[[HtmlElement], bool]
) -> Found[Moment] | None:
    """Return the date of publication by an element that a script fills, by scripts, by *address*.

    The data of scripts may speak of other articles, too: it counts if all of it names one day.
    JSON-LD that can be read has been: what it says of others is not asked again.
    An address such as ``/2024/05/03/cho-noi`` gives the day.
    """
    for element in tree.iter(*_EMPTY):
        is_filled = _is_filled_later(element) and not is_aside(element) and not _in_card(element)
        if is_filled and (moment := reader.of_element(element)):
            return Found(moment, "generic")
    moments = list(_in_scripts(tree, reader))
    if len({moment.day for moment in moments}) == 1:
        return Found(min(moments, key=lambda moment: moment.instant is None), "generic")
    day = day_in_address(address)
    if day and (moment := reader.read(day.isoformat())):
        return Found(moment, "generic")
    return None


def _is_filled_later(element: HtmlElement) -> bool:
    """Return whether a script is to write the date that an empty *element* has for machines."""
    return any(element.get(name) for name in FOR_MACHINES) and not text_of(element)


def _in_card(element: HtmlElement) -> bool:
    """Return whether *element* stands beside the linked title of another article."""
    beside = takewhile(lambda e: e.find(".//h1") is None, islice(element.iterancestors(), _NEAR))
    return any(leads_on(anchor) for box in beside for anchor in box.iter("a"))


def _in_scripts(tree: HtmlElement, reader: DateReader) -> Iterator[Moment]:
    texts = (script.text or "" for script in tree.iter("script") if not _is_metadata(script))
    for found in chain.from_iterable(map(_SAID.finditer, texts)):
        if moment := reader.read(found[1]):
            yield moment


def _is_metadata(script: HtmlElement) -> bool:
    """Return whether *script* is JSON-LD that can be read, or that lists other articles."""
    text = script.text or ""
    is_list = "itemListElement" in text
    return "ld+json" in script.get("type", "").lower() and (is_list or bool(read_nodes([text])))
