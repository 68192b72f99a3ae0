from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsbot.state import State

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=7)
URL = "https://waldbote.test/rat"


@pytest.fixture
def state(make_article):
    """A state that knows one article by an address with tracking in it."""
    state = State()
    state.begin_run(NOW)
    state.articles.keep(make_article(id="waldbote/rat?gclid=7"))
    state.articles.identify("rat?gclid=7", "waldbote/rat?gclid=7")
    state.urls.show("rat?gclid=7", URL, "seed", NOW)
    state.urls.settle("rat?gclid=7", "kept", NOW, LATER)
    yield state
    state.close()


def respelt(key):
    return key.partition("?")[0]


def test_a_key_spelt_otherwise_leads_to_the_same_article(state):
    state.spelling.respell(respelt)

    assert state.articles.id_of("rat") == state.articles.id_of("rat?gclid=7")


def test_an_article_whose_key_is_respelt_is_no_sooner_due(state):
    state.spelling.respell(respelt)

    assert (state.urls.is_due("rat", NOW), state.urls.due(LATER)) == (False, ["rat"])


def test_what_showed_an_article_is_told_under_the_new_spelling(state):
    state.spelling.respell(respelt)

    sighting = state.urls.sighting("rat")
    assert (sighting.first_seen, sighting.channels, sighting.urls) == (NOW, ("seed",), (URL,))


def test_of_two_keys_that_become_one_the_known_one_stays_as_it_is(state):
    state.articles.identify("rat", "waldbote/rat")
    state.urls.show("rat", URL, "seed", NOW)
    state.urls.settle("rat", "kept", NOW, None)

    state.spelling.respell(respelt)

    assert state.articles.id_of("rat") == "waldbote/rat"
    assert state.urls.due(LATER) == []


def test_nothing_is_done_a_second_time(state):
    state.spelling.respell(respelt)
    before = list(state._db.iterdump())

    state.spelling.respell(respelt)

    assert list(state._db.iterdump()) == before


def test_keys_that_are_spelt_as_ever_stay_as_they_are(state):
    before = list(state._db.iterdump())

    number = state.spelling.respell(str)

    assert number == 0
    assert list(state._db.iterdump()) == before
