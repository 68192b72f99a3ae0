from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from newsbot.pages.html import HtmlPage
from newsbot.pages.listed import Further, Listed
from newsbot.profile import parse_profile
from newsbot.profilekeys import DayPages
from newsbot.run import Run
from newsbot.state import State
from newsbot.state.purged import Takedown
from newsbot.step import LOST, NEXT_PAGE, Step
from newsbot.walk import QUIET_DAYS, Walk, fallen_out

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOME = "https://waldbote.test"
PROFILE = rf"""
domain = "waldbote.test"
timezone = "Europe/Berlin"
[links]
article = '/artikel/(?P<key>\d+)'
sections = ["{HOME}/lokales/", "nav"]
day = "{HOME}/archiv/{{day:%Y/%m/%d}}/"
more = "{HOME}/mehr?seite={{page}}"
"""


def walk(toml=PROFILE, state=None, **arguments):
    run = Run(
        parse_profile("waldbote", toml.encode(), []), state or State(), lambda: NOW, arguments
    )
    return Walk(run)


def listing(*numbers, day=None, stamp=None, **changes):
    shown = tuple(Listed(f"{HOME}/artikel/{n}", day, stamp) for n in numbers)
    blank = {"articles": shown, "further": (), "feeds": (), "next": None, "days": ()}
    return SimpleNamespace(**blank | changes)


def section(url=f"{HOME}/lokales/", **changes):
    return Step(url=url, channel="section", **changes)


def addresses(steps):
    return [step.url.removeprefix(HOME) for step in steps]


def keep(walk, number, day):
    """Have the article *number* kept as one of *day*, as a pipeline would."""
    articles = walk.run.state.articles
    articles._db.execute(
        "INSERT INTO article VALUES (?, 1, ?, ?, NULL, 'live', '', '', '{}')",
        (f"waldbote/{number}", day.isoformat()[:7], day.isoformat()),
    )
    articles.identify(str(number), f"waldbote/{number}")


def test_a_walk_starts_from_every_channel_of_the_profile():
    assert {(step.channel, step.url.removeprefix(HOME)) for step in walk().start()} == {
        ("sitemap", "/robots.txt"),
        ("seed", "/"),
        ("section", "/lokales/"),
        ("more", "/mehr?seite=1"),
        ("day", "/archiv/2024/10/23/"),
    }


def test_a_listing_leads_to_its_articles_under_their_keys():
    steps = list(walk().from_listing(listing(7, 8), section()))

    assert [(step.key, step.channel) for step in steps] == [("7", "section"), ("8", "section")]


def test_an_entry_dated_before_the_window_is_passed_over():
    old = listing(7, day=NOW.date() - timedelta(days=8))

    assert addresses(walk().from_listing(old, section())) == []


def test_a_sitemap_entry_without_a_date_is_left_to_whole_walks():
    entries, step = listing(7), Step(url=f"{HOME}/sitemap.xml", channel="sitemap")

    assert addresses(walk().from_listing(entries, step)) == []
    assert addresses(walk(since="first").from_listing(entries, step)) == ["/artikel/7"]


def test_a_sitemap_entry_last_changed_before_the_window_is_passed_over():
    step = Step(url=f"{HOME}/sitemap.xml", channel="sitemap")
    old, new = listing(7, stamp="2024-09-30T08:00:00Z"), listing(8, stamp="2024-10-20")

    assert addresses(walk(since="2024-10-01").from_listing(old, step)) == []
    assert addresses(walk(since="2024-10-01").from_listing(new, step)) == ["/artikel/8"]


def test_an_old_sitemap_of_an_index_is_not_opened():
    old = Further(f"{HOME}/2019.xml", "sitemap", date(2019, 12, 31))
    new = Further(f"{HOME}/2024.xml", "sitemap", date(2024, 10, 23))
    index = listing(further=(old, new))

    steps = walk().from_listing(index, Step(url=f"{HOME}/sitemap.xml", channel="sitemap"))

    assert addresses(steps) == ["/2024.xml"]


def test_the_page_behind_a_listing_waits_for_its_articles():
    first = listing(7, 8, next=f"{HOME}/lokales/?p=2")

    *_, behind = walk().from_listing(first, section())

    assert (behind.priority, behind.after) == (NEXT_PAGE, ("7", "8"))


@pytest.mark.parametrize(
    ("age", "leads_on"), [(1, True), (30, False)], ids=["of the window", "older"]
)
def test_a_page_leads_on_if_the_one_before_showed_an_article_of_the_window(age, leads_on):
    first = walk()
    keep(first, 7, NOW.date() - timedelta(days=age))

    assert first.leads_on(section(after=("7",))) is leads_on


def test_a_page_behind_articles_that_are_all_known_is_not_fetched_again():
    state = State()
    known = walk(state=state)
    list(known.from_listing(listing(7), section()))
    keep(known, 7, NOW.date())
    state.runs.end(known.run.name, NOW, NOW.date(), b"{}")

    assert not walk(state=state).leads_on(section(after=("7",)))


def test_what_an_unfinished_run_knew_is_walked_again():
    state = State()
    killed = walk(state=state)
    list(killed.from_listing(listing(7), section()))
    keep(killed, 7, NOW.date())

    assert walk(state=state).leads_on(section(after=("7",)))


def test_a_whole_walk_goes_on_to_the_last_page():
    assert walk(since="first").leads_on(section(after=("7",)))


def test_day_pages_are_walked_back_to_the_edge_of_the_window():
    days = DayPages(HOME + "/archiv/{day:%Y/%m/%d}/")
    step = Step(url="", channel="day", days=days, day=date(2024, 10, 17))

    assert addresses(walk().from_listing(listing(), step)) == ["/archiv/2024/10/16/"]
    edge = Step(url="", channel="day", days=days, day=date(2024, 10, 16))
    assert addresses(walk().from_listing(listing(), edge)) == []


def test_a_day_page_that_shows_what_the_day_after_showed_is_a_quiet_day():
    days = DayPages(HOME + "/archiv/{day:%Y/%m/%d}/")
    step = Step(url="", channel="day", days=days, day=date(2024, 10, 20), after=("7", "8"))

    (*_, before) = walk().from_listing(listing(7, 8), step)

    assert before.quiet == 1


def test_the_walk_back_ends_after_many_quiet_days():
    days = DayPages(HOME + "/archiv/{day:%Y/%m/%d}/")
    step = Step(url="", channel="day", days=days, day=date(2001, 1, 1), quiet=QUIET_DAYS)

    assert addresses(walk(since="first").from_listing(listing(), step)) == []


def test_the_walk_back_goes_to_the_first_day_over_any_silence():
    toml = PROFILE.replace("[links]", "[links]\nfirst_day = 2000-12-31")
    days = DayPages(HOME + "/archiv/{day:%Y/%m/%d}/")
    step = Step(url="", channel="day", days=days, day=date(2001, 1, 1), quiet=999)
    last = Step(url="", channel="day", days=days, day=date(2000, 12, 31))

    assert addresses(walk(toml, since="first").from_listing(listing(), step)) == [
        "/archiv/2000/12/31/"
    ]
    assert addresses(walk(toml, since="first").from_listing(listing(), last)) == []


def test_a_form_for_days_is_filled_with_the_newest_day():
    form = DayPages(f"{HOME}/tag", "POST", {"d": "{day.day}", "m": "{day:%m}"})

    (step,) = walk().from_listing(listing(days=(form,)), section())

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
    link = SimpleNamespace(url=f"{HOME}/artikel/9", date=day)

    steps = walk().from_article(NO_DAYS, article(NOW.date(), link))

    assert bool(addresses(steps)) is followed


def test_related_links_of_an_article_outside_the_window_lead_nowhere():
    link = SimpleNamespace(url=f"{HOME}/artikel/9", date=None)

    assert addresses(walk().from_article(NO_DAYS, article(date(2011, 5, 15), link))) == []


def test_an_article_whose_stamp_changed_is_due_again():
    state = State()
    first = walk(state=state)
    list(first.from_listing(listing(7, stamp="a"), section()))
    state.urls.settle("7", "kept", NOW, None)

    list(walk(state=state).from_listing(listing(7, stamp="b"), section()))

    assert state.urls.is_due("7", NOW)


def test_an_article_that_fell_out_of_a_listing_is_looked_at_unless_another_shows_it():
    state = State()
    list(walk(state=state).from_listing(listing(7, 8, 9), section()))
    second = walk(state=state)

    (lost,) = (s for s in second.from_listing(listing(7, 9), section()) if s.priority == LOST)
    worth = second.leads_on(lost)
    list(second.from_listing(listing(8), section(url=f"{HOME}/sport/")))

    assert (lost.key, worth, second.leads_on(lost)) == ("8", True, False)


@pytest.mark.parametrize(
    ("before", "now", "gone"),
    [
        (["3", "2", "1"], ["4", "3", "2"], []),
        (["3", "2", "1"], ["4", "3", "1"], ["2"]),
        (["3", "2", "1"], ["9", "8", "7"], []),
        ([], ["1"], []),
        (["3", "2", "1"], [], []),
        (["3", "2", "1"], ["2", "1"], ["3"]),
    ],
    ids=["pushed off", "a gap", "wholly new", "first look", "empty", "the first of them"],
)
def test_only_what_stood_before_something_still_shown_has_fallen_out(before, now, gone):
    assert fallen_out(before, now) == gone


def test_what_was_taken_down_is_neither_followed_nor_remembered():
    own = walk()
    own.run.state.purged.add(["7"], [], Takedown(NOW.date(), "names a minor"))

    steps = own.from_listing(listing(7, 8, stamp="x"), section())

    assert "/artikel/7" not in addresses(steps)
    assert own.urls.url_of("7") is None
    assert own.run.state.listings.entries(section().address) == [("8", "x")]
