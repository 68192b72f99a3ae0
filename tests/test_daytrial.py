from __future__ import annotations

from datetime import date

import pytest

from newsbot.daybook import DayBook
from newsbot.daytrial import MOST_TRIALS, DayTrial
from newsbot.pages.daytemplate import swapped
from newsbot.pages.listed import Listed
from newsbot.paging import Look
from newsbot.profilekeys import DayPages
from newsbot.state import State
from newsbot.state.dayviews import ABSENT, SHOWN, DayPage, DayView
from newsbot.step import Step
from tests.walks import HOME, NOW, keep, new_run, settled

DAYS = DayPages(HOME + "/ngay/{day:%d-%m-%Y}/")
OTHER = swapped(DAYS)
TODAY = date(2024, 10, 23)


def day(number):
    return date(2024, 10, number)


def step(number):
    return Step(url=HOME, channel="day", days=OTHER, day=day(number), trial=True)


@pytest.fixture
def book():
    return DayBook(new_run(settled(State())))


@pytest.fixture
def trial(book):
    return DayTrial(book.run, book)


def show(book, days, number, printed):
    look = Look(every=("7",), listed=(), new=(), brought=0, overlaps=False)
    book.seen(DayPage(days.name, day(number)), look, [Listed(f"{HOME}/artikel/7", printed)])


def test_a_day_that_is_not_there_is_asked_for_month_first(book, trial):
    book.miss(DayPage(DAYS.name, day(20)))

    assert trial.take(step(20))
    assert not trial.take(step(19))


def test_so_is_a_day_that_shows_today_but_none_that_shows_itself(book, trial):
    show(book, DAYS, 20, TODAY)
    show(book, DAYS, 23, TODAY)
    wanted = trial.take(step(20))
    show(book, DAYS, 19, day(19))

    assert wanted
    assert not trial.take(step(19))


def test_a_day_that_may_be_a_month_tells_by_the_day_it_is_taken_for(book, trial):
    show(book, DAYS, 5, date(2024, 5, 10))
    show(book, DAYS, 4, TODAY)

    assert trial.take(step(5))
    assert not trial.take(step(4))


def test_once_a_trial_has_shown_its_day_all_are_asked_for_so(book, trial):
    for number in (20, 19, 8):
        book.miss(DayPage(DAYS.name, day(number)))
    trial.take(step(20))
    before = trial.better(DAYS)
    show(book, OTHER, 20, day(20))

    assert before is None
    assert trial.better(DAYS) == OTHER
    assert trial.take(step(8))


def test_a_trial_that_failed_is_not_made_again(book, trial):
    book.miss(DayPage(DAYS.name, day(20)))
    trial.take(step(20))
    trial.finish()
    book.finish()

    again = DayTrial(book.run, book)

    assert book.run.state.dayviews.of(DayPage(OTHER.name, day(20))).outcome == ABSENT
    assert not again.take(step(20))


def test_another_is_made_of_a_day_with_news_only_and_no_more_than_some(book, trial):
    views = book.run.state.dayviews
    views.look(DayPage(OTHER.name, day(22)), DayView(NOW, 1, ABSENT), [])
    for number in (20, 19):
        book.miss(DayPage(DAYS.name, day(number)))
    keep(book.run, 7, day(19))

    assert [trial.take(step(number)) for number in (20, 19)] == [False, True]
    for number in range(MOST_TRIALS):
        views.look(DayPage(OTHER.name, day(13 + number)), DayView(NOW, 1, ABSENT), [])
    assert not trial.is_open(DAYS)


def test_no_trial_is_made_where_a_day_that_is_no_month_has_been_shown(book, trial):
    view = DayView(NOW, 1, SHOWN)
    book.run.state.dayviews.look(DayPage(DAYS.name, day(13)), view, ["7"])
    book.miss(DayPage(DAYS.name, day(20)))

    assert not trial.take(step(20))
