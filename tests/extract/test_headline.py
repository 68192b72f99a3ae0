from __future__ import annotations

import pytest

from newsbot.extract.headline import read_headline
from newsbot.extract.metadata import read_metadata
from newsbot.extract.sitename import SiteName
from newsbot.extract.tree import read_tree

LONG = "Gemeinderat beschließt nach fünf Stunden den Bau der neuen Turnhalle am Bahnhof im Tal"


def headline_of(html, chosen="//none"):
    tree = read_tree(html)
    metadata = read_metadata(tree, "https://waldbote.test/artikel/7")
    found = tree.xpath(chosen)
    return read_headline(tree, found, metadata, SiteName(metadata, "waldbote.test"))


def stated(text):
    node = f'{{"@type": "NewsArticle", "headline": "{text}"}}'
    return f'<script type="application/ld+json">{node}</script>'


@pytest.mark.parametrize(
    ("html", "text", "evidence"),
    [
        (f"{stated('Fest am See')}<h1>Fest am See</h1>", "Fest am See", "json-ld"),
        ('<meta property="og:title" content="Fest"><h1>Fest</h1>', "Fest", "opengraph"),
        ("<title>Fest - Waldbote</title><h1>Fest</h1>", "Fest", "generic"),
        ("<title>Fest - Waldbote</title>", "Fest", "generic"),
        ("<h1>Fest</h1>", "Fest", "generic"),
        ("<title>Fest</title><h1>Lokales</h1><h1>Fest</h1>", "Fest", "generic"),
        ("<title>Fest</title><h2>Fest</h2>", "Fest", "generic"),
        (f"{stated('Waldbote')}<h1>Fest</h1>", "Fest", "generic"),
        (f"{stated(LONG[:60] + '…')}<h1>{LONG}</h1>", LONG, "generic"),
        (f"{stated('Fest am See | Ort')}<h1>Fest am See</h1>", "Fest am See", "generic"),
        (f"{stated('Das Fest')}<h1>Ganz anders</h1>", "Das Fest", "json-ld"),
        ("<title>Der Waldbote: Zeitung für alle</title><h1>Fest</h1>", "Fest", "generic"),
        ("<title>Fest</title><aside><h1>Wetter</h1></aside><h1>Fest</h1>", "Fest", "generic"),
    ],
    ids=[
        *("JSON-LD", "OpenGraph", "title", "title alone", "heading alone", "section first"),
        *("second heading", "name stated", "cut off", "with section", "search title", "slogan"),
        "aside",
    ],
)
def test_the_headline_is_what_is_stated_and_printed(html, text, evidence):
    headline = headline_of(html)
    assert (headline.text, headline.evidence) == (text, evidence)


OPEN_GRAPH = '<meta property="og:title" content="{}">'


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<nav><h1>Fest im Ort</h1></nav><h2>Das Fest am See</h2>", "Das Fest am See"),
        (
            "<ol class='breadcrumb'><li><h1>Fest im Ort</h1></ol><h2>Das Fest am See</h2>",
            "Das Fest am See",
        ),
        ("<h1 class='sr-only'>Fest im Ort</h1><h2>Das Fest am See</h2>", "Das Fest am See"),
        ("<h1>Ganz anders</h1>", "Fest im Ort"),
        ("<h1><span>Ausflug</span>Fest im Ort</h1>", "Fest im Ort"),
        ("<h1>Fest im Ort <small class='badge'>Plus</small></h1>", "Fest im Ort"),
        ("<aside><h2><a href='/7'>Das Fest am See</a></h2></aside>", "Fest im Ort"),
    ],
    ids=[
        *("navigation", "breadcrumbs", "screen readers", "no one agrees", "kicker", "label"),
        "most read",
    ],
)
def test_a_heading_for_machines_is_not_what_readers_see(html, text):
    head = OPEN_GRAPH.format("Fest im Ort") + stated("Das Fest am See")
    assert headline_of(head + html).text == text


def test_what_begins_with_a_column_that_is_named_like_the_paper_is_whole_if_it_is_printed():
    html = OPEN_GRAPH.format("Waldbote fragt – Ida Moor") + "<h1>Waldbote fragt – Ida Moor</h1>"
    assert headline_of(html).text == "Waldbote fragt – Ida Moor"


def test_an_element_that_is_no_heading_prints_the_headline_where_there_is_none():
    html = "<title>Fest am See - Waldbote</title><div>Lokales</div><div id='x'>Fest am See</div>"
    headline = headline_of(html)
    assert (headline.text, headline.heading.get("id")) == ("Fest am See", "x")


def test_of_chosen_headings_it_is_the_one_that_agrees_with_the_title():
    headline = headline_of("<title>Fest - Waldbote</title><h1>Lokales</h1><h1>Fest</h1>", "//h1")
    assert (headline.text, headline.evidence) == ("Fest", "profile")


def test_a_chosen_heading_counts_even_if_the_title_says_otherwise():
    assert headline_of("<title>Waldbote</title><h1>Fest</h1>", "//h1").text == "Fest"


@pytest.mark.parametrize(
    "first",
    ["<h1></h1>", "<h1><img></h1>", "<h1><a href='/lokales'>Lokales</a></h1>", "<h1>Waldbote</h1>"],
    ids=["empty", "logo", "link to the section", "name of the paper"],
)
@pytest.mark.parametrize("chosen", ["//h1", "//none"], ids=["chosen", "any"])
def test_a_first_heading_that_is_no_title_is_passed_over(first, chosen):
    assert headline_of(f"{first}<h1>Fest am See</h1>", chosen).text == "Fest am See"


def test_a_heading_that_is_a_link_counts_where_there_is_no_other():
    html = "<h1></h1><h1><a href='/artikel/7'>Fest am See</a></h1>"
    assert headline_of(html, "//h1").text == "Fest am See"


def test_a_headline_knows_the_heading_that_prints_it():
    headline = headline_of("<title>Fest</title><h1>Lokales</h1><h1 id='x'>Fest</h1>")
    assert headline.heading.get("id") == "x"


def test_a_page_without_any_has_none():
    assert headline_of("<p>Guten Tag</p>") is None


@pytest.mark.parametrize(
    "cell", ["<td class='NewsTitle'>{}</td>", "<td><b id='tieude'>{}</b></td>"]
)
def test_a_page_without_headings_prints_its_headline_in_what_calls_itself_so(cell):
    table = (
        f"<table><tr><td class='CatTitle'>Aus dem Landkreis</td>{cell.format(LONG)}</tr></table>"
    )
    for title in ("Waldbote", "Der Waldbote am Fluss"):
        headline = headline_of(f"<title>{title}</title>{table}")
        assert (headline.text, headline.evidence) == (LONG, "generic")


@pytest.mark.parametrize(
    "html",
    [
        f"<a href='/a'><span class='title'>{LONG}</span></a>",
        f"<div class='title'><a href='/a'>{LONG}</a></div>",
        "<div class='title'>Lokales</div>",
        f"<div class='box-title'>{LONG}</div>",
    ],
    ids=["in a link", "a link", "short", "of a box"],
)
def test_the_title_of_a_link_or_a_box_is_no_headline(html):
    assert headline_of(f"<title>Waldbote</title>{html}") is None


def test_the_title_of_another_paper_is_no_headline():
    assert headline_of("<title>Báo Đồng Rạng</title><p>Guten Tag</p>") is None
    html = f"<title>Báo Đồng Rạng</title><div class='NewsTitle'>{LONG}</div>"
    assert headline_of(html).text == LONG
