from __future__ import annotations

from datetime import date

import pytest

from newsbot.pages.html import HtmlPage
from newsbot.pages.listed import Further, Listed
from newsbot.profile import parse_profile

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


@pytest.mark.parametrize(
    "depth", [pytest.param(1001, id="told"), pytest.param(100_000, id="lost by the parser")]
)
def test_of_a_page_that_is_too_deep_nothing_is_read(read, depth):
    html = read("<p>vorn</p>" + "<div>" * depth + "tief")

    assert (html.fault, html.tree.text_content()) == ("malformed", "")


def test_what_hides_its_depth_is_found_out_by_the_parser(read):
    html = read("<p>vorn</p>" + "<div title='<!--'>" * 3000 + "tief")

    assert (html.fault, html.tree.text_content()) == ("malformed", "")


def test_a_usual_page_has_no_fault(read):
    assert read("<p>vorn</p>").fault is None


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

    listed = html.listed([html.tree])

    assert listed == (Listed(f"{HOME}/artikel/8"), Listed(f"{HOME}/artikel/7"))


def test_links_to_other_sites_are_no_articles(read):
    html = read("<a href=https://anzeiger.test/artikel/7>A</a>")

    assert html.listed([html.tree]) == ()


def test_an_article_bears_the_day_that_is_printed_beside_it(read):
    html = read(
        "<ul><li><a href=/artikel/8>A</a> 23.10.2024<li><a href=/artikel/7>B</a></ul>"
        "<ul><li><a href=/artikel/8>Noch einmal</a></ul>"
    )

    assert html.listed([html.tree]) == (
        Listed(f"{HOME}/artikel/8", date(2024, 10, 23)),
        Listed(f"{HOME}/artikel/7"),
    )


def test_a_date_beside_several_addresses_of_an_article_is_that_of_each(read):
    html = read("<ul><li><a href=/artikel/8>A</a><a href=/artikel/8?druck>B</a> 23.10.2024</ul>")

    assert {entry.day for entry in html.listed([html.tree])} == {date(2024, 10, 23)}


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("<a href=/ressort/ort>Aus der Stadt</a>", id="section"),
        pytest.param("<a href='/autor/ida-moor'>Ida Moor</a>", id="author"),
        pytest.param("<a href=/artikel/8#comments>12</a>", id="comments"),
        pytest.param("<a href=/ort-4711><img></a>", id="empty"),
    ],
)
def test_a_card_may_lead_elsewhere_besides(read, link):
    html = read(f"<ul><li><a href=/artikel/8>A</a>{link} 23.10.2024</ul>")

    assert [entry.day for entry in html.listed([html.tree])] == [date(2024, 10, 23)]


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("<a href=/film/8>Der Wald im Herbst aus der Luft</a>", id="a long title"),
        pytest.param("<a href=/film-4711>Der Wald im Herbst</a>", id="an address with a number"),
        pytest.param("<a href=https://anzeiger.test/wald-4711>Der Wald im Herbst</a>", id="abroad"),
        pytest.param("<a href=/artikel/8#kommentar-55>Ida Moor</a>", id="one comment"),
    ],
)
def test_a_date_beside_what_is_no_article_dates_none(read, link):
    html = read(f"<ul><li><a href=/artikel/8>A</a></li><li>{link} 23.10.2024</ul>" * 2)

    assert [entry.day for entry in html.listed([html.tree])] == [None]


@pytest.mark.parametrize(
    ("language", "day"), [("en-US", date(2024, 2, 3)), ("en-GB", date(2024, 3, 2))]
)
def test_dates_are_read_as_the_site_writes_them(page, language, day):
    toml = f"domain='waldbote.test'\nlanguage='{language}'\n[links]\narticle='(?P<key>\\d+)$'"
    html = HtmlPage(
        page("<li><a href=/artikel/8>A</a> 02/03/2024", HOME),
        parse_profile("waldbote", toml.encode()),
    )

    assert [entry.day for entry in html.listed([html.tree])] == [day]


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("rel=alternate type=application/rss+xml", id="RSS"),
        pytest.param("rel=ALTERNATE type='APPLICATION/ATOM+XML; charset=utf-8'", id="Atom"),
        pytest.param("rel=alternate type=application/rdf+xml", id="RSS 1.0"),
        pytest.param("rel='alternate home' type=application/feed+json", id="JSON Feed"),
        pytest.param("rel=feed type=application/rss+xml title='Lokales'", id="by its relation"),
    ],
)
def test_feeds_are_those_that_the_page_declares(read, link):
    assert read(f"<link {link} href=feed><link {link} href=/lokales/feed>").feeds == (
        Further(f"{HOME}/lokales/feed", "feed"),
    )


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("rel=alternate type=application/rss+xml", id="no address"),
        pytest.param("rel=stylesheet type=application/rss+xml href=/a", id="another relation"),
        pytest.param("rel=alternate type=application/json href=/wp-json/7", id="no feed"),
        pytest.param(
            "rel=alternate type=application/rss+xml href=https://feeds.test/7", id="abroad"
        ),
        pytest.param("rel=alternate type=application/rss+xml href=/comments/feed/", id="comments"),
        pytest.param(
            "rel=alternate type=application/rss+xml href=/?feed=comments-rss2", id="in the query"
        ),
        pytest.param(
            "rel=alternate type=application/rss+xml href=/f title='Blatt » Comments Feed'",
            id="by its title",
        ),
        pytest.param(
            "rel=alternate type=application/rss+xml href=/f title='Bình luận'", id="in Vietnamese"
        ),
    ],
)
def test_other_links_declare_no_feed_of_articles(read, link):
    assert read(f"<link {link}>").feeds == ()


def test_a_feed_below_an_article_is_of_its_comments(page, profile):
    feeds = "".join(
        f"<link rel=alternate type=application/rss+xml href={url}>"
        for url in ("/artikel/7/feed/", "/lokales/feed/")
    )
    html = HtmlPage(page(feeds, f"{HOME}/artikel/7/"), profile)

    assert [feed.url for feed in html.feeds] == [f"{HOME}/lokales/feed/"]


def test_a_link_in_elements_within_each_other_comes_once(read):
    html = read("<div><div><a href='a/7'>Titel</a></div></div>")

    assert len(list(html.anchors(html.tree.iter("div")))) == 1
