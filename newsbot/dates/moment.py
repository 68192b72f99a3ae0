"""Moment: when something was published, as precisely as a text says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo

    from newsbot.dates.clocks import Clock
    from newsbot.items import DatePrecision

EARLIEST, LATEST = 1900, 2100
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_SECOND = int(datetime(EARLIEST, 1, 2, tzinfo=UTC).timestamp())
_LAST_SECOND = int(datetime(LATEST, 12, 31, tzinfo=UTC).timestamp())


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was published, as precisely as the text says.

    ``day`` is the local calendar day in the site's zone. ``instant`` is aware and in the
    site's offset; it is ``None``, and ``precision`` is ``day``, where the text gives only
    the day, or a clock of no known zone. ``raw`` is the text it was read from. ``wall`` is
    the naive time on a clock that the text gives without a zone.
    """

    day: date
    instant: datetime | None
    precision: DatePrecision
    raw: str
    wall: datetime | None = None


def moment_at(day: date, clock: Clock | None, zone: tzinfo | None, raw: str) -> Moment:
    """Return the moment of *clock* on *day*: in the clock's own zone if it has one, else *zone*."""
    if clock is None:
        return Moment(day, None, "day", raw)
    local = datetime.combine(day, clock.time)
    wall = None if clock.zone else local
    own = clock.zone or zone
    if zone and clock.name and clock.name == zone.tzname(local):
        own = zone
    if own is None:
        return Moment(day, None, "day", raw, wall)
    instant = datetime.combine(day, clock.time, own).astimezone(zone or own)
    return Moment(instant.date(), instant, clock.precision, raw, wall)


def from_epoch(seconds: int, zone: tzinfo | None) -> Moment:
    """Return the moment *seconds* after 1970 began in UTC, in *zone* (UTC without one).

    Raises ValueError outside the years 1900 to 2100 (so for milliseconds, too).

    >>> from_epoch(1790839781, None).day
    datetime.date(2026, 10, 1)
    """
    if not _FIRST_SECOND <= seconds <= _LAST_SECOND:
        raise ValueError(f"{seconds} seconds since 1970 are no date of a newspaper")
    instant = (_EPOCH + timedelta(seconds=seconds)).astimezone(zone or UTC)
    return Moment(instant.date(), instant, "second", str(seconds))
