from __future__ import annotations

from datetime import date, timedelta

import pytest

from newsbot.daywalk import QUIET_DAYS
from newsbot.profilekeys import DayPages
from newsbot.rhythm import VAIN, Rhythm
from newsbot.state import State
from newsbot.state.dayviews import EMPTY, OTHER, SHOWN, SWAPPED, DayPage, DayView
from newsbot.walk import Walk
from tests.walks import HOME, NOW, PROFILE, keep, listing, new_run, settled, take

DAYS = DayPages(HOME + "/archiv/{day:%Y/%m/%d}/")
TODAY = date(2024, 10, 23)


def day(number):
    return date(2024, 10, number)


def steps_of(walk):
    """Return the steps to day pages that *walk* starts with, by their days."""
    return {step.day.day: step for step in walk.start() if step.channel == "day"}


def due(state, **arguments):
    """Return the days of October 2024 that a run looks at."""
    walk = Walk(new_run(state, **arguments))
    return [number for number, step in steps_of(walk).items() if walk.is_due(step)]


def paying(state, *, vain=0):
    """Return *state* with a rhythm of the day pages, asked a day ago."""
    rhythm = Rhythm(looked=NOW - timedelta(days=1), pause=timedelta(hours=1), vain=vain)
    for name in (DAYS.name, f"{DAYS.name} past"):
        state.rhythms.keep(name, "day", rhythm, standing=False)
    return state


def look(state, number, agreed, *, days_ago=0, outcome=SHOWN):
    view = DayView(NOW - timedelta(days=days_ago), agreed, outcome)
    state.dayviews.look(DayPage(DAYS.name, day(number)), view, ["7"])


def test_a_first_run_looks_at_every_day_of_its_window():
    assert due(State()) == [23, 22, 21, 20, 19, 18, 17, 16]


def test_a_range_asks_one_day_after_the_other():
    walk = Walk(new_run(since="2024-10-01", until="2024-10-20"))
    (first,) = steps_of(walk).values()

    (second,) = take(walk, first, 7)

    assert (first.day, second.day) == (day(20), day(19))


def test_a_range_may_begin_with_its_oldest_day():
    walk = Walk(new_run(since="2024-10-01", until="2024-10-20", order="oldest"))
    (first,) = steps_of(walk).values()

    (second,) = take(walk, first, 7)

    assert (first.day, second.day) == (day(1), day(2))


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_a_range_ends_with_its_last_day(order):
    walk = Walk(new_run(since="2024-10-20", until="2024-10-20", order=order))
    (first,) = steps_of(walk).values()

    assert take(walk, first, 7) == []


def test_no_day_before_the_first_of_the_site_is_asked_for():
    toml = PROFILE.replace("[links]", "[links]\nfirst_day = 2024-10-19")

    assert due(State(), toml=toml) == [23, 22, 21, 20, 19]
    walk = Walk(new_run(toml=toml, since="first"))
    (step,) = take(walk, next(iter(steps_of(walk).values())))
    assert step.day == day(22)


def test_days_that_bring_something_are_looked_at_when_they_are_over_and_again_later():
    state = paying(settled(State()))
    look(state, 22, agreed=1)
    look(state, 21, agreed=1, days_ago=1)
    look(state, 20, agreed=1, days_ago=2)

    assert due(state) == [23, 20]


def test_a_day_that_is_over_is_looked_at():
    assert due(paying(settled(State()))) == [23, 22, 21, 20]


def test_days_that_repeat_what_others_show_are_looked_at_once_for_what_came_late():
    assert due(paying(settled(State()), vain=VAIN)) == [20]


def test_such_days_are_all_looked_at_while_no_news_come_in():
    state = paying(settled(State(), NOW - timedelta(days=2)), vain=VAIN)

    assert 23 in due(state)


def test_a_day_about_which_looks_agree_is_left():
    state = paying(settled(State()))
    look(state, 20, agreed=2)

    assert 20 not in due(state, now=NOW + timedelta(days=1))


def test_a_day_that_was_looked_at_early_is_looked_at_once_more_for_what_came_late():
    state = paying(settled(State()))
    look(state, 20, agreed=2, days_ago=1)

    assert 20 in due(state)


def judged(state, shown, kept, *, number=20):
    """Return the outcome of a look at the page of a day that showed the articles *shown*."""
    run = new_run(settled(state))
    walk = Walk(run)
    for article, of in kept.items():
        keep(run, article, of)
    take(walk, steps_of(walk)[number], *shown)
    walk.finish()
    return state.dayviews.of(DayPage(DAYS.name, day(number)))


def test_a_page_with_articles_of_its_day_shows_it():
    assert judged(State(), (7, 8), {7: day(20), 8: day(20)}).outcome == SHOWN


def test_a_page_without_articles_is_an_empty_day():
    assert judged(State(), (), {}).outcome == EMPTY


def test_a_page_that_shows_today_instead_is_found_out():
    assert judged(State(), (7, 8), {7: TODAY, 8: TODAY}).outcome == OTHER


def test_a_page_that_reads_the_month_first_is_found_out():
    shown = {7: date(2024, 5, 10), 8: date(2024, 5, 10)}
    walk = Walk(new_run(since="2024-10-01", until="2024-10-05"))
    (first,) = steps_of(walk).values()
    for number, of in shown.items():
        keep(walk.run, number, of)
    take(walk, first, *shown)

    walk.finish()

    assert walk.run.state.dayviews.of(DayPage(DAYS.name, day(5))).outcome == SWAPPED


def test_what_stands_on_the_pages_of_other_days_too_is_no_evidence():
    state = State()
    run = new_run(settled(state))
    walk = Walk(run)
    for article, of in {1: TODAY, 2: TODAY, 3: TODAY, 7: day(20), 8: day(21)}.items():
        keep(run, article, of)
    take(walk, steps_of(walk)[20], 1, 2, 3, 7)
    take(walk, steps_of(walk)[21], 1, 2, 3, 8)

    walk.finish()

    outcomes = [state.dayviews.of(DayPage(DAYS.name, day(n))).outcome for n in (20, 21)]
    assert outcomes == [SHOWN, SHOWN]


def test_a_look_that_brings_nothing_agrees_with_what_other_listings_told():
    state = State()
    state.urls.show("7", f"{HOME}/artikel/7", "section", NOW)

    assert judged(state, (7,), {}).agreed == 2
    assert judged(State(), (7,), {}).agreed == 1


def test_a_page_of_a_day_tells_the_day_of_articles_that_could_not_be_fetched():
    state = State()

    judged(state, (7, 8), {7: day(20)})

    assert state.urls.day_of("8") == day(20)


def walk_back(walk, step, answers):
    """Have *walk* take day after day, each showing what *answers* gives, until it ends."""
    asked = []
    while step:
        asked.append(step.day)
        following = take(walk, step, *answers(step.day))
        step = walk.turn(following[0]) if following else None
    return asked


def test_the_walk_back_ends_after_many_days_that_show_the_same():
    walk = Walk(new_run(since="first"))
    (first,) = steps_of(walk).values()

    asked = walk_back(walk, first, lambda _: (7, 8))

    assert len(asked) == QUIET_DAYS + 2


def test_the_walk_back_ends_after_many_days_that_show_today():
    walk = Walk(new_run(since="first"))
    (first,) = steps_of(walk).values()
    for number in range(500):
        keep(walk.run, number, TODAY)

    asked = walk_back(walk, first, lambda day: ((TODAY - day).days + 1,))

    assert len(asked) == QUIET_DAYS + 2


def test_the_walk_back_goes_to_the_first_day_over_any_silence():
    toml = PROFILE.replace("[links]", "[links]\nfirst_day = 2024-01-01")
    walk = Walk(new_run(toml=toml, since="first"))
    (first,) = steps_of(walk).values()

    assert walk_back(walk, first, lambda _: ())[-1] == date(2024, 1, 1)


def test_a_range_with_a_beginning_is_walked_over_a_silence():
    walk = Walk(new_run(since="2024-06-01"))
    (first,) = steps_of(walk).values()

    assert walk_back(walk, first, lambda _: ())[-1] == date(2024, 6, 1)


@pytest.mark.parametrize(
    ("reason", "following"),
    [
        pytest.param("HTTP 400", [19], id="refused"),
        pytest.param("malformed", [19], id="not to be read"),
        pytest.param("HTTP 503", [], id="may be there later"),
        pytest.param("certificate not trusted", [], id="the host's own fault"),
        pytest.param("HTTP 404", [], id="not there, which is told otherwise"),
    ],
)
def test_a_range_goes_on_without_a_day_whose_page_will_never_do(reason, following):
    walk = Walk(new_run(since="2024-10-01", until="2024-10-20"))
    (first,) = steps_of(walk).values()

    assert [step.day.day for step in walk.days.pass_over(first, reason)] == following


def test_the_pages_behind_the_first_of_a_past_day_are_always_looked_at():
    walk = Walk(new_run(settled(State())))

    (behind,) = take(walk, steps_of(walk)[20], 7, next=f"{HOME}/archiv/2024/10/20/2")

    assert behind.root
    assert listing(7)


def test_a_day_that_its_page_does_not_show_is_asked_for_every_day_for_two_weeks():
    state = paying(settled(State()))
    look(state, 1, agreed=2, days_ago=1)
    for number in (8, 9, 12):
        look(state, number, agreed=2, days_ago=number != 12, outcome=OTHER)

    assert due(state) == [23, 22, 21, 20, 9]


def test_a_day_of_an_outage_is_looked_at_though_other_listings_bring_most():
    state = paying(settled(State()), vain=VAIN)
    rhythm = Rhythm(looked=NOW - timedelta(days=2))
    state.rhythms.keep(DAYS.name, "day", rhythm, standing=False)

    assert due(state) == [23, 22, 20]


def test_todays_page_is_asked_for_ever_more_rarely_while_it_is_not_there():
    run = new_run(paying(settled(State())))
    walk = Walk(run)

    list(walk.missed(steps_of(walk)[23], 404))

    assert run.state.rhythms.of(DAYS.name).pause == timedelta(days=1)


def test_a_trial_is_no_part_of_the_walk_over_a_range():
    toml = PROFILE.replace("%Y/%m/%d", "%d-%m-%Y")
    walk = Walk(new_run(toml=toml, since="2024-10-01", until="2024-10-20"))
    (first,) = steps_of(walk).values()

    trial, following = walk.missed(first, 404)
    after = take(walk, trial, 7)

    assert (trial.trial, trial.url) == (True, f"{HOME}/archiv/10-20-2024/")
    assert (following.trial, following.day) == (False, day(19))
    assert {step.trial for step in after} == {True}
