"""Cases 17 to 20, 30 and 31: bodies that are too much, too slow, or broken."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.hostile.crawl import crawl
from tests.hostile.server import HostileServer
from tests.hostile.sites import BROKEN, FLOOD, SLOW, heavy, profile, undisturbed

MB = 1 << 20
TIMEOUT = 2
# What is downloaded of any body, and what may come with the last piece of it.
LARGEST = 8 * MB + MB // 8


@pytest.fixture(scope="module")
def done(server, tmp_path_factory):
    """A crawl of all these sites side by side, with an honest one among them."""
    sites = {**heavy(), **SLOW, **BROKEN, "honest": undisturbed()}
    server.begin({f"{site}.test": pages for site, pages in sites.items()})
    profiles = {site: profile(site, server.port) for site in sites}
    settings = {"DOWNLOAD_TIMEOUT": str(TIMEOUT), "RETRY_TIMES": "1"}
    return crawl(tmp_path_factory.mktemp("bodies"), profiles, settings, jobs=len(sites))


@pytest.fixture(scope="module")
def flooded(tmp_path_factory):
    """A site whose headers have no end, and a crawl of it that has as much time as any."""
    with HostileServer({"flood.test": FLOOD}) as flood:
        profiles = {"flood": profile("flood", flood.port)}
        yield flood, crawl(tmp_path_factory.mktemp("flood"), profiles, {})


def answers(done, site):
    return [record for record in done.records(site) if record.kind == "response"]


def moments(server, site, path=""):
    """Return when *site* was asked, for what begins with *path*."""
    asked = [one for one in server.asked if one.host == f"{site}.test"]
    return [one.moment for one in asked if one.path.startswith(path)]


def test_a_bomb_is_not_unpacked_whatever_it_is_packed_with(done):
    code, dropped, _ = done.outcome("bombs")

    assert (code, dropped) == (0, {"oversized": 6})
    assert list(done.articles("bombs")) == ["9"]


def test_a_bomb_is_archived_as_it_came(done):
    bombs = [record.payload for record in answers(done, "bombs") if "/artikel/" in record.url]

    assert len(bombs) == 7
    assert max(map(len, bombs)) < 5 * MB


def test_a_body_without_end_is_cut_and_archived_as_far_as_it_came(done):
    cut = [record for record in answers(done, "endless") if record.truncated]

    assert done.outcome("endless") == (0, {"oversized": 4}, {"oversized": 4})
    assert [record.truncated for record in cut] == ["length"] * 4
    assert max(len(record.payload) for record in cut) <= LARGEST
    assert list(done.articles("endless")) == ["9"]


@pytest.mark.parametrize("site", SLOW)
def test_what_has_no_end_in_time_is_given_up(done, server, site):
    asked = moments(server, site)

    assert list(done.articles(site)) == ["9"]
    assert max(later - earlier for earlier, later in pairwise(asked)) < 5 * TIMEOUT


@pytest.mark.parametrize("site", SLOW)
def test_what_took_too_long_is_said(done, site):
    assert done.outcome(site) == (0, {}, {"timed out": 1})


def test_what_breaks_off_is_asked_again_and_is_no_article(done, server):
    code, dropped, troubles = done.outcome("broken")

    assert (code, dropped, troubles) == (1, {}, {"cut short": 2})
    assert [server.paths("broken.test").count(f"/artikel/{key}") for key in "129"] == [2, 2, 1]
    assert list(done.articles("broken")) == ["9"]


def test_a_page_nested_without_end_is_archived_and_not_parsed(done):
    (page,) = [record for record in answers(done, "deep") if record.url.endswith("/1")]

    assert done.outcome("deep") == (0, {"malformed": 1}, {})
    assert page.payload.count(b"<div>") == 100_000


def test_an_honest_site_is_crawled_meanwhile_as_if_it_were_alone(done, server):
    hangs = moments(server, "hang", "/artikel/1")[0]
    meanwhile = [when for when in moments(server, "honest") if hangs < when < hangs + TIMEOUT]

    assert done.outcome("honest") == (0, {}, {})
    assert len(done.articles("honest")) == 30
    assert len(meanwhile) > 3


def test_all_of_it_together_takes_less_than_300_mb(done):
    assert done.peak < 300 * MB


def test_the_worst_of_the_sites_is_the_exit_code(done):
    assert done.exit_code == 1


def test_headers_without_end_are_broken_off_at_once(flooded):
    flood, done = flooded
    told = {"endless headers": 1}

    assert done.outcome("flood") == (0, told, told)
    assert list(done.articles("flood")) == ["9"]
    assert flood.paths("flood.test").count("/artikel/1") == 1
    assert done.peak < 200 * MB
