from __future__ import annotations

from datetime import date, timedelta

import pytest

from newsbot.daybook import PAST, DayBook
from newsbot.ledger.settling import AGREED
from newsbot.pages.listed import Listed
from newsbot.paging import Look
from newsbot.state import State
from newsbot.state.dayviews import ABSENT, EMPTY, OTHER, SHOWN, SWAPPED, DayPage
from tests.walks import HOME, NOW, keep, new_run, settled

TODAY = date(2024, 10, 23)


def page(number):
    return DayPage("GET /{day}", date(2024, 10, number))


def show(book, number, *keys, brought=0, printed=None):
    """Have the page of a day show the articles *keys*, all with the day *printed*."""
    look = Look(every=keys, listed=keys, new=(), brought=brought, overlaps=False)
    book.seen(page(number), look, [Listed(f"{HOME}/artikel/{key}", printed) for key in keys])


@pytest.fixture
def book():
    return DayBook(new_run(settled(State())))


@pytest.mark.parametrize(
    ("printed", "outcome"),
    [
        (date(2024, 10, 5), SHOWN),
        (TODAY, OTHER),
        (date(2024, 5, 10), SWAPPED),
        (None, SHOWN),
    ],
)
def test_days_that_are_printed_tell_of_articles_that_are_not_fetched(book, printed, outcome):
    show(book, 5, "7", "8", printed=printed)

    assert book.outcome(page(5)) == outcome


def test_a_page_that_is_not_there_is_that_of_an_empty_day_where_others_show_theirs(book):
    book.miss(page(20))
    before = book.outcome(page(20))
    show(book, 19, "7", printed=date(2024, 10, 19))

    book.finish()

    assert (before, book.outcome(page(20))) == (ABSENT, EMPTY)
    assert book.run.state.dayviews.of(page(20)).agreed == AGREED


def test_a_page_that_is_not_there_does_not_show_the_articles_that_are_known(book):
    keep(book.run, 7, date(2024, 10, 20))
    book.miss(page(20))

    assert book.outcome(page(20)) == OTHER


def past(book):
    return book.run.state.rhythms.of(page(1).template + PAST)


def test_only_first_looks_tell_whether_the_pages_of_past_days_are_vain():
    state = settled(State())
    for days in range(3):
        book = DayBook(new_run(state, now=NOW + timedelta(days=days)))
        show(book, 20, "7", printed=date(2024, 10, 20))
        book.finish()

    assert past(book).vain == 1


def test_a_look_that_brings_something_tells_that_they_are_not(book):
    show(book, 19, "7", printed=date(2024, 10, 19))
    book.finish()
    show(book, 20, "8", brought=1, printed=date(2024, 10, 20))

    book.finish()

    assert past(book).vain == 0
