"""The corpus of a crawl, made once more from its archive."""

from __future__ import annotations

import shutil
from argparse import Namespace
from contextlib import closing
from datetime import timedelta

import pytest
import pytest_twisted
from scrapy.utils.project import get_project_settings

from newsbot.commands.reextract import reextract
from newsbot.demo.paper import PressResponse
from newsbot.options import read_options
from newsbot.profile import parse_profile
from newsbot.spiderloader import spider_for
from newsbot.verify import verify
from tests.press import PAPERS
from tests.press.newsroom import Newsroom

some_papers = pytest.mark.parametrize("newsroom", ["dongbao", "thoibao"], indirect=True)
every_paper = pytest.mark.parametrize("newsroom", sorted(PAPERS), indirect=True)


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path, request):
    room = Newsroom(getattr(request, "param", "demo"), tmp_path)
    yield room
    await room.close()


@pytest.fixture
def again(newsroom, capsys):
    """Reads the archive again and returns what was printed."""

    def read(toml="", *, apply=True, foreign=(), relearn=False):
        profile = parse_profile(newsroom.name, (toml or newsroom.profile()).encode())
        settings = get_project_settings()
        settings.setdict({"DATA_DIR": str(newsroom.folder), "KEEP": True, "DISK_FLOOR_BYTES": 0})
        opts = Namespace(apply=apply, json=False, jobs=1, relearn=relearn)
        capsys.readouterr()
        reextract(spider_for(profile), read_options(settings), list(foreign), opts)
        return capsys.readouterr().out

    return read


def faults(newsroom):
    """Return what verify finds wrong."""
    folder = newsroom.folder
    with closing(newsroom.hold_lock()) as state:
        found = verify(state, folder, newsroom.name)
    return [*found.wrong, *found.stale]


def without(field, records):
    return {key: {**record, field: None} for key, record in records.items()}


async def some_days(newsroom):
    """Crawl day after day while stories are edited, withdrawn, and come back."""
    paper = newsroom.paper
    await newsroom.crawl()
    first, second, _ = (story.key for story in paper.stories[-3:])
    paper.edit(first, paragraphs=("Ein Absatz, der neu ist und lang genug für einen Text.",) * 2)
    paper.withdraw(second)
    for _ in range(2):
        paper.today += timedelta(days=1)
        await newsroom.crawl()


@every_paper
@pytest_twisted.ensureDeferred
async def test_with_the_same_profile_and_code_every_byte_stays(newsroom, again):
    await some_days(newsroom)
    before = newsroom.files()

    said = again()

    assert "nothing changed" in said
    assert newsroom.files() == before
    assert faults(newsroom) == []


@some_papers
@pytest_twisted.ensureDeferred
async def test_a_lost_state_is_made_anew_from_the_archive(newsroom, again):
    await some_days(newsroom)
    before = newsroom.records()
    for file in (newsroom.folder / "state").iterdir():
        file.unlink()

    again()

    # An alias that only a later listing showed comes back when it is shown again.
    assert without("aliases", newsroom.records()) == without("aliases", before)
    assert faults(newsroom) == []
    report = await newsroom.crawl()
    assert (report.exit_code, report.new, report.changed) == (0, 0, 0)


@pytest.mark.parametrize("newsroom", ["kabar"], indirect=True)
@pytest.mark.parametrize("is_lost", [False, True], ids=["known", "lost"])
@pytest_twisted.ensureDeferred
async def test_articles_that_were_kept_without_a_page_are_so_again(newsroom, again, is_lost):
    rules = "User-agent: *\nDisallow: /berita/*?page=\n"
    newsroom.paper.robots = lambda request: PressResponse.text(rules, "text/plain")
    await newsroom.crawl()
    before = newsroom.records()
    for file in (newsroom.folder / "state").iterdir() if is_lost else ():
        file.unlink()

    again()

    assert "profile, incomplete" in {record["evidence"]["body"] for record in before.values()}
    assert without("aliases", newsroom.records()) == without("aliases", before)
    assert faults(newsroom) == []


@pytest_twisted.ensureDeferred
async def test_a_field_that_the_profile_finds_elsewhere_changes_when_it_is_applied(newsroom, again):
    await newsroom.crawl()
    toml = newsroom.profile() + '\n[fields]\nheadline = "h1 + p"\n'
    before = newsroom.files()

    shown = again(toml, apply=False)
    assert newsroom.files() == before
    again(toml)

    assert "headline" in shown
    assert "--apply" in shown
    assert newsroom.files() != before
    assert "nothing changed" in again(toml)
    assert faults(newsroom) == []


@pytest_twisted.ensureDeferred
async def test_pages_that_gave_no_article_become_articles_when_they_do(newsroom, again):
    sound = newsroom.profile()
    none = sound + '\n[fields]\nbody = "#nothing"\nheadline = "#nothing"\n'
    await newsroom.crawl(sound)
    told = newsroom.records()
    again(none)
    fewer = newsroom.records()

    again(sound)

    assert newsroom.records() == told
    assert len(fewer) <= len(told)


@pytest_twisted.ensureDeferred
async def test_an_article_that_the_profile_denies_goes(newsroom, again):
    await newsroom.crawl()
    key = min(newsroom.records())

    said = again(newsroom.profile().replace("[links]", f"[links]\ndeny = '{key}'"))

    assert "gone" in said
    assert key not in newsroom.records()


@pytest_twisted.ensureDeferred
async def test_articles_whose_pages_are_not_in_the_archive_stay_as_they_are(newsroom, again):
    await newsroom.crawl()
    before = newsroom.files()
    for path in (newsroom.folder / "archive" / newsroom.name).glob("*.warc.gz"):
        path.unlink()

    said = again(apply=False)

    assert "left as it is" in said
    assert newsroom.files() == before


@pytest_twisted.ensureDeferred
async def test_what_another_crawler_archived_comes_in_once_and_is_known(newsroom, again, tmp_path):
    await newsroom.crawl()
    told = newsroom.records()
    (path,) = (newsroom.folder / "archive" / newsroom.name).glob("*.warc.gz")
    foreign = path.rename(tmp_path / "foreign.warc.gz")
    for folder in ("archive", "state", "articles"):
        shutil.rmtree(newsroom.folder / folder)

    again(foreign=[foreign])
    first = newsroom.records()
    again(foreign=[foreign])
    report = await newsroom.crawl()

    assert first == newsroom.records()
    assert first.keys() == told.keys()
    assert {key: record["fingerprint"] for key, record in first.items()} == {
        key: record["fingerprint"] for key, record in told.items()
    }
    assert {tuple(record["channels"]) for record in first.values()} == {()}
    assert (report.exit_code, report.new) == (0, 0)
    assert faults(newsroom) == []
