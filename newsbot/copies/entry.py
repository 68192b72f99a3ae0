"""An article as the clusters know it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple

from newsbot.copies.shingles import shingled, sketch

if TYPE_CHECKING:
    from newsbot.copies.shingles import Shingled

# A text of fewer words says too little to be told by it alone ("Watch the video"). None of so many
# letters has so few.
_FEW, _SHORT = 8, 200


class Entry(NamedTuple):
    """Where an article stands in time, and by what its copies are looked for.

    *day* counts from the year 1, ``None`` for an undated one, *partition* the month in which copies
    are sought, from the year 0, *published* the seconds since 1970, *size* the shingles.
    """

    id: str
    day: int | None
    partition: int
    published: int
    whole: int
    size: int
    sketch: tuple[int, ...]


def entry_of(record: dict[str, Any]) -> tuple[Entry, Shingled]:
    """Return the entry of an article's *record*, and its text as copies are told by it."""
    day = date.fromisoformat(record["date"]) if record["date"] else None
    seen = datetime.fromisoformat(record["first_seen"] or record["fetched_at"])
    near = day or seen.date()
    text = shingled(text_of(record))
    entry = Entry(
        id=record["id"],
        day=day.toordinal() if day else None,
        partition=near.year * 12 + near.month - 1,
        published=_published(record["date_published"], day, seen),
        whole=text.whole,
        size=text.size,
        sketch=sketch(text),
    )
    return entry, text


def text_of(record: dict[str, Any]) -> str:
    """Return the text by which the copies of an article are told: its lead and its body.

    The headline counts only where these say little; papers write their own. Without a body there
    is nothing to tell.
    """
    if not record["body"]:
        return ""
    parts = [record["description"] or "", record["body"]]
    if sum(map(len, parts)) < _SHORT and sum(len(part.split()) for part in parts) < _FEW:
        parts.insert(0, record["headline"] or "")
    return "\n\n".join(part for part in parts if part)


def _published(instant: str | None, day: date | None, seen: datetime) -> int:
    """Return when an article came out; no later than its *day*'s end, or than it was *seen*.

    In which zone the day ended is not known where no instant is.
    """
    if instant:
        return int(datetime.fromisoformat(instant).timestamp())
    end = datetime.combine(day, time.max, UTC) if day else seen
    return int(min(end, seen).timestamp())
