"""The archive of one site together with the state that commits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.archive.capture import without_payload
from newsbot.archive.cdxj import write_index
from newsbot.archive.lesson import write_lesson
from newsbot.archive.record import Original, digest_of, exchange, remark
from newsbot.items import Warc
from newsbot.wishes import NO_WISHES

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from newsbot.archive.archive import Archive
    from newsbot.archive.capture import Capture
    from newsbot.archive.record import About
    from newsbot.state import State
    from newsbot.wishes import Wishes

NOT_MODIFIED = 304


class SiteArchive:
    """Adds captures to *archive* and makes them last together with what they taught the state.

    The order never changes: WARC records are appended and synced, then one transaction holds
    the lengths of the files beside all else. What lies behind a committed length is cut off by
    the next run.
    """

    def __init__(self, folder: Path, archive: Archive, state: State) -> None:
        self._folder = folder
        self._archive = archive
        self._state = state

    def keep(
        self,
        capture: Capture,
        about: About,
        asked: str | None = None,
        wishes: Wishes = NO_WISHES,
    ) -> Warc:
        """Archive *capture*, and return where the response with its payload lies.

        A payload that the same URL has brought before becomes a revisit of that. So does a 304,
        which brings none, of the record *asked*, whose validator was sent; else of the last one,
        which after an error page or with pages that take turns is another. Where the page asks by
        *wishes* not to be archived, its payload is left out, and the metadata says why.
        """
        captures = self._state.captures
        about = {**about, **wishes.fields()}
        if wishes.withheld:
            capture = without_payload(capture)
        digest = digest_of(capture.body)
        if capture.status == NOT_MODIFIED:
            meant = captures.get(asked) if asked else None
            original = meant or captures.latest(capture.url)
        elif wishes.withheld:
            original = None
        else:
            original = captures.original(capture.url, digest)
        records = exchange(capture, about, original, digest=digest)
        places = self._archive.append(records)
        answer, place = records[-2], places[-2]
        if answer.kind == "revisit" and original:
            found = captures.place_of(original.record_id)
            assert found
            if capture.status != NOT_MODIFIED or wishes != NO_WISHES:
                captures.note_wishes(found.record_id, wishes)
            return found
        assert answer.payload_digest
        response = Original(
            record_id=answer.record_id,
            url=capture.url,
            moment=capture.fetched_at,
            payload_digest=answer.payload_digest,
        )
        captures.add(response, place)
        captures.note_wishes(response.record_id, wishes)
        return Warc(file=place.file, offset=place.offset, record_id=place.record_id)

    def note(self, url: str, moment: datetime, about: About) -> None:
        """Archive what is concluded at *moment* of the page at *url*, of which no answer tells."""
        self._archive.append([remark(url, moment, about)])

    def has(self, capture: Capture) -> bool:
        """Return whether the payload of *capture* has come from its URL before."""
        return self._state.captures.original(capture.url, digest_of(capture.body)) is not None

    def commit(self) -> None:
        """Make all captures last, then the state with them."""
        self._archive.sync()
        self._state.captures.extend(self._archive.open_files())
        self._state.commit()

    def seal(self) -> None:
        """Commit, give the files their final names and bring the index up to date."""
        self._keep_lessons()
        self.commit()
        sealed = self._archive.seal()
        self._state.captures.seal(sealed)
        self._state.commit()
        write_index(self._folder, known={file.name: file.index for file in sealed})

    def _keep_lessons(self) -> None:
        """Archive what was learnt of the site's pages, which a lost state would not know."""
        if lessons := self._state.templates.unarchived():
            self._archive.append([write_lesson(lesson) for lesson in lessons])
            self._state.templates.archived()

    def close(self) -> None:
        """Give the files up as they are."""
        self._archive.close()
