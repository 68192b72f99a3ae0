from __future__ import annotations

from newsbot.step import Step
from newsbot.troubles import Troubles

LISTING = Step(url="https://waldbote.test/", channel="seed")
ARTICLE = Step(url="https://waldbote.test/artikel/7", channel="seed", key="7")
SITEMAP = Step(url="https://waldbote.test/sitemap.xml", channel="sitemap")


def test_why_listings_failed_is_told_apart_from_why_articles_did():
    troubles = Troubles()

    troubles.fail(LISTING, "timed out")
    troubles.fail(ARTICLE, "HTTP 500")

    assert (troubles.listings, troubles.articles) == ({"timed out": 1}, {"HTTP 500": 1})


def test_an_article_that_is_left_has_not_failed():
    troubles = Troubles()

    troubles.leave(ARTICLE, "forbidden by robots.txt")

    assert (troubles.articles, troubles.others) == ({}, {"forbidden by robots.txt": 1})


def test_a_listing_that_is_left_is_not_to_be_had():
    troubles = Troubles()

    troubles.leave(LISTING, "forbidden by robots.txt")

    assert troubles.listings == {"forbidden by robots.txt": 1}


def test_of_a_sitemap_that_is_too_large_it_is_told_that_it_is_cut():
    troubles = Troubles()

    troubles.fail(SITEMAP, "oversized")

    assert troubles.listings == {"listing too long": 1}


def test_a_report_has_them_all():
    troubles = Troubles()

    troubles.fail(LISTING, "HTTP 503")
    troubles.fail(ARTICLE, "HTTP 503")
    troubles.leave(ARTICLE, "redirected off site")

    assert troubles.all() == {"HTTP 503": 2, "redirected off site": 1}
