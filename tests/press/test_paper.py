from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.demo.test_paper import NOON, Leaflet, ask, make_story
from tests.press.paper import WatchedPaper


class WatchedLeaflet(WatchedPaper, Leaflet):
    article = re.compile(r"^/a/(?P<key>\d+)")


@pytest.fixture
def paper():
    older = make_story("1", published=NOON - timedelta(days=1))
    return WatchedLeaflet([older, make_story("2")], NOON)


def test_a_published_story_is_truth_at_once(paper):
    paper.publish(make_story("3"))

    assert set(paper.truth()) == {"1", "2", "3"}


def test_a_withdrawn_story_is_truth_no_more(paper):
    paper.withdraw("2")

    assert set(paper.truth()) == {"1"}


def test_a_failure_is_used_up(paper):
    paper.fail("/a/", status=503, times=2)

    assert [ask(paper, "/a/2").status for _ in range(3)] == [503, 503, 200]


def test_a_failure_without_number_lasts_until_it_is_ended(paper):
    paper.fail("/a/")
    before = ask(paper, "/a/2").status
    paper.fail("/a/", times=0)

    assert (before, ask(paper, "/a/2").status) == (500, 200)


def test_a_failure_touches_no_other_path(paper):
    paper.fail("/a/2")

    assert ask(paper, "/a/1").status == 200


def test_every_request_is_noted_even_one_that_fails(paper):
    paper.fail("/a/2")
    ask(paper, "/a/2")
    ask(paper, "/?x=1")

    assert [request.target for request in paper.requests] == ["/a/2", "/?x=1"]
    assert paper.count("/") == 2
    assert paper.count("/a/") == 1


def test_article_requests_are_those_with_an_article_key(paper):
    ask(paper, "/")
    ask(paper, "/a/2")

    assert [paper.article_key(request) for request in paper.article_requests()] == ["2"]
