from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from newsbot.archive.archive import Archive
from newsbot.archive.capture import Capture
from newsbot.archive.cdxj import INDEX
from newsbot.archive.reading import record_at
from newsbot.archive.validate import faults
from newsbot.sitearchive import SiteArchive
from newsbot.state import State

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
URL = "https://waldbote.test/artikel/7"


def capture(body=b"<h1>Text</h1>", url=URL, status=200, moment=NOW):
    return Capture(url=url, status=status, body=body, fetched_at=moment)


class Site:
    """The state and the archive of one site in a folder, as a run opens them."""

    def __init__(self, folder):
        self.folder = folder / "archive"
        self.state = State(folder / "waldbote.sqlite")
        self.files = Archive(self.folder, "waldbote", 1 << 20, {}, folder / "quarantine")
        self.damaged = self.files.recover(self.state.captures.open_files())
        self.archive = SiteArchive(self.folder, self.files, self.state)

    def close(self):
        self.archive.close()
        self.state.close()

    def members(self):
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def site(tmp_path):
    with closing(Site(tmp_path)) as site:
        yield site


def test_a_response_is_found_where_it_is_said_to_lie(site):
    warc = site.archive.keep(capture(), {})
    site.archive.seal()

    record = record_at(site.folder / warc.file, warc.offset)
    assert (record.record_id, record.kind, record.url) == (warc.record_id, "response", URL)


def test_the_same_payload_again_is_a_revisit_of_the_first(site):
    first = site.archive.keep(capture(), {})
    again = site.archive.keep(capture(), {})
    site.archive.seal()

    index = (site.folder / INDEX).read_bytes()
    assert again == first
    assert index.count(b"warc/revisit") == 1


def test_a_304_is_a_revisit_of_what_the_url_brought_last(site):
    site.archive.keep(capture(b"<h1>Alt</h1>", moment=NOW - timedelta(days=1)), {})
    last = site.archive.keep(capture(), {})
    again = site.archive.keep(capture(b"", status=304), {})
    site.archive.seal()

    index = (site.folder / INDEX).read_bytes()
    assert again == last
    assert index.count(b"warc/revisit") == 1


@pytest.mark.parametrize(
    "later", [capture(b"<h1>Neu</h1>"), capture(b"", status=404)], ids=["page", "404"]
)
def test_a_304_is_a_revisit_of_the_page_that_was_asked_about(site, later):
    asked = site.archive.keep(capture(moment=NOW - timedelta(days=1)), {})
    site.archive.keep(later, {})

    assert site.archive.keep(capture(b"", status=304), {}, asked.record_id) == asked


def test_a_304_about_a_page_that_is_lost_is_a_revisit_of_what_the_url_brought_last(site):
    last = site.archive.keep(capture(), {})

    assert site.archive.keep(capture(b"", status=304), {}, "<urn:lost>") == last


@pytest.mark.parametrize("other", [capture(b"<h1>Neu</h1>"), capture(url=f"{URL}?p=2")])
def test_another_payload_or_url_is_a_response_of_its_own(site, other):
    first = site.archive.keep(capture(), {})

    assert site.archive.keep(other, {}) != first


def test_a_sealed_archive_is_sound_and_indexed(site):
    warc = site.archive.keep(capture(), {"run": "1"})
    site.archive.seal()

    assert faults(site.folder / warc.file) == []
    assert site.members() == [INDEX, warc.file]


def test_what_was_not_committed_is_cut_off_by_the_next_run(site, tmp_path):
    site.archive.keep(capture(), {})
    site.archive.commit()
    committed = sum(path.stat().st_size for path in site.folder.iterdir())
    site.archive.keep(capture(url=f"{URL}?later"), {})
    site.close()

    with closing(Site(tmp_path)) as after:
        assert sum(path.stat().st_size for path in after.folder.iterdir()) == committed
        assert after.state.captures.original(f"{URL}?later", "") is None
        assert len(list((tmp_path / "quarantine").iterdir())) == 1


def test_a_file_shorter_than_it_was_committed_is_damaged(site, tmp_path):
    warc = site.archive.keep(capture(), {})
    site.archive.commit()
    site.close()
    file = site.folder / f"{warc.file}.open"
    file.write_bytes(file.read_bytes()[:-3])

    with closing(Site(tmp_path)) as after:
        assert after.damaged == [warc.file]


def test_a_run_that_was_killed_has_its_files_sealed_by_the_next(site, tmp_path):
    warc = site.archive.keep(capture(), {})
    site.archive.commit()
    site.close()

    with closing(Site(tmp_path)) as after:
        after.archive.seal()
        assert after.members() == [INDEX, warc.file]
        assert faults(after.folder / warc.file) == []
