from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import orjson
import pytest

from newsbot.ledger.recapture import Estimate
from newsbot.state import State
from newsbot.state.gaps import Gap
from newsbot.status import POOLED, Question, status_of

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2024, 10, 30, 20, tzinfo=ZONE)
TODAY, DAY = NOW.date(), date(2024, 10, 23)
SIX_WEEKS = Question()
COUNTS = ("new", "changed", "gone", "same", "missing", "failed")


@pytest.fixture
def state(make_article):
    """The state of a site crawled every evening for ten days, whose article 7 is held.

    Article 8 of the same day is still to be fetched.
    """
    state = State()
    for number in range(10, -1, -1):
        end_run(state, NOW - timedelta(number))
    listed = datetime(2024, 10, 23, 12, tzinfo=ZONE)
    for key in "678":
        state.urls.show(key, f"https://waldbote.test/artikel/{key}", "feed", listed)
    for key, day in (("6", DAY - timedelta(1)), ("7", DAY)):
        state.articles.identify(key, f"waldbote/{key}")
        state.articles.keep(make_article(id=f"waldbote/{key}", date=day))
        state.urls.settle(key, "kept", listed, None)
    state.urls.set_day(["8"], DAY)
    yield state
    state.close()


def end_run(state, now):
    _, name = state.runs.begin(now)
    report = {
        "exit_code": 0,
        "trouble": None,
        "since": (now.date() - timedelta(3)).isoformat(),
        "until": now.date().isoformat(),
        "troubles": {},
        "channels": {"feed": {"requests": 1, "seen": 2, "new": 1, "alone": 1}},
        "requests": 3,
        **dict.fromkeys(COUNTS, 0),
    }
    state.runs.end(name, now, now.date(), orjson.dumps(report))


def status(state, asked=SIX_WEEKS, now=NOW):
    return status_of("waldbote", state.days, now, asked)


def days_of(found):
    return found.rows[0].day, found.rows[-1].day


def test_six_weeks_are_shown_where_nothing_else_is_asked_for(state):
    assert days_of(status(state)) == (date(2024, 9, 19), TODAY)


def test_a_stretch_asked_for_ends_today_at_the_latest(state):
    asked = Question(date(2024, 10, 1), date(2024, 12, 31))

    assert days_of(status(state, asked)) == (date(2024, 10, 1), TODAY)


def test_a_stretch_whose_end_alone_is_asked_for_has_six_weeks(state):
    assert days_of(status(state, Question(until=DAY))) == (DAY - timedelta(41), DAY)


def test_a_stretch_to_come_is_today(state):
    assert days_of(status(state, Question(date(2025, 1, 1), date(2025, 1, 31)))) == (TODAY, TODAY)


def test_channels_are_compared_over_sixty_days_or_the_stretch_asked_for(state):
    asked = Question(DAY, DAY)

    assert len(status(state).ledger.rows) == POOLED.days
    assert len(status(state, asked).ledger.rows) == 1


def test_a_brief_status_has_no_estimates(state):
    assert status(state).ledger.unknown
    assert not status(state, Question(is_brief=True)).ledger.unknown


def test_the_first_day_is_told_that_is_not_settled_though_a_run_was_after_it(state):
    assert status(state).open_since == date(2024, 10, 17)
    assert status(state, Question(DAY)).open_since == DAY


def test_the_sums_of_the_channels_are_those_of_thirty_days(state):
    sums = {"requests": 11, "seen": 22, "new": 11, "alone": 11}

    assert status(state).channels == {"feed": sums}
    assert status(state, now=NOW + timedelta(25)).channels["feed"]["requests"] == 6


def test_all_of_it_is_one_line_of_json(state):
    state.gaps.find(Gap("GET /", NOW, NOW), run=1)
    state.urls.show("9", "https://waldbote.test/artikel/9", "seed", NOW)

    told = json.loads(status(state, Question(DAY, DAY)).json())

    (day,) = told.pop("days")
    assert told.pop("last_run")["until"] == "2024-10-30"
    assert told.pop("channels").keys() == {"feed"}
    assert told == {
        "site": "waldbote",
        "now": "2024-10-30T20:00:00+01:00",
        "held": 2,
        "withdrawn": 0,
        "first_day": "2024-10-22",
        "last_day": "2024-10-23",
        "missing": 2,
        "running_since": None,
        "due": {"listings": 0, "articles": 2, "revisits": 0, "then": None},
        "gaps": [
            {
                "listing": "GET /",
                "since": "2024-10-30T19:00:00+00:00",
                "until": "2024-10-30T19:00:00+00:00",
            }
        ],
        "undated": {"missing": 1, "unreachable": 0, "why": {"to be fetched": 1}},
        "published": {
            "estimate": None,
            "low": None,
            "high": None,
            "unknown": "only one channel looked",
        },
    }
    assert day == {
        "day": "2024-10-23",
        "listed": 2,
        "channels": {"feed": 2},
        "held": 1,
        "withdrawn": 0,
        "missing": 1,
        "unreachable": 0,
        "why": {"to be fetched": 1},
        "published": {
            "estimate": None,
            "low": None,
            "high": None,
            "unknown": "only one channel looked",
        },
        "asked": True,
        "settled": False,
        "waits": ["1 to be fetched"],
        "notes": [],
    }


def test_the_readme_tells_every_key(state):
    readme = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
    table = readme.partition("| in a line of JSON |")[2].partition("\n\n")[0]
    told = json.loads(status(state).json())

    names = set(re.findall(r"\w+", " ".join(re.findall("`(.*?)`", table))))
    assert told.keys() | told["days"][0].keys() <= names


def test_an_estimate_is_told_with_its_interval(state):
    found = status(state)
    sure = replace(found, ledger=replace(found.ledger, estimate=Estimate(103.24, 101, 109)))

    assert json.loads(sure.json())["published"] == {
        "estimate": 103.2,
        "low": 101,
        "high": 109,
        "unknown": None,
    }
