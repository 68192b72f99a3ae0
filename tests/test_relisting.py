from __future__ import annotations

from datetime import timedelta

import pytest

from newsbot.relisting import Relisting, fallen_out
from newsbot.rhythm import Rhythm
from newsbot.state import State
from newsbot.step import LOST
from tests.walks import HOME, NOW, new_run, section

RHYTHM = Rhythm(looked=NOW)


@pytest.fixture
def state():
    """A state in which the articles 1 to 40 are kept, and not due."""
    state = State()
    new_run(state)
    for key in map(str, range(1, 41)):
        state.urls.show(key, f"{HOME}/artikel/{key}", "section", NOW)
        state.urls.settle(key, "kept", NOW, None)
    return state


def relisted(state, *looks):
    """Return the steps that the last of *looks* at a section gives cause for."""
    for look in looks:
        steps = list(Relisting(new_run(state)).of(section(), look))
    return [(step.key, step.priority == LOST) for step in steps]


def test_an_article_whose_stamp_changed_is_due_again(state):
    assert relisted(state, {"7": "a", "8": "a"}, {"7": "b", "8": "a"}) == [("7", False)]
    assert state.urls.is_due("7", NOW)
    assert not state.urls.is_due("8", NOW)


def test_stamps_that_all_change_at_once_are_those_of_the_listing(state):
    first = {str(key): "a" for key in range(1, 21)}

    assert relisted(state, first, dict.fromkeys(first, "b")) == []


def test_stamps_that_never_stood_for_a_change_are_no_longer_believed(state):
    state.rhythms.keep(section().address, "section", RHYTHM, standing=False)
    for _ in range(10):
        state.rhythms.stamp(section().address, bore=False)

    assert relisted(state, {"7": "a"}, {"7": "b"}) == []


def test_stamps_that_stand_for_changes_now_and_then_are_believed(state):
    state.rhythms.keep(section().address, "section", RHYTHM, standing=False)
    for number in range(10):
        state.rhythms.stamp(section().address, bore=number < 2)

    assert relisted(state, {"7": "a"}, {"7": "b"}) == [("7", False)]


def test_the_run_knows_by_whose_stamp_an_article_is_looked_at(state):
    relisted(state, {"7": "a"})
    run = new_run(state)

    list(Relisting(run).of(section(), {"7": "b"}))

    assert run.stamped == {"7": section().address}


def test_an_article_that_fell_out_of_a_listing_is_looked_at(state):
    assert relisted(state, dict.fromkeys("789", ""), dict.fromkeys("79", "")) == [("8", True)]


def test_a_listing_that_says_it_is_unchanged_still_shows_what_it_showed(state):
    relisted(state, dict.fromkeys("78", ""))
    run = new_run(state, now=NOW + timedelta(hours=1))

    assert Relisting(run).unchanged(section()) == ["7", "8"]
    assert state.urls.is_listed("7")


@pytest.mark.parametrize(
    ("before", "now", "gone"),
    [
        (["3", "2", "1"], ["4", "3", "2"], []),
        (["3", "2", "1"], ["4", "3", "1"], ["2"]),
        (["3", "2", "1"], ["9", "8", "7"], []),
        ([], ["1"], []),
        (["3", "2", "1"], [], []),
        (["3", "2", "1"], ["2", "1"], ["3"]),
    ],
    ids=["pushed off", "a gap", "wholly new", "first look", "empty", "the first of them"],
)
def test_only_what_stood_before_something_still_shown_has_fallen_out(before, now, gone):
    assert fallen_out(before, now) == gone
