from __future__ import annotations

import pytest

from newsbot.profilekeys import DayPages
from newsbot.state import State
from newsbot.state.listings import Entry

LISTING = "GET https://waldbote.test/"


@pytest.fixture
def listings():
    state = State()
    yield state.listings
    state.close()


def test_a_listing_never_looked_at_showed_nothing(listings):
    assert listings.entries(LISTING) == []


def test_what_a_listing_showed_keeps_its_order(listings):
    listings.replace(LISTING, [Entry("8", "b"), Entry("7", ""), Entry("9", "a")])

    assert listings.entries(LISTING) == [("8", "b"), ("7", ""), ("9", "a")]


def test_only_the_last_look_counts(listings):
    listings.replace(LISTING, [Entry("8", ""), Entry("7", "")])
    listings.replace(LISTING, [Entry("9", "")])

    assert listings.entries(LISTING) == [("9", "")]


def test_a_listing_may_show_nothing_any_more(listings):
    listings.replace(LISTING, [Entry("8", "")])
    listings.replace(LISTING, [])

    assert listings.entries(LISTING) == []


def test_one_listing_does_not_touch_another(listings):
    listings.replace(LISTING, [Entry("8", "")])
    listings.replace(f"{LISTING}sport/", [Entry("9", "")])

    assert listings.entries(LISTING) == [("8", "")]


def test_what_a_listing_showed_once_is_never_new_again(listings):
    listings.replace(LISTING, [Entry("8", "")])
    listings.replace(LISTING, [Entry("9", "")])

    assert listings.has_shown("8")
    assert listings.has_shown("9")
    assert not listings.has_shown("7")


def test_what_an_index_names_at_first_is_not_new_but_what_it_names_later(listings):
    listings.name_parts(LISTING, ["GET a"])
    listings.name_parts(LISTING, ["GET a", "GET b"])

    assert [listings.is_new_part(part) for part in ("GET a", "GET b")] == [False, True]


def test_a_part_of_an_index_is_new_until_it_is_looked_at(listings):
    for parts in (["GET a"], ["GET a", "GET b"], ["GET a", "GET b"]):
        listings.name_parts(LISTING, parts)
    was_new = listings.is_new_part("GET b")

    listings.open_part("GET b")

    assert was_new
    assert not listings.is_new_part("GET b")


def test_a_form_is_remembered_once():
    listings = State().listings
    form = DayPages("https://waldbote.test/tag", "POST", {"d": "{day:%d}"})
    listings.remember_form(form)
    listings.remember_form(form)

    assert listings.forms() == [form]


def test_an_article_that_is_forgotten_was_never_listed(listings):
    listings.replace(LISTING, [Entry("8", ""), Entry("7", ""), Entry("9", "")])

    listings.forget(["7"], lambda _: False)

    assert listings.entries(LISTING) == [("8", ""), ("9", "")]
    assert not listings.has_shown("7")


def test_a_form_on_a_page_that_is_forgotten_goes_too(listings):
    listings.remember_form(DayPages("https://waldbote.test/artikel/7", "POST", {"d": "{day:%d}"}))
    listings.remember_form(DayPages("https://waldbote.test/tag", "POST", {"d": "{day:%d}"}))

    listings.forget([], lambda url: url.endswith("/artikel/7"))

    assert [form.url for form in listings.forms()] == ["https://waldbote.test/tag"]
