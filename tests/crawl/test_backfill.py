"""The past of a paper, brought in later: in steps, either way, and as if it had been followed."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
import pytest_twisted

SMALL = {"per_day": 4, "front": 4, "per_page": 5, "feed": 8}


def range_of(chronicle, days):
    """Return the arguments that ask for the *days* before the paper's yesterday."""
    until = chronicle.paper.today.date() - timedelta(days=1)
    return {"since": (until - timedelta(days=days - 1)).isoformat(), "until": until.isoformat()}


def kept(chronicle, since, until, **_):
    """Return what is kept of the days asked for."""
    records = chronicle.room.records()
    return {key for key, record in records.items() if since <= record["date"] <= until}


def printed(chronicle, since, until, **_):
    """Return what the paper printed on the days asked for."""
    stories = chronicle.paper.truth().values()
    return {s.key for s in stories if since <= s.published.date().isoformat() <= until}


@pytest_twisted.ensureDeferred
async def test_weeks_followed_day_by_day_are_the_weeks_brought_in_later(open_chronicle):
    followed, later = (open_chronicle(**SMALL, late=0.1) for _ in range(2))
    followed.sleep(18)
    await followed.crawl()
    await followed.live(15)
    later.sleep(33)
    weeks = range_of(followed, 14)

    await later.crawl(**weeks)

    assert kept(followed, **weeks) == kept(later, **weeks) == printed(followed, **weeks)


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest_twisted.ensureDeferred
async def test_a_range_is_brought_in_by_steps_of_so_many_pages(open_chronicle, order):
    chronicle = open_chronicle(**SMALL)
    chronicle.sleep(20)
    days = range_of(chronicle, 12)
    codes, asked = [], Counter()
    while (not codes or codes[-1] == 1) and len(codes) < 30:
        report = await chronicle.crawl(settings={"CLOSESPIDER_PAGECOUNT": 30}, **days, order=order)
        codes.append(report.exit_code)
        asked.update(chronicle.paper.article_key(r) for r in chronicle.paper.article_requests())

    assert len(codes) > 2
    assert codes[-1] == 0
    assert kept(chronicle, **days) == printed(chronicle, **days)
    assert asked.most_common(1)[0][1] <= 2


@pytest_twisted.ensureDeferred
async def test_a_range_costs_little_beside_its_articles_where_listings_print_dates(open_chronicle):
    chronicle = open_chronicle(**SMALL, days=None, sitemap=False)
    chronicle.sleep(25)
    until = chronicle.paper.today.date() - timedelta(days=18)
    days = {"since": (until - timedelta(days=2)).isoformat(), "until": until.isoformat()}

    await chronicle.crawl(**days)

    assert kept(chronicle, **days) == printed(chronicle, **days)
    assert len(chronicle.paper.article_requests()) <= len(printed(chronicle, **days)) + 8


@pytest_twisted.ensureDeferred
async def test_days_that_a_site_reads_month_first_are_asked_for_that_way(open_chronicle):
    chronicle = open_chronicle(**SMALL, days="query", sitemap=False, last_page=1)
    chronicle.paper.month_first = True
    chronicle.sleep(20)
    days = range_of(chronicle, 19)

    await chronicle.crawl(**days)
    await chronicle.crawl(**days)

    assert kept(chronicle, **days) == printed(chronicle, **days)


@pytest_twisted.ensureDeferred
async def test_a_calendar_without_end_is_left_at_the_beginning_of_the_news(open_chronicle):
    chronicle = open_chronicle(**SMALL, sitemap=False)
    endless = chronicle.room.profile().replace("first_day", "# first_day")

    report = await chronicle.crawl(toml=endless, since="first")

    assert report.exit_code == 0
    assert chronicle.missed() == set()
    assert 60 <= len(chronicle.asked("/theo-ngay/")) <= 75


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest_twisted.ensureDeferred
async def test_a_day_whose_page_is_not_to_be_had_does_not_hold_up_the_others(open_chronicle, order):
    chronicle = open_chronicle(**SMALL)
    chronicle.sleep(20)
    days = range_of(chronicle, 8)
    bad = chronicle.paper.today.date() - timedelta(days=4)
    chronicle.paper.fail(f"/theo-ngay/{bad:%Y-%m-%d}/", 400)

    report = await chronicle.crawl(**days, order=order)

    asked = {request.path for request in chronicle.asked("/theo-ngay/2")}
    assert len(asked) == 8
    assert report.troubles == {"HTTP 400": 1}


@pytest_twisted.ensureDeferred
async def test_but_one_that_may_be_there_later_is_where_the_range_goes_on(open_chronicle):
    chronicle = open_chronicle(**SMALL)
    chronicle.sleep(20)
    days = range_of(chronicle, 8)
    bad = f"/theo-ngay/{chronicle.paper.today.date() - timedelta(days=4):%Y-%m-%d}/"
    chronicle.paper.fail(bad, 503)
    await chronicle.crawl(**days)
    chronicle.paper.fail(bad, times=0)

    await chronicle.crawl(**days)

    asked = [request.path for request in chronicle.asked("/theo-ngay/2")]
    assert (asked[0], len(asked)) == (bad, 5)
