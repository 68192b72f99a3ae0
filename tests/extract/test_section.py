from __future__ import annotations

import pytest

from newsbot.extract.headline import Headline
from newsbot.extract.metadata import read_metadata
from newsbot.extract.section import read_section
from newsbot.extract.selected import Selected
from newsbot.extract.tree import read_tree
from tests.extract.columns import URL, site_of

TITLE = Headline("Fest am See beginnt", "generic")
CRUMBS = "<ol class='breadcrumb'>{}</ol>"
LIST = """<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [
{"@type": "ListItem", "position": 1, "item": {"@id": "/o", "name": "Ort"}},
{"@type": "ListItem", "position": 2, "name": "Fest am See beginnt"}]}</script>"""


def section_of(html, **selectors):
    tree = read_tree(html)
    return read_section(tree, Selected(tree, selectors), read_metadata(tree, URL), TITLE, site_of())


def crumbs(*names):
    return CRUMBS.format("".join(f"<li><a href='/'>{name}</a></li>" for name in names))


@pytest.mark.parametrize(
    ("html", "section", "evidence"),
    [
        (crumbs("Trang chủ", "Sức khỏe", "Món ngon"), "Món ngon", "generic"),
        (crumbs("Start", "Ort", "Fest am See beginnt"), "Ort", "generic"),
        (crumbs("Ort", "Fest am ..."), "Ort", "generic"),
        (crumbs("Waldbote", "Ort /"), "Ort", "generic"),
        (LIST, "Ort", "json-ld"),
        ('<meta property="article:section" content="Ort ">', "Ort", "opengraph"),
        ('<meta name="section" content="Home"><meta name="section" content="Ort">', "Ort", "meta"),
    ],
    ids=["crumbs", "own title", "cut title", "ornament", "list", "OpenGraph", "home"],
)
def test_the_section_is_the_last_that_is_neither_home_nor_title(html, section, evidence):
    assert section_of(html) == (section, evidence)


def test_a_menu_that_calls_itself_breadcrumbs_is_none():
    assert section_of(crumbs(*(f"Ressort {n}" for n in range(20)))) is None


def test_the_last_of_the_profile_s_links_is_the_section():
    html = "<h1 class='x'><a href='/a'>THỜI SỰ</a> > <a href='/b'>Cồn Bần</a></h1>"
    assert section_of(html, section=[".x a"]) == ("Cồn Bần", "profile")


@pytest.mark.parametrize(
    ("html", "section"),
    [
        (crumbs("Start", "Nachrichten") + '<meta name="section" content="Ort">', "Ort"),
        (crumbs("Start", "Nachrichten"), "Nachrichten"),
        (crumbs("Start", "Fest am See beginnt | Ort"), None),
        (crumbs("Start", "Allgemein"), None),
        ('<meta name="section" content="Ort, Leben">', "Ort"),
        ('<meta name="section" content="Home, Leben">', "Leben"),
        (f'<meta name="section" content="{"sehr " * 20}lang">', None),
        ("<nav aria-label='Breadcrumb'><a href='/o'>Ort</a></nav>", "Ort"),
        (
            "<ul itemscope itemtype='https://schema.org/BreadcrumbList'><a href='/o'>Ort</a></ul>",
            "Ort",
        ),
    ],
    ids=[
        *("narrower elsewhere", "all news", "title and section", "no category", "several"),
        *("home first", "a sentence", "label", "microdata"),
    ],
)
def test_a_section_says_where_among_the_news_the_article_stands(html, section):
    found = section_of(html)
    assert (found and found.value) == section


def test_the_page_itself_is_no_section():
    html = f"""<link rel="canonical" href="{URL}"><script type="application/ld+json">
{{"@type": "BreadcrumbList", "itemListElement": [
{{"@type": "ListItem", "item": {{"@id": "/o"}}, "name": "Ort"}},
{{"@type": "ListItem", "item": "{URL}", "name": "Ganz anders"}}]}}</script>"""
    assert section_of(html) == ("Ort", "json-ld")


def section_printed(html):
    tree = read_tree(f"<body>{html}</body>")
    title = Headline("Fest am See beginnt", "generic", next(tree.iter("h1")))
    stated = read_metadata(tree, URL)
    return read_section(tree, Selected(tree, {}), stated, title, site_of())


def test_a_row_at_the_headline_and_a_menu_name_the_section_where_nothing_else_does():
    row = "<p class='cat'><a href='/o'>Ort</a></p><h1>Fest am See beginnt</h1>"
    menu = "<nav><li class='active'><a href='/l'>Leben</a></li></nav>"
    assert section_printed(menu + row) == ("Ort", "generic")
    assert section_printed(f"{menu}<h1>Fest am See beginnt</h1>") == ("Leben", "generic")
    assert section_printed(f'<meta name="section" content="Land">{row}') == ("Land", "meta")


def test_the_paper_in_a_row_at_the_headline_is_no_section():
    row = "<p class='cat'><a href='/'>Waldbote</a></p><h1>Fest am See beginnt</h1>"
    assert section_printed(row) is None
