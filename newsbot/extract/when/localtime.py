"""Moments that machines give in UTC, on the clocks of the page's readers.

That calendar day is the article's: an evening in Greenwich is the next day in Hanoi.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from newsbot.extract.found import Found
from newsbot.extract.when.offsets import local_offset, same_minute, utc_wall

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from newsbot.dates import Moment
    from newsbot.extract.when.dateline import DateReader

    _Given = Found[Moment]


def localised(
    first: _Given, given: Sequence[_Given], others: Iterable[_Given], reader: DateReader
) -> _Given:
    """Return *first* in the page's local time, where the page proves what that is.

    *Given* are all moments of the same event, *others* those of another. Without a zone of the
    site's, the offset is one that the page gives, or by which its printed clock stands away.
    With one, a printed clock that shows the hours of UTC says that they are none: the site calls
    its local time so.
    """
    instant = first.value.instant
    if instant is None or first.value.wall or utc_wall(instant).time() == time.min:
        return first
    if reader.zone:
        return _unlabelled(first, instant, given, reader)
    same = [found.value for found in given]
    printed = [m.wall for m in _printed(given) if m.wall]
    offset = local_offset(instant, same, printed, (found.value for found in others))
    return _at(first, instant.astimezone(offset)) if offset else first


def _unlabelled(
    first: _Given, instant: datetime, given: Sequence[_Given], reader: DateReader
) -> _Given:
    """Return *first*, its hours as local ones if the page prints these, and not its time."""
    if not _is_in_utc(first.value, reader):
        return first
    wall = utc_wall(instant)
    printed = [m for m in _printed(given) if m.wall]
    if not any(m.wall and same_minute(m.wall, wall) for m in printed):
        return first
    proofs = [*printed, *(f.value for f in given if not _is_in_utc(f.value, reader))]
    if any(m.instant and same_minute(m.instant, instant) for m in proofs):
        return first
    return _at(first, wall.replace(tzinfo=reader.zone))


def _printed(given: Iterable[_Given]) -> list[Moment]:
    return [found.value for found in given if found.evidence == "generic"]


def _is_in_utc(moment: Moment, reader: DateReader) -> bool:
    """Return whether *moment* was given in UTC, whatever the site's zone."""
    bare = replace(reader, zone=None).read(moment.raw)
    return bool(bare and bare.instant and not bare.instant.utcoffset())


def _at(first: _Given, local: datetime) -> _Given:
    return Found(replace(first.value, instant=local, day=local.date()), first.evidence)
