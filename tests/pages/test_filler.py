from __future__ import annotations

import pytest

from newsbot.pages.filler import fillers
from newsbot.pages.html import HtmlPage
from tests.pages.reading import URL, invented

HOME = "https://waldbote.test"


@pytest.fixture
def found(page):
    """Return the addresses that fill the blocks of a page."""
    return lambda html: fillers(HtmlPage(page(html, URL), invented()))


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<div data-action='/api/related/7' data-size=7></div>", "/api/related/7"),
        ("<ul class=tin-lien-quan data-url='/ajax/list?id=7'></ul>", "/ajax/list?id=7"),
        ("<h3>Mehr zum Thema</h3><div data-src='/api/x/7'></div>", "/api/x/7"),
        ("<div class=related><p>Lädt</p><div data-api-url='api/x'></div></div>", "/artikel/api/x"),
    ],
    ids=["said by the address", "said by the name", "under a heading", "said around"],
)
def test_an_empty_block_tells_what_fills_it(found, html, url):
    assert found(html) == (HOME + url,)


@pytest.mark.parametrize(
    "html",
    [
        "<div class=related data-url='/api/x'><a href='/artikel/1'>Voll</a></div>",
        "<div data-url='/api/wetter'></div>",
        "<div class=related data-url='https://werbung.test/api/related'></div>",
        f"<div class=related data-href='{URL}'></div>",
        "<div class=related data-src='/artikel/8'></div>",
        "<div class='related taboola' data-url='/api/x'></div>",
        "<div class=related data-src='/static/js/related.js'></div>",
        "<div class=related data-src='/bilder/related.jpg'></div>",
        "<div class=related data-action='show'></div>",
    ],
    ids=["full", "other", "other site", "itself", "article", "ad", "script", "picture", "none"],
)
def test_what_is_no_address_of_further_articles_is_none(found, html):
    assert found(html) == ()
