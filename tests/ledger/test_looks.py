from __future__ import annotations

from datetime import date

import pytest

from newsbot.ledger.looks import agree, looks_of
from tests.ledger.days import ZONE, after, at, ran


def days_of(*runs):
    """Return what stretch of days each look of *runs* tells of."""
    return [(look.since, look.until) for look in looks_of(runs, ZONE)]


def does_agree(*runs, last_change=None):
    return agree(list(looks_of(runs, ZONE)), last_change, ZONE)


def test_a_whole_run_looks_at_the_days_of_its_window_that_are_over():
    assert days_of(ran(1)) == [(after(-2), after(0))]


def test_a_listing_left_out_has_told_nothing_since_it_was_asked():
    (look,) = looks_of([ran(3, settled=after(2))], ZONE)

    assert (look.until, look.begun) == (after(1), after(2))


def test_a_day_settled_while_the_clock_was_wrong_is_none():
    assert days_of(ran(1, settled=after(99))) == [(after(-2), after(0))]


def test_a_run_that_settled_nothing_tells_nothing_if_it_was_cut_short_or_something_failed():
    cut = ran(1, settled=None, exit_code=1)
    failed = ran(1, settled=None, troubles={"timed out": 1})

    assert days_of(cut, failed) == []


def test_a_range_that_ended_well_is_whole():
    asked = {"since": "2024-10-01", "until": "2024-10-15"}
    run = ran(5, settled=None, troubles={"forbidden by robots.txt": 1}, **asked)

    assert days_of(run) == [(date(2024, 10, 1), date(2024, 10, 15))]


def test_a_run_over_the_whole_site_looks_at_every_day():
    assert days_of(ran(1, since="first")) == [(date.min, after(0))]


def test_of_runs_of_one_day_the_last_speaks_for_all():
    morning = ran(1, channels={"seed": {"requests": 1, "seen": 0}})
    morning = morning._replace(started=at(1, 8), finished=at(1, 9))

    (look,) = looks_of([morning, ran(1)], ZONE)

    assert look.ended == ran(1).finished
    assert look.channels == {"feed", "section", "seed"}


def test_a_channel_looked_that_was_asked_or_has_shown_anything():
    channels = {
        "related": {"requests": 0, "seen": 2},
        "feed": {"requests": 1, "seen": 0},
        "more": {"requests": 0, "seen": 0},
    }

    assert ran(1, channels=channels).channels == {"related", "feed"}


def test_looks_of_two_days_agree_if_all_was_known_by_the_end_of_the_first():
    assert does_agree(ran(1), ran(2), last_change=at(0, 12))
    assert does_agree(ran(1), ran(2), last_change=at(1, 20))
    assert not does_agree(ran(1), ran(2), last_change=at(2, 20))


@pytest.mark.parametrize(
    "runs",
    [
        [],
        [ran(1)],
        [ran(1), ran(1)._replace(started=at(1, 22), finished=at(1, 23))],
        [ran(1), ran(2, settled=after(1))],
    ],
)
def test_looks_of_one_day_do_not_agree_with_each_other(runs):
    assert not does_agree(*runs)
