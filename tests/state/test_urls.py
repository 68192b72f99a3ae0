from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from newsbot.state import State
from newsbot.visit import Sighting

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
URL = "https://waldbote.test/artikel/7"


@pytest.fixture
def state():
    state = State()
    state.begin_run(NOW)
    yield state
    state.close()


@pytest.fixture
def urls(state):
    """The URLs of a site whose article 7 was listed in the present run."""
    state.urls.show("7", URL, "seed", NOW)
    return state.urls


def test_an_article_never_seen_is_due(urls):
    assert urls.is_due("8", NOW)


def test_an_article_is_due_when_it_is_first_listed(urls):
    assert urls.due(NOW) == ["7"]


def test_an_article_that_answered_is_due_when_it_was_said(urls):
    urls.settle("7", "kept", NOW, LATER)

    assert (urls.is_due("7", NOW), urls.is_due("7", LATER)) == (False, True)


def test_an_article_settled_for_good_is_never_due(urls):
    urls.settle("7", "no headline", NOW, None)

    assert (urls.is_due("7", LATER), urls.due(LATER)) == (False, [])


def test_an_address_is_one_alias_in_whatever_session_it_was_seen(urls):
    for session in ("1F3A", "2B4C"):
        urls.add_alias("7", f"{URL};jsessionid={session}?utm_source=x")

    assert urls.seen(["7"]) == {URL}


def test_listing_an_article_again_makes_it_no_sooner_due(urls):
    urls.settle("7", "kept", NOW, LATER)
    urls.show("7", URL, "feed", NOW)

    assert not urls.is_due("7", NOW)


def test_an_article_is_first_seen_once(urls):
    urls.show("7", URL, "seed", LATER)

    assert urls.first_seen("7") == NOW


def test_an_article_never_seen_has_no_past(urls):
    assert (urls.first_seen("8"), urls.url_of("8"), urls.channel_of("8"), urls.failures("8")) == (
        None,
        None,
        None,
        0,
    )
    assert urls.sighting("8") is None


def test_an_article_is_fetched_where_it_was_first_listed(urls):
    urls.show("7", "https://m.waldbote.test/artikel/7", "seed", LATER)

    assert urls.url_of("7") == URL


def test_every_channel_that_shows_an_article_is_noted_once(urls):
    urls.show("7", URL, "feed", NOW)
    urls.show("7", URL, "day", LATER)
    urls.show("7", URL, "seed", LATER)

    assert urls.sighting("7").channels == ("day", "feed", "seed")


def test_what_was_seen_of_an_article_is_told_under_each_of_its_keys(state, urls):
    urls.show("8", f"{URL}-druck", "day", LATER)
    state.articles.identify("7", "waldbote/7")
    state.articles.identify("8", "waldbote/7")

    seen = Sighting(first_seen=NOW, channels=("day", "seed"), urls=(URL, f"{URL}-druck"))
    assert (urls.sighting("7"), urls.sighting("8")) == (seen, seen)


def test_what_was_noted_by_a_clock_gone_wrong_is_due(urls):
    urls.settle("7", "kept", NOW, NOW + timedelta(days=9000))

    assert urls.is_due("7", NOW)
    assert urls.due(NOW) == ["7"]


def test_what_was_never_fetched_is_due_before_what_is_longest_due(urls):
    urls.show("6", URL, "seed", NOW - timedelta(days=9))
    urls.settle("6", "kept", NOW, NOW - timedelta(days=5))
    urls.show("8", URL, "seed", NOW)
    urls.show("9", URL, "seed", NOW - timedelta(days=1))
    urls.settle("9", "kept", NOW, NOW - timedelta(days=6))

    assert urls.due(NOW) == ["7", "8", "9", "6"]


def test_early_looks_are_due_after_all_others(state, urls):
    for key, days in (("7", 3), ("8", 2), ("9", 1)):
        urls.show(key, URL, "seed", NOW)
        state.articles.identify(key, f"waldbote/{key}")
        urls.settle(key, "kept", NOW, NOW - timedelta(days=days))
    state.looks.await_early("waldbote/7", NOW - timedelta(days=3))

    assert urls.due(NOW) == ["8", "9", "7"]


def test_an_article_not_found_where_it_was_is_asked_for_where_it_is_listed_now(urls):
    urls.show("7", f"{URL}-neu", "seed", NOW)
    before = urls.url_of("7")
    urls.fail("7", LATER)
    urls.show("7", f"{URL}-neu", "seed", NOW)

    assert (before, urls.url_of("7")) == (URL, f"{URL}-neu")


def test_an_article_may_be_made_due_before_its_time(urls):
    urls.settle("7", "kept", NOW, None)
    urls.make_due(["7", "unknown"], NOW)

    assert urls.due(NOW) == ["7"]


@pytest.mark.parametrize(
    ("outcome", "is_fetched"), [pytest.param("kept", True), pytest.param("no headline", True)]
)
def test_an_article_that_answered_is_fetched(urls, outcome, is_fetched):
    urls.settle("7", outcome, NOW, None)

    assert urls.is_fetched("7") is is_fetched


@pytest.mark.parametrize("key", ["7", "unknown"])
def test_an_article_that_never_answered_is_not(urls, key):
    urls.fail(key, LATER)

    assert not urls.is_fetched(key)


def test_failures_are_counted_until_it_answers(urls):
    urls.fail("7", LATER)
    urls.fail("7", LATER)
    counted = urls.failures("7")
    urls.settle("7", "kept", NOW, None)

    assert (counted, urls.failures("7")) == (2, 0)


def test_an_article_that_failed_is_due_when_it_was_said(urls):
    urls.fail("7", LATER)

    assert (urls.is_due("7", NOW), urls.is_due("7", LATER)) == (False, True)


def test_the_first_day_of_evidence_that_an_article_is_gone_stands(urls):
    urls.miss("7", date(2024, 10, 23), LATER)

    assert urls.miss("7", date(2024, 10, 25), LATER) == date(2024, 10, 23)


def test_an_answer_in_between_makes_new_evidence(urls):
    urls.miss("7", date(2024, 10, 23), LATER)
    urls.settle("7", "kept", NOW, LATER)

    assert urls.miss("7", date(2024, 10, 25), LATER) == date(2024, 10, 25)


def test_evidence_about_an_unknown_article_is_of_its_day(urls):
    assert urls.miss("8", date(2024, 10, 23), LATER) == date(2024, 10, 23)


def test_an_article_is_old_from_the_run_after_the_one_that_saw_it(state, urls):
    was_old = urls.is_old("7")
    state.begin_run(NOW)

    assert (was_old, urls.is_old("7"), urls.is_old("unknown")) == (False, True, False)


def test_an_article_seen_after_a_gap_began_is_not_old_to_it(state, urls):
    state.begin_run(LATER)

    assert urls.is_old("7", since=NOW)
    assert not urls.is_old("7", since=NOW - timedelta(seconds=1))


def test_the_first_day_that_a_listing_gives_stands(urls):
    urls.set_day(["7"], date(2024, 10, 23))
    urls.set_day(["7"], date(2024, 10, 24))

    assert urls.day_of("7") == date(2024, 10, 23)


def test_an_article_is_listed_in_the_run_that_shows_it(state, urls):
    was_listed = urls.is_listed("7")
    state.begin_run(NOW)

    assert (was_listed, urls.is_listed("7"), urls.is_listed("unknown")) == (True, False, False)


def test_an_article_passed_over_may_be_noted_as_listed(state, urls):
    state.begin_run(NOW)
    urls.still_listed(["7", "unknown"])

    assert urls.is_listed("7")


@pytest.mark.parametrize("outcome", ["kept", "no headline"])
def test_kept_articles_that_a_run_had_no_cause_to_fetch_are_counted(state, urls, outcome):
    urls.settle("7", outcome, NOW, None)
    state.begin_run(NOW)
    urls.show("7", URL, "seed", NOW)

    assert urls.count_passed_over() == (outcome == "kept")


def test_an_article_fetched_in_the_present_run_is_not_passed_over(state, urls):
    urls.settle("7", "kept", NOW, None)

    assert urls.count_passed_over() == 0


@pytest.mark.parametrize("outcome", ["gone", "no headline"])
def test_an_article_that_was_gone_is_due_once_it_is_listed_anew(state, urls, outcome):
    state.begin_run(NOW)
    urls.settle("7", outcome, NOW, None)
    state.begin_run(LATER)
    urls.show("7", URL, "seed", LATER)

    assert urls.is_due("7", LATER) is (outcome == "gone")


def test_an_article_that_is_gone_while_still_listed_is_not_fetched_for_ever(state, urls):
    urls.settle("7", "gone", NOW, None)
    state.begin_run(LATER)
    urls.show("7", URL, "seed", LATER)

    assert not urls.is_due("7", LATER)


@pytest.mark.parametrize(
    "key",
    [pytest.param("a'; DROP TABLE url; --", id="SQL"), pytest.param("%C4%91/?=~ü", id="signs")],
)
def test_a_key_is_only_ever_a_text(urls, key):
    urls.show(key, URL, "seed", NOW)

    assert urls.first_seen(key) == NOW


def test_an_article_whose_page_was_lost_is_due_as_if_it_had_never_answered(urls):
    urls.settle("7", "kept", NOW, None)

    urls.lose(["7"])

    assert urls.is_due("7", NOW)
    assert not urls.is_fetched("7")


def test_an_article_never_tried_is_due_though_the_clock_was_put_back(urls):
    earlier = NOW - timedelta(hours=1)

    assert urls.is_due("7", earlier)
    assert urls.due(earlier) == ["7"]


def test_an_article_has_been_seen_where_it_was_listed_and_where_it_answered(urls):
    urls.add_alias("7", f"{URL}?p=amp")

    assert urls.seen(["7", "8"]) == {URL, f"{URL}?p=amp"}


def test_an_address_tells_the_keys_that_were_seen_there(urls):
    assert urls.keys_at(URL) == {"7"}
    assert urls.keys_at(f"{URL}7") == set()


def test_of_an_article_that_is_forgotten_nothing_is_left(state, urls):
    urls.show("8", f"{URL}8", "feed", NOW)
    urls.add_alias("8", URL)

    urls.forget(["7"], [URL])

    assert urls.due(NOW) == ["8"]
    assert (urls.seen(["7", "8"]), urls.channel_of("7")) == ({f"{URL}8"}, None)


def test_an_article_that_loses_an_alias_is_rendered_anew(state, urls, make_article):
    state.articles.keep(make_article(id="waldbote/8"))
    state.articles.identify("8", "waldbote/8")
    urls.add_alias("8", URL)
    state.articles.rendered("2024-10", 7)

    urls.forget([], [URL])

    assert state.articles.stale_months() == ["2024-10"]


def test_a_failure_may_leave_an_outcome_that_later_ones_do_not_take_away(urls):
    before = urls.outcome("7")
    urls.fail("7", LATER, "a consent page")
    urls.fail("7", LATER)

    assert (before, urls.outcome("7"), urls.failures("7")) == (None, "a consent page", 2)
    assert not urls.is_fetched("7")
