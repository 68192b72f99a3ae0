from __future__ import annotations

import sqlite3

import pytest

from newsbot.copies.sketches import PLACES, Sketches

OCTOBER, NOVEMBER = 24297, 24298


@pytest.fixture
def sketches():
    return Sketches(sqlite3.connect(":memory:"))


def number(month, place):
    return (month << PLACES) + place


def sketch(*entries):
    """Return a sketch; its entries differ by more than the bit that is not kept."""
    return tuple(entry * 2 for entry in entries)


def test_articles_are_met_by_how_many_entries_they_share(sketches):
    sketches.add(number(OCTOBER, 1), sketch(1, 2, 3), frozenset())
    sketches.add(number(OCTOBER, 2), sketch(3, 4), frozenset())

    met = sketches.meet([OCTOBER], sketch(2, 3, 5))

    assert met.shared == {number(OCTOBER, 1): 2, number(OCTOBER, 2): 1}


def test_only_the_months_asked_for_are_searched(sketches):
    for month in (OCTOBER, NOVEMBER):
        sketches.add(number(month, 1), sketch(1, 2), frozenset())

    assert sketches.meet([NOVEMBER, NOVEMBER + 1], sketch(1)).shared == {number(NOVEMBER, 1): 1}


def test_an_entry_of_a_hundred_articles_of_a_month_is_common_and_leads_to_none(sketches):
    for place in range(100):
        sketches.add(number(OCTOBER, place), sketch(1, 1000 + place), frozenset())

    met = sketches.meet([OCTOBER], sketch(1, 1007))

    assert met.common == {1}
    assert met.shared == {number(OCTOBER, 7): 1}


def test_what_is_common_is_kept_no_more(sketches):
    sketches.add(number(OCTOBER, 1), sketch(1, 2), frozenset({1}))

    assert sketches.meet([OCTOBER], sketch(1, 2)).shared == {number(OCTOBER, 1): 1}
    assert sketches.meet([OCTOBER], sketch(1)).shared == {}


def test_an_article_taken_out_is_met_no_more(sketches):
    for place in (1, 2):
        sketches.add(number(OCTOBER, place), sketch(1), frozenset())

    sketches.remove([number(OCTOBER, 1)])

    assert sketches.meet([OCTOBER], sketch(1)).shared == {number(OCTOBER, 2): 1}


def test_entries_of_all_28_bits_have_their_place(sketches):
    largest = (1 << 28) - 1
    sketches.add(number(OCTOBER, (1 << PLACES) - 1), (0, largest), frozenset())

    met = sketches.meet([OCTOBER], (0, largest))

    assert met.shared == {number(OCTOBER, (1 << PLACES) - 1): 2}


def test_a_month_that_another_process_has_begun_is_found(tmp_path):
    mine, others = (sqlite3.connect(tmp_path / "file", isolation_level=None) for _ in range(2))
    one, other = Sketches(mine), Sketches(others)
    one.begin()
    empty = one.meet([OCTOBER], sketch(1)).shared

    other.add(number(OCTOBER, 1), sketch(1), frozenset())
    one.begin()
    one.add(number(OCTOBER, 2), sketch(1), frozenset())

    assert empty == {}
    assert one.meet([OCTOBER], sketch(1)).shared.total() == 2
