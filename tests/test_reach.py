from __future__ import annotations

from datetime import date, timedelta

import pytest

from newsbot.pages.listed import Further
from newsbot.reach import Reach
from newsbot.state import State
from newsbot.state.listings import Entry
from newsbot.step import Step
from tests.walks import HOME, NOW, listing, new_run, section

SITEMAP = Step(url=f"{HOME}/sitemap.xml", channel="sitemap")


def reached(page, step=SITEMAP, state=None, **arguments):
    """Return the numbers of the articles of *page* that a run with these *arguments* is after."""
    entries = Reach(new_run(state, **arguments)).entries(page, step)
    return [int(entry.url.rpartition("/")[2]) for entry in entries]


def further(link, step=SITEMAP, **arguments):
    """Return the steps to which a page leads that shows *link*."""
    return list(Reach(new_run(**arguments)).further(listing(further=(link,)), step))


def test_an_entry_dated_before_the_window_is_not_reached():
    assert reached(listing(7, day=NOW.date() - timedelta(days=8)), section()) == []
    assert reached(listing(7, day=NOW.date() - timedelta(days=6)), section()) == [7]
    assert reached(listing(7), section()) == [7]


def test_a_sitemap_entry_without_a_date_is_left_to_whole_walks():
    assert reached(listing(7)) == []
    assert reached(listing(7), since="first") == [7]


def test_a_sitemap_entry_last_changed_before_the_window_is_not_reached():
    assert reached(listing(7, stamp="2024-09-30T08:00:00Z"), since="2024-10-01") == []
    assert reached(listing(8, stamp="2024-10-20"), since="2024-10-01") == [8]


def test_a_sitemap_entry_that_was_not_there_at_the_last_look_is_new():
    state = State()
    state.listings.replace(SITEMAP.address, [Entry("7", "")])

    assert reached(listing(7, 8), state=state) == [8]


def test_stamps_that_a_sitemap_gives_all_its_entries_alike_say_nothing():
    assert reached(listing(*range(40), stamp="2024-10-23T10:00:00Z")) == []


@pytest.mark.parametrize(
    ("link", "is_opened"),
    [
        (Further(f"{HOME}/2019.xml", "sitemap", date(2019, 12, 31)), False),
        (Further(f"{HOME}/2024.xml", "sitemap", date(2024, 10, 23)), True),
        (Further(f"{HOME}/rest.xml", "sitemap"), True),
        (Further(f"{HOME}/11.xml", "sitemap", date(2024, 11, 30), date(2024, 11, 1)), False),
        (Further(f"{HOME}/tag/", "day", date(2024, 10, 1)), False),
        (Further(f"{HOME}/sport/", "section"), True),
    ],
    ids=["changed before", "changed since", "unknown", "of a later month", "a day", "a section"],
)
def test_a_listing_is_opened_that_may_hold_articles_of_the_window(link, is_opened):
    assert bool(further(link)) is is_opened


def test_a_listing_met_on_a_page_stands_for_later_runs_but_not_a_part_of_an_index():
    robots = Step(url=f"{HOME}/robots.txt", channel="sitemap")
    named = Further(f"{HOME}/sitemap.xml", "sitemap")

    assert [step.standing for step in further(named, robots)] == [True]
    assert [step.standing for step in further(named, SITEMAP)] == [False]
    assert [step.standing for step in further(Further(f"{HOME}/feed", "feed"))] == [True]
