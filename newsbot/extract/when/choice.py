"""Choosing among the moments that a page gives for one event, which need not agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from newsbot.extract.found import Found
from newsbot.extract.jsonld import texts
from newsbot.extract.when.offsets import is_mislabelled, offset_about, proved_offset, utc_wall
from newsbot.extract.when.witnesses import day_in_address, days_of_pictures, month_in_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsbot.dates import Moment
    from newsbot.extract.metadata import Metadata
    from newsbot.extract.when.dateline import DateReader

    _Given = Found[Moment]


def choose(given: Sequence[_Given], others: Sequence[_Given], reader: DateReader) -> _Given | None:
    """Return the moment of an event out of those *given* for it, the most trusted first.

    *Others* are given for another event; they may prove the offset of a clock without a zone.
    """
    if not given:
        return None
    first = given[0]
    if first.evidence == "profile":
        return _timed(first, given, others, reader)
    stated = [found for found in given if found.evidence != "generic"]
    first = _without_clock(first, stated or given, reader)
    if not _is_printed(first.value, given):
        first = _relabelled(first, stated, reader)
    return _timed(first, given, others, reader)


def _without_clock(first: _Given, rivals: Iterable[_Given], reader: DateReader) -> _Given:
    """Return *first*, or an earlier day if *first* is the time of the fetch: the page's clock."""
    moment = first.value
    if moment.instant is None or not reader.is_clock(moment):
        return first
    is_stated = first.evidence != "generic"
    earlier = (found for found in rivals if found.value.day < moment.day)
    return next((found for found in earlier if is_stated or found.value.instant), first)


def _relabelled(first: _Given, stated: Sequence[_Given], reader: DateReader) -> _Given:
    """Return *first*, or the same moment in its right zone if another source gives that.

    A local time may call itself UTC, and one in UTC may lack its zone.
    """
    moment = first.value
    if moment.instant is None:
        return first
    rivals = [f for f in stated if f.value.instant not in (None, moment.instant)]
    for found in rivals:
        rival = found.value
        if moment.wall and rival.instant and rival.wall is None:
            if utc_wall(rival.instant).replace(second=0) == moment.wall.replace(second=0):
                return found
        elif not moment.wall and not rival.wall:
            bare = replace(reader, zone=None)
            own, other = bare.read(moment.raw), bare.read(rival.raw)
            if own and other and is_mislabelled(own, other):
                return found
    return first


def _timed(
    first: _Given, given: Sequence[_Given], others: Sequence[_Given], reader: DateReader
) -> _Given:
    """Return *first*, with the time that the page gives elsewhere if it has none itself."""
    moment = first.value
    if moment.instant is None and moment.wall:
        aware = [found.value for found in given if not found.value.wall]
        changes = [found.value for found in others]
        offset = proved_offset(moment.wall, aware, changes)
        if offset is None and _is_printed(moment, given):
            offset = offset_about(moment.day, (*aware, *changes))
        if offset and (proved := replace(reader, zone=offset).read(moment.raw)):
            return Found(proved, first.evidence)
    if is_day(moment):
        same = (found for found in given if found.value.day == moment.day)
        return next((found for found in same if not is_day(found.value)), first)
    return first


def _is_printed(moment: Moment, given: Iterable[_Given]) -> bool:
    """Return whether the page prints the naive clock of *moment*: it is that of its readers."""
    if moment.wall is None:
        return False
    minute = moment.wall.replace(second=0)
    walls = [found.value.wall for found in given if found.evidence == "generic"]
    return any(wall and wall.replace(second=0) == minute for wall in walls)


def is_day(moment: Moment) -> bool:
    """Return whether *moment* gives no time, or the midnight that a CMS makes of a mere day."""
    return moment.instant is None or moment.instant.timetz().replace(tzinfo=None) == time.min


def witnessed(
    first: _Given,
    given: Iterable[_Given],
    metadata: Metadata,
    reader: DateReader,
    address: str,
) -> _Given:
    """Return *first*, its day and month the other way round if only so they fit the witnesses.

    These are dates with the year first, the *address* of the page and those of its pictures.
    """
    moment = first.value
    turned = replace(reader, day_first=not reader.day_first).read(moment.raw)
    if turned is None or turned.day == moment.day:
        return first
    pictures = [*metadata.metas.get("og:image", ())]
    for node in metadata.articles:
        pictures += texts(node.get("image"), metadata.nodes)
    days: set[date | None] = {found.value.day for found in given if _is_plain(found.value)}
    days |= days_of_pictures(pictures, reader.zone) | {day_in_address(address)}
    months = [day and (day.year, day.month) for day in (moment.day, turned.day)]
    month = month_in_address(address)
    if moment.day in days or month == months[0]:
        return first
    if turned.day in days or (month and month == months[1]):
        return Found(turned, first.evidence)
    return first


def _is_plain(moment: Moment) -> bool:
    """Return whether *moment* was given with the year first, or as seconds since 1970."""
    return moment.raw[:4].isdecimal()
