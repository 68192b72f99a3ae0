from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from newsbot.archive.file import Place
from newsbot.state import State
from newsbot.state.purged import Takedown, Tomb

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
URL = "https://waldbote.test/artikel/7"
TAKEDOWN = Takedown(date(2024, 10, 23), "names a minor")


@pytest.fixture
def state():
    return State()


@pytest.fixture
def purged(state):
    """What is known once the article 7 was taken down."""
    state.purged.add(["7"], [URL], TAKEDOWN)
    return state.purged


def tomb(file, offset):
    place = Place(file=file, offset=offset, length=90, record_id=f"<urn:{offset}>")
    return Tomb(place, TAKEDOWN.reason, NOW)


@pytest.mark.parametrize(
    ("key", "url"),
    [
        pytest.param("7", "https://waldbote.test/lokal/7", id="its key at another address"),
        pytest.param(None, URL, id="its address where the profile finds no key any more"),
        pytest.param(None, f"{URL}?utm_source=brief#top", id="its address in another form"),
        pytest.param("7", None, id="its key alone"),
    ],
)
def test_what_was_taken_down_is_known_again(purged, key, url):
    assert purged.holds(key, url)


@pytest.mark.parametrize(("key", "url"), [("8", f"{URL}8"), (None, "https://waldbote.test/")])
def test_nothing_else_is_taken_for_it(purged, key, url):
    assert not purged.holds(key, url)


def test_where_nothing_was_taken_down_nothing_is_held(state):
    assert state.purged.is_empty()
    assert not state.purged.holds("7", URL)


def test_what_is_taken_down_later_is_known_at_once(purged):
    assert not purged.holds("8")
    purged.add(["8"], [], TAKEDOWN)

    assert purged.holds("8")
    assert not purged.is_empty()


@pytest.mark.parametrize(
    ("keys", "urls"), [(["7"], []), ([], [f"{URL}#top"]), (["8", "7"], [f"{URL}8"])]
)
def test_the_first_takedown_of_it_is_told(purged, keys, urls):
    purged.add(["7", "8"], [], Takedown(date(2024, 10, 24), "once more"))

    assert purged.earliest(keys, urls) == TAKEDOWN


def test_of_what_was_never_taken_down_no_takedown_is_told(purged):
    assert purged.earliest(["8"], [f"{URL}8"]) is None
    assert purged.earliest([], []) is None


def test_neither_key_nor_address_is_kept(tmp_path):
    state = State(tmp_path / "waldbote.sqlite")
    state.purged.add(["ein-seltener-schluessel"], [URL], TAKEDOWN)
    state.commit()
    state.close()

    data = (tmp_path / "waldbote.sqlite").read_bytes()
    assert b"names a minor" in data
    assert b"seltener" not in data
    assert b"artikel" not in data


def test_it_is_pending_until_it_is_settled(purged):
    before = purged.is_pending()
    purged.settle()

    assert (before, purged.is_pending()) == (True, False)


def test_taken_down_once_more_it_is_pending_again_and_keeps_its_first_reason(state, purged):
    purged.settle()
    purged.add(["7"], [], Takedown(date(2025, 1, 1), "again"))

    assert purged.is_pending()
    reasons = state._db.execute("SELECT DISTINCT reason FROM purged").fetchall()
    assert reasons == [("names a minor",)]


def test_a_site_was_taken_down_only_where_somebody_did(purged):
    before = purged.site()
    purged.add_site("waldbote", TAKEDOWN)

    assert (before, purged.site()) == (None, TAKEDOWN)


def test_tombs_come_file_by_file_until_they_are_filled(purged):
    purged.bury([tomb("b", 0), tomb("a", 700), tomb("a", 400), tomb("b", 0)])

    assert list(purged.tombs()) == [tomb("a", 400), tomb("a", 700), tomb("b", 0)]
    purged.filled()
    assert list(purged.tombs()) == []


def test_a_state_made_anew_knows_what_the_old_one_knew(purged):
    fresh = State().purged
    fresh.take_over(purged)

    assert fresh.holds("7", URL)
    assert fresh.is_pending()
