from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from newsbot.demo.paper import PressRequest
from tests.press.month import Month
from tests.press.monthly import START, Monthly
from tests.press.reader import ask, read

LISTINGS = (
    *("/", "/kinh-te/", "/tin-moi.rss", "/sitemap.xml", "/sitemap-2026-11.xml"),
    "/theo-ngay/2026-11-06/",
)


@pytest.fixture
def paper():
    paper = Monthly((), START)
    Month(paper, days=6, edits=False).advance(START + timedelta(days=4, hours=12))
    return paper


def print_a_story(paper):
    (other, *_) = paper.stories_of(section="Kinh tế")
    paper.today += timedelta(minutes=5)
    paper.publish(replace(other, key="999999", published=paper.today))


def conditional(paper, place, response, header="if-none-match", validator="etag"):
    url = f"http://{paper.hosts[0]}:8080{place}"
    return paper.respond(PressRequest.to(url, headers={header: response.headers[validator]}))


@pytest.mark.parametrize("place", LISTINGS)
def test_honest_validators_change_with_the_listing(paper, place):
    paper.validators = "honest"
    first = ask(paper, place)
    paper.today += timedelta(minutes=5)
    again = conditional(paper, place, first)
    print_a_story(paper)
    changed = conditional(paper, place, first)

    assert (again.status, again.body) == (304, b"")
    assert changed.status == 200
    assert changed.headers["etag"] != first.headers["etag"]


def test_an_unchanged_listing_was_not_modified_since(paper):
    paper.validators = "honest"
    first = ask(paper, "/")
    paper.today += timedelta(minutes=5)
    since = {"header": "if-modified-since", "validator": "last-modified"}

    assert conditional(paper, "/", first, **since).status == 304
    print_a_story(paper)
    assert conditional(paper, "/", first, **since).status == 200


def test_lying_validators_deny_every_change(paper):
    paper.validators = "lying"
    first = ask(paper, "/")
    paper.today += timedelta(hours=5)
    print_a_story(paper)

    assert conditional(paper, "/", first).status == 304
    assert ask(paper, "/").headers["etag"] == first.headers["etag"]
    assert "999999" in read(paper, "/")
