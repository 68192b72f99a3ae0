from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsbot.state import State
from newsbot.state.gaps import Gap

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
BEFORE = NOW - timedelta(days=2)
SECTION, FEED = "GET https://waldbote.test/sport/", "GET https://waldbote.test/feed"


@pytest.fixture
def gaps():
    state = State()
    state.gaps.find(Gap(SECTION, BEFORE, NOW), run=1)
    yield state.gaps
    state.close()


def test_a_gap_is_open_until_it_is_healed(gaps):
    assert gaps.open() == {SECTION: Gap(SECTION, BEFORE, NOW)}

    gaps.heal(SECTION, run=2)

    assert gaps.open() == {}


def test_an_open_gap_takes_in_the_one_after_it(gaps):
    gaps.find(Gap(SECTION, NOW, NOW + timedelta(hours=1)), run=2)

    assert gaps.open() == {SECTION: Gap(SECTION, BEFORE, NOW + timedelta(hours=1))}


def test_a_gap_that_was_given_up_is_not_walked_again_but_not_healed(gaps):
    gaps.give_up(SECTION)

    assert gaps.open() == {}
    assert [gap.listing for gap in gaps.unhealed()] == [SECTION]


def test_the_other_listings_of_a_run_can_close_a_gap_that_it_found_and_gave_up(gaps):
    gaps.find(Gap(FEED, BEFORE, NOW), run=2)
    gaps.give_up(SECTION)
    gaps.give_up(FEED)

    gaps.bridge(SECTION, run=2)
    gaps.bridge(FEED, run=2)

    assert [gap.listing for gap in gaps.unhealed()] == [SECTION]


def test_a_run_counts_the_gaps_it_found_and_those_it_healed(gaps):
    gaps.find(Gap(FEED, BEFORE, NOW), run=2)
    gaps.heal(SECTION, run=2)

    assert gaps.count(run=1) == {"found": 1, "healed": 0}
    assert gaps.count(run=2) == {"found": 1, "healed": 1}
