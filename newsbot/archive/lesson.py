"""Lessons: what was learnt of a site's pages, as it stands in the archive beside them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import orjson

from newsbot.archive.record import metadata, new_urn

if TYPE_CHECKING:
    from newsbot.archive.reading import ReadRecord
    from newsbot.archive.record import NewId, Record

# Of no page: as wget names the records that tell of its own work.
ADDRESS = "metadata://newsbot/templates"


class Lesson(NamedTuple):
    """Templates as JSON, *learnt* at an instant when the site had so many *articles*.

    Pages fetched after *since* are read by them; where it is empty, so are all that were fetched
    before, whatever earlier lessons say. Instants are UTC texts to the second.
    """

    since: str
    learnt: str
    articles: int
    templates: bytes


def write_lesson(lesson: Lesson, new_id: NewId = new_urn) -> Record:
    """Return the record of *lesson*."""
    told = {**lesson._asdict(), "templates": orjson.Fragment(lesson.templates)}
    return metadata(ADDRESS, datetime.fromisoformat(lesson.learnt), orjson.dumps(told), new_id)


def read_lesson(record: ReadRecord) -> Lesson | None:
    """Return the lesson that *record* holds, ``None`` if it is another."""
    if record.kind != "metadata" or record.url != ADDRESS:
        return None
    told = orjson.loads(record.payload)
    templates = orjson.dumps(told["templates"], option=orjson.OPT_SORT_KEYS)
    return Lesson(told["since"], told["learnt"], told["articles"], templates)
