from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsbot.state import State
from newsbot.state.validators import LastAnswer
from newsbot.validator import Validator

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOME = "https://waldbote.test/"
LISTING = f"GET {HOME}"


def answer(**changes):
    sound = {
        "url": HOME,
        "validator": Validator('"a"', None),
        "shown": "f" * 64,
        "reading": "1",
        "record_id": "<urn:1>",
        "looked": NOW,
    }
    return LastAnswer(**sound | changes)


@pytest.fixture
def validators():
    state = State()
    yield state.validators
    state.close()


def test_a_listing_that_never_answered_has_no_last_answer(validators):
    assert validators.of(LISTING) is None


@pytest.mark.parametrize(
    "last",
    [
        answer(),
        answer(validator=Validator(None, "Wed, 23 Oct 2024 11:59:59 GMT"), record_id=None),
        answer(validator=Validator('"caf\xe9"', None), unchanged=3, is_proven=True),
    ],
)
def test_the_last_answer_is_given_back_as_it_was(validators, last):
    validators.keep(LISTING, answer(shown="0"))
    validators.keep(LISTING, last)

    assert validators.of(LISTING) == last


def test_looks_answered_by_304_are_counted_until_the_next_answer(validators):
    validators.keep(LISTING, answer())
    validators.unchanged(LISTING)
    validators.unchanged(LISTING)
    counted = validators.of(LISTING).unchanged
    validators.keep(LISTING, answer())

    assert (counted, validators.of(LISTING).unchanged) == (2, 0)


def test_an_answer_that_is_forgotten_is_known_no_more(validators):
    validators.keep(LISTING, answer())
    validators.keep(f"{LISTING}feed/", answer())
    validators.forget(LISTING)

    assert validators.of(LISTING) is None
    assert validators.of(f"{LISTING}feed/")


@pytest.mark.parametrize("gone", [f"{HOME}artikel/7", f"{HOME}kurz/7"], ids=["answered", "asked"])
def test_an_address_that_was_taken_down_is_forgotten_on_either_side(validators, gone):
    listing = f"GET {HOME}kurz/7"
    validators.keep(listing, answer(url=f"{HOME}artikel/7"))
    validators.keep(LISTING, answer())
    validators.forget_urls(lambda url: url == gone)

    assert validators.of(listing) is None
    assert validators.of(LISTING)


def test_a_host_is_caught_lying_once_and_for_all(validators):
    assert not validators.is_liar("waldbote.test")

    assert validators.distrust("waldbote.test", "changed under the same ETag", NOW)
    assert not validators.distrust("waldbote.test", "answers 304 to anything", NOW)
    assert validators.is_liar("waldbote.test")
    assert not validators.is_liar("www.waldbote.test")


def test_a_host_is_believed_once_it_is_vouched_for_and_as_long_as_it_does_not_lie(validators):
    host = "waldbote.test"
    told = [validators.is_believed(host)]
    validators.vouch(host, NOW)
    validators.vouch(host, NOW)
    told.append(validators.is_believed(host))
    validators.distrust(host, "changed under the same ETag", NOW)

    assert [*told, validators.is_believed(host)] == [False, True, False]
    assert not validators.is_believed("www.waldbote.test")
