from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsbot.rhythm import LONGEST, LONGEST_STILL, VAIN, Glance, Rhythm, next_rhythm

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
NOTHING = Glance(shown=20, fresh=0, brought=0)


def looked(ago=HOUR, **changes):
    return Rhythm(looked=NOW - ago, **changes)


def test_a_listing_met_first_is_due_at_once():
    assert next_rhythm(None, Glance(shown=20, fresh=20, brought=20), NOW).is_due(NOW, NOW)


def test_a_listing_is_due_when_its_pause_has_passed_or_nearly():
    rhythm = Rhythm(looked=NOW, pause=10 * HOUR)

    assert not rhythm.is_due(NOW + 8 * HOUR, NOW)
    assert rhythm.is_due(NOW + 9 * HOUR, NOW)


def test_a_clock_that_went_back_makes_a_listing_due():
    assert Rhythm(looked=NOW, pause=HOUR).is_due(NOW - HOUR, NOW)


def test_a_daily_run_finds_every_listing_due():
    rhythm = next_rhythm(looked(LONGEST, pause=LONGEST), NOTHING, NOW)

    assert rhythm.is_due(NOW + LONGEST - timedelta(minutes=5), NOW)


def test_half_of_a_listing_may_change_between_two_looks():
    rhythm = next_rhythm(looked(4 * HOUR, pause=4 * HOUR), Glance(shown=8, fresh=6, brought=1), NOW)

    assert rhythm.pause == 4 * HOUR * 0.5 * 8 / 6


def test_a_look_is_worth_a_few_new_articles():
    rhythm = next_rhythm(
        looked(8 * HOUR, pause=8 * HOUR), Glance(shown=100, fresh=8, brought=8), NOW
    )

    assert rhythm.pause == 4 * HOUR


def test_a_listing_that_is_wholly_new_is_asked_sooner():
    assert (
        next_rhythm(
            looked(8 * HOUR, pause=2 * HOUR), Glance(shown=20, fresh=20, brought=20), NOW
        ).pause
        == HOUR
    )


@pytest.mark.parametrize(
    ("pause", "longest", "then"),
    [
        (HOUR, LONGEST, 1.5 * HOUR),
        (LONGEST, LONGEST, LONGEST),
        (LONGEST, LONGEST_STILL, 1.5 * LONGEST),
    ],
    ids=["grows", "up to a day", "or a month"],
)
def test_the_pause_grows_where_nothing_is_new(pause, longest, then):
    assert next_rhythm(looked(pause=pause), NOTHING, NOW, longest).pause == then


def test_a_listing_that_only_repeats_others_becomes_vain():
    repeats, rhythm = Glance(shown=20, fresh=5, brought=0), looked(pause=HOUR)

    for _ in range(VAIN):
        rhythm = next_rhythm(rhythm, repeats, NOW)

    assert rhythm.is_vain


def test_a_listing_with_nothing_new_becomes_no_more_vain():
    assert next_rhythm(looked(vain=2), NOTHING, NOW).vain == 2


def test_a_vain_listing_is_asked_rarely_and_one_that_brings_something_as_before():
    vain = next_rhythm(
        looked(LONGEST, vain=VAIN, pause=LONGEST), Glance(shown=20, fresh=5, brought=0), NOW
    )
    paying = next_rhythm(
        looked(LONGEST, vain=VAIN, pause=LONGEST), Glance(shown=20, fresh=5, brought=1), NOW
    )

    assert (vain.pause, paying.pause) == (2 * LONGEST, LONGEST)


def test_a_vain_listing_is_asked_daily_while_no_news_come_in():
    vain = Rhythm(looked=NOW, pause=3 * LONGEST, vain=VAIN)

    assert not vain.is_due(NOW + LONGEST, NOW + LONGEST)
    assert vain.is_due(NOW + LONGEST, NOW - LONGEST)


def test_what_is_safe_on_the_first_page_stays_known():
    assert next_rhythm(looked(safe=7), NOTHING, NOW).safe == 7
