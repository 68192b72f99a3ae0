"""Cases 42 and 43: a crawl listens to nobody and speaks to nobody but its site."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.crawl import OUTPUT, read, words_for
from tests.hostile.server import HERE
from tests.hostile.sites import undisturbed
from tests.hostile.tape import LISTENS, listening

CHECKOUT = Path(__file__).resolve().parents[2]
PROFILE = """
domain = "127.0.0.1"
[links]
seeds = ["http://127.0.0.1:{port}/"]
article = '/artikel/(?P<key>\\d+)'
"""


@pytest.fixture(scope="module")
def done(server, tmp_path_factory):
    """A crawl as a user starts it, with the resolver that it has then."""
    folder = tmp_path_factory.mktemp("ports")
    server.begin({HERE: undisturbed()})
    settings = {"TWISTED_DNS_RESOLVER": "newsbot.resolver.GuardResolver"}
    words = words_for(folder, {"here": PROFILE.format(port=server.port)}, settings)
    with (folder / OUTPUT).open("wb") as output:
        code = subprocess.run(
            [sys.executable, "-m", "tests.hostile.watched", *words],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            stdout=output,
            stderr=output,
            check=False,
            timeout=60,
        ).returncode
    return read(folder, code)


def where(done, event):
    return {place for name, place in done.events if name == event}


def test_it_brings_in_what_is_there(done):
    assert (done.exit_code, len(done.articles("here"))) == (0, 30)


def test_nothing_listens_during_a_crawl(done):
    assert where(done, LISTENS) == set()


def test_it_would_be_seen_if_anything_listened():
    with socket.create_server((HERE, 0)) as listener:
        assert f"0100007F:{listener.getsockname()[1]:04X}" in listening()


def test_it_connects_to_its_site_alone_from_import_to_exit(done):
    assert where(done, "socket.connect") == {HERE}


def test_no_name_is_looked_up_but_that_of_its_site(done):
    assert {place for _, place in done.events} == {HERE}
    assert where(done, "socket.gethostbyname") == {HERE}


def test_it_is_small(done):
    assert done.peak < 300 << 20
