from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from newsbot.state import State
from newsbot.state.looks import WELL, Look, Witness

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ID, URL = "waldbote/7", "https://waldbote.test/artikel/7"


@pytest.fixture
def state(make_article):
    """A state that keeps article 7, due in a day, from an earlier run."""
    state = State()
    state.begin_run(NOW)
    state.urls.show("7", URL, "seed", NOW)
    state.articles.identify("7", ID)
    state.articles.keep(make_article())
    state.urls.settle("7", "kept", NOW, NOW + DAY)
    state.begin_run(NOW)
    yield state
    state.close()


@pytest.fixture
def looks(state):
    return state.looks


def look(met, seen=NOW):
    return Look(ID, "7", URL, met, seen)


def test_looks_are_there_until_they_are_cleared(looks):
    looks.note(look("gone"))
    before = looks.all()
    looks.clear()

    assert (before, looks.all()) == ([look("gone")], [])


def test_of_an_article_the_last_look_counts(looks):
    looks.note(look("not found"))
    looks.note(look("gone", NOW + DAY))

    assert looks.all() == [look("gone", NOW + DAY)]


@pytest.mark.parametrize("order", [(WELL, "gone"), ("gone", WELL)], ids=["first", "last"])
def test_one_that_answered_well_at_any_address_did_so(looks, order):
    for met in order:
        looks.note(look(met))

    assert [one.met for one in looks.all()] == [WELL]


@pytest.mark.parametrize("due", [NOW + DAY, None], ids=["due later", "never due"])
def test_a_live_article_that_was_not_asked_for_may_be_a_witness(state, due):
    state.urls.settle("7", "kept", NOW, due)
    run = state.urls.run + 1

    assert state.looks.witnesses(run, NOW) == [Witness(ID, "7", URL)]


def test_one_asked_for_or_withdrawn_is_none(state):
    run = state.urls.run
    state.looks.note(look("gone"))
    asked = state.looks.witnesses(run, NOW)
    state.looks.clear()
    state.articles.withdraw(ID, NOW)

    assert (asked, state.looks.witnesses(run, NOW)) == ([], [])


def test_an_early_look_counts_when_it_was_due(looks):
    looks.await_early(ID, NOW + DAY)
    looks.count_early(ID, has_changed=True)

    assert (looks.awaited(ID), looks.early()) == (NOW + DAY, (1, 1))


def test_a_look_for_another_reason_is_no_early_one(state):
    state.looks.await_early(ID, NOW + DAY)
    state.urls.make_due(["7"], NOW)
    state.looks.count_early(ID, has_changed=True)

    assert state.looks.early() == (0, 0)


def test_early_looks_at_an_article_add_up_until_its_last_look(looks):
    looks.await_early(ID, NOW + DAY)
    for has_changed in (True, False):
        looks.count_early(ID, has_changed=has_changed)
    looks.await_early(ID, None)
    added = looks.early()
    looks.forget_early(ID)

    assert (added, looks.early(), looks.awaited(ID)) == ((2, 1), (0, 0), None)


def test_what_is_forgotten_leaves_nothing(looks):
    looks.note(look("gone"))
    looks.await_early(ID, NOW)
    looks.forget([ID])

    assert (looks.all(), looks.awaited(ID)) == ([], None)


def test_days_of_a_fault_are_counted_till_it_ends(looks):
    days = [looks.add_fault(date(2024, 10, day)) for day in (23, 23, 24)]
    looks.end_faults()

    assert (days, looks.add_fault(date(2024, 10, 30))) == ([1, 1, 2], 1)
