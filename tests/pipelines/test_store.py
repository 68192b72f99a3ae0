from __future__ import annotations

from datetime import UTC, datetime, timedelta

import orjson
import pytest

from newsbot.counts import Counts
from newsbot.pipelines.store import StorePipeline
from newsbot.run import Run
from newsbot.state import State

NOW = datetime(2024, 10, 23, 15, tzinfo=UTC)
HOME = "https://waldbote.test/artikel/"


@pytest.fixture
def run(profile):
    return Run(profile, State(), lambda: NOW)


def store(run, article):
    return StorePipeline(run).process_item(article)


def record(run, article_id):
    return orjson.loads(run.state.articles.kept(article_id).line)


def test_what_is_stored_is_kept_and_counted(run, make_article):
    store(run, make_article())

    assert record(run, "waldbote/7")["headline"] == make_article().headline
    assert run.counts == Counts(new=1)


def test_a_later_revision_counts_as_a_change(run, make_article):
    store(run, make_article())
    store(run, make_article(revision=2))

    assert run.counts == Counts(new=1, changed=1)


def test_every_url_that_led_to_it_is_known_afterwards(run, make_article):
    store(run, make_article(aliases=(f"{HOME}8",)))

    assert (run.state.articles.id_of("7"), run.state.articles.id_of("8")) == ("waldbote/7",) * 2


def test_the_line_itself_leaves_aliases_to_the_state(run, make_article):
    store(run, make_article(aliases=(f"{HOME}7?seite=1",)))

    ((line, urls),) = run.state.articles.lines("2024-10")
    assert orjson.loads(line)["aliases"] == []
    assert urls == [f"{HOME}7", f"{HOME}7?seite=1"]


def test_a_young_article_is_due_again_and_an_old_one_is_not(run, make_article):
    for key, age in (("7", 1), ("8", 400)):
        run.state.urls.show(key, HOME + key, "seed", NOW)
        out = NOW - timedelta(days=age)
        store(run, make_article(id=f"waldbote/{key}", url=HOME + key, date_published=out))

    due = run.state.urls.due(NOW + timedelta(days=7))
    assert due == ["7"]
