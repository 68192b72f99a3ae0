from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import orjson
import pytest

from newsbot.ledger.known import MANY_FAILURES
from newsbot.rhythm import Rhythm
from newsbot.state import State
from newsbot.state.days import Holdings
from newsbot.state.dayviews import EMPTY, OTHER, SHOWN, DayPage, DayView
from newsbot.state.gaps import Gap

DAY = date(2024, 10, 23)
NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def state():
    state = State()
    state.begin_run(NOW)
    yield state
    state.close()


@pytest.fixture
def keep(state, make_article):
    """Keep an article of waldbote under each of its *keys*, listed by *channel*."""

    def keep(*keys, channel="seed", **changes):
        article = make_article(id=f"waldbote/{keys[0]}", **changes)
        for number, key in enumerate(keys):
            show(state, key, channel, NOW - number * HOUR)
            state.articles.identify(key, article.id)
            state.urls.settle(key, "kept", NOW, None)
        state.articles.keep(article)
        return article.id

    return keep


def show(state, key, channel="seed", now=NOW, day=None):
    state.urls.show(key, f"https://waldbote.test/artikel/{key}", channel, now)
    if day:
        state.urls.set_day([key], day)


def end_run(state, now=NOW, settled=None, **report):
    _, name = state.runs.begin(now)
    told = {"since": "2024-10-20", "until": "2024-10-23", **report}
    state.runs.end(name, now + HOUR, settled, orjson.dumps(told))


def articles(state, since=DAY, until=DAY):
    return state.days.facts(since, until, NOW).articles


def test_an_article_is_held_on_the_day_that_it_prints(state, keep):
    keep("7", channel="feed")

    (one,) = articles(state)

    assert (one.day, one.status, one.first_seen, one.channels) == (DAY, "live", NOW, {"feed"})
    assert articles(state, DAY + 8 * A_DAY, DAY + 8 * A_DAY) == []


def test_addresses_of_one_article_are_one(state, keep):
    keep("7", "8")
    show(state, "8", "related")

    (one,) = articles(state)

    assert (one.first_seen, one.channels) == (NOW - HOUR, {"seed", "related"})


def test_the_article_itself_knows_its_day_better_than_a_listing(state, keep):
    keep("7")
    state.urls.set_day(["7"], DAY + A_DAY)

    assert [one.day for one in articles(state, DAY, DAY + A_DAY)] == [DAY]


def test_an_article_that_is_not_held_is_of_the_day_that_a_listing_told(state):
    show(state, "7", "feed", day=DAY)

    (one,) = articles(state)

    assert (one.day, one.is_missing, one.channels) == (DAY, True, {"feed"})


def test_what_came_of_an_article_that_is_not_held_is_told(state):
    for key in "123":
        show(state, key, day=DAY)
    state.urls.fail("1", NOW + HOUR)
    state.urls.miss("2", DAY, NOW + A_DAY)
    state.urls.settle("3", "no headline", NOW, None)

    assert [one.reason for one in articles(state)] == [
        "failed so far",
        "not found once",
        "no headline",
    ]


def test_the_days_before_a_stretch_are_told_too_for_listings_to_have_reached(state, keep):
    keep("7")

    assert [one.day for one in articles(state, DAY + 7 * A_DAY, DAY + 9 * A_DAY)] == [DAY]


def test_what_has_no_day_is_told_apart(state, keep):
    keep("7", date=None, date_published=None)
    show(state, "8")
    show(state, "9", day=DAY)

    assert [one.reason for one in state.days.undated()] == ["to be fetched"]


def test_articles_still_to_be_fetched_are_counted_of_whatever_day(state, keep):
    keep("1")
    for key in "2345":
        show(state, key, day=DAY if key == "2" else None)
    state.urls.settle("4", "gone", NOW, None)
    for _ in range(MANY_FAILURES):
        state.urls.fail("5", NOW)
    state.urls.make_due("1", NOW)

    assert state.days.missing() == 2


def test_what_is_held_is_counted_with_its_first_and_last_day(state, keep):
    keep("7")
    gone = keep("8", date=DAY + A_DAY)
    state.articles.withdraw(gone, NOW)

    assert state.days.holdings() == Holdings(2, 1, DAY, DAY + A_DAY)


def test_of_an_empty_state_nothing_is_known(state):
    days = state.days

    assert days.holdings() == Holdings(0, 0, None, None)
    assert (days.last_run(), days.offset(), days.holes()) == (None, None, [])
    assert days.facts(DAY, DAY, NOW).last_view is None
    assert days.waiting(NOW) == (0, 0, 0, None)


def test_runs_that_were_after_a_stretch_are_told_those_cut_off_by_a_kill_not(state):
    for number in range(3):
        since = DAY + number * A_DAY
        end_run(state, NOW + 9 * A_DAY, since=since.isoformat(), until=since.isoformat())
    end_run(state, NOW + 9 * A_DAY, settled=DAY, since="first", until="2024-11-01")

    runs = state.days.facts(DAY + A_DAY, DAY + A_DAY, NOW).runs

    assert [run.report["since"] for run in runs] == ["2024-10-24", "first"]
    assert (runs[1].settled, runs[1].finished - runs[1].started) == (DAY, HOUR)


def test_runs_are_told_from_an_instant_on_and_the_last_that_ended(state):
    for number in range(3):
        end_run(state, NOW + number * A_DAY, new=number)

    told = state.days.runs_since(NOW + A_DAY)

    assert [run.report["new"] for run in told] == [1, 2]
    assert state.days.last_run().report["new"] == 2


def test_reading_the_archive_again_is_no_run_of_the_site(state):
    end_run(state, new=3)
    end_run(state, NOW + A_DAY, reextracted={"looks": 9})

    assert state.days.last_run().report["new"] == 3
    assert len(list(state.days.runs_since(NOW))) == 1


def test_a_run_that_has_not_ended_is_told_until_another_ends(state):
    assert state.days.running() == NOW
    end_run(state)
    assert state.days.running() is None


def test_gaps_are_told_until_they_are_healed(state):
    for listing in ("GET /", "GET /kreis/", "GET /sport/"):
        state.gaps.find(Gap(listing, NOW - A_DAY, NOW), run=1)
    state.gaps.heal("GET /", 1)
    state.gaps.give_up("GET /kreis/")

    assert [(hole.listing, hole.is_open) for hole in state.days.holes()] == [
        ("GET /kreis/", False),
        ("GET /sport/", True),
    ]


def test_looks_at_day_pages_are_told_with_whether_they_showed_the_day(state):
    for number, outcome in enumerate((SHOWN, EMPTY, OTHER)):
        page = DayPage("GET /{day}", DAY + number * A_DAY)
        state.dayviews.look(page, DayView(NOW + number * HOUR, 1, outcome), [])

    facts = state.days.facts(DAY + A_DAY, DAY + 2 * A_DAY, NOW)

    assert [(view.day, view.honest) for view in facts.views] == [
        (DAY + A_DAY, True),
        (DAY + 2 * A_DAY, False),
    ]
    assert facts.last_view == NOW + 2 * HOUR


def test_what_is_due_is_told_and_when_the_next_will_be(state, keep):
    rhythm = Rhythm(looked=NOW, pause=10 * HOUR)
    state.rhythms.keep("GET /", "seed", rhythm, standing=False)
    show(state, "7")
    keep("8", "9")
    state.urls.make_due(["8"], NOW)
    state.urls.make_due(["9"], NOW + 11 * HOUR)

    assert state.days.waiting(NOW) == (0, 1, 1, NOW + 9 * HOUR)
    assert state.days.waiting(NOW + 10 * HOUR) == (1, 1, 1, NOW + 11 * HOUR)


def test_a_listing_that_a_whole_run_passed_over_is_asked_no_more(state):
    rhythm = Rhythm(looked=NOW, pause=HOUR)
    state.rhythms.keep("GET /alt/", "sitemap", rhythm, standing=False)
    end_run(state, NOW + A_DAY, settled=DAY)

    assert state.days.waiting(NOW + 2 * A_DAY).listings == 0


def test_the_offset_is_that_of_the_newest_articles(state, keep):
    keep("7")

    assert state.days.offset().utcoffset(None) == 2 * HOUR
