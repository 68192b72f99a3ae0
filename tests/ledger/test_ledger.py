from __future__ import annotations

from dataclasses import replace

import pytest

from newsbot.ledger.ledger import ledger_of, reasons
from newsbot.ledger.recapture import Estimate
from newsbot.ledger.settling import UNSEEN
from tests.ledger.days import DAY, after, at, facts, known, lacked, ran, row

FEED, SECTION = frozenset({"feed"}), frozenset({"section"})
BEFORE = known(-2)


def row_of(*articles, **changes):
    """Return the row of DAY with these *articles*."""
    ledger = ledger_of(facts(articles=[BEFORE, *articles], **changes))
    (found,) = ledger.between(DAY, DAY)
    return found


def test_every_day_has_a_row_whatever_was_listed():
    ledger = ledger_of(facts(articles=[known(0)]))

    assert [(one.day, one.listed) for one in ledger.rows] == [
        (after(-1), 0),
        (DAY, 1),
        (after(1), 0),
    ]


def test_articles_listed_are_held_missing_or_not_to_be_had():
    gone = lacked(is_due=False, outcome="gone")
    found = row_of(known(), known(status="withdrawn"), lacked(), lacked(attempts=2), gone)

    assert (found.listed, found.held, found.withdrawn) == (5, 2, 1)
    assert found.missing == {"to be fetched": 1, "failed so far": 1}
    assert found.unreachable == {"gone": 1}
    assert (found.missed, found.lost) == (2, 1)


def test_articles_are_counted_by_every_channel_that_showed_them():
    found = row_of(known(), known(channels=FEED), lacked(channels=frozenset()))

    assert found.channels == {"feed": 2, "section": 1}


def test_a_day_is_settled_when_nothing_is_waited_for():
    assert row_of(known()).is_settled
    assert row_of(known(), lacked()).waits == ("1 to be fetched",)


def test_the_last_of_its_articles_to_be_listed_unsettles_a_day():
    runs = [ran(1), ran(3)]

    assert row_of(known(), known(first_seen=at(1, 12)), runs=runs).is_settled
    assert not row_of(known(), known(first_seen=at(3, 12)), runs=runs).is_settled


def test_what_is_published_is_told_by_what_channels_have_in_common():
    days = range(-5, 5)
    both = [known(day) for day in days for _ in range(16)]
    each = [known(day, channels=only) for day in days for only in (FEED, SECTION) for _ in range(4)]
    runs = [ran(number) for number in range(-5, 9)]
    stretch = {"since": after(-4), "until": after(4), "today": after(9), "runs": runs}

    ledger = ledger_of(facts(articles=[*both, *each], **stretch))

    (found,) = ledger.between(DAY, DAY)
    assert found.listed == 24
    assert 25 <= found.estimate.published < 27
    assert found.unlisted in {1, 2}
    assert ledger.estimate.low <= 9 * 25 <= ledger.estimate.high


def test_a_day_not_seen_whole_has_no_estimate_and_says_why():
    found = row_of(known(), runs=[])

    assert (found.estimate, found.unknown, found.unlisted) == (None, UNSEEN, 0)


def test_where_channels_show_the_same_there_is_no_estimate():
    ledger = ledger_of(facts())

    assert ledger.estimate is None
    assert ledger.unknown == ledger.rows[1].unknown == "its channels show the same"


def test_estimates_can_be_left_out():
    ledger = ledger_of(facts(), estimates=False)

    assert {(one.estimate, one.unknown) for one in ledger.rows} == {(None, "")}


def test_the_commonest_reason_comes_first():
    articles = [lacked(attempts=1), lacked(), lacked(), known(), lacked(is_due=False)]

    assert list(reasons(articles, missing=True)) == ["to be fetched", "failed so far"]
    assert reasons(articles, missing=False) == {"never answered": 1}


@pytest.mark.parametrize(("published", "unlisted"), [(9.4, 0), (10.4, 0), (12.6, 3)])
def test_what_was_not_listed_is_never_less_than_nothing(published, unlisted):
    assert replace(row(), estimate=Estimate(published, 10, 20)).unlisted == unlisted
