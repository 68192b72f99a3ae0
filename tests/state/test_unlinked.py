from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsbot.state import State

NOW = datetime(2024, 10, 23, 15, tzinfo=UTC)


@pytest.fixture
def state(make_article):
    """A state whose two articles the clusters know."""
    state = State()
    state.unlinked.know("clusters")
    for number in (7, 8):
        state.articles.keep(make_article(id=f"waldbote/{number}", fingerprint="as it was"))
    state.unlinked.done(["waldbote/7", "waldbote/8"])
    return state


def waiting(state):
    return [(article_id, line is not None) for article_id, line in state.unlinked.first(9)]


def test_a_new_article_waits_to_be_told(state, make_article):
    state.articles.keep(make_article(id="waldbote/9"))

    assert waiting(state) == [("waldbote/9", True)]


def test_one_with_another_text_or_time_is_told_anew(state, make_article):
    state.articles.keep(make_article(revision=2, fingerprint="changed"))
    state.articles.keep(
        make_article(id="waldbote/8", revision=2, fingerprint="as it was", date_published=NOW)
    )

    assert waiting(state) == [("waldbote/7", True), ("waldbote/8", True)]


def test_one_changed_otherwise_is_not(state):
    state.articles.withdraw("waldbote/7", NOW)

    assert waiting(state) == []


def test_what_is_kept_no_more_is_told_first(state, make_article):
    state.articles.keep(make_article(revision=2, fingerprint="changed"))
    state.articles.remove("waldbote/8")

    assert waiting(state) == [("waldbote/8", False), ("waldbote/7", True)]


def test_only_so_many_are_told_at_once(state):
    state.unlinked.know("others")

    assert [article_id for article_id, _ in state.unlinked.first(1)] == ["waldbote/7"]


def test_other_clusters_are_told_everything(state):
    state.unlinked.know("others")

    assert state.unlinked.count() == 2


def test_the_same_clusters_are_told_nothing_twice(state):
    state.unlinked.know("clusters")

    assert state.unlinked.count() == 0


def test_what_is_rolled_back_was_never_waiting(state, make_article):
    state.commit()
    state.articles.keep(make_article(id="waldbote/9"))
    state._db.rollback()

    assert waiting(state) == []
