from __future__ import annotations

from datetime import UTC, datetime

import pytest
from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.utils.test import get_crawler

from newsbot.middlewares.purged import PurgedMiddleware
from newsbot.run import Run
from newsbot.state import State
from newsbot.state.purged import Takedown

NOW = datetime(2024, 10, 23, 15, tzinfo=UTC)
URL = "https://waldbote.test/artikel/7"


@pytest.fixture
def guard(profile):
    """The guard of a site whose article 7 was taken down."""
    run = Run(profile, State(), lambda: NOW)
    run.state.purged.add(["7"], [URL], Takedown(NOW.date(), "names a minor"))
    return PurgedMiddleware(run)


@pytest.mark.parametrize("url", [URL, f"{URL}?utm_source=brief", f"http://www.{URL[8:]}/druck"])
def test_what_was_taken_down_is_not_asked_for(guard, url):
    with pytest.raises(IgnoreRequest, match="purged"):
        guard.process_request(Request(url))


@pytest.mark.parametrize(
    "url", [f"{URL}8", "https://waldbote.test/", "https://heir.test/artikel/7"]
)
def test_all_else_is(guard, url):
    assert guard.process_request(Request(url)) is None


def test_it_has_nothing_to_guard_for_a_spider_of_somebody_elses():
    crawler = get_crawler()
    crawler.spider = Spider(name="other")

    with pytest.raises(NotConfigured):
        PurgedMiddleware.from_crawler(crawler)
