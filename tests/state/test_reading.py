from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from newsbot.exceptions import NoStateError, StateBusyError, StateError
from newsbot.state import VERSION, State, reading
from newsbot.state.reading import open_at_rest, open_for_reading
from tests.backup import not_to_be_written, public_folder

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "waldbote.sqlite"


@pytest.fixture
def run(path):
    """The state of a run at work, which has committed the article 7."""
    with closing(State(path)) as state:
        state.begin_run(NOW)
        show(state, "7")
        state.commit()
        yield state


def show(state, key):
    state.urls.show(key, f"https://waldbote.test/artikel/{key}", "seed", NOW)


@pytest.mark.usefixtures("run")
def test_it_is_read_while_a_run_is_at_work(path):
    with closing(open_for_reading(path)) as state:
        assert state.urls.url_of("7") == "https://waldbote.test/artikel/7"


def test_what_is_not_committed_is_not_seen(path, run):
    show(run, "8")

    with closing(open_for_reading(path)) as state:
        assert state.urls.url_of("8") is None


def test_all_that_is_read_is_of_one_commit(path, run):
    with closing(open_for_reading(path)) as state:
        show(run, "8")
        run.commit()

        assert state.urls.url_of("8") is None

    with closing(open_for_reading(path)) as later:
        assert later.urls.url_of("8")


@pytest.mark.usefixtures("run")
def test_nothing_can_be_written(path):
    with (
        closing(open_for_reading(path)) as state,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        show(state, "8")


def test_a_run_may_begin_and_end_while_it_is_read(path):
    State(path).close()

    with closing(open_for_reading(path)) as reader:
        with closing(State(path)) as state:
            show(state, "7")
            state.commit()

        assert reader.urls.url_of("7") is None

    with closing(open_for_reading(path)) as later:
        assert later.urls.url_of("7")


def test_the_log_of_a_run_that_was_killed_is_read(path, run, tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    for file in tmp_path.glob("waldbote.sqlite*"):
        shutil.copy(file, there)
    (there / "waldbote.sqlite-shm").unlink()
    run.close()

    with closing(open_for_reading(there / path.name)) as state:
        assert state.urls.url_of("7")


def test_no_lock_is_left_by_a_reader(path):
    State(path).close()
    path.with_suffix(".lock").unlink()

    open_for_reading(path).close()

    assert not path.with_suffix(".lock").exists()


def test_where_there_is_none_nothing_is_made(tmp_path):
    with pytest.raises(NoStateError, match="has never been crawled"):
        open_for_reading(tmp_path / "state" / "waldbote.sqlite")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("version", "hint"),
    [
        pytest.param(VERSION - 1, "up to date: scrapy crawl waldbote", id="earlier"),
        pytest.param(VERSION + 1, "written by a later newsbot", id="later"),
    ],
)
def test_a_state_of_another_version_is_told_and_left_as_it_is(path, version, hint):
    with closing(State(path)) as state:
        state._db.execute(f"PRAGMA user_version={version}")
    before = path.read_bytes()

    with pytest.raises(StateError, match=f"is of version {version}, .*{hint}"):
        open_for_reading(path)
    assert path.read_bytes() == before


def test_a_damaged_one_is_told(path):
    path.write_bytes(b"no database" * 500)

    with pytest.raises(StateError, match="is no sound state"):
        open_for_reading(path)


def test_one_that_is_just_being_made_is_to_be_tried_again(path, monkeypatch):
    monkeypatch.setattr(reading, "PATIENCE", 0)

    with closing(sqlite3.connect(path)) as maker:
        maker.execute("BEGIN EXCLUSIVE")
        maker.execute("CREATE TABLE url (key)")
        with pytest.raises(StateBusyError, match="is in use"):
            open_for_reading(path)


def test_it_is_read_where_nothing_can_be_made_beside_it(path):
    with closing(State(path)) as state:
        show(state, "7")
        state.commit()
    path.with_name(f"{path.name}-shm").symlink_to("nowhere/waldbote")

    with closing(open_for_reading(path)) as state:
        assert state.urls.url_of("7")


def test_a_log_that_can_not_be_read_is_not_passed_over(path, run, tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    (there / f"{path.name}-shm").symlink_to("nowhere/waldbote")
    for file in (path, path.with_name(f"{path.name}-wal")):
        shutil.copy(file, there)
    run.close()

    with pytest.raises(OSError, match="unable to open"):
        open_for_reading(there / path.name)


def test_a_path_may_hold_what_means_something_in_a_uri(tmp_path):
    path = tmp_path / "50%41 ?#" / "waldbote.sqlite"
    State(path).close()

    open_for_reading(path).close()


def test_a_pipe_in_its_place_is_not_waited_for(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)

    with pytest.raises(StateError, match="is a pipe"):
        open_for_reading(path)


@pytest.fixture
def backup():
    """The state of a run that has ended, in a folder of its own with its lock file."""
    with public_folder() as folder:
        path = folder / "waldbote.sqlite"
        with closing(State(path)) as state:
            show(state, "7")
            state.commit()
        yield path


@pytest.mark.usefixtures("run")
def test_who_wants_it_at_rest_is_told_that_a_run_is_at_work(path):
    with pytest.raises(StateBusyError, match="another run of waldbote is at work"):
        open_at_rest(path)


def test_no_run_begins_on_one_at_rest(path):
    State(path).close()

    with closing(open_at_rest(path)), pytest.raises(StateBusyError):
        State(path)


def test_one_at_rest_is_read_where_nothing_can_be_written(backup):
    with not_to_be_written(backup.parent), closing(open_at_rest(backup)) as state:
        assert state.urls.url_of("7")
        assert state.damage() == []


def test_where_nothing_can_be_written_no_lock_file_is_needed(backup):
    backup.with_suffix(".lock").unlink()

    with not_to_be_written(backup.parent), closing(open_at_rest(backup)) as state:
        assert state.urls.url_of("7")

    assert list(backup.parent.iterdir()) == [backup]


def test_a_run_of_another_user_is_seen_by_who_can_only_read(backup):
    with (
        closing(State(backup)),
        not_to_be_written(backup.parent),
        pytest.raises(StateBusyError, match="another run of waldbote is at work"),
    ):
        open_at_rest(backup)


def test_no_run_of_another_user_begins_while_one_reads_it_at_rest(backup):
    with not_to_be_written(backup.parent):
        state = open_at_rest(backup)

    with closing(state), pytest.raises(StateBusyError):
        State(backup)


def test_two_who_can_only_read_it_do_not_wait_for_each_other(backup):
    with (
        not_to_be_written(backup.parent),
        closing(open_at_rest(backup)),
        closing(open_at_rest(backup)) as state,
    ):
        assert state.urls.url_of("7")


def test_one_of_another_version_that_can_not_be_written_is_told(backup):
    with closing(State(backup)) as state:
        state._db.execute(f"PRAGMA user_version={VERSION - 1}")

    with (
        not_to_be_written(backup.parent),
        pytest.raises(StateError, match="up to date: scrapy crawl waldbote"),
    ):
        open_at_rest(backup)


def test_of_a_site_never_crawled_there_is_nothing_at_rest(path):
    with pytest.raises(NoStateError, match="has never been crawled"):
        open_at_rest(path)

    assert not path.with_suffix(".lock").exists()
