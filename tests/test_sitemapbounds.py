from __future__ import annotations

from collections import Counter

import pytest

from newsbot.sitemapbounds import MOST, MOST_LEFT, SitemapBounds
from newsbot.step import Step

SITEMAP = Step(url="https://waldbote.test/sitemap.xml", channel="sitemap")


def test_a_run_holds_500_sitemaps():
    troubles = Counter()
    bounds = SitemapBounds(troubles)

    assert [bounds.take(SITEMAP) for _ in range(MOST + 1)] == [True] * MOST + [False]
    assert troubles == {"too many sitemaps": 1}


@pytest.mark.parametrize(
    "step",
    [
        Step(url="https://waldbote.test/", channel="section"),
        Step(url="https://waldbote.test/robots.txt", channel="sitemap"),
    ],
    ids=["section", "robots.txt"],
)
def test_nothing_else_counts_as_one(step):
    bounds = SitemapBounds(Counter())

    assert all(bounds.take(step) for _ in range(MOST + 1))


def test_not_all_that_is_too_much_is_left_for_the_next_run():
    bounds = SitemapBounds(Counter())

    assert [bounds.leave() for _ in range(MOST_LEFT + 1)] == [True] * MOST_LEFT + [False]
