"""A paper that is followed by the pages of its days alone: those that lie, and those not there."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import pytest_twisted

# A front page of a few stories, and all others on the pages of their days.
DAYS = {"per_day": 6, "front": 3, "feed": 0, "sitemap": False}


@pytest.fixture
def followed(open_chronicle):
    """Open a chronicle without sections, on its *day*-th day, and have it crawled for days."""

    def make(day, **layout):
        chronicle = open_chronicle(**DAYS | layout)
        toml = re.sub(r"(?m)^(sections|related) .*\n", "", chronicle.room.profile())
        toml = toml.replace("[links]", "[links]\nsections = []\nrelated = []")
        chronicle.room.profile = lambda: toml
        chronicle.sleep(day)
        chronicle.begun = chronicle.paper.today
        return chronicle

    return make


def days_asked(chronicle):
    return len(chronicle.asked("/theo-ngay/"))


@pytest_twisted.ensureDeferred
async def test_a_plain_run_finds_out_that_days_are_read_month_first(followed):
    chronicle = followed(22.5, days="query")
    chronicle.paper.month_first = True

    await chronicle.crawl()
    first = days_asked(chronicle)
    await chronicle.live(2)

    assert chronicle.missed() == set()
    assert first <= 8 + 4
    assert days_asked(chronicle) <= 4


@pytest_twisted.ensureDeferred
async def test_a_day_that_its_page_does_not_show_is_asked_for_until_it_does(followed):
    chronicle = followed(8.5, per_day=12)
    await chronicle.crawl()
    chronicle.paper.lying_days = {(chronicle.paper.today + timedelta(days=2)).date()}
    await chronicle.live(8)
    missed = chronicle.missed()
    chronicle.paper.lying_days = set()

    await chronicle.live(1)

    assert missed
    assert chronicle.missed() == set()


@pytest_twisted.ensureDeferred
async def test_days_that_are_not_there_are_no_trouble_and_asked_for_as_seldom_as_any(followed):
    chronicle = followed(8.5)
    await chronicle.crawl()
    chronicle.paper.frozen = chronicle.paper.today
    reports = await chronicle.live(1, hours=12)
    chronicle.paper.fail("/theo-ngay/", 404)

    reports = await chronicle.live(1, hours=1)

    assert {report.exit_code for report in reports} == {0}
    assert sum(chronicle.listing_requests[-24:]) <= 12


@pytest_twisted.ensureDeferred
async def test_after_an_outage_every_day_is_asked_for(followed):
    chronicle = followed(8.5)
    await chronicle.crawl()
    await chronicle.live(6)
    chronicle.sleep(3)

    await chronicle.live(1)

    assert chronicle.missed() == set()


@pytest_twisted.ensureDeferred
async def test_a_first_run_goes_no_further_back_than_where_a_site_begins(followed):
    chronicle = followed(8.5)
    toml = chronicle.room.profile().replace("first_day", "# first_day")

    await chronicle.crawl(toml=toml, settings={"FIRST_RUN_DAYS": 400})

    assert 60 <= days_asked(chronicle) <= 80
