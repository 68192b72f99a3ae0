from __future__ import annotations

import orjson
import pytest

from newsbot.replay.difference import changes
from newsbot.state import State


@pytest.fixture
def articles(make_article):
    """Two states: the old one has articles 1 and 2, the fresh one another 2, and 3."""
    old, fresh = State().articles, State().articles
    for number, state in ((1, old), (2, old), (2, fresh), (3, fresh)):
        headline = "Neu" if state is fresh else "Alt"
        state.keep(make_article(id=f"waldbote/{number}", headline=headline))
    return old, fresh


def test_every_article_that_is_other_is_told_with_what_becomes_of_it(articles):
    assert [(change.id, change.kind) for change in changes(*articles)] == [
        ("waldbote/1", "gone"),
        ("waldbote/2", "changed"),
        ("waldbote/3", "new"),
    ]


def test_a_change_is_told_field_by_field(articles):
    changed = list(changes(*articles))[1]

    assert changed.fields == {"headline": ("Alt", "Neu")}
    assert orjson.loads(changed.json("waldbote")) == {
        "site": "waldbote",
        "id": "waldbote/2",
        "change": "changed",
        "fields": {"headline": ["Alt", "Neu"]},
    }


def test_a_state_does_not_differ_from_itself(articles):
    assert list(changes(articles[0], articles[0])) == []
