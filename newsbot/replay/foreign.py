"""Pages of a site that other crawlers have archived, taken over into its own archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.archive.capture import Capture
from newsbot.archive.reading import read_records
from newsbot.exceptions import ArchiveError
from newsbot.visit import Visit
from newsbot.wishes import wishes_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsbot.archive.reading import ReadRecord
    from newsbot.profile import Profile
    from newsbot.sitearchive import SiteArchive

_BATCH = 100


def bring_in(
    path: Path, profile: Profile, archive: SiteArchive, run: str, damage: list[str]
) -> int:
    """Archive the article pages of the site in the WARC file at *path*; return how many.

    A page that the archive has already, to the byte, is passed over, and so is one that asks not to
    be archived. Where the file is damaged all that comes before is archived, and *damage* told.
    """
    number = 0
    for capture, key in _article_pages(path, profile, damage):
        wishes = wishes_of(capture.response_headers, capture.body)
        if archive.has(capture) or (wishes.noarchive and profile.honour_noarchive):
            continue
        visit = Visit(run=run, key=key, asked=capture.url, imported_from=path.name)
        archive.keep(capture, visit.fields())
        number += 1
        if number % _BATCH == 0:
            archive.commit()
    archive.commit()
    return number


def _article_pages(
    path: Path, profile: Profile, damage: list[str]
) -> Iterator[tuple[Capture, str]]:
    """Yield the captures of article pages of the site, each with its article key."""
    for record in _sound_records(path, damage):
        is_page = record.kind == "response" and record.http_status == 200 and not record.truncated
        key = profile.article_key(record.url) if is_page and record.url else None
        if key and record.url and record.date and record.payload:
            yield _capture(record, record.url), key


def _sound_records(path: Path, damage: list[str]) -> Iterator[ReadRecord]:
    """Yield the records of a file up to where it is damaged."""
    try:
        yield from read_records(path)
    except ArchiveError as error:
        damage.append(str(error))


def _capture(record: ReadRecord, url: str) -> Capture:
    """Return what *record* holds; the request to it is another record of a crawl not ours."""
    assert record.date
    assert record.http_status
    return Capture(
        url=url,
        method=None,
        status=record.http_status,
        response_headers=record.http_headers,
        body=record.payload,
        ip_address=record.headers.get("warc-ip-address"),
        fetched_at=record.date,
    )
