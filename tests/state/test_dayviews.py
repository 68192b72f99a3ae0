from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from newsbot.state import State
from newsbot.state.dayviews import OTHER, SHOWN, DayPage, DayView

NOW = datetime(2024, 10, 25, 12, tzinfo=UTC)
PAGE = DayPage("GET https://waldbote.test/{day}", date(2024, 10, 23))


@pytest.fixture
def views():
    state = State()
    yield state.dayviews
    state.close()


def look(views, keys, *, agreed=1, outcome=SHOWN, page=PAGE, days=0):
    views.look(page, DayView(NOW + timedelta(days=days), agreed, outcome), keys)
    return views.of(page)


def test_a_day_never_looked_at_has_no_view(views):
    assert views.of(PAGE) is None


def test_looks_that_show_the_same_agree(views):
    look(views, ["7", "8"])

    assert look(views, ["8", "7"], days=1) == (NOW + timedelta(days=1), 2, SHOWN)


def test_a_look_that_shows_something_else_begins_anew(views):
    look(views, ["7"], agreed=2)

    assert look(views, ["7", "8"]).agreed == 1


def test_a_template_is_better_that_showed_days_which_are_no_months(views):
    look(views, ["7"], page=DayPage("d/m", date(2024, 10, 11)))
    look(views, ["7"], page=DayPage("m/d", date(2024, 10, 13)))

    assert views.is_better("m/d", "d/m")
    assert not views.is_better("d/m", "m/d")


def test_pages_of_days_are_used_once_one_showed_its_day(views):
    look(views, [], outcome=OTHER)
    before = views.is_used()

    look(views, ["7"])

    assert not before
    assert views.is_used()


def test_a_day_is_open_that_no_page_shows_where_others_show_theirs(views):
    today = date(2024, 10, 23)
    pages = [DayPage("a", date(2024, 10, number)) for number in (8, 9, 20, 21)]
    for page in pages:
        look(views, [], outcome=OTHER, page=page)
    before = views.open(today)

    look(views, ["7"], page=DayPage("a", date(2024, 10, 1)))
    look(views, ["7"], page=DayPage("b", date(2024, 10, 20)))

    assert before == ()
    assert views.open(today) == (date(2024, 10, 21), date(2024, 10, 9))


def test_a_template_is_better_that_showed_a_day_which_the_other_did_not(views):
    page = DayPage("m/d", date(2024, 10, 5))
    look(views, ["7"], page=page)
    before = views.is_better("m/d", "d/m")

    look(views, ["8"], page=page._replace(template="d/m"), outcome=OTHER)

    assert not before
    assert views.is_better("m/d", "d/m")
    assert views.count("d/m") == 1
