from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from newsbot.pages.listed import Further, Listed
from newsbot.validator import Condition, Validator, digest_of, read_validator

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
BEFORE = "Wed, 23 Oct 2024 11:59:59 GMT"
DATE = "Wed, 23 Oct 2024 12:00:00 GMT"
AFTER = "Wed, 23 Oct 2024 12:00:01 GMT"


def read(*etags, modified=None, date=DATE):
    return read_validator(etags, modified, date, NOW)


@pytest.mark.parametrize("etag", ['"a"', 'W/"a"', '"a,b*"', '"caf\xe9"', "a-1:b", "W/a"])
def test_an_etag_is_sent_back_exactly_as_it_came(etag):
    assert read(etag).condition() == ("If-None-Match", etag)


@pytest.mark.parametrize(
    "etag", ["", '""', 'W/""', "*", "a,b", '"a" "b"', '"a', "a b", '"a\n"', f'"{"a" * 201}"']
)
def test_an_etag_that_says_nothing_or_would_mean_something_else_is_none(etag):
    assert read(etag) is None


def test_of_two_etags_nobody_knows_which_counts():
    assert read('"a"', '"b"') is None


def test_without_an_etag_the_date_of_the_last_change_is_sent_as_it_came():
    assert read(modified=BEFORE).condition() == ("If-Modified-Since", BEFORE)


def test_of_both_the_etag_alone_is_sent():
    assert read('"a"', modified=BEFORE).condition() == ("If-None-Match", '"a"')


@pytest.mark.parametrize("modified", [DATE, AFTER, "Wed, 23 Oct 2124 12:00:00 GMT"])
def test_a_page_changed_at_its_answer_or_later_has_no_date(modified):
    assert read(modified=modified) is None
    assert read('"a"', modified=modified) == Validator('"a"', None)


def test_an_answer_without_a_date_came_now():
    assert read(modified=BEFORE, date=None)
    assert read(modified=AFTER, date=None) is None


@pytest.mark.parametrize(
    "modified", ["", "yesterday", "2024-10-23", "Wed, 23 Oct 2024 11:59:59 +0200", "Wed, 99 Oct"]
)
def test_a_date_that_no_server_may_write_is_none(modified):
    assert read(modified=modified) is None


def test_a_day_that_no_month_has_is_none():
    assert read(modified="Fri, 31 Feb 2023 12:00:00 GMT") is None


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        (Validator('"a"', BEFORE), Validator('W/"a"', DATE), True),
        (Validator('"a"', BEFORE), Validator('"b"', BEFORE), False),
        (Validator('"a"', BEFORE), Validator(None, BEFORE), False),
        (Validator(None, BEFORE), Validator(None, BEFORE), True),
        (Validator(None, BEFORE), Validator(None, DATE), False),
    ],
    ids=["weak", "other ETag", "ETag gone", "same date", "other date"],
)
def test_validators_agree_by_etag_compared_weakly_or_else_by_date(one, other, agrees):
    assert (one.agrees(other), other.agrees(one)) == (agrees, agrees)


def test_a_trap_names_what_the_page_cannot_be():
    assert Validator('"a"', BEFORE).trap() == Condition("If-None-Match", '"newsbot"')
    assert Validator(None, BEFORE).trap() == ("If-Modified-Since", "Tue, 22 Oct 2024 11:59:59 GMT")


SHOWN = {
    "articles": (Listed("https://waldbote.test/artikel/7", date(2024, 10, 23), "12:00"),),
    "further": (Further("https://waldbote.test/sport/", "section"),),
    "feeds": (),
    "next": "https://waldbote.test/?seite=2",
}


@pytest.mark.parametrize(
    "changes",
    [
        {"articles": ()},
        {"articles": (Listed("https://waldbote.test/artikel/7", date(2024, 10, 23), "12:01"),)},
        {"articles": (Listed("https://waldbote.test/artikel/7", date(2024, 10, 22), "12:00"),)},
        {"further": ()},
        {"feeds": (Further("https://waldbote.test/feed/", "feed"),)},
        {"next": None},
    ],
    ids=["articles", "stamp", "day", "further", "feeds", "next"],
)
def test_a_listing_that_shows_something_else_has_another_digest(changes):
    assert digest_of(SimpleNamespace(**SHOWN | changes)) != digest_of(SimpleNamespace(**SHOWN))


def test_a_listing_that_shows_the_same_has_the_same_digest():
    assert digest_of(SimpleNamespace(**SHOWN)) == digest_of(SimpleNamespace(**SHOWN, ads=7))
