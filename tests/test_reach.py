from __future__ import annotations

from datetime import date, timedelta

import pytest

from newsbot.pages.listed import Further
from newsbot.reach import Reach
from newsbot.state import State
from newsbot.state.listings import Entry
from newsbot.step import Step
from tests.walks import HOME, NOW, listing, new_run, section, settled

SITEMAP = Step(url=f"{HOME}/sitemap.xml", channel="sitemap")
PART = Step(url=f"{HOME}/2.xml", channel="sitemap")
OLD = NOW.date() - timedelta(days=30)


def reached(page, step=SITEMAP, state=None, **arguments):
    """Return the numbers of the articles of *page* that a run with these *arguments* is after."""
    entries = Reach(new_run(state, **arguments)).entries(page, step)
    return numbers(entries)


def numbers(entries):
    return [int(entry.url.rpartition("/")[2]) for entry in entries]


def with_new_part():
    """Return a state in which the sitemap has named a part at a second look."""
    state = State()
    for parts in ([f"GET {HOME}/1.xml"], [f"GET {HOME}/1.xml", PART.address]):
        state.listings.name_parts(SITEMAP.address, parts)
    return state


def looked_at(step, *shown):
    """Return a state that has settled all, with a listing that showed these articles."""
    state = settled(State())
    state.listings.replace(step.address, [Entry(str(number), "") for number in shown])
    return state


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


def test_a_sitemap_entry_that_another_sitemap_once_showed_is_not_new():
    state = looked_at(PART, 8)
    state.listings.replace(PART.address, [])
    state.listings.replace(SITEMAP.address, [Entry("7", "")])

    assert reached(listing(7, 8, 9), state=state) == [9]


def test_what_was_followed_before_is_reached_where_a_sitemap_shows_it_first():
    state = looked_at(section(), 8)
    state.urls.show("8", f"{HOME}/artikel/8", "section", NOW)
    state.listings.replace(SITEMAP.address, [Entry("7", "")])

    assert reached(listing(7, 8), state=state) == [8]


def test_all_of_a_sitemap_is_new_that_is_new_to_its_index():
    state = with_new_part()

    assert reached(listing(7, 8), PART, state) == [7, 8]
    assert reached(listing(7, 8), PART, state) == []


def test_a_sitemap_new_to_its_index_that_is_empty_at_first_is_still_new():
    state = with_new_part()
    reached(listing(), PART, state)

    assert reached(listing(7), PART, state) == [7]


def test_an_old_date_in_a_sitemap_new_to_its_index_is_believed():
    assert reached(listing(7, stamp="2024-09-30"), PART, with_new_part()) == []


def test_a_sitemap_new_to_its_index_that_lists_thousands_is_an_archive():
    assert reached(listing(*range(2001)), PART, with_new_part()) == []


def test_an_index_tells_which_of_its_sitemaps_are_new():
    state = State()
    reach = Reach(new_run(state))
    for names in ("1", "12"):
        links = tuple(Further(f"{HOME}/{name}.xml", "sitemap") for name in names)
        list(reach.further(listing(further=links), SITEMAP))

    assert state.listings.is_new_part(PART.address)
    assert not state.listings.is_new_part(f"GET {HOME}/1.xml")


def test_an_entry_dated_before_the_window_is_late_where_nothing_has_shown_it():
    state = looked_at(section(), 7)
    state.listings.replace(f"{section().address}?seite=2", [Entry("8", "")])
    state.urls.show("9", f"{HOME}/artikel/9", "seed", NOW)

    late = Reach(new_run(state)).late(listing(7, 8, 9, 10, day=OLD), section())

    assert numbers(late) == [10]


@pytest.mark.parametrize(
    ("step", "arguments"),
    [
        (section(f"{HOME}/neu/"), {}),
        (section(root=section().address), {}),
        (section(), {"since": "2024-10-20"}),
    ],
    ids=["a first look", "a page behind another", "a range"],
)
def test_an_entry_dated_before_the_window_is_no_news(step, arguments):
    run = new_run(looked_at(section(), 7), **arguments)

    assert Reach(run).late(listing(8, day=OLD), step) == []


def test_a_run_takes_few_old_entries_for_news():
    reach = Reach(new_run(looked_at(section(), 7)))

    assert len(reach.late(listing(*range(20, 28), day=OLD), section())) == 8
    assert len(reach.late(listing(*range(30, 38), day=OLD), section())) == 2


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


def test_sitemaps_are_followed_through_an_index_of_indexes_and_no_further():
    run = new_run()
    link = Further(f"{HOME}/deeper.xml", "sitemap")
    step, depths = SITEMAP, []
    while followed := list(Reach(run).further(listing(further=(link,)), step)):
        step = followed[0]
        depths.append(step.depth)

    assert depths == [1, 2]
    assert run.troubles.listings == {"sitemap too deep": 1}


def test_a_listing_met_on_a_page_stands_for_later_runs_but_not_a_part_of_an_index():
    robots = Step(url=f"{HOME}/robots.txt", channel="sitemap")
    named = Further(f"{HOME}/sitemap.xml", "sitemap")

    assert [step.standing for step in further(named, robots)] == [True]
    assert [step.standing for step in further(named, SITEMAP)] == [False]
    assert [step.standing for step in further(Further(f"{HOME}/feed", "feed"))] == [True]


@pytest.mark.parametrize(
    ("changes", "is_chosen"),
    [({}, True), ({"via": HOME}, False), ({"standing": True}, False)],
    ids=["a page of the profile", "a page met", "a page met in an earlier run"],
)
def test_the_profile_chooses_the_sections_in_its_block_on_a_page_that_it_names(changes, is_chosen):
    link = Further(f"{HOME}/huyen/7", "section")
    page = Step(url=HOME, channel="seed", **changes)

    assert [step.chosen for step in further(link, page)] == [is_chosen]
