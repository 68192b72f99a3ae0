from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from newsbot.rhythm import Rhythm
from newsbot.state import State
from newsbot.step import NEXT_PAGE
from newsbot.walk import Walk
from tests.walks import (
    HOME,
    LATER,
    NOW,
    SECOND,
    first_run,
    keep,
    listing,
    look_again,
    new_run,
    section,
    settled,
    take,
)


def test_the_page_behind_a_listing_waits_for_its_articles():
    (behind,) = take(Walk(new_run()), section(), 8, 7, next=SECOND)

    assert (behind.priority, behind.after, behind.root) == (
        NEXT_PAGE,
        ("8", "7"),
        section().address,
    )


@pytest.mark.parametrize(
    ("age", "leads_on"), [(1, True), (30, False)], ids=["of the window", "older"]
)
def test_a_first_run_goes_on_while_a_page_shows_articles_of_the_window(age, leads_on):
    walk = Walk(new_run())
    (behind,) = take(walk, section(), 7, next=SECOND)
    keep(walk.run, 7, NOW.date() - timedelta(days=age))

    assert (walk.turn(behind) is not None) is leads_on


def test_a_page_that_shows_nothing_new_is_the_last():
    _, behind = look_again(first_run(8, 7), 8, 7)

    assert behind == []


def test_what_is_pinned_on_top_does_not_end_the_walk():
    _, behind = look_again(first_run(5, 4, 3), 5, 9, 8, 4)

    assert [step.url for step in behind] == [SECOND]


def test_so_many_new_entries_as_never_hid_any_behind_them_end_the_walk():
    state = first_run(6, 5, 4, 3, 2, 1)
    walk, (behind,) = look_again(state, 8, 7, 6, 5, 4, 3)
    take(walk, behind, 2, 1)
    settled(state, LATER)

    _, again = look_again(state, 10, 9, 8, 7, 6, 5, now=LATER + timedelta(hours=6))
    _, more = look_again(state, 14, 13, 12, 11, 10, 9, now=LATER + timedelta(hours=9))

    assert again == []
    assert [step.url for step in more] == [SECOND]


def test_what_was_safe_is_no_longer_where_the_page_behind_held_something_new():
    state = first_run(6, 5, 4, 3, 2, 1)
    state.rhythms.set_safe(section().address, 5)
    walk, (behind,) = look_again(state, 12, 11, 10, 9, 8, 7, 6)
    assert state.rhythms.of(section().address).safe == 5

    take(walk, replace(behind, fresh=4), 99, 5)

    assert state.rhythms.of(section().address).safe == 0


def test_once_a_week_the_walk_goes_to_the_edge_of_the_window():
    state = first_run(8, 7, 6)

    _, behind = look_again(state, 8, 7, 6, now=NOW + timedelta(days=7))

    assert [step.url for step in behind] == [SECOND]


def test_a_page_with_something_known_proves_none():
    walk, _ = look_again(first_run(4, 3, 2, 1), 28, 27, 26, 4)

    assert not walk.run.alarm


def test_a_walk_that_was_cut_goes_on_though_the_list_has_moved_by_a_page():
    state = State()
    asked = {"since": "first"}
    (second,) = take(Walk(new_run(state, **asked)), section(), 8, 7, next=SECOND)

    walk = Walk(new_run(state, **asked))
    (third,) = take(walk, second, 8, 7, next=f"{HOME}/lokales/?p=3")

    assert third.number == 3


def test_a_list_that_turns_in_a_circle_is_left():
    walk = Walk(new_run(since="first"))
    (second,) = take(walk, section(), 8, 7, next=SECOND)
    (third,) = take(walk, second, 6, 5, next=f"{HOME}/lokales/?p=3")

    assert take(walk, third, 8, 7, next=f"{HOME}/lokales/?p=4") == []


def test_a_list_that_answers_any_page_past_its_last_with_its_last_is_left():
    walk = Walk(new_run(since="first"))
    (second,) = take(walk, section(), 8, 7, next=SECOND)
    (third,) = take(walk, second, 6, 5, next=f"{HOME}/lokales/?p=3")

    assert take(walk, third, 6, 5, next=f"{HOME}/lokales/?p=4") == []


@pytest.mark.parametrize(
    ("ages", "reaches"), [((1, 2, 3), True), ((1, 30, 31), False)], ids=["inside", "before"]
)
def test_a_range_is_left_where_most_entries_say_they_are_older(ages, reaches):
    walk = Walk(new_run(since="2024-10-13"))
    pages = [listing(n, day=NOW.date() - timedelta(days=age)) for n, age in enumerate(ages)]
    page = listing(next=SECOND, articles=[entry for one in pages for entry in one.articles])
    (behind,) = (s for s in walk.from_listing(page, section()) if s.key is None)

    assert (walk.turn(behind) is not None) is reaches


def test_a_load_more_address_is_followed_batch_by_batch_until_one_is_empty():
    walk = Walk(new_run())
    more = section(more=HOME + "/mehr?seite={page}")

    (behind,) = take(walk, more, 7)

    assert (behind.url, behind.number) == (f"{HOME}/mehr?seite=2", 2)
    assert take(walk, behind) == []


def test_an_index_is_as_vain_as_the_best_that_it_leads_to():
    state = State()
    for name in ("index", "a", "b"):
        rhythm = Rhythm(looked=NOW, vain=5)
        state.rhythms.keep(f"GET {HOME}/{name}.xml", "sitemap", rhythm, standing=False)
    walk = Walk(new_run(settled(state), now=LATER))
    for name, numbers in (("a", (1, 2)), ("b", ())):
        part = section(f"{HOME}/{name}.xml", via=f"{HOME}/index.xml")
        part = replace(part, channel="sitemap")
        day = NOW.date()
        list(walk.from_listing(listing(*numbers, 9, day=day), part))

    walk.finish()

    assert state.rhythms.of(f"GET {HOME}/index.xml").vain == 0
