from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from newsbot.exceptions import StateError
from newsbot.state.hostfile import VERSION, HostFile


@pytest.fixture
def path(tmp_path):
    return tmp_path / "hosts.sqlite"


def test_what_is_told_is_there_for_whoever_opens_the_file_next(path):
    with closing(HostFile(path)) as file:
        file.tell("INSERT INTO host (name) VALUES (?)", ("waldbote.test",), lasts=True)

    with closing(HostFile(path)) as file:
        assert file.row("SELECT strikes FROM host WHERE name = ?", ("waldbote.test",)) == (0,)
        assert file.row("SELECT strikes FROM host WHERE name = ?", ("other.test",)) is None


def test_a_damaged_file_is_told_with_what_to_do(path):
    path.write_bytes(b"no database at all, but long enough to be taken for one" * 40)

    with pytest.raises(StateError, match="delete it"):
        HostFile(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW host AS SELECT 1 AS name",
        "CREATE TABLE other (name)",
        "CREATE TRIGGER t AFTER INSERT ON robots BEGIN DELETE FROM host; END",
        f"PRAGMA user_version={VERSION + 1}",
        "ALTER TABLE host ADD COLUMN other",
        "ALTER TABLE robots RENAME COLUMN body TO page",
        "ALTER TABLE robots ADD COLUMN other AS (status + 1)",
    ],
)
def test_a_file_of_another_program_or_a_later_newsbot_is_refused(path, statement):
    HostFile(path).close()
    with closing(sqlite3.connect(path)) as db:
        if "VIEW" in statement:
            db.execute("DROP TABLE host")
        db.execute(statement)
        db.commit()

    with pytest.raises(StateError, match="delete it"):
        HostFile(path)


def test_what_is_damaged_while_it_is_open_is_told_in_the_same_way(path):
    with closing(HostFile(path)) as file:
        for number in range(999):
            file.tell("INSERT INTO host (name) VALUES (?)", (f"{number}.test",))
        file.scrub()
    size = path.stat().st_size
    with closing(HostFile(path)) as file:
        with path.open("r+b") as raw:
            raw.seek(4096)
            raw.write(b"\xff" * (size - 4096))

        with pytest.raises(StateError, match="delete it"):
            file.row("SELECT name FROM host ORDER BY name DESC", ())


def test_a_folder_in_its_place_is_a_fault_of_the_disk(path):
    path.mkdir()

    with pytest.raises(OSError, match=r"hosts\.sqlite"):
        HostFile(path)
