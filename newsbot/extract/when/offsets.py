"""How far from Greenwich a page's clock is, where the page itself proves it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsbot.dates import Moment

_NEAREST, _FARTHEST = timedelta(hours=-12), timedelta(hours=14)
_HOUR, _WEEK = timedelta(hours=1), timedelta(days=7)
# The offsets in use that are no whole hours, in minutes.
_PARTS = {-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765}


def proved_offset(
    wall: datetime, same: Iterable[Moment], others: Iterable[Moment]
) -> timezone | None:
    """Return the offset of the naive *wall*, if the page gives that instant elsewhere, too.

    It does where a clock with an offset shows the same time, or where a moment in UTC is the
    *same* event's and stands a whole offset away. *Others*, as that of a change, must agree to
    the second: by the minute, one in sixty does by chance. A faktencheck.afp.com page has
    ``2026-05-13 15:44``, and 15:44:29+02:00 as the time of its change.
    """
    known = [(m.instant, True) for m in same] + [(m.instant, False) for m in others]
    minute = wall.replace(second=0)
    for instant, _ in known:
        if instant and (east := instant.utcoffset()) and _minute(instant) == minute:
            return timezone(east)
    for instant, is_same in known:
        if instant and not instant.utcoffset():
            is_exact = wall.second != 0 and wall.second == instant.second
            east = minute - _minute(instant)
            if (is_same or is_exact) and is_offset(east):
                return timezone(east)
    return None


def offset_about(day: date, moments: Iterable[Moment]) -> timezone | None:
    """Return the offset that the page's clocks have about *day*, by *moments* that name one.

    Clocks change twice a year, so no moment more than a week away tells. That of Greenwich
    tells nothing: so do machines anywhere.
    """
    for moment in moments:
        east = moment.instant.utcoffset() if moment.instant else None
        if east and abs(moment.day - day) <= _WEEK:
            return timezone(east)
    return None


def local_offset(
    instant: datetime, same: Iterable[Moment], printed: Sequence[datetime], others: Iterable[Moment]
) -> timezone | None:
    """Return the offset in which the page's readers see an *instant* in UTC, if it proves one.

    It does by the *same* event's moment with an offset, by a naive clock that is *printed* for it
    a whole offset away, and by the offset of *others* of that week.
    """
    if instant.utcoffset():
        return None
    same = list(same)
    aware = [moment.instant for moment in same if moment.instant]
    for other in aware:
        if (east := other.utcoffset()) and same_minute(other, instant):
            return timezone(east)
    away = [_minute(wall) - _minute(instant) for wall in printed]
    if not all(away):
        return None
    if east := next(filter(is_offset, away), None):
        return timezone(east)
    return offset_about(instant.date(), (*same, *others))


def same_minute(one: datetime, other: datetime) -> bool:
    """Return whether two times, both aware or both naive, agree to the minute."""
    return one.replace(second=0, microsecond=0) == other.replace(second=0, microsecond=0)


def is_offset(east: timedelta) -> bool:
    """Return whether some country's clocks are *east* of Greenwich.

    >>> is_offset(timedelta(hours=7)), is_offset(timedelta(minutes=25))
    (True, False)
    """
    minutes = east // timedelta(minutes=1)
    return _NEAREST <= east <= _FARTHEST and (not east % _HOUR or minutes in _PARTS)


def is_mislabelled(moment: Moment, other: Moment) -> bool:
    """Return whether *other* shows that *moment* is a local time which calls itself UTC.

    Themes of WordPress print ``13:46:00+00:00`` beside 13:46:00-04:00 (worldtruth.tv).
    """
    one, two = moment.instant, other.instant
    if one is None or two is None or one.utcoffset() or not two.utcoffset():
        return False
    return _minute(one) == _minute(two)


def utc_wall(instant: datetime) -> datetime:
    """Return the naive time that clocks in UTC show at *instant*."""
    return instant.astimezone(UTC).replace(tzinfo=None)


def _minute(instant: datetime) -> datetime:
    return instant.replace(second=0, microsecond=0, tzinfo=None)
