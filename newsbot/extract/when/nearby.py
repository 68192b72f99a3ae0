"""The dates that a page prints near its headline and behind its text.

A date there may be the page's clock, or that of an event, of a comment, of another article. The
article's stands on a line of its own, with its author, section or place, and behind no words but
those that say that it came out or was changed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from newsbot.extract.alike import is_whole
from newsbot.extract.counters import cut_counters
from newsbot.extract.credits.byline import is_byline
from newsbot.extract.credits.labels import WORD
from newsbot.extract.tree import text_of
from newsbot.extract.when.datewords import is_change, is_date, is_publication, without_preposition
from newsbot.urls import looks_like_article, path_and_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from newsbot.dates import Moment
    from newsbot.extract.layout import Layout
    from newsbot.extract.lines import Line
    from newsbot.extract.when.dateline import DateReader

    _Printed = tuple[Moment, str]

# How near the headline a date stands, in lines.
_BEFORE, _INSIDE, _BEHIND = 15, 3, 4
_SEPARATORS = tuple("-–—|•·,;")
_PARTS = re.compile(r"[|•·;,/–—]|(?<=\s)-(?=\s|$)|\)")
_CREDITS = re.compile(r"[|•·]")
_COLON = re.compile(r"\s*[:：]\s*$")
_DIGIT = re.compile(r"\d")
# Words in small letters that stand among names.
_AND = frozenset(("und", "and", "và", "dan", "och"))
# A line of credits is no longer than this behind the author.
_REST = 40
# A link of so many characters is a title, whatever its address if it is so long; a lead is no
# more than one text above a date.
_TITLE, _TEXT, _SEVERAL = 20, 40, 2
# So long may a page be kept by a cache, with the clock that it had.
_CACHED = timedelta(days=3)


def printed_dates(layout: Layout, reader: DateReader) -> list[_Printed]:
    """Return the dates printed near the headline, each with the words before it.

    First those between headline and text, then those before the headline, the nearest first
    and without the page's clock, then those behind the text.
    """
    return _Nearby(layout, reader).dates()


class _Nearby:
    """Looks at the dates of a page with what stands around them."""

    def __init__(self, layout: Layout, reader: DateReader) -> None:
        self._layout = layout
        self._reader = reader

    def dates(self) -> list[_Printed]:
        layout, lines = self._layout, self._layout.lines
        heading, body = layout.heading, layout.body_place
        between = range(heading.stop, min(len(lines), body.start + _INSIDE))
        before = range(max(0, heading.start - _BEFORE), heading.start)[::-1]
        behind = range(body.stop, min(len(lines), body.stop + _BEHIND))
        found = [
            *self._of_lines(between),
            *self._of_lines(before, is_above=True),
            *self._of_lines(behind),
        ]
        if found:
            return found
        texts = (lines[number] for number in between if not lines[number].is_link)
        return [pair for line in texts for pair in _leading(line, self._reader)]

    def _of_lines(self, places: range, *, is_above: bool = False) -> Iterator[_Printed]:
        for place in places:
            line = self._layout.lines[place]
            if self._layout.roles.kind(line.block) == "aside":
                continue
            pairs = [pair for pair in _dates_of(line, self._reader) if _may_date(line, *pair)]
            if pairs and not self._is_of_another(place):
                yield from (p for p in pairs if not (is_above and self._is_clock(line, *p)))

    def _is_clock(self, line: Line, moment: Moment, before: str) -> bool:
        """Return whether a date above the headline is the page's clock, perhaps of a cached page.

        It is of the last days and stands apart from the article, as the weather does; a date in
        the headline's own part of the page is the article's. Papers count their issues there.
        """
        if self._reader.is_clock(moment):
            return True
        if is_publication(before) or is_change(before):
            return False
        if _DIGIT.search(before):
            return True
        return self._reader.is_within(moment, _CACHED) and self._is_of_page(line.block)

    def _is_of_page(self, element: HtmlElement) -> bool:
        """Return whether what holds both *element* and the headline begins with the page."""
        shared = next((e for e in (element, *element.iterancestors()) if e in self._own), None)
        first = self._layout.lines[0].block
        return shared is None or shared is first or shared in set(first.iterancestors())

    def _is_of_another(self, place: int) -> bool:
        """Return whether the date at *place* is that of another article, or of a comment.

        The title of an article is linked beside it, in a box that holds neither headline nor
        body; behind paragraphs, such a box may hold a reader's sentence.
        """
        lines = self._layout.lines
        line = lines[place]
        if _is_title(line):
            return True
        box = {e for e in (line.block, *line.block.iterancestors()) if e not in self._own}
        beside = [
            other
            for other in (lines[n] for n in (place - 1, place + 1) if 0 <= n < len(lines))
            if not box.isdisjoint((other.block, *other.block.iterancestors()))
        ]
        if any(map(_is_title, beside)):
            return True
        above = lines[self._layout.heading.stop : place]
        return any(map(_is_text, beside)) and sum(map(_is_text, above)) >= _SEVERAL

    @cached_property
    def _own(self) -> set[HtmlElement]:
        """The elements that hold the headline or the body, or are one."""
        heading = (self._layout.lines[number].block for number in self._layout.heading)
        parts = [*self._layout.body, *heading]
        return {e for part in parts for e in (part, *part.iterancestors())}


def _is_title(line: Line) -> bool:
    """Return whether *line* is a link to an article, and little else."""
    return line.is_link and any(map(leads_on, line.block.iter("a")))


def leads_on(anchor: HtmlElement) -> bool:
    """Return whether a link is the title of an article, by its length and its address."""
    text, is_article = text_of(anchor), False
    with suppress(ValueError):
        is_article = looks_like_article(path_and_query(anchor.get("href") or ""))
    return len(text) >= _TITLE and (is_article or (len(text) >= _TEXT and not is_byline(text)))


def _is_text(line: Line) -> bool:
    is_said = is_whole(line.text) or len(line.text) >= 2 * _TEXT
    return is_said and not line.is_link and " " in line.text and not is_byline(line.text)


def _dates_of(line: Line, reader: DateReader) -> Iterator[_Printed]:
    for element in line.block.iter("time"):
        text = text_of(element)
        if element.get("datetime") and text in line.text and (m := reader.of_element(element)):
            before = line.text[: line.text.find(text)]
            yield m, reader.cut(before)[1]
    if _DIGIT.search(line.text):
        yield from reader.in_line(line.text) or _among_credits(line.text, reader)


def _among_credits(text: str, reader: DateReader) -> Iterator[_Printed]:
    """Yield the dates of a line that says little else but who wrote, before or behind them."""
    found, rest = reader.cut(text)
    if not found:
        return
    first, before = found[0]
    *head, words = _CREDITS.split(before)
    if len(words) + sum(len(said) for _, said in found[1:]) > _REST:
        return
    if (len(rest) <= _REST or is_byline(rest)) and (not head or is_byline(" | ".join(head))):
        yield from ((m, b) for m, b in ((first, words), *found[1:]) if reader.is_past(m))


def _leading(line: Line, reader: DateReader) -> Iterator[_Printed]:
    """Yield the date that leads a line of credits and is set apart from them.

    ``05/10/2018 - Publicado por: …, Categoria: …`` (jaraguadosul.com.br).
    """
    moments, _ = reader.cut(line.text)
    for moment, before in moments[:1]:
        behind = line.text.partition(moment.raw)[2].lstrip()
        if not before.strip() and behind[:1] in _SEPARATORS and reader.read(moment.raw):
            yield moment, before


def _may_date(line: Line, moment: Moment, before: str) -> bool:
    """Return whether a date with the words *before* it, and those behind, may be an article's."""
    bare = without_preposition(before)
    words = _PARTS.split(bare)[-1].strip()
    if words and (is_change(before) or is_publication(_PARTS.split(before)[-1])):
        return True
    if _COLON.search(words):
        return is_date(_COLON.sub("", words)) or is_byline(bare)
    if is_whole(line.text) and _is_said(line.text.replace(moment.raw, " ")):
        return is_byline(bare)
    is_led = bool(words) and bare != before.rstrip()
    return is_date(words) or not (is_led or _is_phrase(words)) or is_byline(bare)


def _is_said(text: str) -> bool:
    """Return whether *text* has words in small letters, as sentences do."""
    words = (word.strip("().,") for word in text.split())
    return any(len(w) > 2 and w.islower() and w not in _AND for w in words)


def _is_phrase(words: str) -> bool:
    """Return whether *words* are no name and no section: figures, or several small words."""
    counted = cut_counters(words)
    several = words.split()
    is_said = len(several) > 2 and sum(word[0].islower() for word in several) > 1
    return bool(_DIGIT.search(counted)) or (is_said and bool(counted) and not WORD.match(words))
