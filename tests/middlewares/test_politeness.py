"""Crawls of papers that are busy or slow, and by the simulator's own clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
import pytest_twisted
from scrapy import Spider
from scrapy.utils.test import get_crawler

from newsbot.middlewares.politeness import guest_of
from newsbot.settings import DOWNLOAD_SLOTS
from tests.press.newsroom import Newsroom

DAY = 86_400


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    room = Newsroom("demo", tmp_path)
    yield room
    await room.close()


class Busy:
    """Has a paper answer by *status* for a while, and notes when it was asked for what."""

    def __init__(self, room, path, times, *, status=503, retry_after=None):
        self.room, self.path, self.left = room, path, times
        self.status, self.retry_after = status, retry_after
        self.log = []
        self._respond = room.paper.respond
        room.paper.respond = self.respond

    def respond(self, request):
        response = self._respond(request)
        is_busy = self.left > 0 and request.target.startswith(self.path)
        if is_busy:
            self.left -= 1
            named = {"retry-after": self.retry_after} if self.retry_after else {}
            headers = {**response.headers, **named}
            response = replace(response, status=self.status, headers=headers)
        self.log.append((self.room.waited, is_busy))
        return response

    def pauses(self):
        """Return how long the paper was left alone after each refusal."""
        return [later[0] - first[0] for first, later in pairwise(self.log) if first[1]]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("retry_after", "least"),
    [(None, 60), ("5", 60), ("90", 90), ("date", 600), ("past", 60), ("nonsense", 60)],
)
@pytest_twisted.ensureDeferred
async def test_a_busy_host_is_asked_again_no_sooner_than_it_says(
    newsroom, status, retry_after, least
):
    dates = {"date": timedelta(minutes=10), "past": timedelta(days=-1)}
    if retry_after in dates:
        moment = newsroom.paper.today + dates[retry_after]
        retry_after = format_datetime(moment)
    busy = Busy(newsroom, "/feed/", 1, status=status, retry_after=retry_after)

    report = await newsroom.crawl()

    # A date says when; the clock of the run has no parts of a second.
    assert min(busy.pauses()) >= least - 0.001
    assert max(busy.pauses()) <= least + 1
    assert (report.new, report.exit_code) == (12, 0)


@pytest_twisted.ensureDeferred
async def test_each_refusal_makes_the_pause_longer_and_the_third_ends_the_run(newsroom):
    busy = Busy(newsroom, "/", 100)

    report = await newsroom.crawl()

    assert busy.pauses() == [pytest.approx(60, abs=1), pytest.approx(120, abs=1)]
    assert len(busy.log) == 3
    assert report.exit_code == 75
    assert report.line == (
        "demo: 127.0.0.1 is busy (HTTP 503, 3 times in a row); try after 11:45 UTC"
    )


@pytest_twisted.ensureDeferred
async def test_a_run_that_was_turned_away_leaves_all_to_the_next(newsroom):
    busy = Busy(newsroom, "/2026/", 100)
    first = await newsroom.crawl()
    busy.left = 0
    newsroom.paper.today += timedelta(minutes=20)

    second = await newsroom.crawl()

    assert (first.exit_code, first.dropped, first.failed) == (75, {}, 0)
    assert (second.exit_code, second.new + first.new) == (0, 12)


@pytest.mark.parametrize(("retry_after", "hours"), [("7200", 2), ("1000000000", 24)])
@pytest_twisted.ensureDeferred
async def test_a_long_pause_ends_the_run_and_is_kept_for_the_next_ones(
    newsroom, retry_after, hours
):
    busy = Busy(newsroom, "/feed/", 1, retry_after=retry_after)
    first = await newsroom.crawl()
    waited = newsroom.waited
    newsroom.paper.today += timedelta(hours=hours, minutes=-5)
    too_early = await newsroom.crawl(settings={"RUN_MAX_SECONDS": 60})
    asked_early = list(newsroom.paper.requests)
    newsroom.paper.today += timedelta(minutes=6)

    later = await newsroom.crawl()

    assert [report.exit_code for report in (first, too_early, later)] == [75, 75, 0]
    assert "is busy (HTTP 503); try after" in first.line
    assert (waited, asked_early) == (0, [])
    assert busy.left == 0


@pytest_twisted.ensureDeferred
async def test_a_retry_is_never_sooner_than_the_delay(newsroom):
    busy = Busy(newsroom, "/feed/", 1, status=500)

    report = await newsroom.crawl(settings={"DOWNLOAD_DELAY": 2})

    assert busy.pauses() == [pytest.approx(2.2, abs=0.21)]
    assert min(later[0] - first[0] for first, later in pairwise(busy.log)) >= 2
    assert report.exit_code == 0


@pytest_twisted.ensureDeferred
async def test_a_retry_is_none_sooner_where_a_kept_connection_was_lost(newsroom):
    answer, asked = newsroom.server.answer, []

    def answered(request):
        asked.append((newsroom.waited, request.path, request.channel))
        if request.path == b"/feed/" and [path for _, path, _ in asked].count(b"/feed/") == 1:
            request.transport.abortConnection()
        else:
            answer(request)

    newsroom.server.answer = answered

    report = await newsroom.crawl(settings={"DOWNLOAD_DELAY": 2})

    number = [path for _, path, _ in asked].index(b"/feed/")
    assert asked[number - 1][2] is asked[number][2]
    assert min(later[0] - first[0] for first, later in pairwise(asked)) >= 2
    assert (report.exit_code, report.requests) == (0, len(asked))


@pytest_twisted.ensureDeferred
async def test_the_delay_of_a_profile_counts(newsroom):
    busy = Busy(newsroom, "/", 0)

    profile = newsroom.profile().replace('language = "vi"', 'language = "vi"\ndelay = 5')
    await newsroom.crawl(toml=profile, settings={"DOWNLOAD_DELAY": None})

    rests = [later[0] - first[0] for first, later in pairwise(busy.log)]
    assert rests
    assert min(rests) >= 5


@pytest_twisted.ensureDeferred
async def test_by_the_clock_of_the_paper_two_requests_are_a_delay_apart(newsroom):
    settings = {"DOWNLOAD_DELAY": 0.2, "CLOSESPIDER_PAGECOUNT": 5}

    await newsroom.crawl(real_time=True, settings=settings)

    (moments,) = newsroom.server.moments.values()
    assert len(moments) >= 4
    assert min(later - earlier for earlier, later in pairwise(moments)) >= 0.2


@pytest_twisted.ensureDeferred
async def test_a_host_is_asked_one_thing_at_a_time_however_many_scrapy_would(newsroom):
    newsroom.server.latency = 0.01

    await newsroom.crawl(settings={"CONCURRENT_REQUESTS": 8, "CONCURRENT_REQUESTS_PER_DOMAIN": 8})

    assert set(newsroom.server.peak.values()) == {1}


def test_scrapys_own_delay_adds_nothing():
    assert DOWNLOAD_SLOTS["newsbot"]["delay"] == 0


def test_a_spider_that_is_none_of_ours_is_a_guest_too():
    crawler = get_crawler()
    crawler.spider = Spider(name="other")

    assert guest_of(crawler).busy is None
