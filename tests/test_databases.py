from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from newsbot.databases import read_only
from tests.backup import not_to_be_written, public_folder


@pytest.fixture
def path():
    """A database with a log of its own, closed as it should be."""
    with public_folder() as folder:
        path = folder / "waldbote.sqlite"
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA journal_mode=WAL")
            db.executescript("CREATE TABLE url (key); INSERT INTO url VALUES ('7')")
        yield path


def keys(db):
    return db.execute("SELECT key FROM url").fetchall()


def test_nothing_can_be_written_to_it(path):
    with (
        closing(read_only(path, 0)) as db,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        db.execute("DELETE FROM url")


def test_it_is_read_where_nothing_can_be_made_beside_it(path):
    with not_to_be_written(path.parent), closing(read_only(path, 0)) as db:
        assert keys(db) == [("7",)]

    assert list(path.parent.iterdir()) == [path]


def test_what_its_log_alone_holds_is_not_passed_over(path):
    with closing(sqlite3.connect(path)) as writer:
        writer.executescript("INSERT INTO url VALUES ('8')")
        with not_to_be_written(path.parent), closing(read_only(path, 0)) as db:
            assert keys(db) == [("7",), ("8",)]


def test_a_log_that_can_not_be_read_here_is_told_with_what_to_do(path):
    with closing(sqlite3.connect(path)) as writer, public_folder() as backup:
        writer.executescript("INSERT INTO url VALUES ('8')")
        for name in (path.name, f"{path.name}-wal"):
            shutil.copy(path.with_name(name), backup)
        with not_to_be_written(backup), pytest.raises(OSError, match="-wal; copy both to where"):
            read_only(backup / path.name, 0)


def test_one_that_is_not_there_is_not_made(path):
    absent = path.with_name("absent.sqlite")

    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        read_only(absent, 0)

    assert not absent.exists()
