from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsbot.budgets import ARTICLES, LISTINGS
from newsbot.pages.listed import Listed
from newsbot.profile import parse_profile
from newsbot.profilekeys import DayPages
from newsbot.rhythm import Rhythm
from newsbot.state import State
from newsbot.step import Step
from newsbot.traps import Traps

HOME = "https://waldbote.test"
NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)


@pytest.fixture
def state():
    state = State()
    state.begin_run(NOW)
    return state


@pytest.fixture
def traps(profile, state):
    return Traps(profile, state)


def listing(number, **changes):
    found = {"url": f"{HOME}/lich/{number}", "channel": "section", "via": HOME}
    return Step(**found | changes)


def article(number):
    return Step(url=f"{HOME}/artikel/{number}", channel="section", via=HOME, key=str(number))


def spend(traps):
    for number in range(LISTINGS.path):
        traps.read(listing(number), ())


def test_listings_of_a_pattern_that_bring_nothing_are_held_back_and_counted(traps):
    spend(traps)

    assert not traps.admit(listing(99))
    assert traps.left_out == {"/lich/{n}": 1}


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"via": None}, id="in the profile"),
        pytest.param({"chosen": True}, id="in a block of the profile"),
        pytest.param({"days": DayPages(url=f"{HOME}/lich/{{day:%d}}")}, id="a day of a range"),
        pytest.param({"channel": "sitemap"}, id="a sitemap"),
    ],
)
def test_what_is_named_or_has_other_bounds_is_not_held_back(traps, changes):
    spend(traps)

    assert traps.admit(listing(99, **changes))


def test_what_earlier_runs_met_on_a_page_is_held_back_like_the_rest(traps):
    spend(traps)

    assert not traps.admit(listing(99, via=None, standing=True))


def test_what_earlier_runs_know_is_asked_unless_its_pattern_is_spent(traps, profile, state):
    state.rhythms.keep(listing(99).address, "section", Rhythm(looked=NOW), standing=True)
    spend(traps)

    assert traps.admit(listing(99))
    traps.finish()
    assert Traps(profile, state).read(listing(99), ()) is False


def test_a_listing_of_articles_is_none_if_none_of_them_may_be_asked_for(traps):
    for number in range(ARTICLES.path):
        traps.wasted(f"{HOME}/artikel/{number}")
    for number in range(LISTINGS.path):
        traps.read(listing(number), [Listed(f"{HOME}/artikel/9{number}")])

    assert not traps.admit(article(999))
    assert not traps.admit(listing(99))


@pytest.mark.parametrize("form", ["/artikel/7?sid={}", "/artikel/7#{}", "/artikel/7-{}"])
def test_one_article_in_many_spellings_is_no_news(traps, form):
    for number in range(LISTINGS.path):
        traps.read(listing(number), [Listed(HOME + form.format(number))])

    assert not traps.admit(listing(99))


def test_without_a_pattern_of_articles_the_plain_address_tells_them_apart(state):
    traps = Traps(parse_profile("waldbote", b'domain = "waldbote.test"'), state)
    for number in range(LISTINGS.path):
        url = f"{HOME}/rat-stimmt-dem-umbau-zu-4711.html?fbclid={number}"
        traps.read(listing(number), [Listed(url)])

    assert not traps.admit(listing(99))


def test_an_article_with_a_text_that_others_had_is_no_other(traps, make_article):
    for number in range(ARTICLES.path + 1):
        traps.met(make_article(aliases=(f"{HOME}/artikel/{number}",)))

    assert not traps.admit(article(999))


def test_an_article_that_is_kept_may_be_looked_at_again(traps, state):
    for number in range(ARTICLES.path):
        traps.wasted(f"{HOME}/artikel/{number}")
    state.urls.show("7", f"{HOME}/artikel/7", "seed", NOW)
    state.urls.settle("7", "kept", NOW, None)

    assert traps.admit(article(7))


def test_the_runs_to_come_know_what_is_spent(traps, profile, state):
    spend(traps)
    traps.finish()

    later = Traps(profile, state)
    for number in range(LISTINGS.pattern // 4):
        later.read(listing(number), ())

    assert not later.admit(listing(99))


def test_what_one_run_left_out_the_next_one_asks_for(profile, state):
    steps = [
        Step(url=f"{HOME}/huyen/{number}", channel="section", via=HOME) for number in range(60)
    ]
    first = Traps(profile, state)
    asked = [step for step in steps if first.admit(step) and not first.read(step, ())]
    first.finish()

    second = Traps(profile, state)

    admitted = [step for step in steps if second.admit(step)]
    assert asked == steps[: LISTINGS.pattern]
    assert admitted == steps[LISTINGS.pattern :]
