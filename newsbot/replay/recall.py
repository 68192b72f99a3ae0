"""What a lost state knew of its archive, read from the archive itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.archive.file import Place, Sealed, path_of, sha256_of
from newsbot.archive.lesson import read_lesson
from newsbot.archive.reading import read_records
from newsbot.archive.record import Original
from newsbot.exceptions import ArchiveError
from newsbot.recovery import whole_length
from newsbot.replay.looks import archive_files
from newsbot.wishes import NO_WISHES, told_wishes

if TYPE_CHECKING:
    from pathlib import Path

    from newsbot.archive.reading import ReadRecord
    from newsbot.state.captures import Captures
    from newsbot.state.templates import KeptTemplates
    from newsbot.wishes import Wishes


def is_forgotten(folder: Path, captures: Captures) -> bool:
    """Return whether the archive in *folder* holds files and the state knows none of them."""
    return not captures.files() and bool(archive_files(folder))


def recall_captures(folder: Path, captures: Captures, templates: KeptTemplates) -> None:
    """Note every file of the archive in *folder*, every ``response`` record and every lesson.

    A file still open counts up to its last whole exchange; the run that wrote it was killed.
    Raises ArchiveError where a sealed one is damaged.
    """
    for name in archive_files(folder):
        path = path_of(folder, name)
        if path.name == name:
            length = path.stat().st_size
            captures.extend({name: length})
            captures.seal([Sealed(name=name, length=length, sha256=sha256_of(path))])
        else:
            length = whole_length(path)
            captures.extend({name: length})
        for record in read_records(path):
            if record.offset >= length:
                break
            if record.kind == "response":
                captures.add(*_original(record, name))
            elif lesson := read_lesson(record):
                templates.recall(lesson)
            elif (wishes := _wishes_in(record)) != NO_WISHES:
                holder = record.headers["warc-concurrent-to"]
                if captures.get(holder):
                    captures.note_wishes(holder, wishes)


def _wishes_in(record: ReadRecord) -> Wishes:
    """Return what *record*, if it stands beside a capture of ours, says that its page asks for."""
    if record.kind != "metadata" or "warc-concurrent-to" not in record.headers:
        return NO_WISHES
    asked = dict(record.about)
    return told_wishes(asked | {"asks": [value for name, value in record.about if name == "asks"]})


def _original(response: ReadRecord, file: str) -> tuple[Original, Place]:
    """Return *response* as the state notes it."""
    if response.date is None or response.url is None:
        raise ArchiveError(f"{file}: the record at {response.offset} has no date or URL")
    original = Original(
        record_id=response.record_id,
        url=response.url,
        moment=response.date,
        payload_digest=response.headers.get("warc-payload-digest", ""),
    )
    length = response.length or 0
    place = Place(file=file, offset=response.offset, length=length, record_id=response.record_id)
    return original, place
