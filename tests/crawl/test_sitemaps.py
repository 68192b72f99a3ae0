"""Papers followed by their sitemaps, over the end of a month."""

from __future__ import annotations

import pytest
import pytest_twisted

# A small paper whose front page shows little of a day, and whose sitemap shows the rest.
SITEMAP = {"per_day": 3, "front": 1, "per_page": 1, "feed": 0, "last_page": 1, "days": None}


@pytest.mark.parametrize("lastmod", ["honest", "generated", "none"])
@pytest_twisted.ensureDeferred
async def test_the_stories_of_a_new_month_are_kept_whatever_the_stamps(open_chronicle, lastmod):
    chronicle = open_chronicle(**SITEMAP)
    chronicle.paper.lastmod = lastmod
    await chronicle.crawl()
    chronicle.sleep(27)
    await chronicle.crawl()

    await chronicle.live(3)

    assert len(chronicle.out_since(-29)) > 1
    assert chronicle.out_since(-28) - set(chronicle.room.records()) == set()
