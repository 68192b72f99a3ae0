"""A paper followed for days: what is found, at what cost, and what heals by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
import pytest_twisted

# Front page, feed, three sections and day pages: six listings.
SIX = {"sitemap": False}
# A small paper, for what does not depend on size.
SMALL = {"per_day": 6, "front": 5, "per_page": 6, "feed": 9}


@pytest.mark.parametrize(
    ("hours", "days", "most"), [(24, 3, 1.3), (5, 2, 1.5)], ids=["daily", "every five hours"]
)
@pytest_twisted.ensureDeferred
async def test_every_story_is_kept_and_a_new_one_costs_little_more_than_a_request(
    open_chronicle, hours, days, most
):
    chronicle = open_chronicle(**SIX)
    await chronicle.crawl()
    await chronicle.live(2, hours=hours)
    chronicle.listing_requests.clear()

    reports = await chronicle.live(days, hours=hours)

    new = sum(report.new for report in reports)
    assert chronicle.missed() == set()
    assert (new + sum(chronicle.listing_requests)) / new <= most


@pytest_twisted.ensureDeferred
async def test_what_came_during_an_outage_of_ours_comes_in_with_the_next_run(open_chronicle):
    chronicle = open_chronicle(**SMALL, last_page=3)
    await chronicle.crawl()
    await chronicle.live(3)
    chronicle.sleep(3)

    (report,) = await chronicle.live(1)

    assert chronicle.missed() == set()
    assert report.gaps["found"] == report.gaps["healed"] > 0


@pytest.mark.parametrize("status", [503, 403])
@pytest_twisted.ensureDeferred
async def test_what_came_while_a_site_refused_comes_in_when_it_answers(open_chronicle, status):
    chronicle = open_chronicle(**SIX, **SMALL)
    await chronicle.crawl()
    await chronicle.live(2)
    chronicle.paper.outage = status
    refused = await chronicle.live(3)
    chronicle.paper.outage = None

    await chronicle.live(1)

    assert {report.new for report in refused} == {0}
    assert all(report.exit_code for report in refused)
    assert chronicle.missed() == set()


@pytest_twisted.ensureDeferred
async def test_what_came_behind_listings_that_stood_still_comes_in_when_they_move(open_chronicle):
    chronicle = open_chronicle(**SMALL, days=None, sitemap=False)
    await chronicle.crawl()
    await chronicle.live(2)
    chronicle.paper.frozen = chronicle.paper.today
    await chronicle.live(3)
    chronicle.paper.frozen = None

    await chronicle.live(1)

    assert chronicle.missed() == set()


@pytest_twisted.ensureDeferred
async def test_a_walk_back_that_breaks_off_is_ended_by_the_next_run(open_chronicle):
    chronicle = open_chronicle(**SMALL | {"feed": 0, "per_page": 3}, days=None, sitemap=False)
    await chronicle.crawl()
    await chronicle.live(2)
    chronicle.sleep(3)
    for section in ("chinh-tri", "kinh-te", "xa-hoi"):
        chronicle.paper.fail(f"/{section}/trang/3/", 500)
    (cut,) = await chronicle.live(1)
    missed = chronicle.missed()
    for section in ("chinh-tri", "kinh-te", "xa-hoi"):
        chronicle.paper.fail(f"/{section}/trang/3/", times=0)

    await chronicle.crawl()

    assert missed
    assert chronicle.missed() == set()
    assert cut.gaps["found"] > cut.gaps["healed"]


@pytest_twisted.ensureDeferred
async def test_runs_with_nothing_new_ask_ever_fewer_listings(open_chronicle):
    chronicle = open_chronicle(**SIX, **SMALL)
    await chronicle.crawl()
    chronicle.paper.frozen = chronicle.paper.today
    for _ in range(12):
        chronicle.paper.today += timedelta(minutes=30)
        await chronicle.crawl()

    assert max(chronicle.listing_requests[1:]) <= 6
    assert sum(chronicle.listing_requests[-6:]) < 6 * 6 / 2


@pytest_twisted.ensureDeferred
async def test_pinned_and_promoted_stories_neither_hide_new_ones_nor_cost_anything(open_chronicle):
    chronicle = open_chronicle(**SIX, **SMALL)
    await chronicle.crawl()
    keys = sorted(chronicle.room.records())
    chronicle.paper.pinned, chronicle.paper.promoted = keys[:3], keys[3:5]

    reports = await chronicle.live(4)

    assert chronicle.missed() == set()
    assert sum(len(chronicle.asked(f"/{name}")) for name in keys[:5]) == 0
    assert all(report.gaps["found"] == 0 for report in reports)


@pytest_twisted.ensureDeferred
async def test_late_stories_are_caught_by_looking_back(open_chronicle):
    chronicle = open_chronicle(**SMALL, sitemap=False, late=0.2)
    await chronicle.crawl()
    await chronicle.live(8)
    chronicle.month.advance(chronicle.paper.today + timedelta(hours=1))

    assert len(chronicle.missed()) <= 1


@pytest_twisted.ensureDeferred
async def test_stamps_made_anew_every_time_are_soon_passed_over(open_chronicle):
    chronicle = open_chronicle(**SMALL | {"feed": 0}, days=None)
    chronicle.paper.lastmod = "generated"
    await chronicle.crawl()

    await chronicle.live(4)

    state = chronicle.room.hold_lock()
    stamped = state._db.execute("SELECT sum(stamped) FROM listing").fetchone()
    state.close()
    assert stamped[0] < 20
    assert chronicle.missed() == set()


@pytest_twisted.ensureDeferred
async def test_a_day_page_that_shows_today_is_found_out_and_costs_no_story(open_chronicle):
    chronicle = open_chronicle(**SIX, **SMALL)
    await chronicle.crawl()
    day = (chronicle.paper.today + timedelta(days=1)).date()
    chronicle.paper.lying_days = {day}
    await chronicle.live(6)

    state = chronicle.room.hold_lock()
    facts = state.days.facts(day, day + timedelta(days=1), chronicle.paper.today)
    state.close()

    assert {view.day: view.honest for view in facts.views} == {
        day: False,
        day + timedelta(days=1): True,
    }
    assert chronicle.missed() == set()
