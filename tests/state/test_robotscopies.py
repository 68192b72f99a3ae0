from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from newsbot.exceptions import StateError
from newsbot.robots import MOST_BYTES
from newsbot.state.hosts import Hosts
from newsbot.state.robotscopies import RobotsCopy

HOME = "https://waldbote.test"
COPY = RobotsCopy(200, b"User-agent: *\xff", 1000.25)


def test_a_copy_is_kept_by_scheme_host_and_port(tmp_path):
    with closing(Hosts(tmp_path / "hosts.sqlite")) as hosts:
        hosts.robots.keep(HOME, COPY)

    with closing(Hosts(tmp_path / "hosts.sqlite")) as hosts:
        assert hosts.robots.of(HOME) == COPY
        assert hosts.robots.of("http://waldbote.test") is None
        assert hosts.robots.of(f"{HOME}:8443") is None


def test_a_new_copy_takes_the_place_of_the_old():
    with closing(Hosts()) as hosts:
        hosts.robots.keep(HOME, COPY)
        hosts.robots.keep(HOME, RobotsCopy(404, b"", 2000.0))

        assert hosts.robots.of(HOME) == RobotsCopy(404, b"", 2000.0)


def test_a_copy_that_somebody_else_has_written_as_text_is_read_as_bytes(tmp_path):
    with closing(Hosts(tmp_path / "hosts.sqlite")) as hosts:
        with closing(sqlite3.connect(tmp_path / "hosts.sqlite")) as db:
            db.execute("INSERT INTO robots VALUES (?, 200, 'text', 1.0)", (HOME,))
            db.commit()

        assert hosts.robots.of(HOME) == RobotsCopy(200, b"text", 1.0)


@pytest.mark.parametrize(
    "change",
    [
        "status = 'fine'",
        "status = 1000",
        "status = 200.5",
        "fetched = 'today'",
        "fetched = 9e999",
        f"body = zeroblob({MOST_BYTES + 2})",
    ],
)
def test_a_copy_that_no_newsbot_wrote_is_told_with_what_to_do(tmp_path, change):
    with closing(Hosts(tmp_path / "hosts.sqlite")) as hosts:
        hosts.robots.keep(HOME, COPY)
        with closing(sqlite3.connect(tmp_path / "hosts.sqlite")) as db:
            db.execute(f"UPDATE robots SET {change}")
            db.commit()

        with pytest.raises(StateError, match="delete it"):
            hosts.robots.of(HOME)
