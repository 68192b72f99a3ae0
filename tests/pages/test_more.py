from __future__ import annotations

import json

import pytest

from newsbot.pages.more import MorePage

HOME = "https://waldbote.test"
SEVEN, EIGHT = f"{HOME}/artikel/7", f"{HOME}/artikel/8"


@pytest.fixture
def urls(page, profile):
    """The articles of what a load-more address answers."""

    def urls(answer):
        text = answer if isinstance(answer, str) else json.dumps(answer)
        return [entry.url for entry in MorePage(page(text, f"{HOME}/mehr"), profile).articles]

    return urls


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param([{"url": SEVEN}, {"url": EIGHT}], id="list of entries"),
        pytest.param({"data": {"items": [{"link": SEVEN}, {"Permalink": EIGHT}]}}, id="deeper"),
        pytest.param({"urls": 2, "url": [SEVEN, EIGHT]}, id="list of addresses"),
        pytest.param([{"href": "/artikel/7"}, {"share_url": "artikel/8?utm_source=x"}], id="short"),
        pytest.param({"html": "<ul><li><a href='/artikel/7'>A</a><a href=/artikel/8>B"}, id="HTML"),
        pytest.param({"html": "<A HREF=/artikel/7>A</A><A HREF=/artikel/8>B</A>"}, id="old HTML"),
        pytest.param(["<a href=/artikel/7>A</a>", "<a href=/artikel/8>B</a>"], id="list of HTML"),
        pytest.param(
            [{"url": SEVEN, "html": f"<a href={SEVEN}>A</a>"}, {"url": EIGHT}], id="twice"
        ),
    ],
)
def test_articles_are_found_wherever_the_answer_has_them(urls, answer):
    assert urls(answer) == [SEVEN, EIGHT]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("", id="nothing"),
        pytest.param("<p>Fehler</p>", id="no JSON"),
        pytest.param('{"url": "https://waldbote.test/artikel/7"', id="cut short"),
        pytest.param("null", id="null"),
        pytest.param("[" * 100_000, id="open brackets without end"),
        pytest.param("[" * 960 + "]" * 960, id="as deep as JSON goes"),
        pytest.param('{"id": ' + "7" * 5000 + "}", id="a number without end"),
        pytest.param({"url": None, "link": 7, "href": ""}, id="addresses that are none"),
        pytest.param({"url": "https://anzeiger.test/artikel/7"}, id="another site's"),
        pytest.param({"title": SEVEN}, id="an address under another name"),
        pytest.param({"url": "/artikel/7\ud83d"}, id="half of a surrogate pair"),
        pytest.param({"html": "<a\ud83d><!--<a"}, id="HTML that is none"),
    ],
)
def test_an_answer_without_articles_gives_none(urls, answer):
    assert urls(answer) == []
