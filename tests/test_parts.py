from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsbot.parts import without_part
from newsbot.run import Run
from newsbot.state import State
from newsbot.step import Step

STEP = Step(url="https://waldbote.test/artikel/7?page=2", channel="seed", key="7")


@pytest.fixture
def run(profile):
    run = Run(profile, State(), lambda: datetime(2024, 10, 23, 12, tzinfo=UTC))
    run.state.urls.show("7", "https://waldbote.test/artikel/7", "seed", run.now())
    return run


def test_an_article_waits_for_a_page_that_may_come(run, make_article):
    assert list(without_part(run, STEP, "HTTP 503", make_article(), 2)) == []
    assert (run.counts.failed, run.state.urls.failures("7")) == (1, 1)
    assert not run.state.urls.is_due("7", run.now())


def test_it_goes_on_without_one_that_has_failed_often(run, make_article):
    article = make_article(evidence={"body": "generic"})

    found = [list(without_part(run, STEP, "HTTP 503", article, 2)) for _ in range(4)]

    assert [len(articles) for articles in found] == [0, 0, 0, 1]
    assert found[-1][0].evidence["body"] == "generic, incomplete"


def test_it_goes_on_at_once_without_one_that_is_not_there(run, make_article):
    (article,) = without_part(run, STEP, "HTTP 404", make_article(), 2)

    assert article.id == "waldbote/7"
    assert (run.counts.failed, run.troubles.all()) == (0, {"HTTP 404": 1})
