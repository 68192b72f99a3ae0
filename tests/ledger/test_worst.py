from __future__ import annotations

from newsbot.ledger.recapture import Estimate
from newsbot.ledger.worst import MOST, worst_days
from tests.ledger.days import DAY, TODAY, after, row

RANGE = "scrapy crawl waldbote -a since={} -a until={}"
GAP = {"gaps": ("GET https://waldbote.test/", "GET https://waldbote.test/kreis/")}
UNAGREED = "no two whole looks on different days agree yet"
UNSETTLED = {"waits": (UNAGREED, "1 more")}


def missing(number, count, why="to be fetched"):
    return row(number, held=10 - count, missing={why: count})


def unlisted(number, count, low=1):
    return row(number, estimate=Estimate(10 + count, 10 + low, 20))


def worst(*rows, today=TODAY):
    return worst_days("waldbote", rows, today)


def test_days_that_are_complete_are_not_told():
    assert worst(row(), row(1), row(2, asked=False, waits=("no whole look since its end",))) == []


def test_the_worst_come_first():
    days = worst(unlisted(-12, 4), row(-11, **UNSETTLED), row(-10, **GAP), missing(-9, 1), row(-8))

    assert [one.since for one in days] == [after(number) for number in (-9, -10, -11, -12)]


def test_of_one_kind_those_with_the_most_missing_come_first():
    days = worst(missing(0, 1), row(1), missing(2, 5), row(3), unlisted(4, 2), unlisted(5, 3))

    assert [one.since for one in days] == [after(number) for number in (2, 0, 5, 4)]


def test_days_in_a_row_that_lack_the_same_are_told_together():
    (days,) = worst(missing(0, 1), missing(1, 2, "failed so far"))

    assert days[:3] == (DAY, after(1), "3 of 20 missing: 2 failed so far, 1 to be fetched")


def test_what_is_missing_is_fetched_by_any_run():
    (day,) = worst(missing(0, 2))

    assert day[2:] == ("2 of 10 missing, to be fetched", "scrapy crawl waldbote")


def test_a_gap_is_told_with_its_listings_and_asks_for_a_range():
    (days,) = worst(row(0, **GAP), row(1, **GAP))

    assert days.what == "something may have run past https://waldbote.test/ and 1 other listing"
    assert days.command == RANGE.format(DAY, after(1))


def test_a_day_is_unsettled_too_long_only_a_week_after_its_end():
    early, late = (worst(row(**UNSETTLED), today=after(number)) for number in (7, 8))

    assert (early, [one.what for one in late]) == (
        [],
        [UNAGREED],
    )


def test_what_was_never_listed_is_told_where_that_is_sure_and_the_day_settled():
    (day,) = worst(unlisted(0, 2), unlisted(1, 2, low=0))

    assert day.what == "about 2 more than the 10 listed were published (1 to 10)"
    assert worst(row(estimate=Estimate(12, 11, 20), **UNSETTLED)) == []


def test_no_more_than_ten_are_told():
    assert len(worst(*(unlisted(number, 2) for number in range(20)))) == MOST
