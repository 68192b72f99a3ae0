from __future__ import annotations

from datetime import timedelta

import pytest

from newsbot.ledger.facts import DayPageView, Hole
from newsbot.ledger.settling import LYING, UNREACHED, UNSEEN, Settling
from tests.ledger.days import DAY, TODAY, after, at, facts, known, ran

UNAGREED = "no two whole looks on different days agree yet"
PAGE = "no two looks at its day page agree, one of them since 2024-10-26"
LISTING = "GET https://waldbote.test/kreis/"


def waits(missed=0, last_change=None, day=DAY, **changes):
    """Return what a day waits for, DAY unless another is given."""
    settling = Settling(facts(**changes))
    return list(settling.waits(day, missed, last_change or at(0, 12)))


def a_view(looked=4, agreed=2, honest=True, day=DAY):
    return DayPageView(day=day, looked=at(looked), agreed=agreed, honest=honest)


def a_hole(since=-1, until=2, is_open=True):
    return Hole(LISTING, at(since), at(until), is_open)


def test_a_day_is_settled_when_two_whole_looks_agree():
    assert waits() == []


def test_a_day_that_is_not_over_is_not_settled():
    assert waits(day=TODAY, until=TODAY) == ["it is not over"]


def test_a_day_with_an_article_to_be_fetched_is_not_settled():
    assert waits(missed=2) == ["2 to be fetched"]


def test_a_day_that_no_whole_run_looked_at_is_not_settled():
    assert waits(runs=[]) == [UNSEEN]


def test_a_day_looked_at_once_is_not_settled():
    assert waits(runs=[ran(1)]) == [UNAGREED]


def test_a_look_that_brought_something_new_agrees_with_a_later_one_only():
    runs = [ran(1), ran(2)]

    assert waits(runs=runs, last_change=at(2)) == [UNAGREED]
    assert waits(runs=[*runs, ran(3)], last_change=at(2)) == []


def test_a_day_is_not_settled_while_something_may_come_in_late():
    runs = [ran(1), ran(2)]
    late = "no whole look since 2024-10-26, for what comes in late"

    assert waits(runs=runs) == [late]
    assert waits(runs=[*runs, ran(3)]) == waits(runs=runs, lookback=timedelta(2)) == []


def test_a_site_where_nothing_comes_in_late_is_looked_at_when_the_day_is_over():
    assert waits(runs=[ran(1), ran(2)], lookback=timedelta(0)) == []


@pytest.mark.parametrize("number", [-1, 0, 2])
def test_a_day_under_a_gap_is_not_settled(number):
    day = after(number)
    holes = [a_hole()]

    assert waits(day=day, until=after(3), holes=holes) == [f"gap in {LISTING}"]


def test_a_gap_does_not_touch_the_days_beside_it():
    assert waits(holes=[a_hole(since=1)]) == waits(holes=[a_hole(until=-1)]) == []


def test_a_gap_given_up_is_closed_by_the_page_of_the_day_if_two_looks_at_it_agree():
    hole = a_hole(is_open=False)
    pages = [a_view(), a_view(agreed=1), a_view(honest=False), a_view(looked=1)]

    closed = [not Settling(facts(holes=[hole], views=[page])).gaps(DAY) for page in pages]

    assert closed == [True, False, False, False]
    assert Settling(facts(holes=[a_hole()], views=[a_view()])).gaps(DAY) == (LISTING,)


def test_where_a_site_has_day_pages_two_looks_at_that_of_the_day_must_agree():
    last = {"last_view": at(4)}

    assert waits(views=[a_view()], **last) == []
    assert waits(views=[a_view(agreed=1)], **last) == waits(**last) == [PAGE]


def test_a_day_page_must_have_been_looked_at_for_what_comes_in_late():
    last = {"last_view": at(4)}

    assert waits(views=[a_view(looked=2)], **last) == [PAGE]
    assert waits(views=[a_view(looked=3)], **last) == []


def test_one_of_several_day_pages_is_enough():
    views = [a_view(), a_view(agreed=1), a_view(honest=False)]

    assert waits(views=views, last_view=at(4)) == []


def test_a_day_page_that_shows_another_day_is_told_and_waited_for_no_more():
    views = [a_view(agreed=1, honest=False)]

    assert waits(views=views, last_view=at(4)) == []
    assert Settling(facts(views=views)).notes(DAY) == (LYING,)
    assert Settling(facts(views=[a_view()])).notes(DAY) == ()


def test_a_day_waits_for_no_page_where_none_is_looked_at_any_more():
    assert waits(last_view=at(0)) == []


def test_a_day_with_nothing_before_it_may_lie_beyond_the_end_of_the_listings():
    assert waits(articles=[known(0)]) == [UNREACHED]
    assert waits(articles=[known(-7), known(0)]) == []
    assert waits(articles=[known(-8), known(0)]) == [UNREACHED]


def test_a_related_link_does_not_tell_how_far_listings_reach():
    related = known(-1, channels=frozenset({"related"}))

    assert waits(articles=[related, known(0)]) == [UNREACHED]


def test_the_page_of_the_day_reaches_it_whatever_lies_before():
    assert waits(articles=[], views=[a_view()], last_view=at(4)) == []


def test_a_day_was_asked_for_if_any_run_was_after_it_however_it_ended():
    settling = Settling(facts(runs=[ran(3, settled=None, exit_code=75)]))

    assert [settling.was_asked_for(after(number)) for number in (-1, 0, 1)] == [False, True, True]


def test_the_channels_of_whole_runs_and_those_that_showed_something_have_looked():
    settling = Settling(facts(views=[a_view()]))
    shown = [frozenset({"day"}), frozenset({"related", "feed"})]

    assert settling.looked(DAY, shown) == {"day", "feed", "related", "section"}


def test_a_day_page_that_shows_another_day_has_not_looked():
    settling = Settling(facts(views=[a_view(honest=False)]))

    assert settling.looked(DAY, [frozenset({"day"})]) == {"feed", "section"}


def test_nothing_can_be_estimated_of_a_day_that_the_channels_did_not_see_whole():
    def blind(**changes):
        return Settling(facts(**changes)).blind(DAY)

    assert blind() == ""
    assert blind(runs=[]) == UNSEEN
    assert blind(articles=[known(0)]) == UNREACHED
    assert "run past" in blind(holes=[a_hole()])


def test_a_day_whose_page_does_not_show_it_is_not_settled_where_others_show_theirs():
    views = [a_view(honest=False)]

    assert waits(views=views, last_view=at(4), shows_days=True) == [LYING]
    assert waits(views=[*views, a_view()], last_view=at(4), shows_days=True) == []
