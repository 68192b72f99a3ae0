from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from newsbot.copies.account import Share, account
from newsbot.copies.records import Records
from newsbot.copies.store import FILE
from newsbot.exceptions import NoStateError
from tests.copies.sites import NOON, OTHER, REPORT, Sites, day


@pytest.fixture
def sites(tmp_path):
    """Isar was first; elbe has it an hour, oder a month and two hours later; and one of its own."""
    sites = Sites(tmp_path)
    sites.keep("isar/1")
    sites.keep("elbe/1", hours=1)
    sites.keep("elbe/2", OTHER)
    sites.keep("oder/1", hours=30 * 24 + 2)
    sites.link("isar", "elbe", "oder")
    return sites


def told(sites, site=None, since=None):
    with Records(sites.folder, {}) as records:
        return account(sites.folder / FILE, records.of, site, since)


def test_a_cluster_tells_who_was_first_and_who_came_how_long_after(sites):
    (cluster,) = told(sites).clusters

    assert (cluster.first.id, cluster.first.headline) == ("isar/1", "isar meldet 1")
    assert [(copy.id, copy.delay) for copy in cluster.copies] == [
        ("elbe/1", 3600),
        ("oder/1", (30 * 24 + 2) * 3600),
    ]


def test_each_site_has_its_share_of_copies(sites):
    assert told(sites).sites == [
        Share(site="elbe", articles=2, copied=1, first=0, delay=3600),
        Share(site="isar", articles=1, copied=0, first=1, delay=None),
        Share(site="oder", articles=1, copied=1, first=0, delay=(30 * 24 + 2) * 3600),
    ]


def test_only_what_one_site_has_is_told_where_it_is_asked_for(sites):
    sites.keep("isar/2", "\n\n".join(reversed(REPORT)).replace("Wehr", "Tor"))
    sites.keep("elbe/3", "Ein anderer Text, der nur in dieser Zeitung steht, und zwar zweimal.")
    sites.keep("elbe/4", "Ein anderer Text, der nur in dieser Zeitung steht, und zwar zweimal.", 1)
    sites.link("isar", "elbe")

    found = told(sites, site="isar")

    assert [share.site for share in found.sites] == ["isar"]
    assert [cluster.first.id for cluster in found.clusters] == ["isar/1"]


def test_a_text_that_a_site_has_twice_is_no_copy_of_others(sites):
    sites.keep("isar/2", hours=3)
    sites.link("isar")

    assert [share.copied for share in told(sites).sites] == [1, 0, 1]


def test_what_came_out_before_the_day_asked_for_counts_for_nothing(sites):
    since = NOON.date() + timedelta(days=1)

    found = told(sites, since=since)

    assert found.sites == [
        Share(site="oder", articles=1, copied=1, first=0, delay=(30 * 24 + 2) * 3600)
    ]
    assert [cluster.first.id for cluster in found.clusters] == ["isar/1"]
    assert told(sites, site="isar", since=since).clusters == []


def test_where_only_the_day_is_known_nobody_knows_how_long_after_it_came(sites):
    sites.keep("main/1", **day("2024-10-24"))
    sites.link("main")

    (cluster,) = told(sites).clusters
    assert [copy.delay for copy in cluster.copies if copy.site == "main"] == [None]


def test_an_article_that_can_not_be_read_is_told_without_its_headline(sites):
    (sites.folder / "elbe.sqlite").unlink()

    (cluster,) = told(sites).clusters
    assert [copy.headline for copy in cluster.copies] == [None, "oder meldet 1"]


def test_days_are_those_of_the_papers(sites):
    early = NOON.astimezone(timezone(timedelta(hours=7))) + timedelta(hours=6)
    sites.keep("lech/1", date_published=early, date=early.date())
    sites.link("lech")

    assert "lech" in [share.site for share in told(sites, since=early.date()).sites]


def test_where_nothing_was_ever_linked_it_is_said(tmp_path):
    with pytest.raises(NoStateError):
        told(Sites(tmp_path))
