from __future__ import annotations

from datetime import date

import pytest

from newsbot.exceptions import SettingError
from newsbot.window import NEWEST, OLDEST, Window, asked_order, asked_window, usual_window

TODAY = date(2024, 10, 23)


def test_without_arguments_nothing_is_asked():
    assert asked_window(None, None, TODAY) is None


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("2018-01-01", "2018-12-31", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-01-01", None, date(2018, 1, 1), TODAY),
        ("first", None, None, TODAY),
        (None, "2018-12-31", None, date(2018, 12, 31)),
        ("2018-01-01", "2099-01-01", date(2018, 1, 1), TODAY),
    ],
    ids=["a range", "up to today", "the whole site", "up to a day", "no day to come"],
)
def test_a_range_is_what_was_asked_for(since, until, first, last):
    window = asked_window(since, until, TODAY)

    assert (window.since, window.until, window.explicit) == (first, last, True)


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2018-13-01", None, "since=2018-13-01 is no day; give one as 2018-01-31, or first"),
        ("last year", None, "since=last year is no day"),
        (None, "first", "until=first is no day; give one as 2018-12-31"),
        ("2999-01-01", None, f"since=2999-01-01 is still to come; today is {TODAY}"),
        ("2019-01-01", "2018-01-01", "since=2019-01-01 lies after until=2018-01-01"),
    ],
)
def test_what_is_no_range_is_refused(since, until, words):
    with pytest.raises(SettingError, match=words):
        asked_window(since, until, TODAY)


def test_the_first_run_goes_back_so_many_days():
    assert usual_window(None, TODAY, 7, 3).since == date(2024, 10, 16)


def test_a_later_run_looks_behind_what_was_settled():
    assert usual_window(date(2024, 10, 22), TODAY, 7, 3).since == date(2024, 10, 19)


WINDOW = Window(since=date(2018, 1, 1), until=date(2018, 12, 31))


@pytest.mark.parametrize(
    ("day", "reaches", "holds"),
    [
        (date(2017, 12, 31), False, False),
        (date(2018, 1, 1), True, True),
        (date(2018, 12, 31), True, True),
        (date(2019, 1, 1), True, False),
        (None, True, True),
    ],
    ids=["before", "first", "last", "after", "unknown"],
)
def test_a_day_is_reached_or_held(day, reaches, holds):
    assert (WINDOW.reaches(day), WINDOW.holds(day)) == (reaches, holds)


def test_the_whole_site_has_no_first_day():
    assert Window(since=None, until=TODAY).reaches(date(1900, 1, 1))


def test_the_newest_day_of_a_range_comes_first_unless_asked_otherwise():
    assert asked_order(None, None) == NEWEST
    assert asked_order("oldest", TODAY) == OLDEST


@pytest.mark.parametrize(
    ("order", "begins", "words"),
    [("sideways", TODAY, "give order=newest"), ("oldest", None, "give since=2018-01-01")],
    ids=["no order", "no day to begin with"],
)
def test_an_order_that_cannot_be_followed_is_refused(order, begins, words):
    with pytest.raises(SettingError, match=words):
        asked_order(order, begins)


def test_days_that_are_still_open_are_inside_though_they_lie_before_it():
    window = Window(since=date(2024, 10, 20), until=TODAY).with_days((date(2024, 10, 12),))

    held = [window.holds(date(2024, 10, number)) for number in (12, 13, 20)]
    assert held == [True, False, True]
