from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from newsbot.diskfloor import DiskFloor
from newsbot.exceptions import SettingError
from newsbot.limits import Limits
from newsbot.rendering import Rendering
from newsbot.run import BATCH, Run, utc_now
from newsbot.state import State
from newsbot.step import Step

NOW = datetime(2024, 10, 23, 22, 30, tzinfo=UTC)
ARTICLE = Step(url="https://waldbote.test/artikel/7", channel="seed", key="7")
LISTING = Step(url="https://waldbote.test/", channel="seed")


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def run(profile, clock):
    return Run(profile, State(), clock)


def show(run):
    run.state.urls.show("7", ARTICLE.url, "seed", run.now())


def test_the_clock_by_default_is_the_worlds_in_utc():
    assert utc_now().tzinfo is UTC


def test_today_is_the_sites_calendar_day(run):
    assert run.today == date(2024, 10, 24)


def test_the_first_run_goes_back_by_its_limit(profile, clock):
    run = Run(profile, State(), clock, limits=Limits(first_run_days=2))

    assert (run.window.since, run.trusts_known) == (date(2024, 10, 22), False)


def test_a_later_run_goes_back_to_what_was_settled(profile, clock):
    state = State()
    first = Run(profile, state, clock)
    state.runs.end(first.name, NOW, date(2024, 10, 20), b"{}")

    run = Run(profile, state, clock, limits=Limits(lookback_days=1))

    assert (run.window.since, run.trusts_known) == (date(2024, 10, 19), True)


def test_arguments_make_a_window_of_their_own(profile, clock):
    run = Run(profile, State(), clock, {"since": "2018-01-01", "until": "2018-12-31"})

    assert (run.window.since, run.window.until) == (date(2018, 1, 1), date(2018, 12, 31))


def test_arguments_that_are_no_days_are_refused(profile, clock):
    with pytest.raises(SettingError):
        Run(profile, State(), clock, {"since": "yesterday"})


@pytest.mark.parametrize(
    ("arguments", "settles"),
    [
        ({}, True),
        ({"since": "first"}, True),
        ({"since": "2024-10-24"}, False),
        ({"since": "first", "until": "2024-10-01"}, False),
    ],
    ids=["plain", "whole site", "a later start", "an earlier end"],
)
def test_only_a_run_without_a_gap_up_to_today_settles(profile, clock, arguments, settles):
    assert (Run(profile, State(), clock, arguments).settled() is not None) is settles


def test_an_article_is_known_by_all_its_keys_on_the_sites_own_hosts(run, make_article):
    article = make_article(
        aliases=("https://www.waldbote.test/artikel/8",),
        canonical_url="https://heir.test/artikel/9",
    )

    assert run.keys_of(article) == ["7", "8"]


def test_the_same_instant_gives_two_runs_two_names(profile, clock):
    state = State()

    assert Run(profile, state, clock).name != Run(profile, state, clock).name


def test_410_withdraws_at_once(run, make_article):
    show(run)
    run.state.articles.identify("7", "waldbote/7")
    run.state.articles.keep(make_article())

    run.refused(ARTICLE, 410, run.now())
    run.doubts.weigh()

    assert run.counts.gone == 1
    assert run.state.articles.kept("waldbote/7").status == "withdrawn"


def test_404_withdraws_when_it_is_met_on_another_day(run, make_article, clock):
    show(run)
    run.state.articles.identify("7", "waldbote/7")
    run.state.articles.keep(make_article())

    run.refused(ARTICLE, 404, run.now())
    run.doubts.weigh()
    after_one = run.counts.gone
    clock.now += timedelta(days=1)
    run.refused(ARTICLE, 404, run.now())
    run.doubts.weigh()

    assert (after_one, run.counts.gone) == (0, 1)


@pytest.mark.parametrize("status", [500, 503, 403, 429])
def test_an_error_of_the_server_withdraws_nothing(run, status, clock):
    show(run)

    run.refused(ARTICLE, status, run.now())
    clock.now += timedelta(hours=2)

    assert run.counts.failed == 1
    assert run.state.urls.is_due("7", run.now())


def test_a_robots_txt_that_is_not_there_is_no_trouble(run):
    run.refused(Step(url="https://waldbote.test/robots.txt", channel="sitemap"), 404, run.now())

    assert run.troubles.all() == {}


def test_a_batch_is_committed_when_it_is_full(run):
    show(run)
    for _ in range(BATCH):
        run.tick()

    run.state._db.rollback()
    assert run.state.urls.url_of("7") == ARTICLE.url


def test_a_batch_is_committed_after_two_seconds(run, clock):
    show(run)
    run.tick()
    clock.now += timedelta(seconds=2)
    run.tick()

    run.state._db.rollback()
    assert run.state.urls.url_of("7") == ARTICLE.url


def test_a_batch_that_is_neither_full_nor_old_can_still_be_lost(run):
    show(run)
    run.tick()

    run.state._db.rollback()
    assert run.state.urls.url_of("7") is None


def test_a_clock_that_went_back_holds_no_batch_up(run, clock):
    show(run)
    clock.now -= timedelta(days=1)
    run.tick()

    run.state._db.rollback()
    assert run.state.urls.url_of("7") == ARTICLE.url


def test_a_run_looks_back_from_what_was_settled_before_a_clock_was_wrong(profile, clock):
    state = State()
    for day in (date(2024, 10, 20), date(2031, 1, 1)):
        state.runs.end(Run(profile, state, clock).name, NOW, day, b"{}")

    window = Run(profile, state, clock, limits=Limits(lookback_days=1)).window
    assert (window.since, window.until) == (date(2024, 10, 19), date(2024, 10, 24))


def test_months_are_rendered_as_a_long_run_goes_on(run, clock, make_article, tmp_path):
    pause = timedelta(minutes=1)
    run.rendering = Rendering(tmp_path, run.state, tmp_path / "aside", pause)
    run.state.articles.keep(make_article())
    clock.now += timedelta(seconds=2)
    run.tick()
    clock.now += timedelta(seconds=59)
    run.tick()
    before = list(tmp_path.iterdir())
    clock.now += timedelta(seconds=2)
    run.tick()

    assert (before, list(tmp_path.iterdir())) == ([], [tmp_path / "2024-10.jsonl"])


def test_a_month_that_cannot_be_rendered_is_a_fault(run, clock, make_article, tmp_path):
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "waldbote"
    run.rendering = Rendering(folder, run.state, tmp_path, timedelta(0))
    run.state.articles.keep(make_article())
    for _ in range(2):
        clock.now += timedelta(seconds=2)
        run.tick()

    assert isinstance(run.fault, OSError)
    assert run.is_over


def test_a_run_is_over_when_the_disk_is_nearly_full_and_its_batch_is_kept(run, clock, tmp_path):
    run.floor = DiskFloor(tmp_path, 1 << 62)
    show(run)
    clock.now += timedelta(seconds=2)
    run.tick()

    run.state._db.rollback()
    assert run.state.urls.url_of("7") == ARTICLE.url
    assert (run.is_over, run.fault) == (True, None)
