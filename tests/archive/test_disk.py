from __future__ import annotations

import os

import pytest

from newsbot.archive.disk import make_folder, move, put_aside, replace_file, write_all


@pytest.fixture
def greedless(monkeypatch):
    """A system that takes three bytes at a time."""
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:3]))


@pytest.mark.usefixtures("greedless")
def test_all_is_written_however_little_is_taken_at_a_time(tmp_path):
    handle = os.open(tmp_path / "a", os.O_WRONLY | os.O_CREAT)
    write_all(handle, b"Waldbote")
    os.close(handle)

    assert (tmp_path / "a").read_bytes() == b"Waldbote"


def test_a_folder_is_made_with_those_above_it(tmp_path):
    make_folder(tmp_path / "a" / "b" / "c")
    make_folder(tmp_path / "a" / "b" / "c")

    assert (tmp_path / "a" / "b" / "c").is_dir()


def test_a_file_moves_to_another_folder(tmp_path):
    make_folder(tmp_path / "b")
    (tmp_path / "a").write_bytes(b"1")

    move(tmp_path / "a", tmp_path / "b" / "c")

    assert ((tmp_path / "b" / "c").read_bytes(), (tmp_path / "a").exists()) == (b"1", False)


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "index"
    path.write_bytes(b"old and long")

    replace_file(path, [b"ne", b"w"])

    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"new", [path])


def test_a_file_that_can_not_be_finished_leaves_the_old_one(tmp_path):
    path = tmp_path / "index"
    path.write_bytes(b"old")

    def pieces():
        yield b"new"
        raise OSError("No space left on device")

    with pytest.raises(OSError, match="No space"):
        replace_file(path, pieces())

    assert path.read_bytes() == b"old"


def test_what_is_put_aside_takes_no_other_files_place(tmp_path):
    aside = tmp_path / "quarantine"
    for text in ("first", "second", "third"):
        (tmp_path / "a.jsonl").write_text(text)
        put_aside(tmp_path / "a.jsonl", aside)

    assert {path.name: path.read_text() for path in aside.iterdir()} == {
        "a.jsonl": "first",
        "a.jsonl.2": "second",
        "a.jsonl.3": "third",
    }
