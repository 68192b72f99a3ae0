"""Times of day as papers print them beside a date, with AM and PM and the zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta, timezone
from typing import TYPE_CHECKING, Literal

from newsbot.dates.words import (
    BEFORE_CLOCK,
    BEFORE_DAY,
    HALF_DAYS,
    HALF_DAYS_BEFORE,
    ZONES,
    either,
)

if TYPE_CHECKING:
    from newsbot.dates.line import Line

GAP = r"\s*+(?:[|,;:./•·–—-]\s*+){0,2}+"

# A dot parts hours from minutes only where a word says that this is a clock: "pukul 12.00",
# "12.00 WIB", "16.17 Uhr"; else 12.00 is a price. "02:45 min" is how long a video lasts, and
# "3 giờ" are three hours unless "lúc" precedes them. An offset with a minus and a colon needs
# seconds before it: 08:00-09:30 is an event.
_CLOCK = rf"""
    (?P<dial>
        (?P<bracket>\()?
        (?:(?P<at>{either(BEFORE_CLOCK)})\.?\s)?
        (?:(?P<early>{either(HALF_DAYS_BEFORE)})\s?)?
        (?P<hour>\d{{1,2}})
        (?:
            (?: \s?[:：]\s? | \.(?(at)|(?=\d\d(?:\.\d\d)?\s(?:uhr|uur|bst|{either(ZONES)})\b)) )
            (?P<minute>\d\d) (?: [:.](?P<second>\d\d)(?:[.,]\d{{1,9}}+)? )? (?!\d|\s?min)
            (?:['’′]|\s?(?:h|uhr|uur)\b)?
        |
            \s?(?: (?:h|giờ|uhr)(?![^\W\d_]) | g(?=\d\d) | [時时點点시](?![間间간]) )
            (?:
                \s?(?P<minutes>\d{{1,2}})(?![./-]?\d) (?:['’′]|\s?(?:phút|p|min)\b|\s?[分분])?
              | (?(at)|(?:(?<=uhr)|(?<=[時时點点시])))
            )
        )
        (?: (?<!uhr)\s?(?P<half>[ap]\.?\s?m(?:\.|\b)|(?:{either(HALF_DAYS)})\b) )?
    )
    (?: \s? (?P<open>[\[(]{{1,2}})?
        (?P<zone>
            (?:gmt|utc)\s?[+-]\s?\d{{1,2}}(?::?\d\d)?
            | (?(second)[+-]\d\d(?::?\d\d)?|(?:\+\d\d:?\d\d|-\d{{4}}))
            | (?:{either(ZONES)})\b
        ) (?![./:-]?\d) (?(open)[\])]{{1,2}})
    )?
    (?(bracket)\))
"""

CLOCK_AFTER = re.compile(rf"{GAP}{_CLOCK}", re.VERBOSE)
CLOCK_BEFORE = re.compile(
    rf"(?<![^\W_])(?<!\d[.:/-]){_CLOCK}{GAP}(?:(?:{either(BEFORE_DAY)})\s)?\Z", re.VERBOSE
)
_FIRST_HOURS = HALF_DAYS | HALF_DAYS_BEFORE
# ISO 8601 and RFC 3339, extended and basic, after the day.
MACHINE_CLOCK = re.compile(
    r"(?P<dial>t(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d{1,9}+)?)?)"
    r"(?:\s?(?P<zone>z|[+-]\d\d(?::?\d\d)?)(?!\d))?"
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, and the zone that was printed with it."""

    time: time
    precision: Literal["second", "minute"]
    zone: timezone | None


def clock_of(found: re.Match[str], line: Line) -> Clock:
    """Return the clock that one of the patterns above found in *line*.

    Raises ValueError for an impossible one, such as 25:00.
    """
    parts = found.groupdict()
    hour = _hour_of_day(int(parts["hour"]), parts.get("half") or parts.get("early"))
    minute = int(parts["minute"] or parts.get("minutes") or 0)
    second = parts["second"]
    return Clock(
        time(hour, minute, int(second or 0)),
        "second" if second else "minute",
        _offset(parts["zone"], line.as_printed(*found.span("zone"))) if parts["zone"] else None,
    )


def _hour_of_day(hour: int, half: str | None) -> int:
    """Read *hour* on the twelve-hour clock that *half* begins, if it can be read so.

    Some papers print a 24-hour clock and PM after it: 16:17 PM is 16:17, 00:15 AM is 00:15.
    """
    if half is None or not 1 <= hour <= 12:
        return hour
    first = _FIRST_HOURS["".join(half.replace(".", " ").split())]
    return (first + (hour - first) % 12) % 24


def _offset(zone: str, printed: str) -> timezone | None:
    """Return the offset that *zone* names.

    ``None`` for a name not *printed* in capitals: "est" and "cet" are French words. The names
    of Greenwich are no words, and RFC 3339 allows a small z.
    """
    if zone in ZONES:
        east = timedelta(minutes=ZONES[zone])
        return timezone(east) if printed.isupper() or not east else None
    digits = re.sub(r"\D", "", zone)
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    east = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-east if "-" in zone else east)
