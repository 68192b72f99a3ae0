from __future__ import annotations

import pytest

from newsbot.extract.access import read_access
from newsbot.extract.metadata import read_metadata
from newsbot.extract.tree import read_tree


@pytest.mark.parametrize(
    ("value", "free"),
    [("true", True), ("false", False), ('"False"', False), ('"http://schema.org/True"', True)],
)
def test_what_json_ld_says_counts(value, free):
    node = f'{{"@type": "NewsArticle", "isAccessibleForFree": {value}}}'
    tree = read_tree(f'<script type="application/ld+json">{node}</script>')
    assert read_access(read_metadata(tree, "")) == (free, "json-ld")


@pytest.mark.parametrize(
    ("tier", "expected"),
    [("free", (True, "opengraph")), ("locked", (False, "opengraph")), ("metered", None)],
)
def test_a_content_tier_counts_if_it_is_plain(tier, expected):
    tree = read_tree(f'<meta property="article:content_tier" content="{tier}">')
    assert read_access(read_metadata(tree, "")) == expected


def test_a_page_that_does_not_say_is_neither():
    assert read_access(read_metadata(read_tree("<p>Text</p>"), "")) is None
