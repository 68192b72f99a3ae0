from __future__ import annotations

import pytest

from newsbot.extract.credits.stated import Statement, stated_authors
from newsbot.extract.metadata import read_metadata
from newsbot.extract.tree import read_tree
from tests.extract.columns import URL


def stated(head):
    metadata = read_metadata(read_tree(head), URL)
    return [statement for group in stated_authors(metadata) for statement in group]


def article(author):
    node = f'{{"@type": "NewsArticle", "author": {author}}}'
    return f'<script type="application/ld+json">{node}</script>'


@pytest.mark.parametrize(
    "author",
    [
        '"Ida Moor"',
        '["Ida Moor"]',
        '{"name": "Ida Moor"}',
        '{"name": ["Ida Moor"]}',
        '[{"@type": "Person", "name": " Ida  Moor ", "url": "https://waldbote.test/im"}]',
        '{"@type": "Person", "byline": "Ida Moor"}',
        '{"@id": "#im"}, "mainEntityOfPage": {"@type": "Person", "@id": "#im", "name": "Ida Moor"}',
    ],
    ids=["text", "list", "node", "list of names", "profile", "byline", "reference"],
)
def test_json_ld_names_an_author_in_many_ways(author):
    assert stated(article(author)) == [Statement("Ida Moor", "json-ld")]


@pytest.mark.parametrize("author", ['{"url": "https://waldbote.test/im"}', "[null]", "{}", '""'])
def test_a_link_or_nothing_names_nobody(author):
    assert stated(article(author)) == []


def test_tags_of_papers_are_less_sure_than_those_of_articles():
    head = '<meta name="author" content="MEDIAWERK"><meta name="byl" content="Von Ida Moor">'
    assert [(s.text, s.is_sure) for s in stated(head)] == [
        ("Von Ida Moor", True),
        ("MEDIAWERK", False),
    ]


def test_json_ld_comes_before_microdata_and_tags():
    item = '<p itemprop="author">Max Orth</p>'
    head = f'<meta name="author" content="Eva Lenz">{article("[]")}{item}'
    assert [s.evidence for s in stated(head)] == ["microdata", "meta"]
