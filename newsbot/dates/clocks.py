"""Times of day as papers print them beside a date, with AM and PM and the zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta, timezone
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from newsbot.dates.hours import (
    AMERICAN_ZONES,
    HALF_DAYS,
    HALF_DAYS_BEFORE,
    HALF_DAYS_IN_CAPITALS,
    ZONES,
)
from newsbot.dates.words import BEFORE_CLOCK, BEFORE_DAY, either

if TYPE_CHECKING:
    from datetime import tzinfo

    from newsbot.dates.line import Line

GAP = r"\s*+(?:[|,;:./•·–—-]\s*+){0,2}+"

# A dot parts hours from minutes only where a word says that this is a clock: "pukul 12.00",
# "12.00 WIB", "16.17 Uhr", "7.40pm", or where it ends a line; else 12.00 is a price. "02:45 min" is
# how long a video lasts, and "3 giờ" are three hours unless "lúc" precedes them. An offset with a
# minus and a colon needs seconds before it: 08:00-09:30 is an event. "%s" is what ends a line.
_CLOCK = rf"""
    (?P<dial>
        (?P<bracket>\()?
        (?:(?P<at>{either(BEFORE_CLOCK)})\.?\s)?
        (?:(?P<early>{either(HALF_DAYS_BEFORE)})\s?)?
        (?P<hour>\d{{1,2}})
        (?:
            (?: \s?[:：]\s?
              | \.(?(at)|(?=\d\d(?:\.\d\d)?
                  (?:\s(?:uur|bst|{either(ZONES)})|\s?(?:h|hod|น|uhr|[ap]\.?m))(?![^\W\d_])))
              | (?<=\d\d)\.(?=\d\d\s*(?:%s))
              | (?<=\d\d)(?=\d\d\s(?:gmt|utc)\b)
            )
            (?P<minute>\d\d) (?: [:.](?P<second>\d\d)(?:[.,]\d{{1,9}}+)? )? (?!\d|\s?min)
            (?:['’′]|\s?(?:h|hs|hrs|horas|uhr|uur|hod|ч|год|น)(?![^\W\d_])\.?)?
        |
            \s?(?: (?:h|giờ|uhr|ч\.?|год\.?)(?![^\W\d_]) | [gu](?=\d\d) | [时時點点시](?![間间간]) )
            (?:
                \s?(?P<minutes>\d{{1,2}})(?![./-]?\d)
                    (?:['’′]|\s?(?:phút|p|min|мин|хв)(?![^\W\d_])\.?|\s?[分분])?
              | (?(at)|(?:(?<=uhr)|(?<=[时時點点시])|(?<=\d\dh)(?=\s*(?:%s))))
            )
        )
        (?: (?<!uhr)\s?\(?(?P<half>[apμπ]\.?\s?[mμ](?:\.|\b)
            |(?:{either(HALF_DAYS | HALF_DAYS_IN_CAPITALS)})(?![^\W\d_]))\)? )?
    )
    (?: \s? (?P<open>[\[(]{{1,2}})?
        (?P<zone>
            (?:gmt|utc)\s?[+-]\s?\d{{1,2}}(?::?\d\d)?
            | (?(second)[+-]\d\d(?::?\d\d)?|(?:\+\d\d:?\d\d|-\d{{4}}))
            | (?:{either(ZONES)})\b
            | (?(half)(?:{either(AMERICAN_ZONES)})\b|(?!))
        ) (?![./:-]?\d) (?(open)[\])]{{1,2}})
    )?
    (?(bracket)\))
"""

_CLOCK_AT_END = _CLOCK.replace("%s", r"\Z|[|•·]")
_CLOCK_WITHIN = _CLOCK.replace("%s", "(?!)")

CLOCK_AFTER = re.compile(rf"{GAP}{_CLOCK_AT_END}", re.VERBOSE)
CLOCK_BEFORE = re.compile(
    rf"(?<![^\W_])(?<!\d[.:/-]){_CLOCK_WITHIN}{GAP}"
    rf"(?:(?:{either(BEFORE_DAY)})\s)?\Z",
    re.VERBOSE,
)
_FIRST_HOURS = HALF_DAYS | HALF_DAYS_IN_CAPITALS | HALF_DAYS_BEFORE
# ISO 8601 and RFC 3339, extended and basic, after the day.
MACHINE_CLOCK = re.compile(
    r"(?P<dial>t(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d{1,9}+)?)?)"
    r"(?:\s?(?P<zone>z|[+-]\d\d(?::?\d\d)?)(?!\d))?"
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, and the *zone* that was printed with it, by its *name* if it was a word."""

    time: time
    precision: Literal["second", "minute"]
    zone: tzinfo | None
    name: str = ""


def clock_of(found: re.Match[str], line: Line) -> Clock:
    """Return the clock that one of the patterns above found in *line*.

    Raises ValueError for an impossible one, such as 25:00.
    """
    parts = found.groupdict()
    hour, half = int(parts["hour"]), parts.get("half")
    if half in HALF_DAYS_IN_CAPITALS and not line.as_printed(*found.span("half")).isupper():
        half = None
    hour = _hour_of_day(hour, half or parts.get("early"))
    minute = int(parts["minute"] or parts.get("minutes") or 0)
    second = parts["second"]
    zone = parts["zone"] or ""
    return Clock(
        time(hour, minute, int(second or 0)),
        "second" if second else "minute",
        _offset(zone, line.as_printed(*found.span("zone"))) if zone else None,
        zone.upper() if zone.isalpha() else "",
    )


def _hour_of_day(hour: int, half: str | None) -> int:
    """Read *hour* on the twelve-hour clock that *half* begins, if it can be read so.

    Some papers print a 24-hour clock and PM after it: 16:17 PM is 16:17, 00:15 AM is 00:15.
    """
    if half is None or not 1 <= hour <= 12:
        return hour
    word = " ".join(half.replace(".", " ").split())
    first = _FIRST_HOURS.get(word, _FIRST_HOURS.get(word.replace(" ", "")))
    return hour if first is None else (first + (hour - first) % 12) % 24


def _offset(zone: str, printed: str) -> tzinfo | None:
    """Return the offset that *zone* names.

    ``None`` for a name not *printed* in capitals: "est" and "cet" are French words. The names
    of Greenwich are no words, and RFC 3339 allows a small z.
    """
    if zone in ZONES:
        east = timedelta(minutes=ZONES[zone])
        return timezone(east) if printed.isupper() or not east else None
    if zone in AMERICAN_ZONES:
        return ZoneInfo(AMERICAN_ZONES[zone]) if printed.isupper() else None
    digits = re.sub(r"\D", "", zone)
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    east = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-east if "-" in zone else east)
