from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsbot.schedule import (
    early_share,
    has_passed,
    next_look,
    next_look_after_none,
    next_try,
    wants_early_look,
)
from tests.edits import crawl, print_stories

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
every_few_hours = pytest.mark.parametrize("hours", [3, 6, 24])


@pytest.fixture(scope="module")
def stories():
    """Five thousand stories that change as often as real ones do."""
    return print_stories(days=100, a_day=50, seed=1)


@pytest.mark.parametrize("age", [timedelta(0), 13 * HOUR, 6 * DAY], ids=str)
def test_an_article_is_looked_at_a_week_after_it_came_out(age):
    assert next_look(NOW - age, NOW) == NOW - age + WEEK


@pytest.mark.parametrize("age", [6.9 * DAY, WEEK, 400 * DAY], ids=str)
def test_after_that_or_a_little_before_nobody_looks_again(age):
    assert next_look(NOW - age, NOW, has_changed=True) is None


def test_an_early_look_comes_a_day_after_it_came_out():
    assert next_look(NOW - 5 * HOUR, NOW, is_early=True) == NOW + 19 * HOUR


@pytest.mark.parametrize(
    ("age", "pause"), [(25 * HOUR, DAY), (6.5 * DAY, 0.5 * DAY)], ids=["young", "nearly a week"]
)
def test_what_has_changed_is_looked_at_a_day_later(age, pause):
    assert next_look(NOW - age, NOW, has_changed=True) == NOW + pause


@pytest.mark.parametrize(
    ("age", "pause"),
    [(DAY, 6 * DAY), (WEEK, DAY), (7.5 * DAY, DAY), (8 * DAY, None), (400 * DAY, None)],
    ids=["young", "at the last look", "after it", "a day later", "long after"],
)
def test_a_look_that_brought_nothing_is_made_up_for_once(age, pause):
    assert next_look_after_none(NOW - age, NOW) == (None if pause is None else NOW + pause)


def test_early_looks_are_drawn_by_the_key_and_always_the_same():
    keys = [str(number) for number in range(1000)]

    drawn = [{key for key in keys if wants_early_look(key, NOW, NOW, s)} for s in (0.1, 0.5, 1)]

    assert drawn[0] < drawn[1] < drawn[2] == set(keys)
    assert len(drawn[0]) == pytest.approx(100, abs=30)
    assert len(drawn[1]) == pytest.approx(500, abs=50)


@pytest.mark.parametrize(("age", "wanted"), [(11 * HOUR, True), (12 * HOUR, False)], ids=str)
def test_only_what_was_fetched_young_is_looked_at_early(age, wanted):
    assert wants_early_look("7", NOW - age, NOW, 1.0) is wanted


@pytest.mark.parametrize(
    ("looks", "found", "share"),
    [(0, 0, 0.5), (90, 13.5, 0.5), (1000, 0, 0.1), (1000, 900, 1.0)],
    ids=["none yet", "as is usual", "in vain", "well paid"],
)
def test_a_site_gets_as_many_early_looks_as_they_pay_there(looks, found, share):
    assert early_share(looks, found) == pytest.approx(share)


@every_few_hours
def test_nearly_all_changed_articles_hold_their_text_of_the_seventh_day(stories, hours):
    assert crawl(stories, hours * HOUR).settled(stories) >= 0.99


@every_few_hours
def test_fewer_looks_are_needed_than_at_a_day_and_at_a_week(stories, hours):
    fixed = 2 * len(stories) / sum(bool(story.edits) for story in stories)

    assert fixed > 9.9
    assert crawl(stories, hours * HOUR).per_changed(stories) < 0.8 * fixed


@every_few_hours
def test_of_all_versions_most_are_held(stories, hours):
    assert crawl(stories, hours * HOUR).versions(stories) > 0.87


@pytest.mark.parametrize(
    ("changing", "least", "most"), [(0.02, 0.1, 0.2), (0.6, 0.7, 1.0)], ids=["seldom", "often"]
)
def test_a_site_that_edits_more_gets_more_early_looks(changing, least, most):
    site = print_stories(days=60, a_day=30, seed=2, changing=changing)

    assert least <= crawl(site, 3 * HOUR).share() <= most


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
