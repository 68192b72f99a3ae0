from __future__ import annotations

import json

import pytest

from newsbot.extract.jsonld import article_nodes, read_nodes, texts, types

HOME = "https://waldbote.test"


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Fest"}',
        '[{"@type": "NewsArticle", "headline": "Fest"}]',
        '{"@graph": [{"@type": "NewsArticle", "headline": "Fest"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "Fest"}}',
        '{"@type": ["Thing", "https://schema.org/Report"], "headline": "Fest"}',
        '{"@type": "NewsArticle", "headline": "Fest",}',
        '{"@type": "NewsArticle", "headline": "Fest", "keywords": ["a", ], }',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Fest"}\n//]]>',
        '<!-- {"@type": "NewsArticle", "headline": "Fest"} -->',
        '{"@type": "NewsArticle", "headline": "Fest"};',
        '{"@type": "NewsArticle", "description": "zwei\nZeilen", "headline": "Fest"}',
        '{"@type": "NewsArticle", "description": "ein "Wort" nur", "headline": "Fest"}',
    ],
    ids=[
        *("plain", "list", "graph", "entity", "types", "comma", "commas", "CDATA", "comment"),
        *("semicolon", "line break", "quotation marks"),
    ],
)
def test_an_article_is_found_however_it_is_wrapped(script):
    (node,) = article_nodes(read_nodes([script]))
    assert node["headline"] == "Fest"


@pytest.mark.parametrize("script", ["", "{", "[" * 100_000, "null", '{"a": 1}'], ids=range(5))
def test_a_broken_script_gives_nothing(script):
    assert read_nodes([script]) == ()


def test_types_lose_their_vocabulary():
    assert types({"@type": ["https://schema.org/NewsArticle", "Thing"]}) == ("NewsArticle", "Thing")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ida &amp;amp; Max", ["Ida & Max"]),
        ("<p>Ida <i>Moor</i>s</p><p>Fest 3 < 4</p>", ["Ida Moors Fest 3 < 4"]),
        (["Ida", {"name": "Max"}], ["Ida", "Max"]),
        ({"@id": "#i"}, ["Ida Moor"]),
        ({"@id": "#unknown"}, []),
        ({"name": ["Ida", None]}, ["Ida"]),
        (False, ["False"]),
        (None, []),
    ],
    ids=["entities", "tags", "list", "reference", "dangling", "names", "truth", "nothing"],
)
def test_a_value_gives_its_texts(value, expected):
    nodes = [{"@id": "#i", "name": "Ida Moor"}]
    assert list(texts(value, nodes)) == expected


def test_of_what_is_listed_without_end_only_the_first_is_read():
    nodes = read_nodes([json.dumps([{"@type": "Person", "name": "Ida"}] * 2000)])

    assert len(nodes) == 1000
    assert len(list(texts(["Ida"] * 2000))) == 100


@pytest.mark.parametrize("opening", ["[", '{"@graph":', '{"name":', '{"a":'])
def test_what_lies_too_deep_is_left_out(opening):
    closing = "]" if opening == "[" else "}"
    deep = opening * 300 + "1" + closing * 300

    (node,) = read_nodes([f'{{"@type": "Person", "name": {deep}}}'])

    assert list(texts(node["name"])) == []
