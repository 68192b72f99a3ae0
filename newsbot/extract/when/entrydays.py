"""The days that a page of links prints beside its entries, found without reading the entries."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml.etree import XPath

from newsbot.dates.words import BEFORE_DAY, either
from newsbot.extract.others.cards import owners, without_date
from newsbot.extract.tree import HEADINGS, INLINE, SILENT, text_of
from newsbot.extract.when.datewords import is_change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from lxml.html import HtmlElement

    from newsbot.extract.when.dateline import DateReader

# Of all ways to ask for the texts of a page, the quickest (measured on real front pages).
_TEXTS = XPath("descendant::text()[normalize-space()]")
_EPOCHS = XPath("descendant::*/@data-time/parent::* | descendant::*/@data-timestamp/parent::*")
_HIDDEN = SILENT | {"option"}
# A longer text is no dateline. No page of news has more dates, none lies deeper in its card.
_LONGEST, _MOST, _DEEPEST = 160, 5000, 40
_DATE_LIKE = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d\d")
_CHANGE = re.compile(r"updated|modified", re.IGNORECASE)
_PUBLICATION = re.compile(r"publi", re.IGNORECASE)
_DATE_CLASS = re.compile(r"date|time|datum|zeit|ngay|tanggal|fecha|publish|meta", re.IGNORECASE)
# What is never the card of one article, even where the page links to no other. A header is
# the page's unless it stands in a card.
_OUTER = frozenset({"html", "body", "main", "nav", "form", "header", "footer"})
_FILLED = INLINE - {"a"}
_CARDS = frozenset({"article", "li"})
_DIGITS = re.compile(r"\d+")
# A mere day counts where it stands apart from the words around it, as in "am 3. Mai beginnt" and
# "Ngày 8-1-2025, dân làng" it does not.
_APART_BEFORE = re.compile(
    rf"(?:^|[^\w\s])\s*(?:đăng\s+)?(?:(?:{either(BEFORE_DAY)})\s*)?$", re.IGNORECASE
)
_APART_BEHIND = re.compile(r"\s*(?:$|[^\w\s,])")

_Make = tuple[str, str, str]


class _Text(NamedTuple):
    """A text of a page with the element that it begins, or that it follows if *is_tail*."""

    words: str
    element: HtmlElement
    is_tail: bool


def entry_days(
    elements: Sequence[HtmlElement], links: Iterable[tuple[HtmlElement, str]], reader: DateReader
) -> dict[str, date]:
    """Return, by key, the day that the card of an article in *elements* gives, where it does.

    *links* are the links to articles, each with the article's key. A card is an element around
    the links of one article only, and shown to be one by its tag or by a sibling of the same
    make around another article; a date outside of cards is the page's. Where a card gives
    several days, none is taken.
    """
    entries = _Entries(owners(links, _is_outer), reader)
    stated: dict[str, set[date]] = {}
    printed: dict[str, set[date]] = {}
    for element in elements:
        for key, day in entries.stated(element):
            stated.setdefault(key, set()).add(day)
        for key, day in entries.printed(element):
            printed.setdefault(key, set()).add(day)
    return {key: day for key, (day, *others) in (printed | stated).items() if not others}


class _Entries:
    """The cards of a page by their *owners*, and the dates that *reader* finds in them."""

    def __init__(self, owners: Mapping[HtmlElement, str | None], reader: DateReader) -> None:
        self._owners = owners
        self._reader = reader
        self._inside: dict[HtmlElement, defaultdict[_Make, set[str]]] = {}
        self._read: dict[str, Sequence[date]] = {}

    def stated(self, block: HtmlElement) -> Iterator[tuple[str, date]]:
        """Yield the days that elements of *block* give to machines, with the article of each."""
        epochs: Any = _EPOCHS(block)
        for element in islice(chain(block.iter("time"), epochs), _MOST):
            name = element.get("class", "") + element.get("itemprop", "")
            if _CHANGE.search(name) and not _PUBLICATION.search(name):
                continue
            _, key = self._owner(element)
            if key and (moment := self._reader.of_element(element)):
                yield key, moment.day

    def printed(self, block: HtmlElement) -> Iterator[tuple[str, date]]:
        """Yield the days that texts of *block* print, with the article of each."""
        for text in islice(_texts(block), _MOST):
            place = _place_of(text)
            around, key = self._owner(place)
            if around is not None and key:
                is_behind = text.is_tail and place is text.element
                in_title = not is_behind and _is_in_title(place, around)
                days = self._end(text_of(place)) if in_title else self._days(_line(text))
                yield from ((key, day) for day in days)

    def _owner(self, place: HtmlElement) -> tuple[HtmlElement | None, str | None]:
        """Return the element around *place* that holds links, and the article if it is a card."""
        for element in islice(chain([place], place.iterancestors()), _DEEPEST):
            if element in self._owners:
                key = self._owners[element]
                return element, key if key and self._is_card(element, key) else None
        return None, None

    def _is_card(self, element: HtmlElement | None, key: str) -> bool:
        """Return whether *element* or one around it, about the article *key* alone, is a card."""
        card = element
        while element is not None and self._owners.get(element) == key and not _is_outer(element):
            if element.tag in _CARDS:
                return True
            card, element = element, element.getparent()
        if card is None or element is None or self._owners.get(element) == key:
            return False
        return len(self._owners_inside(element)[_make(card)]) > 1

    def _owners_inside(self, element: HtmlElement) -> Mapping[_Make, set[str]]:
        """Return, for each make of the children of *element*, the articles that own one."""
        if element not in self._inside:
            inside = self._inside[element] = defaultdict(set)
            for child in element:
                if key := self._owners.get(child):
                    inside[_make(child)].add(key)
        return self._inside[element]

    def _end(self, title: str) -> Sequence[date]:
        """Return the day on whose time a title ends; a mere day may be the title's own."""
        _, moment = without_date(title, self._reader)
        return [moment.day] if moment and moment.instant else []

    def _days(self, line: str) -> Sequence[date]:
        """Return the days of publication in *line*, which many cards of a page share."""
        if line not in self._read:
            self._read[line] = [
                moment.day
                for moment, before in self._reader.in_line(line)
                if not is_change(before)
                and (moment.instant or _stands_apart(before, line.partition(moment.raw)[2]))
            ]
        return self._read[line]


def _texts(block: HtmlElement) -> Iterator[_Text]:
    """Yield the texts of *block* that may give a date."""
    texts: Any = _TEXTS(block)
    for words in texts:
        if len(words) <= _LONGEST and _DATE_LIKE.search(words):
            text = _Text(words, words.getparent(), words.is_tail)
            if text.is_tail or text.element.tag not in _HIDDEN:
                yield text


def _stands_apart(before: str, behind: str) -> bool:
    """Return whether a mere day is parted from the words around it, as in no sentence."""
    return bool(_APART_BEFORE.search(before) and _APART_BEHIND.match(behind))


def _place_of(text: _Text) -> HtmlElement:
    """Return the element that a text stands in: for the words behind a link, what is around it.

    Words in brackets are the link's, as in ``<a>Chợ nổi họp lại</a> (23/10/2024)``.
    """
    parent = text.element.getparent()
    is_outside = text.is_tail and not text.words.lstrip().startswith("(")
    return parent if is_outside and parent is not None else text.element


def _line(text: _Text) -> str:
    """Return a text with what goes on before and behind the inline element that it fills."""
    element = text.element
    if text.is_tail or element.tag not in _FILLED or len(element):
        return " ".join(text.words.split())
    before, parent = element.getprevious(), element.getparent()
    first = parent.text if before is None and parent is not None else None
    words = (first if before is None else before.tail, text.words, element.tail)
    return " ".join(" ".join(filter(None, words)).split())


def _is_in_title(place: HtmlElement, around: HtmlElement) -> bool:
    """Return whether *place* is in the title of the card, of which *around* is the nearest link.

    A link around a whole card has the title in a heading, or the date in an element of its own.
    """
    inside = list(takewhile(lambda e: e is not around, chain([place], place.iterancestors())))
    if any(element.tag in HEADINGS for element in inside):
        return True
    if around.tag != "a":
        return False
    is_title = next(around.iterancestors(*HEADINGS), None) is not None
    is_dated = any(_DATE_CLASS.search(element.get("class", "")) for element in inside)
    return is_title or (next(around.iter(*HEADINGS), None) is None and not is_dated)


def _is_outer(element: HtmlElement) -> bool:
    if element.tag not in _OUTER:
        return False
    is_header = element.tag in {"header", "footer"}
    return not (is_header and next(element.iterancestors(*_CARDS), None) is not None)


def _make(element: HtmlElement) -> _Make:
    """Return by what the cards of one list are alike: tag, first class, id, without numbers."""
    first = element.get("class", "").split()[:1]
    return element.tag, _DIGITS.sub("", " ".join(first)), _DIGITS.sub("", element.get("id", ""))
