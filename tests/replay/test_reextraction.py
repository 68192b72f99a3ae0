"""The corpus of a crawl, made once more from its archive."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from datetime import timedelta

import pytest
import pytest_twisted
from scrapy.utils.project import get_project_settings

from newsbot.commands.reextract import reextract
from newsbot.options import read_options
from newsbot.profile import parse_profile
from newsbot.spiderloader import spider_for
from newsbot.state import State
from newsbot.verify import verify
from tests.press import PAPERS
from tests.press.newsroom import Newsroom

every_paper = pytest.mark.parametrize("newsroom", sorted(PAPERS), indirect=True)


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path, request):
    room = Newsroom(getattr(request, "param", "demo"), tmp_path)
    yield room
    await room.close()


@pytest.fixture
def again(newsroom, capsys):
    """Reads the archive again and returns what was printed."""

    def read(toml="", *, apply=True, foreign=()):
        profile = parse_profile(newsroom.name, (toml or newsroom.profile()).encode())
        settings = get_project_settings()
        settings.setdict({"DATA_DIR": str(newsroom.folder), "KEEP": True, "DISK_FLOOR_BYTES": 0})
        opts = Namespace(apply=apply, json=False, jobs=1)
        capsys.readouterr()
        reextract(spider_for(profile), read_options(settings), list(foreign), opts)
        return capsys.readouterr().out

    return read


def faults(newsroom):
    """Return what verify finds wrong."""
    folder = newsroom.folder
    with closing(newsroom.hold_lock()) as state:
        found = verify(state, folder / "articles" / newsroom.name, folder / "archive" / newsroom.name)
    return [*found.wrong, *found.stale]


def without(field, records):
    return {key: {**record, field: None} for key, record in records.items()}


def corrupt(profile, *, old, new):
    assert old in profile
    return profile.replace(old, new)


async def a_week(newsroom):
    """Crawl day after day while stories are edited, withdrawn, and come back."""
    paper = newsroom.paper
    await newsroom.crawl()
    first, second, third = (story.key for story in paper.stories[-3:])
    paper.edit(first, paragraphs=("Ein Absatz, der neu ist und lang genug für einen Text.",) * 2)
    paper.withdraw(second)
    for _ in range(3):
        paper.today += timedelta(days=1)
        await newsroom.crawl()


@every_paper
@pytest_twisted.ensureDeferred
async def test_with_the_same_profile_and_code_every_byte_stays(newsroom, again):
    await a_week(newsroom)
    before = newsroom.files()

    said = again()

    assert "nothing changed" in said
    assert newsroom.files() == before
    assert faults(newsroom) == []


@every_paper
@pytest_twisted.ensureDeferred
async def test_a_lost_state_is_made_anew_from_the_archive(newsroom, again):
    await a_week(newsroom)
    before = newsroom.records()
    for file in (newsroom.folder / "state").iterdir():
        file.unlink()

    again()

    # An alias that only a later listing showed comes back when it is shown again.
    assert without("aliases", newsroom.records()) == without("aliases", before)
    assert faults(newsroom) == []
    report = await newsroom.crawl()
    assert (report.exit_code, report.new, report.changed) == (0, 0, 0)
