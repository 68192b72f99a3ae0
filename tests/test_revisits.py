from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from newsbot.revisits import Revisits
from newsbot.schedule import wants_early_look
from newsbot.state import State

NOW = datetime(2024, 10, 23, 15, tzinfo=UTC)
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
URL = "https://waldbote.test/artikel/"
# Before any look has paid half of all articles are drawn: this one, and not that one.
DRAWN, UNDRAWN = (
    next(str(n) for n in range(100) if wants_early_look(str(n), NOW, NOW, 0.5) is drawn)
    for drawn in (True, False)
)


@pytest.fixture
def state():
    state = State()
    state.begin_run(NOW)
    yield state
    state.close()


@pytest.fixture
def look(state, profile, make_article):
    """Look at an article at an instant and return when it is due again."""
    revisits = Revisits(profile, state)

    def at(now, key=DRAWN, **changes):
        state.urls.show(key, URL + key, "seed", NOW)
        article_id = f"waldbote/{key}"
        state.articles.identify(key, article_id)
        out = {"date_published": NOW, "url": URL + key, "fetched_at": now}
        article = make_article(id=article_id, **out | changes)
        due = revisits.after(article, [key], now)
        state.urls.settle(key, "kept", now, due)
        if state.articles.kept(article_id) is None or article.revision > 1:
            state.articles.keep(article)
        return due

    return at


@pytest.mark.parametrize(("key", "pause"), [(DRAWN, DAY), (UNDRAWN, WEEK)], ids=["drawn", "not"])
def test_some_of_the_young_articles_are_looked_at_after_a_day(look, key, pause):
    assert look(NOW + HOUR, key) == NOW + pause


def test_after_an_early_look_that_found_nothing_the_last_one_follows(look):
    look(NOW)

    assert look(NOW + DAY) == NOW + WEEK
    assert look(NOW + WEEK) is None


def test_after_one_that_found_a_change_there_is_another(look):
    look(NOW)

    assert look(NOW + DAY, revision=2) == NOW + 2 * DAY


def test_what_early_looks_have_found_is_counted_until_the_last_one(look, state):
    look(NOW)
    look(NOW + DAY, revision=2)
    look(NOW + 2 * DAY)
    counted = state.looks.early()
    look(NOW + WEEK)

    assert (counted, state.looks.early()) == ((2, 1), (0, 0))


def test_a_look_that_a_listing_gave_cause_for_puts_no_early_one_off(look, state):
    look(NOW)
    state.urls.make_due([DRAWN], NOW + HOUR)

    assert look(NOW + HOUR) == NOW + DAY
    assert state.looks.early() == (0, 0)


def test_an_old_article_is_looked_at_once(look):
    assert look(NOW, date_published=NOW - 8 * DAY) is None


def test_an_article_dated_ahead_is_as_old_as_it_is_known(look):
    look(NOW, UNDRAWN, date_published=NOW + 90 * DAY)

    assert look(NOW + WEEK, UNDRAWN, date_published=NOW + 90 * DAY) is None


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2024, 10, 23), NOW + WEEK),
        (date(2024, 10, 20), datetime(2024, 10, 27, 22, tzinfo=UTC)),
        (None, NOW + WEEK),
    ],
    ids=["today", "a day before", "none"],
)
def test_without_a_clock_time_an_article_is_as_young_as_it_can_be(look, day, due):
    assert look(NOW, UNDRAWN, date_published=None, date=day) == due


def test_a_page_that_brings_less_is_looked_at_again_as_long_as_its_article_is_young(
    look, state, profile
):
    look(NOW)
    dues = [Revisits(profile, state).after_none([DRAWN], NOW + age) for age in (DAY, WEEK, 9 * DAY)]

    assert dues == [NOW + WEEK, NOW + 8 * DAY, None]


def test_a_page_that_has_never_given_an_article_is_not(state, profile):
    assert Revisits(profile, state).after_none([DRAWN], NOW) is None


def test_nor_is_that_of_a_withdrawn_article(look, state, profile):
    look(NOW)
    state.articles.withdraw(f"waldbote/{DRAWN}", NOW)

    assert Revisits(profile, state).after_none([DRAWN], NOW) is None


@pytest.fixture
def drop(state, profile):
    """Drop what was brought for a listed article so often, each time when it was due."""
    state.urls.show(DRAWN, URL + DRAWN, "seed", NOW)

    def times(reason, number):
        now, looks = NOW, 0
        for _ in range(number):
            now += DAY
            looks += state.urls.is_due(DRAWN, now)
            if state.urls.is_due(DRAWN, now):
                Revisits(profile, state).drop([DRAWN], reason, now)
        return looks

    return times


@pytest.mark.parametrize(
    ("reason", "looks"), [("a section page", 1), ("no body", 4), ("a consent page", 8)]
)
def test_an_article_never_kept_is_asked_for_as_often_as_is_worth_it(drop, state, reason, looks):
    assert drop(reason, 60) == looks
    assert state.urls.outcome(DRAWN) == reason
    assert state.urls.due(NOW + 365 * DAY) == []


def test_a_wall_is_asked_again_within_the_hour(state, drop):
    drop("a consent page", 1)

    assert not state.urls.is_due(DRAWN, NOW + DAY)
    assert state.urls.is_due(DRAWN, NOW + DAY + HOUR)


def test_a_kept_article_keeps_its_schedule_whatever_stands_in_its_place(look, state, profile):
    look(NOW, UNDRAWN)

    Revisits(profile, state).drop([UNDRAWN], "a consent page", NOW + WEEK)

    assert state.urls.due(NOW + WEEK + DAY) == [UNDRAWN]
    assert state.urls.failures(UNDRAWN) == 0
