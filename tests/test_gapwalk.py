from __future__ import annotations

from datetime import timedelta

from newsbot.walk import Walk
from tests.walks import (
    HOME,
    LATER,
    NOW,
    SECOND,
    first_run,
    look_again,
    new_run,
    section,
    settled,
    take,
)


def test_a_page_with_nothing_known_proves_a_gap_and_everything_is_asked():
    state = first_run(4, 3, 2, 1)

    walk, behind = look_again(state, 28, 27, 26, 25)

    assert walk.run.alarm
    assert [gap.since for gap in state.gaps.open().values()] == [NOW]
    assert [step.url for step in behind] == [SECOND]


def test_a_page_whose_articles_others_have_shown_proves_none():
    state = first_run(4, 3, 2, 1)
    walk = Walk(new_run(state, now=LATER))
    take(walk, section(f"{HOME}/alle/"), 28, 27, 26, 25, 4)

    take(walk, section(), 28, 27, 26, 25)

    assert not walk.run.alarm


def test_a_short_listing_proves_no_gap():
    walk, _ = look_again(first_run(3, 2, 1), 28, 27, 26)

    assert not walk.run.alarm


def test_a_gap_is_healed_by_a_page_with_something_known():
    state = first_run(4, 3, 2, 1)
    walk, (second,) = look_again(state, 28, 27, 26, 25)
    (third,) = take(walk, second, 24, 23, 22, 21, next=f"{HOME}/lokales/?p=3")
    open_then = state.gaps.open()

    take(walk, third, 5, 4, 3)

    assert open_then
    assert state.gaps.open() == {}
    assert state.gaps.count(walk.run.state.urls.run) == {"found": 1, "healed": 1}


def test_a_walk_that_breaks_off_is_walked_again_by_the_next_run():
    state = first_run(4, 3, 2, 1)
    walk, (second,) = look_again(state, 28, 27, 26, 25)
    list(walk.missed(second, 503))
    walk.finish()

    again, behind = look_again(state, 28, 27, 26, 25, now=LATER + timedelta(hours=1))
    take(again, behind[0], 24, 23, 5, 4)

    assert [step.url for step in behind] == [SECOND]
    assert state.gaps.open() == {}


def test_a_walk_that_breaks_off_for_days_is_left_to_the_others():
    state = first_run(4, 3, 2, 1)
    for days in range(9):
        now = LATER + timedelta(days=days)
        walk, behind = look_again(state, 28, 27, 26, 25, now=now)
        for step in behind:
            list(walk.missed(step, 503))

    assert state.gaps.open() == {}
    assert walk.run.settled() is not None


def test_a_walk_whose_articles_all_failed_is_walked_again():
    state = first_run(4, 3, 2, 1)
    walk, (second,) = look_again(state, 9, 8, 7, next=SECOND)

    assert walk.turn(second) is None
    assert list(state.gaps.open()) == [section().address]
    assert walk.run.settled() is None


def test_a_gap_beyond_the_end_of_a_listing_is_left_to_the_others():
    state = first_run(4, 3, 2, 1)
    walk, _ = look_again(state, 28, 27, 26, 25, next=None)
    walk.finish()

    assert state.gaps.open() == {}
    assert len(state.gaps.unhealed()) == 1


def test_a_gap_of_one_listing_is_closed_where_others_met_what_was_known():
    state = first_run(4, 3, 2, 1)
    walk, _ = look_again(state, 28, 27, 26, 25, next=None)
    take(walk, section(f"{HOME}/sport/"), 4, 3)
    take(walk, section(f"{HOME}/alle/"), 28, 27, 26, 25, 24, 4)
    walk.finish()

    assert state.gaps.unhealed() == []


def test_a_gap_stays_where_others_that_met_what_was_known_show_less():
    state = first_run(4, 3, 2, 1)
    walk, _ = look_again(state, 28, 27, 26, 25, next=None)
    take(walk, section(f"{HOME}/sport/"), 28, 4, 3)
    walk.finish()

    assert len(state.gaps.unhealed()) == 1


def test_no_later_run_closes_a_gap_that_could_not_be_walked_back():
    state = first_run(4, 3, 2, 1)
    walk, _ = look_again(state, 28, 27, 26, 25, next=None)
    walk.finish()
    settled(state, LATER)

    again, _ = look_again(state, 29, 28, 27, 26, next=None, now=LATER + timedelta(hours=6))
    again.finish()

    assert len(state.gaps.unhealed()) == 1


def test_what_is_pinned_on_a_listing_hides_no_gap():
    state = first_run(1)
    for day in range(1, 4):
        now = NOW + timedelta(days=day)
        shown = [1, *range(4 * day + 1, 4 * day - 3, -1)]
        look_again(state, *shown, next=None, now=now)
        settled(state, now)

    walk, _ = look_again(state, 1, 99, 98, 97, 96, next=None, now=NOW + timedelta(days=9))

    assert walk.run.alarm


def test_a_listing_that_shows_nothing_for_a_while_does_not_forget_what_it_showed():
    state = first_run(4, 3, 2, 1)
    struck, _ = look_again(state, next=None)
    struck.finish()
    assert struck.run.settled() is None

    walk, _ = look_again(state, 28, 27, 26, 25, next=None, now=LATER + timedelta(days=5))

    assert [gap.since for gap in state.gaps.unhealed()] == [NOW]
    assert walk.run.alarm


def test_a_walk_that_broke_off_twice_is_walked_a_third_time():
    state = first_run(4, 3, 2, 1)
    for hours in (0, 1):
        now = LATER + timedelta(hours=hours)
        walk, behind = look_again(state, 28, 27, 26, 25, now=now)
        list(walk.missed(behind[0], 503))
        settled(state, now)

    walk, (second,) = look_again(state, 28, 27, 26, 25, now=LATER + timedelta(hours=2))
    take(walk, second, 24, 23, 4, 3, next=None)

    assert state.gaps.open() == {}


def test_day_pages_are_wanted_only_while_nothing_else_closes_a_gap():
    state = first_run(4, 3, 2, 1)
    walk, _ = look_again(state, 28, 27, 26, 25, next=None)
    wanted = walk.paging.wants_days()

    take(walk, section(f"{HOME}/alle/"), 28, 27, 26, 25, 4)

    assert wanted
    assert not walk.paging.wants_days()
