"""Case 16 of the fault table: a clock that jumps, within a run and between runs."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
import pytest_twisted

from newsbot.state import State
from newsbot.verify import verify
from tests.press.newsroom import Newsroom

HOUR, DAY, AGE = timedelta(hours=1), timedelta(days=1), timedelta(days=7000)
# The second before Berlin puts its clocks back from three to two.
SUMMERS_END = datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC)

JUMPS = {
    "an hour back": -HOUR,
    "an age on": AGE,
    "an hour on": HOUR,
    "a day on": DAY,
    "a day back": -DAY,
    "an age back": -AGE,
}
SHARE = list(JUMPS)[: None if os.environ.get("NEWSBOT_FAULTS") == "all" else 2]
jumps = pytest.mark.parametrize("jump", [JUMPS[name] for name in SHARE], ids=SHARE)


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    room = Newsroom("demo", tmp_path)
    yield room
    await room.close()


@pytest_twisted.async_yield_fixture
async def berlin(tmp_path):
    room = Newsroom("heideblatt", tmp_path, SUMMERS_END)
    yield room
    await room.close()


def clock(newsroom, jump, after=0):
    """Return the setting for a clock that goes on with every request and jumps *after* some."""
    paper = newsroom.paper

    def now():
        requests = len(paper.requests)
        right = paper.today.astimezone(UTC) + timedelta(seconds=requests)
        return right + jump if requests >= after else right

    return {"CLOCK": now}


def wrong(newsroom):
    """Return what does not agree, and what the corpus lacks of the truth."""
    folder, name = newsroom.folder, newsroom.name
    with closing(State(folder / f"state/{name}.sqlite")) as state:
        findings = verify(state, folder, name)
    lost = newsroom.paper.truth().keys() - newsroom.records().keys()
    return [*findings.wrong, *findings.stale, *lost]


@jumps
@pytest_twisted.ensureDeferred
async def test_a_run_whose_clock_jumps_loses_nothing(newsroom, jump):
    report = await newsroom.crawl(settings=clock(newsroom, jump, after=8))

    assert report.exit_code == 0
    assert wrong(newsroom) == []


@jumps
@pytest_twisted.ensureDeferred
async def test_a_run_after_one_cut_short_whose_clock_was_wrong_brings_all(newsroom, jump):
    await newsroom.crawl(settings={**clock(newsroom, jump), "CLOSESPIDER_PAGECOUNT": 9})
    newsroom.paper.publish(newsroom.another_story("999"))

    report = await newsroom.crawl()

    assert report.exit_code == 0
    assert wrong(newsroom) == []


@jumps
@pytest_twisted.ensureDeferred
async def test_a_run_whose_clock_is_wrong_breaks_nothing_that_was_there(newsroom, jump):
    await newsroom.crawl()
    before = newsroom.records()

    await newsroom.crawl(settings=clock(newsroom, jump))
    newsroom.paper.today += 2 * DAY
    story = newsroom.paper.stories[0]
    edited, more = story.key, "Chợ lại đông như trước, bà con đi từ sáng sớm."
    newsroom.paper.edit(edited, paragraphs=(*story.paragraphs[:-1], more))
    report = await newsroom.crawl()

    records = newsroom.records()
    assert (report.exit_code, wrong(newsroom)) == (0, [])
    assert records.pop(edited)["revision"] == 2
    assert records.items() <= before.items()


@pytest_twisted.ensureDeferred
async def test_a_run_while_the_clocks_are_put_back_reads_every_date_right(berlin):
    report = await berlin.crawl(settings=clock(berlin, DAY * 0))

    printed = {key: story.published.isoformat() for key, story in berlin.paper.truth().items()}
    records = berlin.records()
    assert (report.exit_code, wrong(berlin)) == (0, [])
    assert {key: record["date_published"] for key, record in records.items()} == printed
    assert (report.started, report.finished) == (
        "2026-10-25T00:59:59+00:00",
        f"2026-10-25T01:00:{len(berlin.paper.requests) - 1:02}+00:00",
    )
