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


def test_feeds_are_those_that_the_page_declares(read):
    listing = read(
        "<link rel=alternate type=application/rss+xml href=/feed>"
        "<link rel=alternate type=APPLICATION/ATOM+XML href=/atom>"
        "<link rel=alternate type=application/rss+xml href=https://feeds.test/waldbote>"
        "<link rel=alternate type=application/rss+xml><link rel=stylesheet href=/a.css>"
    )

    assert listing.feeds == (Further(f"{HOME}/feed", "feed"), Further(f"{HOME}/atom", "feed"))


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<link rel=next href=/lokales/?seite=2>", id="link"),
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
    ],
)
def test_the_last_page_has_none_after_it(read, markup):
    assert read(markup).next is None


def row(*numbers, form="?seite={}"):
    links = (f"<a href='{form.format(number)}'>{number}</a>" for number in numbers)
    return f"<div class=seiten>{' '.join(links)}</div>"


@pytest.mark.parametrize(
    ("url", "markup", "following"),
    [
        pytest.param(SECTION, row(2, 3, 4), f"{SECTION}?seite=2", id="first, without number"),
        pytest.param(SECTION, row(1, 2, 3), f"{SECTION}?seite=2", id="first, itself in the row"),
        pytest.param(
            f"{SECTION}?seite=3", row(1, 2, 3, 4, 99), f"{SECTION}?seite=4", id="in the middle"
        ),
        pytest.param(f"{SECTION}?seite=9", row(8, 9, 10), f"{SECTION}?seite=10", id="nine to ten"),
        pytest.param(f"{SECTION}?seite=4", row(1, 2, 3), None, id="last"),
        pytest.param(f"{SECTION}?seite=2", row(1, 2), None, id="last of two"),
        pytest.param(SECTION, row(2), f"{SECTION}?seite=2", id="one link alone"),
        pytest.param(
            f"{SECTION}trang-2.html",
            row(1, 2, 3, form="/lokales/trang-{}.html"),
            f"{SECTION}trang-3.html",
            id="number in the path",
        ),
        pytest.param(
            f"{HOME}/2024-lokales-24h/",
            row(2, 3, form="/2024-lokales-24h/?p={}"),
            f"{HOME}/2024-lokales-24h/?p=2",
            id="a number in the section's name",
        ),
        pytest.param(SECTION, row("9" * 5000, 3), None, id="a number that is none"),
    ],
)
def test_in_a_row_of_numbers_the_next_page_is_one_more(read, url, markup, following):
    assert read(markup, "next = '.seiten a'", url).next == following
