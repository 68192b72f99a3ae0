from __future__ import annotations

import pytest

from newsbot.counts import Counts
from newsbot.step import Step
from tests.walks import listing

HOME = "https://waldbote.test/"


@pytest.mark.parametrize(
    ("step", "reason", "failure"),
    [
        (Step(url=HOME, channel="day"), "HTTP 404", Counts(days_absent=1)),
        (Step(url=HOME, channel="day"), "HTTP 500", Counts(listings_failed=1)),
        (Step(url=HOME, channel="feed"), "HTTP 404", Counts(listings_failed=1)),
        (Step(url=HOME, channel="day", key="7"), "HTTP 404", Counts(failed=1)),
    ],
)
def test_a_page_of_a_day_that_is_not_there_is_no_failure_of_a_listing(step, reason, failure):
    counts = Counts()

    counts.fail(step, reason)

    assert counts == failure


def test_a_robots_txt_is_no_listing_whatever_it_names():
    counts = Counts()

    counts.read(listing(7), Step(url=f"{HOME}robots.txt", channel="sitemap"))
    counts.read(listing(7, 8), Step(url=HOME, channel="seed"))

    assert (counts.listings, counts.listed) == (1, 3)


def test_a_listing_was_asked_for_whatever_came_of_it():
    assert Counts(listings=3, listings_failed=2, days_absent=1, not_due=5).asked == 6


def test_a_count_that_is_mistyped_is_no_new_one():
    with pytest.raises(AttributeError):
        Counts().listing = 1
