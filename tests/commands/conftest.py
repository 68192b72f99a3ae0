"""The corpus of the demo, for the tests of the commands that read one."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
import pytest_twisted

from newsbot.demo.paper import PressResponse
from tests.commands.project import Project
from tests.press import PAPERS, profile_text

HEADERS = {"content-type": "text/html; charset=utf-8", "x-title": "\x1b]0;owned\x07"}
BODY = b"\x1b]0;owned\x07B\xfccherei\r\n"


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The folder that the demo has made, not to be changed."""
    project = Project(tmp_path_factory.mktemp("demo"))
    assert project.scrapy("demo").returncode == 0
    return project.folder / "demo-data"


@pytest.fixture(scope="module")
def project(demo, tmp_path_factory):
    """A project with the corpus of the demo, and the paper's profile."""
    project = Project(tmp_path_factory.mktemp("project"))
    shutil.copytree(demo, project.folder / "demo-data")
    project.add_site("demo", profile_text("demo", 80).replace("demo.test", "127.0.0.1"))
    return project


@pytest.fixture
def trickster():
    """A paper of no site we know that tries to drive a terminal, and what it was asked."""
    paper = PAPERS["heideblatt"](datetime.now(UTC))
    asked = []

    def respond(request):
        asked.append(request.headers)
        if request.path == "/robots.txt":
            return PressResponse(status=404, headers={}, body=b"")
        if request.path == "/away":
            place = f"http://heideblatt.test:{port}/a"
            return PressResponse(status=302, headers={"location": place}, body=b"")
        return PressResponse(status=200, headers=HEADERS, body=BODY)

    paper.respond = respond
    # The reactor of the tests is not yet in its place when this file is read.
    from newsbot.demo.server import PressServer

    server = PressServer([paper])
    port = server.listen()
    yield SimpleNamespace(url=f"http://heideblatt.test:{port}/a", port=port, asked=asked)
    pytest_twisted.blockon(server.stop())
