from __future__ import annotations

import pytest

from newsbot.ledger.known import MANY_FAILURES
from tests.ledger.days import at, known, lacked


def test_an_article_kept_is_held_whether_it_is_live_or_withdrawn():
    held = [known(), known(status="withdrawn")]

    assert [(one.is_held, one.is_missing, one.reason) for one in held] == [(True, False, "")] * 2


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({}, "to be fetched"),
        ({"attempts": 1}, "failed so far"),
        ({"is_missed": True}, "not found once"),
        ({"outcome": "gone"}, "to be fetched"),
        ({"attempts": 2, "outcome": "a consent page"}, "a consent page so far"),
        ({"attempts": 2, "outcome": "gone"}, "failed so far"),
        ({"attempts": 2, "outcome": "kept"}, "failed so far"),
    ],
)
def test_one_that_is_due_is_missing(state, reason):
    one = lacked(**state)

    assert (one.is_missing, one.reason) == (True, reason)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({"is_due": False, "outcome": "gone"}, "gone"),
        ({"is_due": False, "outcome": "no headline"}, "no headline"),
        ({"is_due": False, "outcome": "kept"}, "no article any more"),
        ({"is_due": False, "outcome": "a section page"}, "a section page"),
        ({"is_due": False}, "never answered"),
        ({"attempts": MANY_FAILURES}, f"failed {MANY_FAILURES} times or more"),
    ],
)
def test_one_that_is_never_due_again_or_failed_many_times_is_not_to_be_had(state, reason):
    one = lacked(**state)

    assert (one.is_missing, one.reason) == (False, reason)


def test_what_two_addresses_of_one_article_tell_is_joined():
    one = known(channels=frozenset({"feed"}))
    other = known(channels=frozenset({"seed"}), first_seen=at(0, 9))

    joined = one.joined(other)

    assert (joined.first_seen, joined.channels) == (at(0, 9), {"feed", "seed"})
    assert one.joined(other._replace(first_seen=None)).first_seen == at(0, 12)
