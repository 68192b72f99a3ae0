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


def test_articles_are_met_by_the_weight_of_the_entries_they_share(sketches):
    sketches.add(number(OCTOBER, 1), (1, 2, 3))
    sketches.add(number(OCTOBER, 2), (3, 4))

    met = sketches.meet([OCTOBER], (2, 3, 4))

    assert met == {number(OCTOBER, 1): (4, 6), number(OCTOBER, 2): (4, 6)}


def test_one_entry_is_enough_where_there_is_no_other(sketches):
    sketches.add(number(OCTOBER, 1), (1, 2))

    assert sketches.meet([OCTOBER], (1, 5)) == {}
    assert sketches.meet([OCTOBER], (1,)) == {number(OCTOBER, 1): (2, 2)}


def test_only_the_months_asked_for_are_searched(sketches):
    for month in (OCTOBER, NOVEMBER):
        sketches.add(number(month, 1), (1, 2))

    assert list(sketches.meet([NOVEMBER, NOVEMBER + 1], (1, 2))) == [number(NOVEMBER, 1)]


@pytest.mark.parametrize(
    ("others", "weight"),
    [
        pytest.param(28, (4, 6), id="rare"),
        pytest.param(29, (3, 5), id="of thirty"),
        pytest.param(98, (3, 5), id="of less than a hundred"),
    ],
)
def test_an_entry_of_thirty_articles_of_a_month_counts_half(sketches, others, weight):
    for place in range(others):
        sketches.add(number(OCTOBER, place), (1, 1000 + place))
    sketches.add(number(OCTOBER, 99), (1, 2))

    assert sketches.meet([OCTOBER], (1, 2, 3)) == {number(OCTOBER, 99): weight}


def test_three_entries_that_many_have_are_worth_a_look_and_two_are_not(sketches):
    for place in range(40):
        for entry in (1, 2, 3):
            sketches.add(number(OCTOBER, 100 * entry + place), (entry,))
    sketches.add(number(OCTOBER, 7), (1, 2, 3))
    sketches.add(number(OCTOBER, 8), (1, 2))

    assert sketches.meet([OCTOBER], (1, 2, 3, 4)) == {number(OCTOBER, 7): (3, 5)}


def test_an_entry_of_a_hundred_leads_to_none_and_does_not_count(sketches):
    for place in range(100):
        sketches.add(number(OCTOBER, place), (1, 1000 + place, 2000 + place))

    met = sketches.meet([OCTOBER], (1, 1007, 2007, 5000))

    assert met == {number(OCTOBER, 7): (4, 6)}


def test_a_sketch_of_which_a_third_is_of_a_hundred_leads_to_the_hundred(sketches):
    for place in range(100):
        sketches.add(number(OCTOBER, place), (1, 2, 3))

    assert len(sketches.meet([OCTOBER], tuple(range(1, 10)))) == 100
    assert sketches.meet([OCTOBER], tuple(range(1, 11))) == {}


def test_an_article_that_has_another_sketch_is_met_once_by_an_entry_of_both(sketches):
    one = number(OCTOBER, 1)
    sketches.add(one, (1, 2))
    for _ in range(2):
        sketches.revise(one, (2, 3, 4))

    assert sketches.meet([OCTOBER], (2, 3, 4)) == {one: (6, 6)}


def test_an_entry_of_so_many_articles_takes_no_more_room(sketches):
    for place in range(150):
        sketches.add(number(OCTOBER, place), (1,))

    ((size,),) = sketches._db.execute(f"SELECT length(places) FROM sketch_{OCTOBER}")
    assert size == 100 * 4


def test_an_article_taken_out_is_met_no_more(sketches):
    sketches.add(number(OCTOBER, 1), (1, 2))
    sketches.add(number(OCTOBER, 2), (1, 3))

    sketches.remove([number(OCTOBER, 1)])

    assert sketches.meet([OCTOBER], (1, 2, 3)) == {number(OCTOBER, 2): (4, 6)}


def test_nothing_is_left_of_an_article_taken_out(sketches):
    sketches.add(number(OCTOBER, 1), (1, 2))

    sketches.remove([number(OCTOBER, 1)])

    assert sketches._db.execute(f"SELECT * FROM sketch_{OCTOBER}").fetchall() == []


def test_the_last_place_and_an_entry_of_all_27_bits_are_kept(sketches):
    largest = (1 << 27) - 1
    sketches.add(number(OCTOBER, (1 << PLACES) - 1), (0, largest))

    met = sketches.meet([OCTOBER], (0, largest))

    assert met == {number(OCTOBER, (1 << PLACES) - 1): (4, 4)}


def test_places_that_look_like_text_are_kept_as_they_are(sketches):
    places = [0, 0x80, 0xD800, 0x27]
    for place in places:
        sketches.add(number(OCTOBER, place), (1,))

    assert list(sketches.meet([OCTOBER], (1,))) == [number(OCTOBER, place) for place in places]


def test_a_month_that_another_process_has_begun_is_found(tmp_path):
    mine, others = (sqlite3.connect(tmp_path / "file", isolation_level=None) for _ in range(2))
    one, other = Sketches(mine), Sketches(others)
    one.begin()
    empty = one.meet([OCTOBER], (1,))

    other.add(number(OCTOBER, 1), (1,))
    one.begin()
    one.add(number(OCTOBER, 2), (1,))

    assert empty == {}
    assert len(one.meet([OCTOBER], (1,))) == 2
