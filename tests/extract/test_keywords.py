from __future__ import annotations

import pytest

from newsbot.extract.found import Found
from newsbot.extract.keywords import read_keywords
from newsbot.extract.metadata import read_metadata
from newsbot.extract.selected import Selected
from newsbot.extract.tree import read_tree
from tests.extract.columns import URL, site_of
from tests.extract.layouts import layout_of

BODY = Found("Am See blüht der Honigklee.", "generic")


def keywords_of(html, **selectors):
    tree = read_tree(html)
    return read_keywords(Selected(tree, selectors), read_metadata(tree, URL), site_of(), BODY)


def meta(content):
    return f'<meta name="keywords" content="{content}">'


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (meta("Honig, Wachs; Honig,"), ("Honig", "Wachs")),
        (meta("Honig,HONIG"), ("Honig",)),
        (meta("Honig、Wachs"), ("Honig", "Wachs")),
        (
            '<meta property="article:tag" content="a"><meta property="article:tag" content="b">',
            ("a", "b"),
        ),
        (meta("Honig, Waldbote, waldbote.com"), ("Honig",)),
        (meta("Honig, Category: News, type_news, @river, /article"), ("Honig",)),
        (meta("Honig, 8f507083-bac4-423a-9015-2eb31e1bce50"), ("Honig",)),
        (meta("Honig &amp;amp; Wachs"), ("Honig & Wachs",)),
        (meta("See, Rathaus, Steuern"), ("See", "Rathaus", "Steuern")),
        (meta("Rathaus, Steuern"), ("Rathaus", "Steuern")),
    ],
    ids=[
        *("list", "case", "Japanese comma", "tags", "names of the paper", "words of the CMS", "id"),
        *("entities", "one in the text", "few"),
    ],
)
def test_keywords_are_words_each_once(html, words):
    assert keywords_of(html).value == words


def test_keywords_of_which_none_is_in_the_text_are_the_paper_s():
    assert keywords_of(meta("Zeitung, Rathaus, Steuern")) is None


def test_keywords_of_json_ld_count_whatever_is_in_the_text():
    node = '{"@type": "NewsArticle", "keywords": ["Rathaus", "Steuern", "Ort"]}'
    found = keywords_of(f'<script type="application/ld+json">{node}</script>')
    assert found == (("Rathaus", "Steuern", "Ort"), "json-ld")


def test_the_profile_s_keywords_come_first():
    html = meta("a") + "<p><b>Honig</b> <b>Wachs</b></p>"
    assert keywords_of(html, keywords=["p b"]) == (("Honig", "Wachs"), "profile")


def test_a_page_without_keywords_has_none():
    assert keywords_of(meta(",")) is None


def printed_keywords(html):
    tree, layout = read_tree(html), layout_of(html)
    stated = read_metadata(tree, URL)
    return read_keywords(Selected(tree, {}), stated, site_of(), BODY, layout)


def test_a_row_behind_the_text_counts_where_nothing_else_says_any():
    row = f"<h1>Fest am See</h1><main>{'<p>Am See begann heute das Fest.</p>' * 3}</main>"
    row += "<div class='tags'><a href='/a'>Honig</a> <a href='/b'>Waldbote</a></div>"
    assert printed_keywords(row) == (("Honig",), "generic")
    assert printed_keywords(f'<meta name="keywords" content="See">{row}') == (("See",), "meta")
