from __future__ import annotations

import os

import pytest

from newsbot.datafolder import check_folder
from newsbot.exceptions import StateError

PLACES = [
    *("articles", "archive", "runs", "quarantine", "state"),
    *("articles/waldbote", "archive/waldbote", "runs/waldbote", "quarantine/waldbote"),
    *("articles/waldbote/2026-11.jsonl", "archive/waldbote/index.cdxj", "runs/waldbote/1.log"),
    *(
        "state/waldbote.lock",
        "state/waldbote.sqlite-wal",
        "state/hosts.sqlite",
        "articles/README.md",
        "articles/README.md.1.tmp",
    ),
]


@pytest.fixture
def data(tmp_path):
    """A folder to keep everything in, with a link to what is none of it beside it."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


@pytest.mark.parametrize("place", PLACES)
def test_a_link_out_of_the_folder_is_refused(data, place):
    path = data / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(data.parent / "elsewhere")

    with pytest.raises(StateError, match=f"{path} leads out of {data}; see who"):
        check_folder(data, "waldbote")


@pytest.mark.parametrize("place", ["state/clusters.sqlite", "archive/waldbote/index.cdxj"])
def test_a_pipe_is_refused(data, place):
    path = data / place
    path.parent.mkdir(parents=True)
    os.mkfifo(path)

    with pytest.raises(StateError, match=f"{path} is neither file nor folder"):
        check_folder(data, "waldbote")


def test_a_link_within_the_folder_is_nobodys_trap(data):
    (data / "articles/waldbote").mkdir(parents=True)
    (data / "articles/waldbote/2026-11.jsonl").touch()
    (data / "articles/waldbote/newest.jsonl").symlink_to("2026-11.jsonl")

    check_folder(data, "waldbote")


def test_the_folder_itself_may_be_a_link(data):
    (data / "articles/waldbote").mkdir(parents=True)
    link = data.parent / "link"
    link.symlink_to(data)

    check_folder(link, "waldbote")


def test_what_another_site_uses_stops_nobody_else(data):
    for folder in ("articles", "state"):
        (data / folder).mkdir()
    (data / "articles/elbe").symlink_to(data.parent / "elsewhere")
    (data / "state/elbe.lock").symlink_to(data.parent / "elsewhere")

    check_folder(data, "waldbote")


def test_a_folder_that_is_not_there_yet_is_sound(data):
    check_folder(data / "new", "waldbote")
