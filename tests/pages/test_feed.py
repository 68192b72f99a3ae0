from __future__ import annotations

from datetime import date

import pytest

from newsbot.pages.feed import FeedPage, RobotsPage, SitemapPage
from newsbot.pages.listed import Further, Listed

HOME = "https://waldbote.test"
SEVEN, EIGHT = f"{HOME}/artikel/7", f"{HOME}/artikel/8"
ITEM = f"<item><link>{SEVEN}</link></item>"


@pytest.fixture
def feed(page, profile):
    return lambda text: FeedPage(page(text, f"{HOME}/feed/"), profile)


@pytest.fixture
def sitemap(page, profile):
    return lambda text: SitemapPage(page(text, f"{HOME}/sitemap.xml"), profile)


@pytest.fixture
def robots(page, profile):
    return lambda text: RobotsPage(page(text, f"{HOME}/robots.txt"), profile)


def urls(listing):
    return [entry.url for entry in listing.articles]


def rss(*items):
    return f"<rss version='2.0'><channel>{''.join(items)}</channel></rss>"


def urlset(*entries):
    spaces = (
        "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9' "
        "xmlns:i='http://www.google.com/schemas/sitemap-image/1.1'"
    )
    return f"<?xml version='1.0'?><urlset {spaces}>{''.join(entries)}</urlset>"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(rss(ITEM), id="RSS"),
        pytest.param(rss(f"<item><link>\n {SEVEN}\n</link></item>"), id="blanks"),
        pytest.param(rss(f"<item><link><![CDATA[{SEVEN}]]></link></item>"), id="CDATA"),
        pytest.param(rss("<item><link>/artikel/7?utm_source=rss</link></item>"), id="relative"),
        pytest.param(rss(f"<item><guid>{SEVEN}</guid></item>"), id="guid alone"),
        pytest.param(rss(f"<item><link/><guid>{SEVEN}</guid></item>"), id="empty link"),
        pytest.param(f"<?xml version='1.0' encoding='utf-16'?>{rss(ITEM)}", id="declaration"),
        pytest.param(f"\ufeff<?xml version='1.0' encoding='big5'?>\n{rss(ITEM)}", id="mark"),
        pytest.param(f"\n\n<?xml version='1.0'?>{rss(ITEM)}", id="declaration too late"),
        pytest.param(
            f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link rel='self' href='{HOME}/x.xml'"
            f"/><link href='{SEVEN}'/></entry></feed>",
            id="Atom",
        ),
        pytest.param(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
            f"xmlns='http://purl.org/rss/1.0/'><channel/>{ITEM}</rdf:RDF>",
            id="RSS 1.0",
        ),
        pytest.param(rss(f"<item><title>A & B < C</title><link>{SEVEN}</link></item>"), id="signs"),
        pytest.param(
            rss(f"<item><title>A&nbsp;&hellip;</title><link>{SEVEN}</link></item>"), id="HTML"
        ),
        pytest.param(
            rss(f"<item><title>A\x0b\x00</title><link>{SEVEN}</link></item>"), id="control"
        ),
        pytest.param(rss("<item><b>A</item>", ITEM), id="an entry that is not closed"),
        pytest.param(f"<rss><channel>{ITEM}<item><link>{HOME}/art", id="cut short"),
        pytest.param(f"<rss><channel><!-- {ITEM} -->{ITEM}", id="comment"),
    ],
)
def test_a_feed_of_any_make_gives_its_articles(feed, text):
    assert urls(feed(text)) == [SEVEN]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("<rss/>", id="empty"),
        pytest.param("Datenbankfehler", id="no XML"),
        pytest.param(rss("<item><title>Ohne Link</title></item>"), id="no link"),
        pytest.param(rss("<item><link/></item>"), id="empty link"),
        pytest.param(rss("<item><link>https://anzeiger.test/artikel/7</link></item>"), id="other"),
        pytest.param(rss(f"<item><link>{HOME}/lokales/</link></item>"), id="section"),
    ],
)
def test_a_feed_without_articles_gives_none(feed, text):
    assert urls(feed(text)) == []


def test_a_guid_that_is_no_address_is_none(feed):
    item = f"<item><guid isPermaLink='false'>{SEVEN}</guid></item>"
    assert urls(feed(rss(item))) == []


def test_a_feeds_articles_stand_once_in_its_order(feed):
    items = [f"<item><link>{url}</link></item>" for url in (EIGHT, SEVEN, EIGHT)]

    assert urls(feed(rss(*items))) == [EIGHT, SEVEN]


@pytest.mark.parametrize(
    "entity",
    [
        pytest.param(f'"{SEVEN}"', id="a text"),
        pytest.param('SYSTEM "file:///etc/hostname"', id="a file"),
        pytest.param('SYSTEM "http://127.0.0.1:9/"', id="an address"),
    ],
)
def test_entities_of_a_feed_are_never_filled_in(feed, entity):
    doctype = f"<!DOCTYPE rss [<!ENTITY u {entity}>]>"

    assert urls(feed(doctype + rss("<item><link>&u;</link></item>"))) == []


@pytest.mark.parametrize(
    ("tags", "day"),
    [
        pytest.param("<pubDate>Wed, 23 Oct 2024 16:17:00 +0200</pubDate>", True, id="RSS"),
        pytest.param("<published>2024-10-23T16:17:00+02:00</published>", True, id="Atom"),
        pytest.param("<d:date xmlns:d='x'>2024-10-23</d:date>", True, id="Dublin Core"),
        pytest.param("<pubDate>Tue, 22 Oct 2024 23:30:00 GMT</pubDate>", True, id="UTC, here next"),
        pytest.param("<updated>2024-10-23T16:17:00Z</updated>", False, id="a change is no day"),
        pytest.param("<pubDate>gestern</pubDate>", False, id="no date"),
        pytest.param("", False, id="none"),
    ],
)
def test_a_feed_says_on_which_day_of_the_site_an_article_came_out(feed, tags, day):
    (entry,) = feed(rss(f"<item><link>{SEVEN}</link>{tags}</item>")).articles

    assert entry.day == (date(2024, 10, 23) if day else None)


@pytest.mark.parametrize(
    "tags",
    [
        pytest.param("<title>Brücke gesperrt</title>", id="title"),
        pytest.param("<updated>2024-10-24T08:00:00Z</updated>", id="updated"),
        pytest.param("<pubDate>Thu, 24 Oct 2024 08:00:00 GMT</pubDate>", id="pubDate"),
    ],
)
def test_a_feeds_stamp_changes_with_the_article(feed, tags):
    (before,) = feed(rss(ITEM)).articles
    (after,) = feed(rss(f"<item><link>{SEVEN}</link>{tags}</item>")).articles

    assert before.stamp != after.stamp


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


def test_a_picture_in_a_sitemap_is_no_article(sitemap):
    picture = f"<i:image><i:loc>{EIGHT}</i:loc></i:image>"

    assert urls(sitemap(urlset(f"<url><loc>{SEVEN}</loc>{picture}</url>"))) == [SEVEN]


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


def test_an_index_leads_to_the_sites_own_sitemaps_with_their_last_change(sitemap):
    index = sitemap(
        "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        "<sitemap><loc>/sitemap-2024-10.xml</loc><lastmod>2024-10-23T08:00:00Z</lastmod></sitemap>"
        f"<sitemap><loc>{HOME}/sitemap-alt.xml</loc></sitemap><sitemap/>"
        "<sitemap><loc>https://anzeiger.test/sitemap.xml</loc></sitemap></sitemapindex>"
    )

    assert index.further == (
        Further(f"{HOME}/sitemap-2024-10.xml", "sitemap", date(2024, 10, 23)),
        Further(f"{HOME}/sitemap-alt.xml", "sitemap"),
    )


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
