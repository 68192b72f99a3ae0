from __future__ import annotations

import re
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from newsbot.items import RelatedLink
from newsbot.pages.html import HtmlPage
from newsbot.pages.listed import Further
from newsbot.profile import parse_profile
from newsbot.profilekeys import DayPages
from newsbot.rhythm import Rhythm
from newsbot.state import State
from newsbot.state.gaps import Gap
from newsbot.state.purged import Takedown
from newsbot.step import Step
from newsbot.walk import Walk
from tests.walks import HOME, NOW, PROFILE, listing, new_run, section, settled


def walk(toml=PROFILE, state=None, **arguments):
    return Walk(new_run(state, toml, **arguments))


def addresses(steps):
    return [step.url.removeprefix(HOME) for step in steps]


def test_a_walk_starts_from_every_channel_of_the_profile():
    days = {("day", f"/archiv/2024/10/{day}/") for day in range(16, 24)}

    assert {(step.channel, step.url.removeprefix(HOME)) for step in walk().start()} == days | {
        ("sitemap", "/robots.txt"),
        ("seed", "/"),
        ("section", "/lokales/"),
        ("more", "/mehr?seite=1"),
    }


def test_a_listing_that_a_page_led_to_is_one_that_later_runs_begin_with():
    state = State()
    met = Further(f"{HOME}/sport/", "section")
    (step,) = (s for s in walk(state=state).from_listing(listing(further=(met,)), section()))
    list(walk(state=state).from_listing(listing(7), step))

    assert "/sport/" in addresses(walk(state=state).start())
    fixed = PROFILE.replace(', "nav"', "")
    assert "/sport/" not in addresses(walk(fixed, state=state).start())


def test_a_sitemap_of_an_index_is_asked_only_where_the_index_leads_to_it():
    state = State()
    part = Further(f"{HOME}/teil.xml", "sitemap")
    index = Step(url=f"{HOME}/sitemap.xml", channel="sitemap")
    (step,) = walk(state=state).from_listing(listing(further=(part,)), index)
    list(walk(state=state).from_listing(listing(7), step))

    assert "/teil.xml" not in addresses(walk(state=state).start())


def test_a_listing_is_left_out_until_it_is_due_again():
    state = State()
    state.rhythms.keep(
        section().address,
        "section",
        Rhythm(looked=NOW, pause=timedelta(hours=4)),
        standing=False,
    )
    own = walk(state=state)
    own.leave_out(section())

    assert not own.is_due(section())
    assert own.run.counts.not_due == 1
    assert own.run.next_due == NOW + timedelta(hours=4)
    assert walk(state=state, since="2024-10-20").is_due(section())


def test_a_listing_with_a_gap_is_due_at_once():
    state = State()
    rhythm = Rhythm(looked=NOW, pause=timedelta(hours=4))
    state.rhythms.keep(section().address, "section", rhythm, standing=False)
    state.gaps.find(Gap(section().address, NOW - timedelta(days=1), NOW), run=1)

    assert walk(state=state).is_due(section())


def test_where_a_listing_fails_all_are_asked_due_or_not():
    own = walk()

    list(own.missed(section(), 503))

    assert own.run.alarm


@pytest.mark.parametrize(("status", "settles"), [(503, False), (401, True), (404, True)])
def test_a_listing_that_may_answer_later_leaves_the_day_unsettled(status, settles):
    own = walk()

    list(own.missed(section(), status))

    assert (own.run.settled() is not None) is settles


def test_a_listing_that_has_failed_for_long_holds_up_nothing():
    state = settled(State(), NOW - timedelta(days=1))
    rhythm = Rhythm(looked=NOW - timedelta(days=8))
    state.rhythms.keep(section().address, "section", rhythm, standing=False)
    own = walk(state=state)

    list(own.missed(section(), 503))
    own.run.failed(section(), "HTTP 503")

    assert not own.run.alarm
    assert own.run.settled() == NOW.date()


@pytest.mark.parametrize(("days", "is_forgotten"), [(1, False), (8, True)])
def test_a_listing_that_is_gone_is_forgotten_after_a_while(days, is_forgotten):
    state = settled(State())
    rhythm = Rhythm(looked=NOW - timedelta(days=days))
    state.rhythms.keep(section().address, "section", rhythm, standing=True)
    own = walk(state=state)

    list(own.missed(section(), 404))

    assert (state.rhythms.of(section().address) is None) is is_forgotten
    assert not own.run.alarm


def test_a_listing_leads_to_its_articles_under_their_keys():
    steps = list(walk().from_listing(listing(7, 8), section()))

    assert [(step.key, step.channel) for step in steps] == [("7", "section"), ("8", "section")]


def test_a_listing_that_is_read_in_part_is_told_of():
    one = walk()
    list(one.from_listing(listing(7, is_cut=True), section()))
    list(one.from_listing(listing(8), section(f"{HOME}/sport/")))

    assert one.run.troubles.listings == {"listing too long": 1}


def test_an_entry_dated_before_the_window_is_passed_over():
    old = listing(7, day=NOW.date() - timedelta(days=8))

    assert addresses(walk().from_listing(old, section())) == []


def test_an_entry_dated_before_the_window_that_comes_late_is_followed():
    state = settled(State())
    day = NOW.date() - timedelta(days=30)
    list(walk(state=state).from_listing(listing(7, day=day), section()))

    steps = walk(state=state).from_listing(listing(8, 7, day=day), section())

    assert addresses(steps) == ["/artikel/8"]
    assert state.urls.day_of("8") == day


def test_a_day_still_to_come_is_no_day_of_publication():
    own = walk()

    steps = own.from_listing(listing(7, day=NOW.date() + timedelta(days=9)), section())

    assert addresses(steps) == ["/artikel/7"]
    assert own.urls.day_of("7") is None


def test_a_form_for_days_is_filled_with_the_newest_day():
    form = DayPages(f"{HOME}/tag", "POST", {"d": "{day.day}", "m": "{day:%m}"})

    step, *_ = walk().from_listing(listing(days=(form,)), section())

    assert (step.method, step.form) == ("POST", {"d": "23", "m": "10"})


def test_a_load_more_address_is_followed_batch_by_batch_until_one_is_empty():
    more = Step(url="", channel="more", more=HOME + "/mehr?seite={page}", number=1)

    assert addresses(walk().from_listing(listing(7), more))[-1] == "/mehr?seite=2"
    assert addresses(walk().from_listing(listing(), more)) == []


def article(day, *related):
    return SimpleNamespace(date=day, related=related)


PLAIN = parse_profile("waldbote", PROFILE.encode(), [])
NO_DAYS = HtmlPage(SimpleNamespace(url=HOME, text=""), PLAIN)
NO_DAYS.day_block = []


@pytest.mark.parametrize(
    ("day", "followed"),
    [(None, True), (date(2024, 10, 20), True), (date(2019, 1, 1), False)],
    ids=["undated", "inside the window", "before it"],
)
def test_a_related_link_is_followed_when_undated_or_inside_the_window(day, followed):
    link = RelatedLink(url=f"{HOME}/artikel/9", date=day)

    steps = walk().from_article(NO_DAYS, article(NOW.date(), link))

    assert bool(addresses(steps)) is followed


def test_related_links_of_an_article_outside_the_window_lead_nowhere():
    link = RelatedLink(url=f"{HOME}/artikel/9")

    assert addresses(walk().from_article(NO_DAYS, article(date(2011, 5, 15), link))) == []


def test_a_popular_article_is_not_followed():
    link = RelatedLink(url=f"{HOME}/artikel/9", kind="popular")

    assert addresses(walk().from_article(NO_DAYS, article(NOW.date(), link))) == []


EMPTY = HtmlPage(
    SimpleNamespace(url=f"{HOME}/artikel/8", text="<div data-action='/api/related/8'></div>"), PLAIN
)
EMPTY.day_block = []


def test_what_fills_an_empty_block_is_asked_for_once_in_a_run():
    own = walk(re.sub("(?m)^more .*", "", PROFILE))

    steps = [step for _ in range(2) for step in own.from_article(EMPTY, article(NOW.date()))]

    assert addresses(steps) == ["/api/related/8"]


def test_what_fills_a_block_is_not_asked_for_beside_related_links():
    link = RelatedLink(url=f"{HOME}/artikel/9", kind="editor")

    steps = walk().from_article(EMPTY, article(NOW.date(), link))

    assert addresses(steps) == ["/artikel/9"]


def test_what_fills_a_block_lists_articles_and_has_no_rhythm():
    own = walk()
    step = Step(url=f"{HOME}/api/related/8", channel="more", filler=True)

    steps = list(own.from_listing(listing("9"), step))

    assert addresses(steps) == ["/artikel/9"]
    assert own.run.state.rhythms.of(step.address) is None


def test_what_was_taken_down_is_neither_followed_nor_remembered():
    own = walk()
    own.run.state.purged.add(["7"], [], Takedown(NOW.date(), "names a minor"))

    steps = own.from_listing(listing(7, 8, stamp="x"), section())

    assert "/artikel/7" not in addresses(steps)
    assert own.urls.url_of("7") is None
    assert own.run.state.listings.entries(section().address) == [("8", "x")]
