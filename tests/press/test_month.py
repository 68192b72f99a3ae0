from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from tests.press.month import DAY, Month
from tests.press.monthly import START, Monthly

END = START + timedelta(days=30)


def a_month(**how):
    return Month(Monthly((), START), **how)


@pytest.fixture(scope="module")
def many():
    """A month in which rates show."""
    return a_month(per_day=150, seed=4)


def share(month, happens):
    return sum(map(happens, month.keys)) / len(month.keys)


def test_the_same_seed_is_the_same_month():
    months = [a_month(seed=seed, days=5, late=0.1) for seed in (3, 3, 4)]
    first, same, other = ([month.versions(key) for key in month.keys] for month in months)

    assert first == same != other


def test_weekdays_bring_so_many_stories_and_sundays_fewer():
    month = a_month()
    days = Counter(month.out(key).astimezone(Monthly.zone).date() for key in month.keys)

    assert {day.isoweekday() == 7: number for day, number in days.items()} == {False: 20, True: 12}
    assert len(days) == 37


def test_most_stories_are_out_by_day(many):
    assert share(many, lambda key: 7 <= many.versions(key)[0].published.hour < 18) > 0.75


def test_no_two_stories_say_the_same(many):
    texts = [many.versions(key) for key in many.keys]

    assert len({versions[0].headline for versions in texts}) == len(texts)
    assert len({text.body for versions in texts for text in versions}) == sum(map(len, texts))


def test_the_paper_shows_what_is_out_and_is_said_by_then():
    month = a_month(late=0.2, seed=2)
    for days in (0, 3, 10, 30):
        now = START + timedelta(days=days)
        month.advance(now)
        shown = month.paper.truth()

        assert set(shown) == month.published_by(now) - set(month.withdrawn)
        assert [k for k, s in shown.items() if s != month.version(k, now)] == []
    assert month.withdrawn


def test_a_late_story_prints_an_earlier_instant_than_it_is_out():
    month = a_month(late=0.2)
    lateness = [month.out(key) - month.versions(key)[0].published for key in month.keys]

    assert 0.15 < sum(late > timedelta() for late in lateness) / len(lateness) < 0.25
    assert max(lateness) <= 2 * DAY


def test_texts_change_at_the_rates_that_gdelt_found(many):
    def has_new_headline(key):
        return len({text.headline for text in many.versions(key)}) > 1

    assert share(many, lambda key: many.changed_within(key, 1)) == pytest.approx(0.151, abs=0.01)
    assert share(many, many.changed_within) == pytest.approx(0.1785, abs=0.01)
    assert share(many, has_new_headline) == pytest.approx(0.0606, abs=0.01)


def test_stories_are_withdrawn_at_the_rate_that_gdelt_found():
    month = a_month(per_day=150, seed=5)
    month.advance(END + timedelta(days=7))

    assert len(month.withdrawn) / len(month.keys) == pytest.approx(0.015, abs=0.004)


def test_a_month_may_be_without_corrections():
    month = a_month(edits=False)
    month.advance(END + timedelta(days=7))

    assert not month.withdrawn
    assert {len(month.versions(key)) for key in month.keys} == {1}
