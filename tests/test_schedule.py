from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsbot.schedule import has_passed, next_look, next_try

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "pause"),
    [
        (timedelta(0), timedelta(days=1)),
        (timedelta(hours=23), timedelta(days=1)),
        (timedelta(days=2), timedelta(days=2)),
        (timedelta(days=8), timedelta(days=8)),
        (timedelta(days=-3), timedelta(days=1)),
    ],
    ids=["just out", "a day", "two days", "a week", "dated ahead"],
)
def test_the_pause_before_the_next_look_doubles_with_the_age(age, pause):
    assert next_look(NOW - age, NOW) == NOW + pause


def test_after_thirty_days_nobody_looks_again():
    assert next_look(NOW - timedelta(days=30), NOW) is None


@pytest.mark.parametrize(("failures", "hours"), [(1, 1), (2, 2), (5, 16), (60, 168)])
def test_a_failed_article_is_tried_ever_more_rarely_but_always_again(failures, hours):
    assert next_try(failures, NOW) == NOW + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("seconds", "passed"),
    [(0, False), (59, False), (60, True), (9**9, True), (-1, True)],
    ids=["at once", "before", "just then", "a clock that jumped ahead", "one that jumped back"],
)
def test_a_pause_is_over_when_it_has_passed_or_the_clock_is_not_to_be_trusted(seconds, passed):
    now = NOW + timedelta(seconds=seconds)

    assert has_passed(timedelta(minutes=1), since=NOW, now=now) is passed
