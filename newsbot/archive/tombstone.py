"""Takedown: a record overwritten where it lies, so that its text is gone and no other moves."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newsbot.archive.fields import encode_fields, write_fields
from newsbot.archive.members import MAGIC, pack
from newsbot.archive.record import serialise, warc_date
from newsbot.exceptions import ArchiveError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from newsbot.archive.file import Place


def entomb(path: Path, place: Place, reason: str, now: datetime) -> None:
    """Overwrite the record at *place* in the file at *path* by one that says *reason*.

    The tombstone is a ``metadata`` record of the same id and length; a reason that is too long
    for it is cut. It may be called again for the same place, as after a crash. Raises
    ArchiveError where no member of that length lies there.
    """
    tombstone = _tombstone(place, reason, now)
    with path.open("r+b") as file:
        file.seek(place.offset)
        member = file.read(place.length)
        after = file.read(len(MAGIC))
        is_whole = member.startswith(MAGIC) and len(member) == place.length
        if not is_whole or after not in {MAGIC, b""}:
            raise ArchiveError(f"{path.name}: no record of {place.length} bytes at {place.offset}")
        file.seek(place.offset)
        file.write(tombstone)
        file.flush()
        os.fsync(file.fileno())


def _tombstone(place: Place, reason: str, now: datetime) -> bytes:
    head = {
        "WARC-Type": "metadata",
        "WARC-Record-ID": place.record_id,
        "WARC-Date": warc_date(now),
        "Content-Type": "application/warc-fields",
    }
    while True:
        block = write_fields(encode_fields({"tombstone": reason}))
        try:
            return pack(serialise(head, block), place.length)
        except ArchiveError:
            if not reason:
                raise
            reason = reason[: len(reason) // 2]
