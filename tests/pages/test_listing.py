from __future__ import annotations

from datetime import date

import pytest

from newsbot.pages.listed import Further, Listed
from newsbot.pages.listing import ListingPage
from newsbot.profile import parse_profile

HOME = "https://waldbote.test"
SECTION = f"{HOME}/lokales/"


@pytest.fixture
def read(page):
    """Reads a listing of a paper whose profile has these further *links*."""

    def read(text, links="", url=SECTION):
        toml = f"domain='waldbote.test'\n[links]\narticle='/artikel/(?P<key>\\d+)'\n{links}"
        return ListingPage(page(text, url), parse_profile("waldbote", toml.encode()))

    return read


def test_articles_stand_in_the_pages_order_each_once(read):
    listing = read(
        "<a href=/artikel/8><img></a><a href='/artikel/8'>Acht</a><a href=/artikel/7?utm_source=x>S"
        "</a><a href=/lokales/>Lokales</a><a href=https://anzeiger.test/artikel/9>Neun</a>"
    )

    assert listing.articles == (Listed(f"{HOME}/artikel/8"), Listed(f"{HOME}/artikel/7"))


@pytest.mark.parametrize("text", ["", "<p>Keine Treffer</p>", "kein HTML", "\x00"])
def test_a_page_without_links_leads_nowhere(read, text):
    listing = read(text)

    assert (listing.articles, listing.further, listing.feeds, listing.next, listing.days) == (
        (),
        (),
        (),
        None,
        (),
    )


def test_a_page_cut_by_a_premature_end_shows_all_its_articles(read):
    listing = read("<html></html><body><a href=/artikel/7>A</a></body></html><a href=/artikel/8>B")

    assert len(listing.articles) == 2


def test_sections_are_the_listings_of_the_profiles_blocks(read):
    listing = read(
        "<nav><a href=/lokales/>L</a><a href=/sport/>S</a><a href=/lokales/>L</a>"
        "<a href=/artikel/7>A</a><a href=https://shop.test/>Shop</a></nav><a href=/impressum>I</a>",
        "sections = ['https://waldbote.test/kultur/', 'nav']",
    )

    assert listing.further == (
        Further(f"{HOME}/lokales/", "section"),
        Further(f"{HOME}/sport/", "section"),
    )


def test_day_pages_are_among_the_further_listings(read):
    listing = read("<div id=tage><a href=/archiv/2024/10/23/>23</a></div>", "day_block = '#tage'")

    assert listing.further == (Further(f"{HOME}/archiv/2024/10/23/", "day", date(2024, 10, 23)),)


def test_forms_that_ask_for_a_day_are_in_the_day_block(read):
    form = "<form action=/archiv><input type=date name=tag></form>"
    listing = read(f"<aside>{form}</aside>{form}", "day_block = 'aside'")

    assert [days.url for days in listing.days] == [f"{HOME}/archiv"]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<link rel=next href=/lokales/?seite=2>", id="link"),
        pytest.param("<p><b>1</b> <a href='?seite=2'>2</a> <a href='?seite=3'>3</a>", id="row"),
        pytest.param("<a href='?seite=2'>Ältere Beiträge</a><a href='?seite=9'>»»</a>", id="words"),
        pytest.param("<a rel=next href='?seite=2'>weiter</a>", id="a"),
        pytest.param("<a rel='nofollow Next' href='?seite=2'>weiter</a>", id="one of several"),
        pytest.param(
            "<link rel=next href='?seite=2'><a rel=next href='?seite=2'>weiter</a>", id="twice"
        ),
    ],
)
def test_the_next_page_is_what_the_page_calls_so(read, markup):
    assert read(markup).next == f"{SECTION}?seite=2"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<a rel=prev href='?seite=1'>zurück</a>", id="the page before"),
        pytest.param("<a rel=next>weiter</a>", id="no address"),
        pytest.param("<a rel=next href=#>weiter</a>", id="a script's"),
        pytest.param("<a rel=next href=/lokales/>weiter</a>", id="the page itself"),
        pytest.param("<a rel=next href=https://anzeiger.test/>weiter</a>", id="another site"),
        pytest.param("<a href='?seite=9'>Letzte</a><a href=/sport/?seite=2>2</a>", id="others"),
        pytest.param("<a href=/lokales/2>2</a><a href='?tag=2'>2</a>", id="days of a calendar"),
    ],
)
def test_the_last_page_has_none_after_it(read, markup):
    assert read(markup).next is None


def row(*numbers):
    links = (f"<a href='?seite={number}'>{number}</a>" for number in numbers)
    return f"<div class=seiten>{' '.join(links)}</div>"


def test_the_profile_says_where_the_row_of_pages_is(read):
    markup = f"<link rel=next href=/sport/>{row(1, 2, 3)}"

    assert read(markup, "next = '.seiten a'").next == f"{SECTION}?seite=2"


def test_a_page_without_the_profiles_row_is_read_as_others(read):
    assert read("<link rel=next href=/alt/>", "next = '.seiten a'").next == f"{HOME}/alt/"


def test_the_last_of_a_row_is_the_last(read):
    page = read(row(1, 2), "next = '.seiten a'", f"{SECTION}?seite=2")

    assert page.next is None


@pytest.mark.parametrize("name", ["title", "aria-label", "class"])
def test_a_picture_may_lead_to_the_last_page(read, name):
    markup = f"<a href='?seite=9' {name}=last><img></a>"

    assert read(markup, "next = 'a'").next is None


WALL = "<title>Just a moment...</title><h1>Checking your browser</h1>"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param(WALL, "a bot check", id="a wall"),
        pytest.param(WALL + "<a href=/artikel/7>Sieben</a>", None, id="with an article"),
        pytest.param(
            WALL + "".join(f"<a href=/ort-{n}/>Ort</a>" for n in range(11)), None, id="with a menu"
        ),
        pytest.param("<p>Keine Treffer</p>", None, id="an empty list"),
        pytest.param("<div>" * 1001, "malformed", id="not read"),
    ],
)
def test_a_wall_in_place_of_a_listing_is_none(read, text, fault):
    assert read(text).fault == fault
