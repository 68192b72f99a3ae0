from __future__ import annotations

from newsbot.extract.metadata import read_metadata
from newsbot.extract.tree import read_tree

URL = "https://waldbote.test/artikel/7"


def said(html, field):
    return list(read_metadata(read_tree(html), URL).said(field))


def test_statements_come_by_trust():
    html = """<meta name="description" content="c"><meta property="og:description" content="b">
<script type="application/ld+json">{"@type": "NewsArticle", "description": "a"}</script>"""
    assert said(html, "description") == [("a", "json-ld"), ("b", "opengraph"), ("c", "meta")]


def test_names_of_tags_are_read_in_any_case():
    assert said('<meta name="Keywords" content=" Honig,\n Wachs ">', "keywords") == [
        ("Honig, Wachs", "meta")
    ]


def test_empty_statements_are_none():
    assert said('<meta property="og:title" content=" ">', "headline") == []


def test_microdata_without_a_thing_are_the_page_s():
    html = '<meta itemprop="datePublished" content="2025-06-17T13:43:02+0700">'
    assert said(html, "date_published") == [("2025-06-17T13:43:02+0700", "microdata")]


def test_microdata_of_a_second_article_are_not():
    article = '<div itemscope itemtype="http://schema.org/NewsArticle">{}</div>'
    titles = ('<b itemprop="headline">a</b>', '<b itemprop="headline">b</b>')
    html = "".join(map(article.format, titles))
    assert said(html, "headline") == [("a", "microdata")]


def test_microdata_of_another_thing_are_not():
    html = (
        """<div itemscope itemtype="http://schema.org/Product"><b itemprop="name">Seife</b></div>"""
    )
    assert said(html, "headline") == []


def test_a_person_in_microdata_is_a_name():
    html = """<div itemscope itemtype="http://schema.org/Article"><p itemprop="author" itemscope>Von
<b itemprop="name">Ida Moor</b>, Redakteurin</p></div>"""
    assert said(html, "authors") == [("Ida Moor", "microdata")]


def test_the_first_link_of_a_relation_counts():
    html = '<link rel="canonical" href="/a"><link rel="CANONICAL nofollow" href="/b">'
    assert read_metadata(read_tree(html), URL).links["canonical"] == "/a"


def test_the_title_is_one_line():
    assert read_metadata(read_tree("<title> Fest\n am See </title>"), URL).title == "Fest am See"
