from __future__ import annotations

import pytest

from newsbot.extract import refusal as module
from newsbot.extract.refusal import DEEPEST, LARGEST, MOST_ATTRIBUTES, MOST_TAGS, refusal

# One more element than may lie in each other.
TOO_MANY = DEEPEST + 1


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>" * TOO_MANY, id="blocks"),
        pytest.param("<DIV CLASS=a>" * TOO_MANY, id="in capitals"),
        pytest.param("<b>" * TOO_MANY, id="words in bold type"),
        pytest.param("<ul><li>" * TOO_MANY, id="lists"),
        pytest.param("<div></b>" * TOO_MANY, id="with other end tags"),
        pytest.param("<b><div></b>" * TOO_MANY, id="with end tags that end nothing"),
        pytest.param("<table></div>" * TOO_MANY, id="tables"),
        pytest.param("<p>a<br>" + "<div>" * 100_000 + "x" + "</div>" * 100_000, id="closed"),
    ],
)
def test_a_page_of_too_many_elements_in_each_other_is_malformed(markup):
    assert refusal(f"<body>{markup}") == "malformed"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>" * (DEEPEST - 1), id="as deep as may be"),
        pytest.param("<div></div>" * TOO_MANY, id="closed each"),
        pytest.param("<p>Wort" * TOO_MANY, id="paragraphs"),
        pytest.param("<ul>" + "<li>Wort" * TOO_MANY, id="the items of a list"),
        pytest.param("<table>" + "<tr><td>1<td>2" * TOO_MANY, id="the cells of a table"),
        pytest.param("<a href=x>" * TOO_MANY, id="links"),
        pytest.param("<select>" + "<option>1" * TOO_MANY, id="options"),
        pytest.param("<p><b>Wort" * TOO_MANY, id="bold paragraphs"),
        pytest.param("Wort<br><img src=x>" * TOO_MANY, id="line breaks and pictures"),
        pytest.param("<o:p>" * TOO_MANY, id="tags of Word"),
        pytest.param("<script>" + "'<div>'" * TOO_MANY + "</script>", id="words of a script"),
        pytest.param("<!--" + "<div>" * TOO_MANY + "-->", id="a comment"),
        pytest.param("<div><span></div>" * TOO_MANY, id="end tags left out"),
        pytest.param("<" * TOO_MANY, id="no tags"),
    ],
)
def test_what_lies_side_by_side_is_not_too_deep(markup):
    assert refusal(f"<body>{markup}") is None


def test_a_page_of_too_many_tags_is_malformed():
    assert refusal("<br>" * MOST_TAGS) is None
    assert refusal("<br>" * (MOST_TAGS + 1)) == "malformed"


@pytest.mark.parametrize(
    "attribute",
    [
        pytest.param("a{}", id="a name"),
        pytest.param("a{}=1", id="with a value"),
        pytest.param('a{}="<br>"', id="with a value in quotes"),
        pytest.param("a{} = '>'", id="in single ones"),
        pytest.param("/a{}", id="parted by a slash"),
        pytest.param("<a{}", id="with a sign that should not be there"),
    ],
)
def test_a_tag_of_too_many_attributes_is_malformed(attribute):
    few, many = (" ".join(map(attribute.format, range(n))) for n in (300, MOST_ATTRIBUTES + 9))

    assert refusal(f"<p {few}>Wort") is None
    assert refusal(f"<p {many}>Wort") == "malformed"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<script>i<n;" + "a b " * 999 + "</script>", id="a script"),
        pytest.param("<!-- <a " + "b " * 999 + "-->", id="a comment"),
        pytest.param('<a href="x"">Wort</a> <b class="y">' + "Wort " * 999, id="a quote too many"),
        pytest.param('<p title="' + "Wort " * 999 + '">', id="a long value"),
    ],
)
def test_words_elsewhere_are_no_attributes(markup):
    assert refusal(markup) is None


def test_a_page_that_is_nearly_as_deep_and_as_long_is_malformed():
    assert refusal("<div>" * 900 + "<p>Wort</p>" * 1500) is None
    assert refusal("<div>" * 900 + "<p>Wort</p>" * 3000) == "malformed"


def test_a_page_that_is_too_large_is_oversized():
    assert refusal("x" * LARGEST) is None
    assert refusal("x" * (LARGEST + 1)) == "oversized"


def test_each_element_is_opened_and_closed_but_once(monkeypatch):
    ends = []
    monkeypatch.setattr(module._Inside, "_pop", lambda self: ends.append(self.names.pop()))
    monkeypatch.setattr(module._Inside, "_is_walled", lambda *_: False)

    refusal("<div><i>" * 400 + "</b></u></div>" * 1000)

    assert len(ends) <= 800
