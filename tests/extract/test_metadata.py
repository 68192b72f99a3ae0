from __future__ import annotations

import pytest

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


def test_a_name_in_no_article_is_some_person_s():
    assert said("<b itemprop='name'>Ida Moor</b>", "headline") == []


def test_entities_that_are_escaped_twice_are_read():
    html = '<meta property="og:title" content="Moor &amp;amp; Wald &amp;quot;heute&amp;quot;">'
    assert said(html, "headline") == [('Moor & Wald "heute"', "opengraph")]


def test_a_node_with_a_headline_is_not_called_by_its_name():
    node = '{"@type": "NewsArticle", "headline": "Fest", "name": "Waldbote"}'
    html = f'<script type="Application/LD+JSON">{node}</script>'
    assert said(html, "headline") == [("Fest", "json-ld")]


@pytest.mark.parametrize(
    ("nodes", "day"),
    [
        ('[{"@type": "WebPage", "datePublished": "2025-06-17"}]', ["2025-06-17"]),
        (
            """[{"@type": "WebPage", "datePublished": "2020-01-01"},
            {"@type": "NewsArticle", "datePublished": "2025-06-17"}]""",
            ["2025-06-17"],
        ),
        ('[{"@type": "Person", "datePublished": "2025-06-17"}]', []),
    ],
    ids=["page alone", "page and article", "no page"],
)
def test_the_page_speaks_for_an_article_that_is_not_described(nodes, day):
    html = f'<script type="application/ld+json">{nodes}</script>'
    assert [text for text, _ in said(html, "date_published")] == day


def test_an_address_on_another_host_names_no_article_of_the_page():
    html = """<meta property="og:url" content="https://other.test/1">
<script type="application/ld+json">[{"@type": "NewsArticle", "headline":"a", "url": "/artikel/7"},
{"@type": "NewsArticle", "headline": "b", "url": "https://other.test/1"}]</script>"""
    assert said(html, "headline") == [("a", "json-ld")]


def test_the_slogan_of_the_paper_describes_no_article():
    html = """<meta name="description" content="Zeitung für den Wald">
<meta property="og:description" content="Das Fest beginnt">
<script type="application/ld+json">{"@type": "WebSite", "description": "Zeitung für den Wald"}
</script>"""
    assert said(html, "description") == [("Das Fest beginnt", "opengraph")]


def test_the_title_of_a_drawing_is_not_the_page_s():
    html = "<svg><title>Lupe</title></svg><title>Fest</title>"
    assert read_metadata(read_tree(html), URL).title == "Fest"


def test_a_person_in_microdata_is_a_name():
    html = """<div itemscope itemtype="http://schema.org/Article"><p itemprop="author" itemscope>Von
<b itemprop="name">Ida Moor</b>, Redakteurin</p></div>"""
    assert said(html, "authors") == [("Ida Moor", "microdata")]


def test_the_first_link_of_a_relation_counts():
    html = '<link rel="canonical" href="/a"><link rel="CANONICAL nofollow" href="/b">'
    assert read_metadata(read_tree(html), URL).links["canonical"] == "/a"


def test_the_title_is_one_line():
    assert read_metadata(read_tree("<title> Fest\n am See </title>"), URL).title == "Fest am See"


def test_what_a_site_says_of_all_its_articles_is_left_out():
    html = "<meta name='keywords' content='Wald'><meta property='og:image' content='/see.jpg'>"
    stated = read_metadata(read_tree(html), URL)

    metadata = stated.without(lambda field, text: (field, text) == ("keywords", "Wald"))

    assert [list(metadata.said(field)) for field in ("keywords", "images")] == [
        [],
        [("/see.jpg", "opengraph")],
    ]


def test_an_article_that_the_page_links_to_says_nothing_of_its_own():
    other = f'"@type": "NewsArticle", "headline": "Schnee", "url": "{URL}8", "keywords": "Wetter"'
    html = f'<title>Fest</title><script type="application/ld+json">{{{other}}}</script>'
    assert said(html, "keywords") == []


def test_microdata_of_a_card_before_the_article_are_not_the_page_s():
    scope = 'itemscope itemtype="https://schema.org/NewsArticle"'
    card = f"""<article {scope}><h3 itemprop="headline"><a href="/artikel/1">Schnee</a></h3>
<time itemprop="datePublished" datetime="2024-05-03">3. Mai</time></article>"""
    own = f'<article {scope}><h1 itemprop="headline">Fest</h1></article>'

    assert said(card + own, "date_published") == []
    assert said(card + own, "headline") == [("Fest", "microdata")]
