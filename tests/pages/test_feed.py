from __future__ import annotations

import json
from datetime import date

import pytest

from newsbot.pages.feed import FeedPage, JsonFeedPage
from newsbot.pages.listed import Listed

HOME = "https://waldbote.test"
SEVEN, EIGHT = f"{HOME}/artikel/7", f"{HOME}/artikel/8"
ITEM = f"<item><link>{SEVEN}</link></item>"


@pytest.fixture
def feed(page, profile):
    return lambda text: FeedPage(page(text, f"{HOME}/feed/"), profile)


def urls(listing):
    return [entry.url for entry in listing.articles]


def rss(*items):
    return f"<rss version='2.0'><channel>{''.join(items)}</channel></rss>"


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
        pytest.param(rss(f"<item><title>1 < 2 <b>x</title></item>{ITEM}"), id="torn title before"),
        pytest.param(rss(f"<item><title>1 < 2 <b>x</title><link>{SEVEN}</link></item>"), id="torn"),
        pytest.param(rss(f"<item><description><![CDATA[<p></item>{ITEM}"), id="CDATA not ended"),
        pytest.param(f"<br /><b>Warning</b>: x in <b>y</b>{rss(ITEM)}", id="a script's warning"),
        pytest.param(f"{rss()}{ITEM}<script>x()</script>", id="behind its end"),
        pytest.param(rss(f"<item><a x=1 x=2>t</a><link>{SEVEN}</link></item>"), id="attributes"),
        pytest.param(
            rss(f"<item><link/><atom:link href='{SEVEN}'/></item>").replace(
                "<rss ", "<rss xmlns:atom='http://www.w3.org/2005/Atom' "
            ),
            id="empty link, Atom's beside it",
        ),
        pytest.param(
            rss(
                "<item><link>https://feeds.zaehler.test/~r/7</link><f:origLink "
                f"xmlns:f='http://rssnamespace.org/feedburner/ext/1.0'>{SEVEN}</f:origLink></item>"
            ),
            id="by way of a counter",
        ),
        pytest.param(
            rss(f"<item><link>https://zaehler.test/7</link><guid>{SEVEN}</guid></item>"),
            id="by way of a counter, with guid",
        ),
        pytest.param(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://waldbote.test/artikel/'>"
            "<entry><link href='7'/></entry></feed>",
            id="a base of its own",
        ),
        pytest.param(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            f"<channel><items><rdf:Seq><rdf:li resource='{EIGHT}'/></rdf:Seq></items></channel>"
            f"<item rdf:about='{SEVEN}'><link>{SEVEN}</link></item></rdf:RDF>",
            id="RSS 1.0 with its table",
        ),
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


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("{url}?a=1&lang=vi", id="bare sign"),
        pytest.param("{url}?a=1&amp;lang=vi", id="sign as XML has it"),
        pytest.param("<![CDATA[{url}?a=1&lang=vi]]>", id="CDATA"),
        pytest.param(
            "{url}?a=1&lang=vi</link><title>Rat & <![CDATA[Tat & ]]></title><link>", id="3"
        ),
    ],
)
def test_the_signs_in_an_address_are_kept(feed, link):
    text = rss(f"<item><link>{link.format(url=SEVEN)}</link></item>")

    assert urls(feed(text)) == [f"{SEVEN}?a=1&lang=vi"]


def test_the_first_date_that_can_be_read_counts(feed):
    tags = "<pubDate>gestern</pubDate><d:date xmlns:d='x'>2024-10-23</d:date>"
    (entry,) = feed(rss(f"<item><link>{SEVEN}</link>{tags}</item>")).articles

    assert entry.day == date(2024, 10, 23)


@pytest.fixture
def json_feed(page, profile):
    """Reads a JSON Feed with these *items* and whatever *more* it says."""

    def read(items, **more):
        feed = {"version": "https://jsonfeed.org/version/1.1", "items": items, **more}
        return JsonFeedPage(page(json.dumps(feed), f"{HOME}/feed.json"), profile)

    return read


def test_a_json_feed_gives_its_articles_with_day_and_stamp(json_feed):
    published, modified = "2024-10-23T16:17:00+02:00", "2024-10-24T08:00:00Z"
    listing = json_feed(
        [
            {"url": SEVEN, "date_published": published, "date_modified": modified, "title": "A"},
            {"id": EIGHT, "content_html": f"<a href={HOME}/artikel/9>Neun</a>"},
        ]
    )

    assert listing.articles == (
        Listed(SEVEN, date(2024, 10, 23), f"{modified} {published} A"),
        Listed(EIGHT, None, "  "),
    )


@pytest.mark.parametrize(
    "item",
    [
        pytest.param({}, id="empty"),
        pytest.param("7", id="no entry"),
        pytest.param({"url": None, "id": 7}, id="no address"),
        pytest.param({"url": "https://anzeiger.test/artikel/7"}, id="another site's"),
        pytest.param({"url": f"{HOME}/lokales/"}, id="section"),
    ],
)
def test_a_json_feed_without_articles_gives_none(json_feed, item):
    assert json_feed([item]).articles == ()


@pytest.mark.parametrize(
    ("url", "following"),
    [
        pytest.param("/feed.json?page=2", f"{HOME}/feed.json?page=2", id="the site's"),
        pytest.param("https://anzeiger.test/feed.json", None, id="another site's"),
        pytest.param("", None, id="none"),
    ],
)
def test_a_json_feed_names_its_next_page(json_feed, url, following):
    assert json_feed([], next_url=url).next == following


@pytest.mark.parametrize("text", ["[]", "{", '{"items": 7}', "[" * 100_000])
def test_json_that_is_no_feed_gives_nothing(page, profile, text):
    assert JsonFeedPage(page(text), profile).articles == ()
