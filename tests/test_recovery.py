"""What a run does that finds less of its archive than was committed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsbot.archive.archive import Archive
from newsbot.archive.capture import Capture
from newsbot.archive.file import path_of
from newsbot.archive.reading import read_records
from newsbot.recovery import give_up, whole_length
from newsbot.run import Run
from newsbot.sitearchive import SiteArchive
from newsbot.state import State

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
KEYS = ("1", "2", "3")


def url(key):
    return f"https://waldbote.test/artikel/{key}"


@pytest.fixture
def run(profile):
    return Run(profile, State(), lambda: NOW)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "archive"


@pytest.fixture
def quarantine(tmp_path):
    return tmp_path / "quarantine"


@pytest.fixture
def file(run, folder, quarantine, make_article):
    """The name of an open file with the pages of three articles, all of them kept."""
    archive = SiteArchive(folder, Archive(folder, "waldbote", 1 << 20, {}, quarantine), run.state)
    for key in KEYS:
        page = Capture(url=url(key), status=200, body=key.encode(), fetched_at=NOW)
        run.state.urls.show(key, url(key), "seed", NOW)
        warc = archive.keep(page, {})
        article = make_article(id=f"waldbote/{key}", url=url(key), warc=warc)
        run.identify(article)
        run.state.articles.keep(article)
    archive.commit()
    archive.close()
    return warc.file


def cut(folder, file, page):
    """Cut *file* in the midst of the response that is the *page*-th."""
    path = path_of(folder, file)
    responses = [record for record in read_records(path) if record.kind == "response"]
    path.write_bytes(path.read_bytes()[: responses[page].offset + 20])
    return path


def without_page(run):
    lines = (run.state.articles.kept(f"waldbote/{key}").line for key in KEYS)
    return [key for key, line in zip(KEYS, lines, strict=True) if b'"warc":null' in line]


def test_a_file_ends_with_the_last_exchange_that_is_whole(folder, file):
    records = list(read_records(path_of(folder, file)))

    path = cut(folder, file, 2)

    assert whole_length(path) == records[6].offset + records[6].length
    assert records[6].kind == "metadata"


def test_a_file_that_is_not_there_has_nothing_whole(folder):
    assert whole_length(folder / "waldbote-20241023120000-00000.warc.gz") == 0


def test_the_pages_behind_a_cut_are_due_and_their_articles_have_none(run, folder, file, quarantine):
    cut(folder, file, 1)

    assert give_up(run, folder, file, quarantine) == 2
    assert [key for key in KEYS if run.state.urls.is_due(key, NOW)] == ["2", "3"]
    assert without_page(run) == ["2", "3"]
    assert run.state.articles.stale_months() == ["2024-10"]


def test_what_is_whole_counts_as_committed_for_the_next_run(run, folder, file, quarantine):
    path = cut(folder, file, 1)
    whole = whole_length(path)

    give_up(run, folder, file, quarantine)

    assert run.state.captures.open_files() == {file: whole}
    assert (path.stat().st_size > whole, quarantine.exists()) == (True, False)


@pytest.mark.parametrize("left", [None, b"", b"no WARC"], ids=["missing", "empty", "rubbish"])
def test_a_file_with_nothing_whole_is_forgotten(run, folder, file, quarantine, left):
    path = path_of(folder, file)
    path.unlink()
    if left is not None:
        path.write_bytes(left)

    assert give_up(run, folder, file, quarantine) == 3
    assert run.state.captures.files() == {}
    assert (path.exists(), without_page(run)) == (False, list(KEYS))


def test_a_page_that_came_by_a_redirect_is_fetched_by_the_key_it_was_asked_by(
    run, folder, file, quarantine, make_article
):
    run.state.urls.show("alt", "https://waldbote.test/artikel/99", "seed", NOW)
    run.state.urls.settle("alt", "kept", NOW, None)
    run.state.articles.identify("alt", "waldbote/3")
    cut(folder, file, 2)

    give_up(run, folder, file, quarantine)

    assert run.state.urls.is_due("alt", NOW)
