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

    *month* is the file that its line is in, *partition* the month in which copies are sought,
    counted from the year 0, *published* seconds since 1970.
    """

    id: str
    month: str
    partition: int
    published: int
    whole: int
    sketch: tuple[int, ...]


def entry_of(record: dict[str, Any]) -> tuple[Entry, Shingled]:
    """Return the entry of an article's *record*, and its text as copies are told by it."""
    day = record["date"]
    seen = datetime.fromisoformat(record["first_seen"] or record["fetched_at"])
    near = date.fromisoformat(day) if day else seen.date()
    text = shingled(text_of(record))
    entry = Entry(
        id=record["id"],
        month=day[:7] if day else "undated",
        partition=near.year * 12 + near.month - 1,
        published=_published(record, seen),
        whole=text.whole,
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


def _published(record: dict[str, Any], seen: datetime) -> int:
    """Return when the article came out; no later than the day's end, or than it was *seen*."""
    if instant := record["date_published"]:
        return int(datetime.fromisoformat(instant).timestamp())
    if not record["date"]:
        return int(seen.timestamp())
    end = datetime.combine(date.fromisoformat(record["date"]), time.max, UTC)
    return int(end.timestamp())
