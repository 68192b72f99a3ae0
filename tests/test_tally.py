from __future__ import annotations

from datetime import timedelta

import pytest

from newsbot.tally import Tally


@pytest.fixture
def tally():
    """Three listings that showed articles 1 to 3, of which 1 and 2 were new."""
    tally = Tally()
    for channel, keys in {"section": "123", "feed": "1", "related": "2"}.items():
        for key in keys:
            tally.show(channel, key)
    tally.ask("section")
    tally.ask("section")
    tally.ask("feed")
    tally.bring("waldbote/1", ["1"], timedelta(minutes=5))
    tally.bring("waldbote/2", ["2"], None)
    return tally


def test_a_channel_is_told_by_what_it_cost_and_brought(tally):
    assert tally.channels()["section"] == {"requests": 2, "seen": 3, "new": 2, "alone": 0}


def test_a_channel_that_costs_nothing_may_bring_something(tally):
    assert tally.channels()["related"] == {"requests": 0, "seen": 1, "new": 1, "alone": 0}


def test_what_no_other_channel_showed_is_counted(tally):
    tally.show("day", "4")
    tally.bring("waldbote/4", ["4", "4-druck"], None)

    assert tally.channels()["day"]["alone"] == 1


def test_an_article_shown_twice_by_a_channel_is_seen_once(tally):
    tally.show("feed", "1")

    assert tally.channels()["feed"]["seen"] == 1


@pytest.mark.parametrize(
    ("minutes", "median", "p95"),
    [((), None, None), ((5,), 300, 300), ((9, 1, 5), 300, 540), (range(1, 101), 3000, 5700)],
    ids=["none", "one", "three", "a hundred"],
)
def test_latency_is_told_by_median_and_95th_percentile(minutes, median, p95):
    tally = Tally()
    for number in minutes:
        tally.bring(f"waldbote/{number}", [str(number)], timedelta(minutes=number))

    assert tally.latency() == {"median": median, "p95": p95}
