from __future__ import annotations

import pytest
import pytest_twisted
from twisted.internet.threads import deferToThread

from tests.commands.project import CONTACT, QUICKLY, Project


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest_twisted.ensureDeferred
async def test_a_host_of_no_site_is_told_who_asks(project, trickster):
    words = ("-c", "response.status", "--nolog", *QUICKLY)

    done = await deferToThread(project.scrapy, "shell", trickster.url, *words, **CONTACT)

    assert done.stdout == "200\n"
    assert {headers["from"] for headers in trickster.asked} == {"tests@newsbot.test"}


@pytest.mark.parametrize("scheme", ["http://", ""])
@pytest_twisted.ensureDeferred
async def test_nobody_is_asked_by_nobody(project, trickster, scheme):
    url = trickster.url.replace("http://", scheme)

    done = await deferToThread(project.scrapy, "shell", url, "-c", "1", "--nolog", *QUICKLY)

    assert (done.returncode, done.stdout, trickster.asked) == (2, "", [])
    (line,) = done.stderr.splitlines()
    assert line.startswith("CONTACT is not set; say who crawls")


def test_without_a_page_nobody_is_asked(project):
    done = project.scrapy("shell", "--nolog", "-c", "1 + 1")

    assert (done.returncode, done.stdout) == (0, "2\n")


@pytest_twisted.ensureDeferred
async def test_no_page_drives_the_terminal(project, trickster):
    shown = await deferToThread(
        project.on_a_terminal, "shell", trickster.url, "-c", "response.text"
    )

    assert rb"\u001b]0;owned\u0007" in shown
    assert b"\x1b" not in shown


def test_a_site_that_is_mistyped_is_told_in_a_line(project):
    done = project.scrapy("shell", "http://127.0.0.1:9/", "--spider", "nosite", "--nolog")

    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("no site named 'nosite'")
