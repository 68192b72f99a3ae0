from __future__ import annotations

import pytest

from newsbot.extract.found import Found
from newsbot.pages.continuation import ELSEWHERE, broken_off, continued, holds_all
from tests.pages.reading import URL, page_of, read

STORY = "<h1>Fest am See</h1><p>Das Seefest beginnt am Freitag mit einem Umzug durch die Stadt.</p>"


def found(**fields):
    return dict.fromkeys(("body", "authors", "source")) | fields


def test_a_further_page_adds_its_text():
    first = read(STORY)

    whole = continued(first, found(body=Found("Am Samstag wird gerudert.", "generic")))

    assert whole.body == f"{first.body}\n\nAm Samstag wird gerudert."


def test_a_text_that_is_there_already_is_not_added():
    first = read(STORY)

    assert continued(first, found(body=Found(first.body, "generic"))) == first


def test_authors_named_at_the_end_are_those_of_the_article():
    whole = continued(read(STORY), found(authors=Found(("Ida Moor",), "generic")))

    assert (whole.authors, whole.evidence["authors"]) == (("Ida Moor",), "generic")


def test_a_page_that_shows_all_takes_the_place_of_the_first():
    first = read(STORY)
    text = f"{first.body}\n\nAm Samstag wird gerudert."

    assert continued(first, found(body=Found(text, "generic"))).body == text


@pytest.mark.parametrize("body", [None, "Am Samstag wird gerudert, am Sonntag geschwommen. " * 4])
def test_another_text_does_not_hold_all(body):
    assert not holds_all(body and Found(body, "generic"), read(STORY))


def test_an_article_that_is_broken_off_says_that_its_text_is_a_beginning():
    article = broken_off(read(STORY))

    assert (article.body_status, article.evidence["body"]) == ("teaser", "generic, incomplete")


def test_one_without_a_text_begins_nothing(make_article):
    article = make_article(body=None, evidence={})

    assert broken_off(article) == article


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        pytest.param(f"{URL}?page=2", None, id="a further page"),
        pytest.param(f"{URL}/2?utm_source=x", None, id="at another address"),
        pytest.param(URL, ELSEWHERE, id="the first page"),
        pytest.param(f"{URL}8?page=2", ELSEWHERE, id="another article"),
        pytest.param("https://waldbote.test/", ELSEWHERE, id="the front page"),
    ],
)
def test_a_page_goes_on_with_an_article_only_at_an_address_of_it(url, fault):
    assert page_of(STORY, url=url, earlier=read(STORY)).fault == fault
