from __future__ import annotations

import json
from contextlib import closing
from datetime import date

import pytest
import pytest_twisted
from twisted.internet.threads import deferToThread

from newsbot.state import State
from tests.commands.project import Project
from tests.press.newsroom import Newsroom

WHY = ("--reason", "names a minor")


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    """A crawled paper in a project of its own, where commands can be typed."""
    room = Newsroom("demo", tmp_path / "data")
    room.project = Project(tmp_path)
    room.project.add_site("demo", room.profile())
    await room.crawl()
    yield room
    await room.close()


@pytest.fixture
def purge(newsroom):
    """Type the command, and return what it printed and its exit code."""
    return lambda *words: newsroom.project.scrapy("purge", *words)


@pytest.fixture
def project(tmp_path):
    """A project in which something was kept of the site demo."""
    project = Project(tmp_path)
    project.add_site("demo", 'domain = "demo.test"\n[links]\narticle = "/(?P<key>[0-9]+)$"')
    with closing(State(tmp_path / "data" / "state" / "demo.sqlite")):
        return project


@pytest_twisted.ensureDeferred
async def test_an_article_is_taken_down_and_it_is_told_what_that_was(newsroom, purge):
    key = newsroom.paper.stories[0].key

    done = purge("--id", f"demo/{key}", *WHY)

    first, second, third = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert first == "demo: removed 1 article · 1 revision · 1 capture · 1 index line"
    assert second.startswith("its address still stands in ")
    assert second.endswith(" captures of other pages, which stay as they came")
    assert third == "copies elsewhere, such as backups, are yours to delete"
    assert key not in newsroom.records()


@pytest_twisted.ensureDeferred
async def test_what_was_removed_can_be_read_by_a_machine(newsroom, purge):
    url = f"http://127.0.0.1:{newsroom.port}{newsroom.path_of(newsroom.paper.stories[0].key)}"

    told = json.loads(purge("--url", url, *WHY, "--json").stdout)

    assert told.pop("shown") > 0
    removed = {"articles": 1, "revisions": 1, "captures": 1, "index_lines": 1}
    assert told == {"site": "demo", **removed, "earlier": None}


@pytest_twisted.ensureDeferred
async def test_of_what_was_taken_down_already_it_is_told_when_and_why(newsroom, purge):
    words = ("--id", f"demo/{newsroom.paper.stories[0].key}")
    purge(*words, *WHY)

    again = purge(*words, "--reason", "once more")
    told = json.loads(purge(*words, "--reason", "once more", "--json").stdout)

    first, second, *_ = again.stdout.splitlines()
    assert first == "demo: removed 0 articles · 0 revisions · 0 captures · 0 index lines"
    assert second == f"it was taken down already, on {told['earlier']} (names a minor)"
    assert date.fromisoformat(told["earlier"])


@pytest_twisted.ensureDeferred
async def test_of_a_site_taken_down_already_it_is_told_too(newsroom, purge):
    purge("--site", "demo", *WHY)

    again = purge("--site", "demo", "--reason", "once more")

    assert again.returncode == 0
    assert "it was taken down already, on " in again.stdout
    assert "(names a minor)" in again.stdout


@pytest_twisted.ensureDeferred
async def test_an_unknown_id_is_told_with_the_nearest(newsroom, purge):
    done = purge("--id", f"demo/{newsroom.paper.stories[0].key}0", *WHY)

    assert (done.returncode, done.stdout) == (2, "")
    assert f"Did you mean 'demo/{newsroom.paper.stories[0].key}'?" in done.stderr


@pytest_twisted.ensureDeferred
async def test_after_it_the_command_line_crawls_and_verifies_as_ever(newsroom, purge):
    purge("--id", f"demo/{newsroom.paper.stories[0].key}", *WHY)
    scrapy = newsroom.project.scrapy
    crawled = await deferToThread(
        scrapy, "crawl", "demo", "-s", "ALLOW_PRIVATE_HOSTS=1", "-s", "DOWNLOAD_DELAY=0"
    )
    verified = scrapy("verify", "demo")

    assert (crawled.returncode, crawled.stderr) == (0, "")
    assert verified.returncode == 0
    assert verified.stdout.endswith(" · 0 faults\n")


@pytest_twisted.ensureDeferred
async def test_a_site_is_taken_down_and_then_refused(newsroom, purge):
    done = purge("--site", "demo", *WHY)
    later = [newsroom.project.scrapy("crawl", "demo"), purge("--id", "demo/1", *WHY)]

    assert done.returncode == 0
    assert done.stdout.startswith("demo: removed 12 articles · 12 revisions · ")
    assert [one.returncode for one in later] == [2, 2]
    assert all("(names a minor), not to be crawled again" in one.stderr for one in later)


@pytest_twisted.ensureDeferred
async def test_while_a_run_is_at_work_it_is_to_be_tried_later(newsroom, purge):
    with closing(newsroom.hold_lock()):
        done = purge("--site", "demo", *WHY)

    assert done.returncode == 75
    assert "another run of demo is at work" in done.stderr
    assert newsroom.records()


@pytest_twisted.ensureDeferred
async def test_a_damaged_archive_needs_a_person(newsroom, purge):
    (path,) = (newsroom.folder / "archive" / "demo").glob("*.warc.gz")
    path.write_bytes(path.read_bytes()[:-3])

    done = purge("--id", f"demo/{newsroom.paper.stories[0].key}", *WHY)

    assert (done.returncode, done.stdout) == (3, "")
    assert path.name in done.stderr


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        pytest.param(["--id", "demo/1"], "required: --reason", id="no reason"),
        pytest.param(
            ["--id", "demo/1", "--reason", " "], "--reason says nothing", id="an empty one"
        ),
        pytest.param(["--id", "demo/1", "now", *WHY], "what is 'now'?", id="a word too many"),
        pytest.param(["--id", "dmo/1", *WHY], "Did you mean 'demo'?", id="an unknown site"),
        pytest.param(["--site", "../data", *WHY], "has never been crawled", id="a path"),
        pytest.param(["--url", "demo.test/1", *WHY], "is no URL", id="no URL"),
        pytest.param(["--url", "http://heir.test/1", *WHY], "no site that was", id="nobody's URL"),
        pytest.param(["--url", "http://demo.test/", *WHY], "is not the address", id="a front page"),
        pytest.param(
            ["--site", "demo", *WHY, "-s", "REVISIT_BUDGET=x"], "REVISIT_BUDGET", id="a setting"
        ),
    ],
)
def test_what_cannot_be_meant_is_told_and_nothing_is_removed(project, words, hint):
    done = project.scrapy("purge", *words)

    assert (done.returncode, done.stdout) == (2, "")
    assert hint in done.stderr


def test_of_a_site_whose_state_is_lost_all_can_be_taken_down(project):
    corpus = project.folder / "data" / "articles" / "lost" / "2024-10.jsonl"
    corpus.parent.mkdir(parents=True)
    corpus.write_text("{}\n")

    done = project.scrapy("purge", "--site", "lost", *WHY)

    assert (done.returncode, done.stderr) == (0, "")
    assert not corpus.parent.exists()
