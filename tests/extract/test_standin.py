from __future__ import annotations

import pytest

from newsbot.extract.entries import Entries
from newsbot.extract.found import Found
from newsbot.extract.headline import Headline
from newsbot.extract.metadata import read_metadata
from newsbot.extract.standin import Shown, read_stand_in, said_of
from tests.extract.layouts import layout_of

NONE, MANY = Entries(40, 0, 0.0), Entries(12, 12, 0.9)


def stand_in(html="", entries=NONE, body="", path="/artikel/7"):
    layout, url = layout_of(html), f"https://waldbote.test{path}"
    metadata, headline = read_metadata(layout.tree, url), Headline("Titel", "generic")
    text = Found(body, "generic") if body else None
    return read_stand_in(Shown(url, layout, metadata, headline, text), lambda: entries)


@pytest.mark.parametrize(
    ("entries", "body", "found"),
    [
        (MANY, "Text. " * 200, "a section page"),
        (NONE, "", "a section page"),
        (NONE, "Text.", None),
        (Entries(9, 0, 0.0), "", None),
        (Entries(12, 2, 0.9), "Text.", None),
        (Entries(12, 12, 0.5), "Text.", None),
    ],
    ids=["teasers", "links alone", "a text", "few links", "few teasers", "as much else"],
)
def test_a_list_is_told_by_its_entries(entries, body, found):
    assert stand_in(entries=entries, body=body) == found


def test_entries_are_not_counted_where_the_page_says_that_it_is_an_article():
    html = '<meta property="og:type" content="article">'

    assert stand_in(html, entries=None, body="Text.") is None


@pytest.mark.parametrize("script", ["字" * 99, "x" * 199])
def test_a_caption_is_as_short_in_every_script(script):
    assert stand_in(body=script, path="/video/artikel/7") == "a video without text"
    assert stand_in(body=script * 2, path="/video/artikel/7") is None


def test_what_the_page_is_stands_in_the_evidence():
    assert said_of("a section page") == {"page": "a section page"}
    assert said_of(None) == {}
