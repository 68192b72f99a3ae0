from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsbot.parts import MOST_PAGES, further_step, without_part
from newsbot.run import Run
from newsbot.state import State
from newsbot.step import Step
from tests.pages.reading import URL, page_of

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


PAGING = "<p>Seit Mittwoch ist die Brücke zu.</p><a href='?page=2'>2</a>"
FIRST = Step(url=URL, channel="day", key="7")


def test_the_next_page_is_that_of_the_same_article(make_article):
    step = further_step(page_of(PAGING), make_article(), FIRST, 1)

    assert step == Step(url=f"{URL}?page=2", channel="day", key="7", via=URL)


def test_the_page_that_shows_all_comes_before_the_next(make_article):
    page = page_of(f"{PAGING}<a href='?page=all'>Alles anzeigen</a>")

    step = further_step(page, make_article(), FIRST, 1)

    assert (step.url, step.instead) == (f"{URL}?page=all", f"{URL}?page=2")


def test_behind_the_last_page_and_in_a_loop_there_is_none(make_article):
    assert further_step(page_of(PAGING), make_article(), FIRST, MOST_PAGES) is None
    assert further_step(page_of("<p>Ein Absatz.</p>"), make_article(), FIRST, 1) is None
