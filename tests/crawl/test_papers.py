"""Every simulated paper followed day by day, on whatever listings it has."""

from __future__ import annotations

from datetime import timedelta

import pytest
import pytest_twisted

from tests.press import PAPERS, TODAY

DAYS = 8


@pytest_twisted.async_yield_fixture
async def newsroom(request, tmp_path):
    # The reactor of the tests is not yet in its place when this file is read.
    from tests.press.newsroom import Newsroom

    room = Newsroom(request.param, tmp_path)
    yield room
    await room.close()


@pytest.mark.parametrize("newsroom", sorted(PAPERS), indirect=True)
@pytest.mark.parametrize("outage", [(), (4, 5, 6)], ids=["every day", "but for three days"])
@pytest_twisted.ensureDeferred
async def test_a_paper_followed_daily_is_kept_whole(newsroom, outage):
    paper = newsroom.paper
    for day in range(DAYS + 1):
        paper.today = TODAY - timedelta(days=DAYS - day)
        if day not in outage:
            report = await newsroom.crawl()

    first = TODAY.astimezone(paper.zone).date() - timedelta(days=DAYS + 7)
    truth = {story.key for story in paper.stories if story.published.date() >= first}
    assert truth - newsroom.records().keys() == set()
    assert report.gaps["found"] == report.gaps["healed"]
