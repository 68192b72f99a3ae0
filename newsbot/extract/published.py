"""When an article was published, and when it was changed."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.choice import choose, witnessed
from newsbot.extract.found import Found
from newsbot.extract.localtime import localised
from newsbot.extract.traces import find_trace
from newsbot.extract.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.dates import Moment
    from newsbot.extract.dateline import DateReader
    from newsbot.extract.layout import Layout
    from newsbot.extract.lines import Line
    from newsbot.extract.metadata import Metadata
    from newsbot.extract.roles import Roles
    from newsbot.extract.selected import Selected

# Words before a date that make it the date of a change.
_CHANGED = re.compile(
    r"(?:cập nhật|chỉnh sửa|sửa đổi|aktualisiert|geändert|updated?|modified|edited"
    r"|mis(?:e)? à jour|modifié|actualis|actualizad|modificad|atualizad|aggiornat|modificat"
    r"|modifica|diperbarui|diubah|dikemas ?kini|bijgewerkt|gewijzigd|oppdatert|endret|uppdatera"
    r"|ändrad|opdateret|ændret|päivitetty|muokattu|aktuali[sz]|zmieniono|upraveno|změněno"
    r"|actualizat|frissít|módosít|обновл|измен|оновлен|змінен|güncelle|ενημέρωση|更新|修改|更正"
    r"|수정|업데이트)[^.]{0,20}$",
    re.IGNORECASE,
)
_SEPARATORS = tuple("-–—|•·,;")
# How near the headline a date stands, in lines.
_BEFORE, _INSIDE, _BEHIND = 15, 3, 4


class Dates(NamedTuple):
    """The moments of publication and of the last change, each ``None`` if it isn't known."""

    published: Found[Moment] | None
    modified: Found[Moment] | None


def read_dates(
    selected: Selected,
    metadata: Metadata,
    printed: Sequence[tuple[Moment, str]],
    reader: DateReader,
    address: str = "",
) -> Dates:
    """Return the dates by the profile, else as stated, else as *printed* near the headline.

    A stated day without a time is refined by the time given elsewhere for the same day
    (baocantho.com.vn). A change before the publication is none. The *address* of the page, and
    those of its pictures, tell 5 June from 6 May.
    """
    original = [moment for moment, before in printed if not is_change(before)]
    changes = [moment for moment, before in printed if is_change(before)]
    published = list(_found("date_published", selected, metadata, original, reader))
    modified = list(_found("date_modified", selected, metadata, changes, reader))
    first = choose(published, modified, reader)
    changed = choose(modified, published, reader)
    if first:
        first = witnessed(first, published, metadata, reader, address)
        first = localised(first, published, modified, reader)
    if changed:
        known = [first, *published] if first else published
        changed = localised(changed, modified, known, reader)
    if first and changed and _is_earlier(changed.value, first.value):
        changed = None
    return Dates(first, changed)


def _found(
    field: str,
    selected: Selected,
    metadata: Metadata,
    printed: Iterable[Moment],
    reader: DateReader,
) -> Iterator[Found[Moment]]:
    """Yield the moments given for *field*, the most trusted first."""
    for element in selected.elements(field):
        if moment := reader.of_element(element):
            yield Found(moment, "profile")
    stated = (Found(text, "profile") for text in selected.texts(field))
    for text, evidence in chain(stated, metadata.said(field)):
        if moment := reader.read(text):
            yield Found(moment, evidence)
    yield from (Found(moment, "generic") for moment in printed)


def traced(
    dates: Dates, tree: HtmlElement, address: str, roles: Roles, reader: DateReader
) -> Dates:
    """Return *dates*; without a publication, with that of which the page bears a trace."""
    if dates.published:
        return dates
    trace = find_trace(tree, address, reader, lambda element: roles.kind(element) == "aside")
    if trace and dates.modified and _is_earlier(dates.modified.value, trace.value):
        return dates
    return dates._replace(published=trace)


def is_change(before: str) -> bool:
    """Return whether the words *before* a date make it that of a change.

    >>> is_change("Cập nhật: "), is_change("Đăng ngày ")
    (True, False)
    """
    return bool(_CHANGED.search(before))


def printed_dates(layout: Layout, reader: DateReader) -> list[tuple[Moment, str]]:
    """Return the dates printed near the headline, each with the words before it.

    First those between headline and text, then those before the headline, the nearest first
    and without the page's clock, then those behind the text.
    """
    lines, heading, body = layout.lines, layout.heading, layout.body_place
    between = lines[heading.stop : body.start + _INSIDE]
    before = lines[max(0, heading.start - _BEFORE) : heading.start][::-1]
    behind = lines[body.stop : body.stop + _BEHIND]
    found = [
        (pair, group is before)
        for group in (between, before, behind)
        for line in group
        if layout.roles.kind(line.block) != "aside"
        for pair in _dates_of(line, reader)
    ]
    kept = [pair for pair, is_before in found if not (is_before and reader.is_clock(pair[0]))]
    return kept or [pair for line in between if not line.is_link for pair in _leading(line, reader)]


def _dates_of(line: Line, reader: DateReader) -> Iterator[tuple[Moment, str]]:
    for element in line.block.iter("time"):
        text = text_of(element)
        if element.get("datetime") and text in line.text and (m := reader.of_element(element)):
            yield m, line.text[: line.text.find(text)]
    yield from reader.in_line(line.text)


def _leading(line: Line, reader: DateReader) -> Iterator[tuple[Moment, str]]:
    """Yield the date that leads a line of credits and is set apart from them.

    ``05/10/2018 - Publicado por: …, Categoria: …`` (jaraguadosul.com.br).
    """
    moments, _ = reader.cut(line.text)
    for moment, before in moments[:1]:
        behind = line.text.partition(moment.raw)[2].lstrip()
        if not before.strip() and behind[:1] in _SEPARATORS and reader.read(moment.raw):
            yield moment, before


def _is_earlier(one: Moment, other: Moment) -> bool:
    if one.instant and other.instant:
        return one.instant < other.instant
    return one.day < other.day
