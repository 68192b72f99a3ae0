from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.extract.tree import is_longer, read_tree, text_of

TAGS = st.builds(
    "<{}{}>".format,
    st.sampled_from(["", "/", "!", "?"]),
    st.sampled_from(
        ["p", "html", "body class=a", "doctype html", "--", "script", "svg", "xml?", "a href='", ""]
    ),
)
SCRAPS = st.text(max_size=6) | TAGS | st.sampled_from(["<!--", "-->", "&#0;", "&amp", "<"])
MARKUP = st.lists(SCRAPS, max_size=12).map("".join)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \n", id="blanks"),
        pytest.param("<!-- leer -->", id="a comment"),
        pytest.param("<!doctype html>", id="a doctype"),
        pytest.param("<?php echo 1 ?>", id="a program"),
        pytest.param("</p>", id="an end tag"),
        pytest.param("<html></html>", id="an html without body"),
    ],
)
def test_an_empty_page_has_a_tree_without_text(page):
    assert text_of(read_tree(page)) == ""


@settings(derandomize=True, deadline=None, max_examples=60)
@given(MARKUP)
def test_whatever_is_sent_has_a_tree(page):
    assert read_tree(page).tag == "html"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param("<html><head></html><body><p>a</p>", "a", id="html closed before body"),
        pytest.param("<body><p>a</p></body></html><p>b</p>", "a b", id="text behind the end"),
        pytest.param("<body>a</BODY ><div>b</div></HTML>", "a b", id="end tags in capitals"),
        pytest.param(
            "<html><body>a<html><body class=x><p>b</p></body></html><p>c</p></body></html>",
            "a b c",
            id="a page within a page",
        ),
        pytest.param("<p>a<p>b<div>c", "a b c", id="nothing closed"),
        pytest.param("<p>a</b></i></p>b", "a b", id="closed without being open"),
        pytest.param("a < b & c", "a < b & c", id="signs that were not escaped"),
        pytest.param("<?xml version='1.0' encoding='utf-16'?><p>ä</p>", "ä", id="XML declared"),
        pytest.param("<meta charset=big5><p>Đẹp</p>", "Đẹp", id="another encoding declared"),
        pytest.param("<p>a\x00b\x0bc\ud800d</p>", "a b c d", id="characters no tree can hold"),
        pytest.param("<p>a<!-- <p>b</p> -->c</p>", "ac", id="comment"),
        pytest.param("<p>a<!--[if IE]>b<![endif]-->c</p>", "ac", id="comment for one browser"),
    ],
)
def test_a_broken_page_is_read_as_a_reader_sees_it(page, text):
    assert text_of(read_tree(page)) == text


@pytest.mark.parametrize("depth", [300, 2000])
def test_a_page_that_never_closes_a_tag_keeps_its_text(depth):
    assert text_of(read_tree("<div>" * depth + "tief")) == "tief"


def test_a_huge_page_is_read_whole():
    words = text_of(read_tree("<p>Wort</p>" * 100_000)).split()

    assert len(words) == 100_000


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("<p>a</p><p>b</p>", "a b", id="blocks part words"),
        pytest.param("<li>a</li><li>b</li>", "a b", id="so do the items of a list"),
        pytest.param("a<br>b", "a b", id="and line breaks"),
        pytest.param("a<img src=x>b", "a b", id="and pictures"),
        pytest.param("400 m<sup>2</sup>", "400 m2", id="inline tags don't"),
        pytest.param("<b>B</b>rücke", "Brücke", id="nor does an initial"),
        pytest.param("<h1> a \n\t b\xa0c </h1>", "a b c", id="all on one line"),
        pytest.param("a<script>var b</script><style>c</style>d", "a d", id="scripts and styles"),
        pytest.param("a<noscript>b</noscript><template>c</template>d", "a d", id="templates"),
        pytest.param("<select><option>a</select>b", "b", id="choices"),
        pytest.param("a<svg><title>b</title></svg>c", "a c", id="drawings"),
        pytest.param("&Auml;&#x1EC7;&nbsp;&amp;lt;", "Äệ &lt;", id="entities, once"),
    ],
)
def test_the_text_of_an_element_is_what_a_reader_sees(markup, text):
    assert text_of(read_tree(f"<div>{markup}</div>").find(".//div")) == text


def test_the_text_of_an_element_ends_with_it():
    assert text_of(read_tree("<p><b>a</b> b</p> c").find(".//b")) == "a"


def test_the_reading_of_a_japanese_character_is_no_text():
    tree = read_tree("<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>都</p>")

    assert text_of(tree) == "東京都"


@pytest.mark.parametrize(("size", "longer"), [(4, True), (5, False)])
def test_an_element_is_longer_than_a_size_by_its_text_alone(size, longer):
    element = read_tree("<div> <b>ab</b>\n<p>cde</p><script>var f</script></div>").find(".//div")

    assert is_longer(element, size) is longer
