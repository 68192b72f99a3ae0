from __future__ import annotations

import pickle
import sqlite3
from contextlib import closing

import pytest

from newsbot.exceptions import StateError
from newsbot.state import State
from newsbot.state.reading import open_for_reading


@pytest.fixture
def path(tmp_path):
    """A sound state."""
    State(tmp_path / "waldbote.sqlite").close()
    return tmp_path / "waldbote.sqlite"


def change(path, statements):
    with closing(sqlite3.connect(path)) as db:
        db.executescript(statements)


def refused(path, doors=(State, open_for_reading)):
    """Return what both doors say of the file at *path*, which they leave as it is."""
    before = path.read_bytes()
    said = []
    for door in doors:
        with pytest.raises(StateError) as raised:
            door(path)
        said.append(str(raised.value))
    assert path.read_bytes() == before
    return said


def test_a_sound_state_is_opened(path):
    State(path).close()
    open_for_reading(path).close()


@pytest.mark.parametrize(
    "made",
    [
        "CREATE VIEW extra AS SELECT * FROM article",
        "CREATE TRIGGER extra AFTER INSERT ON url BEGIN DELETE FROM article; END",
    ],
    ids=["view", "trigger"],
)
def test_what_would_run_and_is_not_ours_is_refused(path, made):
    change(path, made)

    assert all("it has extra, which no newsbot made" in said for said in refused(path))


def test_a_table_that_is_missing_is_told(path):
    change(path, "DROP TABLE capture")

    assert all("it has no table capture" in said for said in refused(path))


def test_the_database_of_another_program_is_not_written_to(tmp_path):
    path = tmp_path / "waldbote.sqlite"
    change(path, "CREATE TABLE places (url TEXT); INSERT INTO places VALUES ('x')")

    assert all("it is another program's" in said for said in refused(path, [State]))


def test_a_pickle_in_its_place_is_no_state_and_never_run(tmp_path):
    class Bomb:
        def __reduce__(self):
            return (tmp_path.joinpath("exploded").mkdir, ())

    path = tmp_path / "waldbote.sqlite"
    path.write_bytes(pickle.dumps(Bomb()))

    assert all("is no sound state" in said for said in refused(path))
    assert not (tmp_path / "exploded").exists()
