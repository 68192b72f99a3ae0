from __future__ import annotations

import pytest

from newsbot.extract.found import Found
from newsbot.pages.continuation import continued, holds_all
from tests.pages.reading import read

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
