from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsbot.state import State

LATER = datetime(2024, 10, 24, 15, tzinfo=UTC)


@pytest.fixture
def state(make_article):
    """A state with two revisions of the article waldbote/7, found at two addresses."""
    state = State()
    state.articles.identify("7", "waldbote/7")
    state.articles.keep(make_article())
    state.articles.keep(make_article(revision=2, headline="Neu", fetched_at=LATER))
    for url in ("https://waldbote.test/artikel/7", "https://waldbote.test/kreis/artikel/7"):
        state.urls.add_alias("7", url)
    return state


def test_all_revisions_are_told_the_newest_last(state, make_article):
    revisions = state.revisions.of("waldbote/7")

    assert [(one.number, one.fetched, one.record["headline"]) for one in revisions] == [
        (1, "2024-10-23T15:00:00+00:00", make_article().headline),
        (2, "2024-10-24T15:00:00+00:00", "Neu"),
    ]


def test_the_newest_has_the_line_of_its_file(state):
    state.articles.withdraw("waldbote/7", LATER)

    *_, newest = state.revisions.of("waldbote/7")

    assert newest.record["status"] == "withdrawn"
    assert newest.record["aliases"] == ["https://waldbote.test/kreis/artikel/7"]


def test_earlier_ones_stay_as_they_were(state):
    state.articles.withdraw("waldbote/7", LATER)

    first, _ = state.revisions.of("waldbote/7")

    assert (first.record["status"], first.record["aliases"]) == ("live", [])


def test_an_article_that_is_not_kept_has_none(state):
    assert state.revisions.of("waldbote/8") == []
