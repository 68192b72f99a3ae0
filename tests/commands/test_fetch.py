from __future__ import annotations

import pytest
import pytest_twisted
from twisted.internet.threads import deferToThread

from tests.commands.project import CONTACT, QUICKLY, Project

QUIETLY = ("--nolog", *QUICKLY)


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest_twisted.ensureDeferred
async def test_a_host_of_no_site_is_told_who_asks(project, trickster):
    done = await deferToThread(
        project.scrapy, "fetch", trickster.url, "--nolog", *QUICKLY, **CONTACT
    )

    assert done.returncode == 0
    assert len(trickster.asked) == 2
    for headers in trickster.asked:
        assert headers["user-agent"].endswith("(+tests@newsbot.test)")
        assert headers["from"] == "tests@newsbot.test"


@pytest_twisted.ensureDeferred
async def test_nobody_is_asked_by_nobody(project, trickster):
    done = await deferToThread(project.scrapy, "fetch", trickster.url, *QUIETLY)

    assert (done.returncode, done.stdout, trickster.asked) == (2, "", [])
    (line,) = done.stderr.splitlines()
    assert line.startswith("CONTACT is not set; say who crawls")


@pytest_twisted.ensureDeferred
async def test_nobody_is_asked_by_nobody_where_a_page_leads_there(project, trickster):
    url = f"http://127.0.0.1:{trickster.port}/away"

    await deferToThread(project.scrapy, "fetch", url, *QUIETLY)

    assert {headers["host"] for headers in trickster.asked} == {f"127.0.0.1:{trickster.port}"}


@pytest_twisted.ensureDeferred
async def test_a_contact_that_reaches_nobody_is_told(project, trickster):
    done = await deferToThread(project.scrapy, "fetch", trickster.url, "-s", "CONTACT=me", *QUICKLY)

    assert (done.returncode, trickster.asked) == (2, [])
    assert "CONTACT='me' reaches nobody" in done.stderr


@pytest_twisted.ensureDeferred
async def test_no_page_drives_the_terminal(project, trickster):
    shown = await deferToThread(project.on_a_terminal, "fetch", trickster.url)

    assert shown.split(b"\r\n")[0] == rb"\u001b]0;owned\u0007B\xfccherei"
    assert b"\x1b" not in shown


@pytest_twisted.ensureDeferred
async def test_no_header_drives_the_terminal(project, trickster):
    shown = await deferToThread(project.on_a_terminal, "fetch", "--headers", trickster.url)

    assert rb"< X-Title: \u001b]0;owned\u0007" in shown
    assert b"\x1b" not in shown


@pytest_twisted.ensureDeferred
async def test_a_pipe_is_given_what_came(project, trickster):
    done = await deferToThread(
        project.scrapy, "fetch", trickster.url, "--nolog", *QUICKLY, **CONTACT
    )

    assert done.stdout.startswith("\x1b]0;owned\x07B")


def test_a_site_that_is_mistyped_is_told_in_a_line(project):
    done = project.scrapy("fetch", "http://127.0.0.1:9/", "--spider", "nosite", "--nolog")

    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("no site named 'nosite'")
