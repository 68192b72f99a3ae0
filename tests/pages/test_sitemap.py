from __future__ import annotations

from datetime import date

import pytest

from newsbot.pages.listed import MOST_ENTRIES, Further, Listed
from newsbot.pages.sitemap import AddressList, RobotsPage, SitemapPage

HOME = "https://waldbote.test"
SEVEN, EIGHT = f"{HOME}/artikel/7", f"{HOME}/artikel/8"


@pytest.fixture
def sitemap(page, profile):
    return lambda text: SitemapPage(page(text, f"{HOME}/sitemap.xml"), profile)


@pytest.fixture
def lines(page, profile):
    return lambda text: AddressList(page(text, f"{HOME}/sitemap.txt"), profile)


@pytest.fixture
def robots(page, profile):
    return lambda text: RobotsPage(page(text, f"{HOME}/robots.txt"), profile)


def urls(listing):
    return [entry.url for entry in listing.articles]


def urlset(*entries):
    spaces = (
        "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9' "
        "xmlns:i='http://www.google.com/schemas/sitemap-image/1.1' "
        "xmlns:v='http://www.google.com/schemas/sitemap-video/1.1'"
    )
    return f"<?xml version='1.0'?><urlset {spaces}>{''.join(entries)}</urlset>"


def test_a_sitemap_gives_its_articles_with_their_last_change(sitemap):
    listing = sitemap(
        urlset(
            f"<url><loc>\n{SEVEN} </loc><lastmod>2024-10-23</lastmod></url>",
            f"<url><loc><![CDATA[{EIGHT}]]></loc></url><url><loc>{HOME}/lokales/</loc></url>",
        )
    )

    assert listing.articles == (Listed(SEVEN, None, "2024-10-23"), Listed(EIGHT))


def test_a_news_sitemap_says_when_an_article_came_out(sitemap):
    news = "<n:news><n:publication_date>2024-10-23T16:17+02:00</n:publication_date></n:news>"
    listing = sitemap(urlset(f"<url><loc>{SEVEN}</loc>{news}</url>"))

    assert listing.articles == (Listed(SEVEN, date(2024, 10, 23)),)


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param("{loc}<i:image><i:loc>{other}</i:loc></i:image>", id="picture behind"),
        pytest.param("<i:image><i:loc>{other}</i:loc></i:image>{loc}", id="picture before"),
        pytest.param("<i:loc>{other}</i:loc>{loc}", id="picture misplaced"),
        pytest.param("<v:video><v:content_loc>{other}</v:content_loc></v:video>{loc}", id="film"),
    ],
)
def test_a_picture_or_film_in_a_sitemap_is_no_article(sitemap, entry):
    entry = entry.format(loc=f"<loc>{SEVEN}</loc>", other=EIGHT)

    assert urls(sitemap(urlset(f"<url>{entry}</url>"))) == [SEVEN]


def test_the_day_of_a_film_is_not_that_of_its_article(sitemap):
    film = "<v:video><v:publication_date>2020-01-01</v:publication_date></v:video>"

    assert sitemap(urlset(f"<url><loc>{SEVEN}</loc>{film}</url>")).articles == (Listed(SEVEN),)


def test_a_sitemap_without_namespaces_is_read(sitemap):
    assert urls(sitemap(f"<urlset><url><loc>{SEVEN}</loc></url></urlset>")) == [SEVEN]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"{SEVEN}\n{EIGHT}\n", [SEVEN, EIGHT], id="lines"),
        pytest.param(f"\ufeff{SEVEN}\r\n\r\n  {EIGHT}", [SEVEN, EIGHT], id="of Windows"),
        pytest.param(f"{SEVEN}\n{SEVEN}\n{HOME}/lokales/\nSeite 2", [SEVEN], id="others, too"),
        pytest.param("https://anzeiger.test/artikel/7", [], id="another site's"),
    ],
)
def test_a_sitemap_may_be_a_list_of_addresses(lines, text, found):
    assert urls(lines(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(urlset(), id="empty"),
        pytest.param(urlset("<url/>", "<url><loc/></url>"), id="entries without address"),
    ],
)
def test_a_sitemap_without_articles_gives_none(sitemap, text):
    assert urls(sitemap(text)) == []


def test_a_sitemap_of_many_addresses_is_read_whole(sitemap):
    entries = (f"<url><loc>{HOME}/artikel/{number}</loc></url>" for number in range(50_000))

    assert len(sitemap(urlset(*entries)).articles) == 50_000


def index(*entries):
    return f"<sitemapindex>{''.join(f'<sitemap>{entry}</sitemap>' for entry in entries)}"


def test_an_index_leads_to_the_sites_own_sitemaps_with_their_last_change(sitemap):
    listing = sitemap(
        index(
            "<loc>/sitemap-neu.xml</loc><lastmod>2024-10-23T08:00:00Z</lastmod>",
            f"<loc>{HOME}/sitemap-alt.xml</loc>",
            "",
            "<loc>https://anzeiger.test/sitemap.xml</loc>",
            "<loc>/sitemap-neu.xml</loc>",
        )
    )

    assert listing.further == (
        Further(f"{HOME}/sitemap-neu.xml", "sitemap", date(2024, 10, 23)),
        Further(f"{HOME}/sitemap-alt.xml", "sitemap"),
    )


@pytest.mark.parametrize(
    ("changed", "last", "first"),
    [
        pytest.param("", date(2024, 10, 31), date(2024, 10, 1), id="no change known"),
        pytest.param("2026-01-02", date(2024, 10, 31), date(2024, 10, 1), id="changed later"),
        pytest.param("2024-10-05", date(2024, 10, 5), date(2024, 10, 1), id="changed within"),
        pytest.param("2024-09-30", date(2024, 9, 30), None, id="changed before: no month"),
    ],
)
def test_an_index_says_which_days_a_dated_sitemap_may_hold(sitemap, changed, last, first):
    entry = f"<loc>/sitemap-2024-10.xml</loc><lastmod>{changed}</lastmod>"
    (found,) = sitemap(index(entry)).further

    assert (found.day, found.first) == (last, first)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("Sitemap: https://waldbote.test/a.xml", ["/a.xml"], id="whole address"),
        pytest.param("User-agent: *\r\nSITEMAP : /a.xml\r\n", ["/a.xml"], id="any spelling"),
        pytest.param(
            "Sitemap: /a.xml\nSitemap: /b.xml\nSitemap: /a.xml", ["/a.xml", "/b.xml"], id="2"
        ),
        pytest.param("Sitemap: https://anzeiger.test/a.xml", [], id="another site's"),
        pytest.param("# Sitemap: /a.xml", [], id="comment"),
        pytest.param("Sitemap:\nDisallow: /", [], id="none named"),
        pytest.param("<html>404", [], id="no robots.txt"),
        pytest.param("", [], id="empty"),
    ],
)
def test_robots_txt_names_sitemaps(robots, text, named):
    assert robots(text).further == tuple(Further(HOME + path, "sitemap") for path in named)


@pytest.mark.parametrize(("number", "is_cut"), [(MOST_ENTRIES, False), (MOST_ENTRIES + 1, True)])
def test_of_a_sitemap_so_many_entries_are_read(sitemap, number, is_cut):
    listing = sitemap("<urlset>" + "<url/>" * (number - 1) + f"<url><loc>{SEVEN}</loc></url>")

    assert (urls(listing), listing.is_cut) == ([] if is_cut else [SEVEN], is_cut)


@pytest.mark.parametrize(("number", "is_cut"), [(MOST_ENTRIES, False), (MOST_ENTRIES + 1, True)])
def test_of_a_list_of_addresses_so_many_are_read(lines, number, is_cut):
    listing = lines("\n" * (number - 1) + SEVEN)

    assert (urls(listing), listing.is_cut) == ([] if is_cut else [SEVEN], is_cut)
