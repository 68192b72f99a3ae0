from __future__ import annotations

import os
import signal
import sqlite3
from contextlib import closing

import pytest

from newsbot.exceptions import StateError
from newsbot.state.hosts import Host, Hosts
from newsbot.state.robotscopies import RobotsCopy
from tests.nursery import NURSERY

NAME = "waldbote.test"
STRUCK = Host(strikes=2, struck=1000.5, paused=120, why="HTTP 503")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "hosts.sqlite"


@pytest.mark.parametrize("is_kept", [True, False])
def test_of_a_host_that_was_never_asked_nothing_is_known(path, is_kept):
    with closing(Hosts(path if is_kept else None)) as hosts:
        assert hosts.of(NAME) == Host()


def test_rests_and_pauses_are_shared_and_kept(path):
    with closing(Hosts(path)) as hosts, closing(Hosts(path)) as others:
        hosts.rest(NAME, 1002.0, 0.25)
        others.strike(NAME, STRUCK)

    with closing(Hosts(path)) as later:
        assert later.of(NAME) == STRUCK._replace(rests=1002.0, latency=0.25)
        assert later.of("other.test") == Host()


def test_a_host_that_is_well_again_has_no_strikes_but_its_rest(path):
    with closing(Hosts(path)) as hosts:
        hosts.rest(NAME, 1002.0, 0.25)
        hosts.strike(NAME, STRUCK)
        hosts.strike(NAME, Host())

        assert hosts.of(NAME) == Host(rests=1002.0, latency=0.25)


def test_a_pause_is_on_the_disk_when_it_is_told(path):
    with closing(Hosts(path)) as hosts:
        hosts.strike(NAME, STRUCK)
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("SELECT strikes FROM host").fetchone() == (2,)


def alter(path, statement):
    with closing(sqlite3.connect(path)) as db:
        db.execute(statement)
        db.commit()


def hold(path, said):
    """Take the turn of a host and tell so; never give it back."""
    hosts = Hosts(path)
    said.send(hosts.take_turn(NAME))
    signal.pause()


def test_no_two_processes_have_the_turn_of_a_host_and_a_killed_one_gives_it_back(path):
    with closing(Hosts(path)) as hosts:
        heard, said = NURSERY.Pipe(duplex=False)
        process = NURSERY.Process(target=hold, args=(path, said))
        process.start()
        taken = [heard.recv(), hosts.take_turn(NAME), hosts.take_turn("other.test")]
        os.kill(process.pid, signal.SIGKILL)
        process.join()

        assert taken == [True, False, True]
        assert hosts.take_turn(NAME)


@pytest.mark.parametrize(
    "change",
    [
        "rests = 'soon'",
        "rests = 9e999",
        "rests = -1",
        "latency = 'long'",
        "latency = 9e999",
        "strikes = 9223372036854775807",
        "strikes = 1.5",
        "strikes = 'two'",
        "struck = 9e999",
        "struck = x'00'",
        "paused = 9e999",
        "paused = 86401",
        "paused = 'for ever'",
        "why = x'00'",
    ],
)
def test_a_row_that_no_newsbot_wrote_is_told_with_what_to_do(path, change):
    with closing(Hosts(path)) as hosts:
        hosts.strike(NAME, STRUCK)
        alter(path, f"UPDATE host SET {change}")

        with pytest.raises(StateError, match="delete it"):
            hosts.of(NAME)


def test_text_that_is_none_is_read_all_the_same(path):
    with closing(Hosts(path)) as hosts:
        hosts.strike(NAME, STRUCK)
        alter(path, "UPDATE host SET why = CAST(x'ff41' AS TEXT)")

        assert hosts.of(NAME).why == "\ufffdA"


def test_the_lock_file_is_left_as_it_is(path):
    path.parent.mkdir()
    path.with_suffix(".lock").write_text("somebody's")

    Hosts(path).close()

    assert path.with_suffix(".lock").read_text() == "somebody's"


def test_a_place_that_can_not_be_written_is_an_error_of_the_disk(tmp_path):
    (tmp_path / "state").write_text("a file")

    with pytest.raises(OSError, match="state"):
        Hosts(tmp_path / "state" / "hosts.sqlite")


def test_what_is_forgotten_leaves_no_byte_behind_but_pauses_stay(path):
    with closing(Hosts(path)) as hosts:
        hosts.rest("other.test", 1002.0, 0.25)
        hosts.robots.keep("https://other.test", RobotsCopy(200, b"Sitemap: /secret.xml", 1.0))
        hosts.strike(NAME, STRUCK)

        hosts.forget()

        found = [file.read_bytes() for file in path.parent.iterdir()]
        assert not any(b"other.test" in data or b"secret" in data for data in found)
        assert hosts.of(NAME) == STRUCK


@pytest.mark.parametrize("name", ["hosts.lock", "hosts.sqlite"])
def test_a_link_in_the_place_of_its_files_is_refused(path, tmp_path, name):
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    path.parent.mkdir()
    path.with_name(name).symlink_to(victim)

    with pytest.raises(StateError, match=f"{name} is a link"):
        Hosts(path)

    assert victim.read_bytes() == b"precious"
