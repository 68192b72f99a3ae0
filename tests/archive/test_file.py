from __future__ import annotations

import errno
import hashlib
import os

import pytest

from newsbot.archive.file import ArchiveFile, path_of, sha256_of
from newsbot.archive.reading import record_at
from newsbot.archive.record import exchange, warcinfo
from newsbot.exceptions import ArchiveError
from tests.archive.conftest import NOON

NAME = "waldbote-20241023120000-00000.warc.gz"


@pytest.fixture
def file(tmp_path):
    """A new file with its warcinfo."""
    file = ArchiveFile.create(tmp_path / "waldbote", NAME)
    file.append([warcinfo(NAME, NOON, {})])
    yield file
    file.close()


@pytest.fixture
def records(make_capture):
    """The three records of a capture."""
    return exchange(make_capture(), {})


@pytest.fixture
def path(tmp_path):
    """Where the file lies as long as it is open."""
    return tmp_path / "waldbote" / f"{NAME}.open"


@pytest.fixture
def broken(file, records, monkeypatch):
    """A file whose last fsync has failed."""
    file.append(records)
    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(OSError, match="Input/output error"):
        file.sync()
    monkeypatch.undo()
    return file


def failing(*_):
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_a_file_is_open_while_it_grows(file, path):
    assert (path.stat().st_size, path_of(path.parent, NAME)) == (file.length, path)


def test_a_file_is_never_begun_over_another(file, path):
    with pytest.raises(FileExistsError):
        ArchiveFile.create(path.parent, file.name)


def test_places_are_known_at_once_under_the_sealed_name(file, records, path):
    places = file.append(records)

    assert [place.file for place in places] == [NAME] * 3
    assert [place.record_id for place in places] == [record.record_id for record in records]
    assert sum(place.length for place in places) == file.length - places[0].offset
    assert record_at(path, places[1].offset).record_id == places[1].record_id


def test_what_is_appended_counts_as_synced_only_afterwards(file, records):
    before = file.synced
    file.append(records)
    file.sync()

    assert (before, file.synced) == (0, file.length)


def test_a_sealed_file_has_its_final_name_digest_and_length(file, records, path):
    file.append(records)

    sealed = file.seal()

    data = (path.parent / NAME).read_bytes()
    assert not path.exists()
    assert (sealed.name, sealed.length) == (NAME, len(data))
    assert sealed.sha256 == hashlib.sha256(data).hexdigest() == sha256_of(path.parent / NAME)
    assert path_of(path.parent, NAME) == path.parent / NAME


def test_a_file_with_a_fault_is_not_sealed(file, records, path):
    file.append(records)
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)

    with pytest.raises(ArchiveError, match=r"\.open: the member at \d+ is damaged .*; not sealed"):
        file.seal()

    assert path.exists()


def test_a_file_is_sealed_again_after_a_crash_behind_the_rename(file, path):
    sealed = file.seal()

    assert ArchiveFile.reopen(path.parent / NAME).seal() == sealed


def test_the_tail_is_cut_off_and_kept_aside(file, records, path, tmp_path):
    length = file.length
    file.append(records)
    tail = path.read_bytes()[length:]

    file.truncate_to(length, tmp_path / "quarantine")

    assert (path.stat().st_size, file.length, file.synced) == (length, length, length)
    assert (tmp_path / "quarantine" / f"{NAME}.{length}").read_bytes() == tail


def test_nothing_goes_to_the_quarantine_where_there_is_no_tail(file, tmp_path):
    file.truncate_to(file.length, tmp_path / "quarantine")

    assert not (tmp_path / "quarantine").exists()


@pytest.mark.parametrize(
    "use",
    [
        pytest.param(lambda file, folder: file.append([warcinfo(NAME, NOON, {})]), id="append"),
        pytest.param(lambda file, folder: file.sync(), id="sync"),
        pytest.param(lambda file, folder: file.truncate_to(0, folder), id="truncate"),
        pytest.param(lambda file, folder: file.seal(), id="seal"),
    ],
)
def test_after_an_error_of_fsync_nothing_works(broken, tmp_path, use):
    with pytest.raises(ArchiveError, match="can't be relied on"):
        use(broken, tmp_path)


def test_after_a_torn_write_nothing_works(file, records, monkeypatch):
    length, write = file.length, os.write

    def tear(handle, data):
        monkeypatch.setattr(os, "write", failing)
        return write(handle, data[:9])

    monkeypatch.setattr(os, "write", tear)
    with pytest.raises(OSError, match="Input/output error"):
        file.append(records)
    monkeypatch.undo()

    assert file.length == length
    with pytest.raises(ArchiveError, match="can't be relied on"):
        file.append(records)


def test_a_file_can_be_given_up_twice(file):
    file.close()
    file.close()


def test_the_index_of_a_file_is_known_if_one_process_has_written_it(file, records, path, tmp_path):
    file.append(records)
    (line,) = file.seal().index
    again = ArchiveFile.reopen(path.parent / NAME).seal()

    assert line.startswith(b"test,waldbote)/artikel/7 ")
    assert again.index == ()


def test_a_file_that_was_cut_back_is_checked_record_by_record(file, records, path, tmp_path):
    file.append(records)
    file.truncate_to(file.length - 1, tmp_path)

    with pytest.raises(ArchiveError, match="is cut; not sealed"):
        file.seal()


def test_of_a_large_file_no_index_is_kept_in_memory(file, records, monkeypatch):
    monkeypatch.setattr("newsbot.archive.file._MOST_LINES", 1)
    file.append(records)
    file.append(records[1:])
    file.append(records[1:])

    assert file.seal().index == ()
