"""A paper followed for days: what counts as a revision of an article, and what does not."""

from __future__ import annotations

import pytest
import pytest_twisted

SMALL = {"per_day": 6, "front": 5, "per_page": 6, "feed": 9}


@pytest.mark.parametrize("most_read", ["within", "behind"])
@pytest_twisted.ensureDeferred
async def test_articles_that_are_never_edited_have_one_revision(open_chronicle, most_read):
    chronicle = open_chronicle(**SMALL)
    chronicle.paper.most_read = most_read
    await chronicle.crawl()

    reports = await chronicle.live(9)

    records = chronicle.room.records().values()
    assert 2 * sum(report.revisits for report in reports) > len(records)
    assert {record["revision"] for record in records} == {1}
    assert sum(report.changed for report in reports) == 0
