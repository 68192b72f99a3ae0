from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta

import orjson
import pytest

from newsbot.extract.template import NO_TEMPLATES
from newsbot.state import State
from newsbot.state.templates import EVER
from tests.extract.papers import learnt, story
from tests.replay.archives import NOON, Kept

FIRST, SECOND = learnt(story(0)), learnt(story(1))
HOUR = timedelta(hours=1)


@pytest.fixture
def state():
    return State()


@pytest.fixture
def keep(state, make_article):
    """Keep the article of that number, fetched at an instant, of a day of October."""

    def one(number, when=NOON, day=23):
        article_id = f"waldbote/{number}"
        state.articles.identify(str(number), article_id)
        out = date(2024, 10, day) if day else None
        article = make_article(id=article_id, revision=1, fetched_at=when, date=out)
        state.articles.keep(article)

    return one


def test_a_lesson_is_in_force_after_it_was_learnt(state):
    state.templates.add(FIRST, 8, NOON)

    assert state.templates.of([], NOON) == NO_TEMPLATES
    assert state.templates.of([], NOON + HOUR) == FIRST


def test_no_page_that_was_fetched_is_read_by_a_later_lesson_when_a_clock_goes_back(state, keep):
    keep(7, NOON + 3 * HOUR)

    state.templates.add(FIRST, 8, NOON)

    assert state.templates.of([], NOON + 3 * HOUR) == NO_TEMPLATES
    assert state.templates.of([], NOON + 4 * HOUR) == FIRST


def test_an_article_is_always_read_by_what_it_was_first_read_by(state, keep):
    keep(7)
    state.templates.add(FIRST, 8, NOON + HOUR)

    assert state.templates.of(["7"], NOON + 2 * HOUR) == NO_TEMPLATES
    assert state.templates.of(["8"], NOON + 2 * HOUR) == FIRST


def test_a_lesson_from_the_whole_archive_takes_the_place_of_all(state, keep):
    keep(7)
    state.templates.add(FIRST, 8, NOON + HOUR)

    state.templates.recast(SECOND, 9, NOON + 2 * HOUR)

    assert state.templates.of(["7"], NOON + 3 * HOUR) == SECOND
    assert [version.since for version in state.templates.versions().listed] == [None]


def test_what_is_yet_to_be_archived_is_told_until_it_is(state):
    state.templates.recast(FIRST, 9, NOON)

    (lesson,) = state.templates.unarchived()
    state.templates.archived()

    assert (lesson.since, lesson.articles, lesson.templates) == (EVER, 9, FIRST.json)
    assert state.templates.unarchived() == []


def test_the_articles_at_the_last_lesson_are_remembered(state):
    assert state.templates.articles() == 0

    state.templates.add(FIRST, 8, NOON)
    state.templates.recast(SECOND, 9, NOON + HOUR)

    assert state.templates.articles() == 9


def test_a_state_made_anew_takes_the_lessons_over(state):
    state.templates.add(FIRST, 8, NOON)
    fresh = State()

    fresh.templates.take_over(state.templates)

    assert fresh.templates.versions() == state.templates.versions()


def test_lessons_last(tmp_path):
    kept = Kept(tmp_path)
    kept.state.templates.add(FIRST, 8, NOON)
    kept.archive.commit()
    kept.close()

    with closing(State(kept.path)) as again:
        assert again.templates.of([], NOON + HOUR).json == FIRST.json


def test_pages_to_learn_from_are_the_newest_and_some_of_all_the_time_before(state, keep):
    for number in range(28):
        keep(number, day=number + 1)

    lines = state.templates.pages(newest=3, spread=3)

    days = sorted(int(orjson.loads(line)["date"][-2:]) for line in lines)
    assert days == [1, 10, 19, 26, 27, 28]


def test_of_articles_without_a_day_the_newest_are_taken(state, keep):
    for number in range(5):
        keep(number, day=None)

    assert len(state.templates.pages(newest=3, spread=3)) == 3
