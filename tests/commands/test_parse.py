from __future__ import annotations

from datetime import UTC, datetime

import pytest
import pytest_twisted
from twisted.internet.threads import deferToThread

from newsbot.demo.server import PressServer
from tests.commands.project import CONTACT, PROFILE, QUICKLY, Project
from tests.press import PAPERS, profile_text


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest.fixture
def press(project):
    """A paper that is served, and the address of its newest article."""
    paper = PAPERS["heideblatt"](datetime.now(UTC))
    server = PressServer([paper])
    port = server.listen()
    project.add_site("heideblatt", profile_text("heideblatt", port))
    story = paper.stories[0]
    yield story, f"http://heideblatt.test:{port}/lokales/{story.slug}-{story.key}.html"
    pytest_twisted.blockon(server.stop())


@pytest_twisted.ensureDeferred
async def test_what_a_page_gives_is_shown_and_nothing_else(project, press):
    story, url = press

    done = await deferToThread(project.scrapy, "parse", url, *QUICKLY, **CONTACT)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("\n>>> STATUS DEPTH LEVEL 1 <<<\n")
    assert story.key in done.stdout


@pytest_twisted.ensureDeferred
async def test_pages_that_a_page_leads_to_are_read_as_quietly(project, press):
    _, url = press

    done = await deferToThread(project.scrapy, "parse", url, "-d", "2", "-v", *QUICKLY, **CONTACT)

    assert (done.returncode, done.stderr) == (0, "")
    assert ">>> DEPTH LEVEL: 2 <<<" in done.stdout


@pytest_twisted.ensureDeferred
async def test_an_answer_that_is_no_page_is_told(project, press):
    url = press[1].replace(".html", "0.html")

    done = await deferToThread(project.scrapy, "parse", url, *QUICKLY, **CONTACT)

    assert (done.returncode, done.stderr) == (1, f"HTTP 404 from {url}\n")


@pytest_twisted.ensureDeferred
async def test_nobody_is_asked_by_nobody(project, press):
    done = await deferToThread(project.scrapy, "parse", press[1], *QUICKLY)

    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("CONTACT is not set; say who crawls")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ("http://127.0.0.1:9/a",),
            1,
            "no page: private address; to crawl it all the same: -s ALLOW_PRIVATE_HOSTS=1",
        ),
        (("http://other.test/a",), 2, "http://other.test/a belongs to no site"),
        (("http://other.test/a", "--spider", "nosite"), 2, "no site named 'nosite'"),
    ],
    ids=["private", "no site", "mistyped"],
)
def test_why_there_is_no_page_is_told_without_a_log_too(project, words, code, said):
    project.add_site("local", PROFILE.format(domain="127.0.0.1", port=9))

    done = project.scrapy("parse", *words, "--nolog")

    assert done.returncode == code
    (line,) = done.stderr.splitlines()
    assert line.startswith(said)
