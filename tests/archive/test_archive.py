from __future__ import annotations

from datetime import timedelta

import pytest

from newsbot.archive.file import path_of, serial_of
from newsbot.archive.reading import read_records, record_at
from newsbot.archive.record import exchange
from newsbot.archive.validate import faults
from tests.archive.conftest import NOON

FIRST = "waldbote-20241023120000-00000.warc.gz"
SECOND = "waldbote-20241023120000-00001.warc.gz"


@pytest.fixture
def records(make_capture):
    """The records of a capture."""
    return exchange(make_capture(), {"run": "1"})


@pytest.fixture
def folder(tmp_path):
    """The folder of the site's archive."""
    return tmp_path / "waldbote"


@pytest.fixture
def killed(make_archive, records, folder):
    """What a run left that was killed: the lengths committed, and the bytes up to them."""
    archive = make_archive()
    archive.append(records)
    archive.sync()
    committed = archive.open_files()
    kept = (folder / f"{FIRST}.open").read_bytes()
    archive.append(records)
    archive.close()
    return committed, kept


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_run_that_fetches_nothing_leaves_nothing(make_archive, folder):
    archive = make_archive()
    archive.sync()

    assert (archive.open_files(), archive.seal(), folder.exists()) == ({}, [], False)


def test_a_capture_can_be_read_where_it_was_said_to_lie(make_archive, records, folder):
    archive = make_archive()
    archive.append(records)
    places = archive.append(records)

    read = [record_at(path_of(folder, place.file), place.offset) for place in places]
    archive.close()
    assert [record.kind for record in read] == ["request", "response", "metadata"]
    assert [record.length for record in read] == [place.length for place in places]


def test_only_what_is_synced_is_offered_to_the_commit(make_archive, records, folder):
    archive = make_archive()
    archive.append(records)
    before = archive.open_files()
    archive.sync()
    after = archive.open_files()
    archive.close()

    size = (folder / f"{FIRST}.open").stat().st_size
    assert (before, after) == ({FIRST: 0}, {FIRST: size})


def test_a_file_begins_with_what_made_it(make_archive, records, folder):
    archive = make_archive()
    archive.append(records)
    archive.seal()

    first = next(read_records(folder / FIRST))
    assert first.kind == "warcinfo"
    assert ("robots", "obeyed") in first.about


def test_a_capture_is_never_spread_over_two_files(make_archive, records, folder):
    size = sum(len(record.member) for record in records)
    archive = make_archive(max_bytes=1200 + 2 * size)
    files = [{place.file for place in archive.append(records)} for _ in range(4)]
    archive.sync()
    archive.seal()

    assert files == [{FIRST}, {FIRST}, {SECOND}, {SECOND}]
    assert names(folder) == [FIRST, SECOND]


def test_a_capture_larger_than_a_file_may_be_stands_alone(make_archive, records):
    archive = make_archive(max_bytes=10)
    files = [archive.append(records)[0].file for _ in range(2)]
    archive.close()

    assert files == [FIRST, SECOND]


def test_full_files_are_sealed_while_the_last_one_grows(make_archive, records, folder):
    archive = make_archive(max_bytes=10)
    archive.append(records)
    archive.append(records)
    archive.sync()

    sealed = archive.seal_full()

    assert [file.name for file in sealed] == [FIRST]
    assert list(archive.open_files()) == [SECOND]
    assert names(folder) == [FIRST, f"{SECOND}.open"]
    archive.close()


def test_two_runs_in_one_second_have_files_of_their_own(make_archive, records, folder):
    first, second = make_archive(), make_archive()
    first.append(records)
    first.seal()
    second.append(records)
    second.seal()

    assert names(folder) == [FIRST, SECOND]


def test_files_follow_each_other_by_their_serial_though_the_clock_went_back(
    make_archive, make_capture, folder
):
    for moment in (NOON, NOON - timedelta(days=9000)):
        archive = make_archive()
        archive.append(exchange(make_capture(fetched_at=moment), {}))
        archive.seal()

    assert min(names(folder), key=serial_of) == FIRST
    assert [serial_of(name) for name in sorted(names(folder))] == [1, 0]


def test_a_file_is_named_after_its_first_capture_in_utc(make_archive, make_capture, folder):
    archive = make_archive()
    archive.append(exchange(make_capture(fetched_at=NOON + timedelta(seconds=61)), {}))
    archive.seal()

    assert names(folder) == ["waldbote-20241023120101-00000.warc.gz"]


@pytest.mark.parametrize(
    "share",
    [
        pytest.param(lambda sizes: 0, id="none"),
        pytest.param(lambda sizes: 1, id="a byte"),
        pytest.param(lambda sizes: 9, id="part of a gzip header"),
        pytest.param(lambda sizes: sizes[0] // 2, id="half a record"),
        pytest.param(lambda sizes: sizes[0] - 1, id="a record but for a byte"),
        pytest.param(lambda sizes: sizes[0], id="a record"),
        pytest.param(lambda sizes: sizes[0] + sizes[1] // 2, id="one and a half"),
        pytest.param(lambda sizes: sizes[0] + sizes[1], id="two records"),
        pytest.param(lambda sizes: sum(sizes) - 1, id="all but a byte"),
        pytest.param(sum, id="all"),
    ],
)
def test_after_a_kill_what_was_committed_is_there_to_the_byte(make_archive, records, killed, share):
    committed, kept = killed
    archive = make_archive()
    path = archive.folder / f"{FIRST}.open"
    extra = share([len(record.member) for record in records])
    torn = path.read_bytes()[: len(kept) + extra]
    path.write_bytes(torn)

    damaged = archive.recover(committed)

    assert (damaged, path.read_bytes(), archive.open_files()) == ([], kept, committed)
    aside = archive.quarantine / f"{FIRST}.{len(kept)}"
    assert (aside.read_bytes() if aside.exists() else b"") == torn[len(kept) :]
    archive.close()


def test_recovering_twice_changes_nothing_more(make_archive, folder, killed):
    committed, kept = killed
    make_archive().recover(committed)
    archive = make_archive()

    assert archive.recover(committed) == []
    archive.seal()
    assert (folder / FIRST).read_bytes() == kept


def test_a_recovered_file_is_sealed_and_gets_no_more_records(make_archive, records, folder, killed):
    archive = make_archive()
    archive.recover(killed[0])
    place = archive.append(records)[0]
    archive.sync()

    sealed = archive.seal()

    assert place.file == SECOND
    assert [file.name for file in sealed] == names(folder) == [FIRST, SECOND]
    assert [faults(folder / name) for name in names(folder)] == [[], []]


def test_a_file_sealed_behind_the_last_commit_is_reported_again(make_archive, folder, killed):
    committed, _ = killed
    first = make_archive()
    first.recover(committed)
    sealed = first.seal()

    second = make_archive()

    assert (second.recover(committed), second.seal()) == ([], sealed)
    assert names(folder) == [FIRST]


@pytest.mark.parametrize("missing", [1, 10, None], ids=["a byte", "ten bytes", "all"])
def test_a_file_that_lost_committed_bytes_is_damaged_and_left(
    make_archive, folder, killed, missing
):
    committed, kept = killed
    path = folder / f"{FIRST}.open"
    left = kept[:-missing] if missing else None
    path.unlink() if left is None else path.write_bytes(left)

    archive = make_archive()

    assert archive.recover(committed) == [FIRST]
    assert archive.open_files() == {}
    assert (path.read_bytes() if path.exists() else None) == left


@pytest.mark.usefixtures("killed")
def test_an_open_file_that_no_commit_names_goes_to_the_quarantine(make_archive, folder):
    archive = make_archive()

    assert archive.recover({}) == []
    assert (names(folder), names(archive.quarantine)) == ([], [f"{FIRST}.open"])


def test_recovery_leaves_sealed_files_alone(make_archive, records, folder):
    archive = make_archive()
    archive.append(records)
    archive.seal()

    assert (make_archive().recover({}), names(folder)) == ([], [FIRST])
