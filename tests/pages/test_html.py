from __future__ import annotations

import pytest

from newsbot.pages.html import HtmlPage
from newsbot.pages.listed import Listed

HOME = "https://waldbote.test"


@pytest.fixture
def read(page, profile):
    """Reads a page of waldbote's section Lokales."""
    return lambda text: HtmlPage(page(text, f"{HOME}/lokales/"), profile)


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        pytest.param("<a href='a/7'>", f"{HOME}/lokales/a/7", id="none"),
        pytest.param("<base href='/neu/'><a href='a/7'>", f"{HOME}/neu/a/7", id="a folder"),
        pytest.param("<base target=_blank><a href='a/7'>", f"{HOME}/lokales/a/7", id="no href"),
        pytest.param(
            "<base href='/static/templates/v1/'><a href='a/7'>",
            f"{HOME}/lokales/a/7",
            id="a folder of templates",
        ),
        pytest.param(
            "<base href='/neu/'><base href='/alt/'><a href='a/7'>", f"{HOME}/neu/a/7", id="two"
        ),
    ],
)
def test_links_are_meant_against_the_base_of_the_page(read, markup, url):
    html = read(markup)

    assert [anchor.url for anchor in html.anchors([html.tree])] == [url]


def test_a_link_bears_its_words(read):
    html = read("<a href=/artikel/7><h3>Brücke</h3><p>gesperrt</p></a>")

    assert [anchor.text for anchor in html.anchors([html.tree])] == ["Brücke gesperrt"]


def test_links_that_lead_nowhere_are_none(read):
    html = read("<a>Ohne</a><a href=''>Leer</a><a href=#top>Oben</a><a href=tel:112>Notruf</a>")

    assert list(html.anchors([html.tree])) == []


def test_only_the_links_inside_the_elements_asked_for_are_given(read):
    html = read("<nav><a href=/a>A</a></nav><main><a href=/b>B</a></main>")

    assert [anchor.text for anchor in html.anchors(html.tree.iter("main"))] == ["B"]


def test_articles_are_listed_once_in_the_order_of_their_links(read):
    html = read("<a href=/artikel/8>A</a><a href=/lokales/>B</a><a href=/artikel/7>C</a>" * 2)

    listed = html.listed(html.anchors([html.tree]))

    assert listed == (Listed(f"{HOME}/artikel/8"), Listed(f"{HOME}/artikel/7"))


def test_links_to_other_sites_are_no_articles(read):
    html = read("<a href=https://anzeiger.test/artikel/7>A</a>")

    assert html.listed(html.anchors([html.tree])) == ()
