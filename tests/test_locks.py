from __future__ import annotations

import os

import pytest

from newsbot.exceptions import StateError
from newsbot.locks import check_plain, open_lock, open_lock_to_read


def test_a_lock_is_made_with_its_folder(tmp_path):
    path = tmp_path / "state" / "waldbote.lock"

    open_lock(path).close()

    assert path.read_bytes() == b""


def test_what_is_in_a_lock_stays(tmp_path):
    path = tmp_path / "waldbote.lock"
    path.write_bytes(b"precious")

    open_lock(path).close()

    assert path.read_bytes() == b"precious"


def test_a_link_is_no_lock_wherever_it_leads(tmp_path):
    victim, path = tmp_path / "victim", tmp_path / "waldbote.lock"
    path.symlink_to(victim)

    with pytest.raises(StateError, match="is a link, which newsbot never makes"):
        open_lock(path)

    assert not victim.exists()


@pytest.mark.parametrize(("make", "kind"), [(os.mkfifo, "pipe"), (os.mkdir, "folder")])
def test_what_is_no_file_is_neither_opened_nor_waited_for(tmp_path, make, kind):
    path = tmp_path / "waldbote.lock"
    make(path)

    with pytest.raises(StateError, match=f"is a {kind}"):
        open_lock(path)


def test_a_lock_that_can_only_be_read_is_opened_for_that(tmp_path):
    path = tmp_path / "waldbote.lock"
    path.write_bytes(b"precious")

    with open_lock_to_read(path) as lock:
        assert (lock.read(), lock.writable()) == (b"precious", False)


def test_where_there_is_no_lock_to_read_none_is_made(tmp_path):
    assert open_lock_to_read(tmp_path / "waldbote.lock") is None
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_no_lock_to_be_read(tmp_path):
    path = tmp_path / "waldbote.lock"
    path.symlink_to("/etc/hostname")

    with pytest.raises(StateError, match="is a link, which newsbot never makes"):
        open_lock_to_read(path)


def test_a_file_and_nothing_at_all_are_plain(tmp_path):
    (tmp_path / "file").touch()

    check_plain(tmp_path / "file")
    check_plain(tmp_path / "nothing")
