from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsbot.rhythm import Rhythm
from newsbot.state import State

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
ADDRESS = "GET https://waldbote.test/sport/"
RHYTHM = Rhythm(looked=NOW, pause=timedelta(hours=3), vain=2, safe=5)


@pytest.fixture
def rhythms():
    state = State()
    yield state.rhythms
    state.close()


def test_a_rhythm_is_given_back_as_it_was(rhythms):
    rhythms.keep(ADDRESS, "section", RHYTHM, standing=True)

    assert rhythms.of(ADDRESS) == RHYTHM
    assert rhythms.of("GET https://waldbote.test/") is None


def test_a_listing_that_runs_begin_with_stays_one(rhythms):
    rhythms.keep(ADDRESS, "section", RHYTHM, standing=True)
    rhythms.keep(ADDRESS, "section", RHYTHM, standing=False)

    assert list(rhythms.standing()) == [("https://waldbote.test/sport/", "section")]


def test_a_form_is_no_listing_that_runs_begin_with(rhythms):
    rhythms.keep("POST https://waldbote.test/tag d=1", "day", RHYTHM, standing=True)

    assert list(rhythms.standing()) == []


def test_a_listing_can_be_forgotten_by_its_address_or_its_url(rhythms):
    rhythms.keep(ADDRESS, "section", RHYTHM, standing=True)
    rhythms.keep("GET https://waldbote.test/feed", "feed", RHYTHM, standing=True)

    rhythms.forget(ADDRESS)
    rhythms.forget_urls(lambda url: url.endswith("/feed"))

    assert list(rhythms.standing()) == []


def test_what_is_learnt_of_a_listing_is_noted(rhythms):
    rhythms.keep(ADDRESS, "section", RHYTHM, standing=True)

    rhythms.set_safe(ADDRESS, 9)
    rhythms.set_vain(ADDRESS, 4)

    assert (rhythms.of(ADDRESS).safe, rhythms.of(ADDRESS).vain) == (9, 4)


@pytest.mark.parametrize(
    ("borne", "believed"), [(0, False), (1, False), (2, True)], ids=["none", "one", "two"]
)
def test_stamps_are_believed_while_one_in_five_stands_for_a_change(rhythms, borne, believed):
    rhythms.keep(ADDRESS, "feed", RHYTHM, standing=True)
    before = rhythms.believes_stamps(ADDRESS)

    for number in range(10):
        rhythms.stamp(ADDRESS, bore=number < borne)

    assert before
    assert rhythms.believes_stamps(ADDRESS) is believed
