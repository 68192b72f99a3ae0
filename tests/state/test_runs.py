from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from newsbot.state import State

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def runs():
    state = State()
    yield state.runs
    state.close()


def test_a_run_is_named_by_the_second_it_began(runs):
    assert runs.begin(NOW) == (1, "20241023120000")


def test_runs_of_one_second_have_names_and_numbers_of_their_own(runs):
    begun = [runs.begin(NOW), runs.begin(NOW), runs.begin(NOW)]

    assert begun == [(1, "20241023120000"), (2, "20241023120000-2"), (3, "20241023120000-3")]


def test_numbers_go_on_where_the_clock_is_put_back(runs):
    runs.begin(NOW)

    assert runs.begin(NOW - timedelta(hours=1)) == (2, "20241023110000")


def test_a_site_without_runs_is_not_settled(runs):
    assert runs.settled(TODAY) is None


def test_a_run_cut_short_settles_nothing(runs):
    runs.begin(NOW)

    assert runs.settled(TODAY) is None


@pytest.mark.parametrize(
    ("days", "settled"),
    [
        pytest.param([date(2024, 10, 23)], date(2024, 10, 23), id="one"),
        pytest.param([date(2024, 10, 23), None], date(2024, 10, 23), id="one that failed after"),
        pytest.param(
            [date(2024, 10, 23), date(2024, 10, 9), date(2024, 10, 22), date(2024, 10, 23)],
            date(2024, 10, 22),
            id="several",
        ),
        pytest.param([None, None], None, id="all failed"),
    ],
)
def test_a_site_is_settled_up_to_the_day_that_two_runs_settled_or_the_only_one(runs, days, settled):
    ended = [runs.end(runs.begin(NOW)[1], NOW, day, b"{}") for day in days]

    assert len(ended) == len(days)
    assert runs.settled(TODAY) == settled


def test_a_day_in_the_future_was_settled_by_a_wrong_clock(runs):
    for day in (date(2024, 10, 9), date(2031, 1, 1)):
        runs.end(runs.begin(NOW)[1], NOW, day, b"{}")

    assert runs.settled(TODAY) == date(2024, 10, 9)
