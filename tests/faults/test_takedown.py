"""A takedown that is killed at any of its steps is ended by whatever comes next."""

from __future__ import annotations

import subprocess
import sys
from signal import SIGKILL

import pytest
import pytest_twisted

from tests.commands.project import CHECKOUT, Project
from tests.press.newsroom import Newsroom
from tests.takedown import findings, holding, take_down

# Types the command, and kills it where it calls a function for the n-th time.
KILLED = """
import os, signal, sys
from pkgutil import resolve_name
from scrapy.cmdline import execute
from newsbot import purge
where, at, *words = sys.argv[1:]
holder, _, name = where.rpartition(".")
called, left = resolve_name(where), int(at)
def step(*arguments, **named):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    return called(*arguments, **named)
setattr(resolve_name(holder), name, step)
execute(["scrapy", "purge", *words])
"""
STEPS = [
    pytest.param("newsbot.rendering.write_lines", 1, id="rendering"),
    pytest.param("newsbot.purge.entomb", 1, id="the first tomb"),
    pytest.param("newsbot.archive.tombstone.os.fsync", 1, id="a tomb that is filled"),
    pytest.param("newsbot.purge.entomb", 3, id="the last tomb"),
    pytest.param("newsbot.purge.write_index", 1, id="the index"),
    pytest.param("newsbot.purge.sha256_of", 1, id="the digests"),
    pytest.param("newsbot.purge._remove", 1, id="the quarantine"),
    pytest.param("newsbot.state.State.scrub", 1, id="the cleaning of the state"),
    pytest.param("newsbot.state.purged.Purged.settle", 1, id="the end"),
]


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    """A crawled paper in a project of its own."""
    room = Newsroom("demo", tmp_path / "data")
    Project(tmp_path).add_site("demo", room.profile())
    await room.crawl()
    yield room
    await room.close()


@pytest.fixture
def killed(newsroom):
    """Type the command and kill it at a step; return its exit code."""

    def kill(where, at, *words):
        script = [sys.executable, "-c", KILLED, where, str(at), *words, "--reason", "names a minor"]
        place = {"cwd": newsroom.folder.parent, "env": {"PYTHONPATH": str(CHECKOUT)}}
        return subprocess.run(script, **place, capture_output=True, check=False).returncode

    return kill


@pytest.mark.parametrize(("where", "at"), STEPS)
@pytest_twisted.ensureDeferred
async def test_killed_at_any_step_it_is_ended_by_the_next_run(newsroom, killed, where, at):
    story = newsroom.paper.stories[0]

    code = killed(where, at, "--id", f"demo/{story.key}")
    await newsroom.crawl()

    assert code == -SIGKILL
    assert [name for text in story.paragraphs for name in holding(newsroom.folder, text)] == []
    assert story.key not in newsroom.records()
    assert newsroom.paper.article_requests() == []
    assert (findings(newsroom).wrong, findings(newsroom).stale) == ([], [])


@pytest.mark.parametrize(("where", "at"), STEPS[::3])
@pytest_twisted.ensureDeferred
async def test_killed_at_any_step_it_is_ended_by_the_next_takedown(newsroom, killed, where, at):
    story = newsroom.paper.stories[0]

    code = killed(where, at, "--id", f"demo/{story.key}")
    take_down(newsroom, story.key)

    assert code == -SIGKILL
    assert [name for text in story.paragraphs for name in holding(newsroom.folder, text)] == []
    assert (findings(newsroom).wrong, findings(newsroom).stale) == ([], [])


@pytest_twisted.ensureDeferred
async def test_until_then_it_is_found_to_be_cut_off(newsroom, killed):
    killed("newsbot.purge.entomb", 1, "--id", f"demo/{newsroom.paper.stories[0].key}")

    assert "a takedown was cut off" in findings(newsroom).wrong[0]


@pytest.mark.parametrize("at", [1, 3])
@pytest_twisted.ensureDeferred
async def test_a_site_that_was_half_taken_down_is_gone_when_it_is_to_be_crawled(
    newsroom, killed, at
):
    code = killed("newsbot.purge._remove", at, "--site", "demo")

    report = await newsroom.crawl()

    assert (code, report.exit_code) == (-SIGKILL, 2)
    assert not list((newsroom.folder / "archive").iterdir())
    assert holding(newsroom.folder, "127.0.0.1") == []
