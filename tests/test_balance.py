from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsbot.balance import Balance, Place, form_of
from newsbot.state.looks import NEW, WELL, Look

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
OLD, MOVED = "https://waldbote.test/artikel/7", "https://waldbote.test/neu/artikel/7"
PLACE = Place("Politik", OLD, NOW)
SPORTS, LATER, ELSEWHERE = (
    PLACE._replace(section="Sport"),
    PLACE._replace(since=NOW + DAY),
    PLACE._replace(url=MOVED),
)


def balance(*, gone=(), well=(), other=()):
    """Return the balance of known articles that stand there, and of *other* looks."""
    met = [*(("gone", place) for place in gone), *((WELL, place) for place in well)]
    looks = [Look(str(n), "", OLD, what, NOW) for n, (what, _) in enumerate(met)]
    places = {str(n): place for n, (_, place) in enumerate(met)}
    return Balance([*looks, *(Look(what, "", OLD, what, NOW) for what in other)], places)


def believed(**looks):
    """Return of how many articles it is believed that they are gone."""
    weighed = balance(**looks)
    return sum(weighed.is_believed(look) for look in weighed.doubted)


def test_one_alone_is_not_believed_to_be_gone():
    assert believed(gone=[PLACE]) == 0


def test_it_is_where_another_answers_well():
    assert believed(gone=[PLACE], well=[PLACE]) == 1


@pytest.mark.parametrize(("well", "count"), [(2, 0), (3, 3)])
def test_as_many_are_believed_as_answer_well(well, count):
    assert believed(gone=[PLACE] * 3, well=[PLACE] * well) == count


def test_a_section_that_is_at_fault_is_not_believed_however_many_others_answer():
    assert believed(gone=[PLACE] * 2, well=[SPORTS] * 9) == 0


def test_one_that_is_alone_in_its_section_is_weighed_with_all():
    assert believed(gone=[PLACE], well=[SPORTS]) == 1


def test_articles_that_came_later_say_nothing():
    assert believed(gone=[PLACE], well=[LATER]) == 0
    assert believed(gone=[LATER], well=[PLACE]) == 1


def test_nor_do_those_at_addresses_of_another_form():
    assert believed(gone=[PLACE], well=[ELSEWHERE] * 9) == 0


def test_nor_do_articles_that_are_new():
    assert believed(gone=[PLACE], other=[NEW]) == 0


@pytest.mark.parametrize(("other", "count"), [(["not found"], 0), (["not found", NEW], 1)])
def test_of_one_never_kept_any_article_that_answers_will_do(other, count):
    assert believed(other=other) == count


FOUND = {"sports": SPORTS, "later": LATER, "elsewhere": ELSEWHERE, "near": PLACE}


def test_the_nearest_article_is_wanted_as_a_witness():
    assert balance(gone=[PLACE]).wanted(FOUND) == "near"


def test_another_of_its_form_is_where_there_is_none():
    assert balance(gone=[PLACE]).wanted({"later": LATER, "sports": SPORTS}) == "sports"


@pytest.mark.parametrize(
    "looks",
    [
        pytest.param({}, id="nothing is gone"),
        pytest.param({"gone": [PLACE], "well": [PLACE]}, id="enough answer"),
        pytest.param({"other": ["not found"]}, id="it was never kept"),
    ],
)
def test_none_is_wanted_where(looks):
    assert balance(**looks).wanted(FOUND) is None


def test_nor_is_one_that_would_say_nothing():
    assert balance(gone=[PLACE]).wanted({"later": LATER, "elsewhere": ELSEWHERE}) is None


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/2026/11/cau-moi-1012/", "/*/*/*"),
        ("/kinh-te/cau-moi-1012.html", "/kinh-te/*"),
        ("/cau-moi-1012.html", "/*"),
        ("/cau-qua-song-da-thong-xe/1012/", "/*/*"),
        ("/viewer.aspx?id=7", "/*"),
    ],
)
def test_the_form_of_an_address_is_without_what_is_the_articles_own(path, form):
    assert form_of(f"https://waldbote.test{path}") == form
