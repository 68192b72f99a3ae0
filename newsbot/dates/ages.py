"""Dates that are printed as an age (*17 phút trước*) or by their distance (*hôm qua, 16:17*)."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newsbot.dates.moment import Moment
from newsbot.dates.surroundings import Surroundings
from newsbot.dates.words import AGO_AFTER, AGO_BEFORE, DAYS_BACK, ONE, UNITS, either

if TYPE_CHECKING:
    from datetime import tzinfo

    from newsbot.dates.line import Line

_COUNT = rf"(\d{{1,3}}|(?:{either(ONE)})\b)\s?({either(UNITS)})"
# "10 phút trước giờ bóng lăn", "3 ngày trước Tết" are before something else: no word follows.
_AGE = re.compile(
    rf"(?<![^\W_])(?:(?:{either(AGO_BEFORE)})\s{_COUNT}"
    rf"|(?:{_COUNT},?\s(?:and\s|và\s)?)?{_COUNT}\s?(?:{either(AGO_AFTER)}))(?=\s*+(?:[^\w\s]|\Z))"
)
_AGO_WORDS = {word.partition(" ")[0] for word in (*AGO_BEFORE, *AGO_AFTER)}
_DAY_WORD = re.compile(rf"(?<![^\W_])(?:{either(DAYS_BACK)})(?![^\W\d_])")
# Looking for these first is ten times as fast; a line that has none gives no age.
_AGO_SIGNS = tuple(
    word for word in _AGO_WORDS if not any(other in word for other in _AGO_WORDS - {word})
)
_LONGEST = 120
_LABEL_ENDS = ("", ":", "|", "•", "·", "–", "-", "(")


def find_age(
    line: Line, zone: tzinfo | None, now: datetime
) -> tuple[Moment, tuple[int, int]] | None:
    """Return the moment that *line* gives by its distance from *now*, and its span in the line.

    Minutes ago are exact to the minute; hours and days ago give only the day.
    """
    is_ago = any(word in line.text for word in _AGO_SIGNS)
    is_near = len(line.text) <= _LONGEST and any(word in line.text for word in DAYS_BACK)
    if not is_ago and not is_near:
        return None
    now = now.astimezone(zone) if zone else now
    return (is_ago and _ago(line, now)) or (is_near and _near(line, zone, now)) or None


def _ago(line: Line, now: datetime) -> tuple[Moment, tuple[int, int]] | None:
    found = _AGE.search(line.text)
    if found is None:
        return None
    counts = [part for part in found.groups() if part is not None]
    pairs = list(zip(counts[::2], counts[1::2], strict=True))
    age = sum((_count(number) * UNITS[unit] for number, unit in pairs), timedelta())
    then = (now.astimezone(UTC) - age).astimezone(now.tzinfo).replace(second=0, microsecond=0)
    raw, span = line.as_printed(*found.span()), line.span(*found.span())
    if UNITS[pairs[-1][1]] > timedelta(minutes=1):
        return Moment(then.date(), None, "day", raw), span
    return Moment(then.date(), then, "minute", raw), span


def _count(number: str) -> int:
    return int(number) if number.isdecimal() else 1


def _near(line: Line, zone: tzinfo | None, now: datetime) -> tuple[Moment, tuple[int, int]] | None:
    """Read *yesterday* where it ends the line and only a label stands before it."""
    for found in _DAY_WORD.finditer(line.text):
        with suppress(ValueError):
            around = Surroundings.of(line, *found.span())
            label, rest = line.text[: around.start].rstrip(), line.text[around.end :].strip(" .)")
            if label[-1:] in _LABEL_ENDS and not rest:
                day = now.date() - timedelta(days=DAYS_BACK[" ".join(found[0].split())])
                return around.moment(line, day, zone)
    return None
