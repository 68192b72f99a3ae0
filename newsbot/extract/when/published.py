"""When an article was published, and when it was changed."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.found import Found
from newsbot.extract.when.choice import choose, witnessed
from newsbot.extract.when.datewords import is_change
from newsbot.extract.when.localtime import localised
from newsbot.extract.when.nearby import printed_dates
from newsbot.extract.when.traces import find_trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime

    from lxml.html import HtmlElement

    from newsbot.dates import Moment
    from newsbot.extract.layout import Layout
    from newsbot.extract.metadata import Metadata
    from newsbot.extract.roles import Roles
    from newsbot.extract.selected import Selected
    from newsbot.extract.when.dateline import DateReader


class Dates(NamedTuple):
    """The moments of publication and of the last change, each ``None`` if it isn't known."""

    published: Found[Moment] | None
    modified: Found[Moment] | None

    @property
    def day(self) -> Found[date] | None:
        """The day of publication."""
        return self.published and Found(self.published.value.day, self.published.evidence)

    @property
    def instants(self) -> tuple[Found[datetime] | None, Found[datetime] | None]:
        """Both of them, ``None`` where only the day is known."""
        return _instant(self.published), _instant(self.modified)


def dates_of(
    layout: Layout, selected: Selected, metadata: Metadata, reader: DateReader, address: str
) -> Dates:
    """Return the dates of the article on the page that was fetched from *address*."""
    dates = read_dates(selected, metadata, printed_dates(layout, reader), reader, address)
    return traced(dates, layout.tree, address, layout.roles, reader)


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


def _is_earlier(one: Moment, other: Moment) -> bool:
    if one.instant and other.instant:
        return one.instant < other.instant
    return one.day < other.day


def _instant(found: Found[Moment] | None) -> Found[datetime] | None:
    return Found(found.value.instant, found.evidence) if found and found.value.instant else None
