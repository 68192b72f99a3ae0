from __future__ import annotations

import pytest

from newsbot.pages import open_listing
from newsbot.pages.feed import FeedPage, JsonFeedPage
from newsbot.pages.listing import ListingPage
from newsbot.pages.more import MorePage
from newsbot.pages.sitemap import AddressList, RobotsPage, SitemapPage

HOME = "https://waldbote.test"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("<!DOCTYPE html><html>", ListingPage, id="HTML"),
        pytest.param("<rss version='2.0'>", FeedPage, id="RSS"),
        pytest.param("<?xml version='1.0'?>\n<feed xmlns='x'>", FeedPage, id="Atom"),
        pytest.param("<rdf:RDF xmlns:rdf='x'>", FeedPage, id="RSS 1.0"),
        pytest.param("\ufeff<?xml version='1.0'?><urlset>", SitemapPage, id="sitemap"),
        pytest.param(
            "<?xml version='1.0'?><?xml-stylesheet href='a'?><!-- a > b -->\n<sitemapindex>",
            SitemapPage,
            id="index with style and comment",
        ),
        pytest.param(
            '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "rss.dtd"><rss>',
            FeedPage,
            id="feed with a doctype",
        ),
        pytest.param('{"html": ""}', MorePage, id="JSON object"),
        pytest.param("\ufeff \n[]", MorePage, id="JSON list"),
        pytest.param(
            '{"version": "https://jsonfeed.org/version/1", "items": []}',
            JsonFeedPage,
            id="JSON Feed",
        ),
        pytest.param(
            r'{"version":"https:\/\/jsonfeed.org\/version\/1.1"}',
            JsonFeedPage,
            id="JSON Feed of PHP",
        ),
        pytest.param("\ufeffhttps://waldbote.test/a\r\n", AddressList, id="addresses"),
        pytest.param(
            "<br />\n<b>Warning</b>: mktime() in <b>/x.php</b><br />\n<?xml version='1.0'?><rss>",
            FeedPage,
            id="feed behind a script's warning",
        ),
        pytest.param("<html><head><body><rss>", ListingPage, id="feed inside a page"),
        pytest.param("<!-- <rss> --><html>", ListingPage, id="feed in a comment"),
        pytest.param("<p>rss</p>", ListingPage, id="words"),
        pytest.param("", ListingPage, id="nothing"),
        pytest.param("<!-- a -->" * 400 + "x", ListingPage, id="comments without end"),
    ],
)
def test_a_listing_is_known_by_its_first_characters(page, profile, text, kind):
    assert type(open_listing(page(text, f"{HOME}/x"), profile)) is kind


def test_robots_txt_is_known_by_its_name(page, profile):
    assert type(open_listing(page("{}", f"{HOME}/robots.txt"), profile)) is RobotsPage
