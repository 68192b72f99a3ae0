from __future__ import annotations

import pytest

from newsbot.copies.links import ALONE, copies_of
from newsbot.copies.store import FILE
from newsbot.exceptions import NoStateError, StateError
from tests.copies.sites import OTHER, Sites


@pytest.fixture
def sites(tmp_path):
    """Elbe has a copy of what isar had first, and an article of its own."""
    sites = Sites(tmp_path)
    sites.keep("isar/1")
    sites.keep("elbe/1", hours=1)
    sites.keep("elbe/2", OTHER)
    sites.link("isar", "elbe")
    return sites


def test_only_articles_with_copies_have_a_link(sites):
    copies = copies_of(sites.folder / FILE, "elbe")

    assert [(one, link.copy_of) for one, link in copies.links.items()] == [("elbe/1", "isar/1")]


def test_the_first_of_a_cluster_is_a_copy_of_none(sites):
    assert copies_of(sites.folder / FILE, "isar").links["isar/1"].copy_of is None


def test_months_that_say_what_was_so_before_are_stale(sites):
    assert copies_of(sites.folder / FILE, "isar").stale == ["2024-10"]
    assert copies_of(sites.folder / FILE, "elbe").stale == []


def test_a_site_whose_name_begins_like_another_has_its_own(sites):
    assert copies_of(sites.folder / FILE, "el") == ALONE


def test_where_nothing_was_ever_linked_it_is_said_with_what_to_type(tmp_path):
    with pytest.raises(NoStateError, match="scrapy copies --rebuild, make it"):
        copies_of(tmp_path / FILE, "elbe")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"no database at all" * 100], ids=["empty", "garbage"])
def test_a_damaged_file_is_told_by_name(tmp_path, data):
    (tmp_path / FILE).write_bytes(data)

    with pytest.raises(StateError, match=f"{FILE}: is no sound file of clusters"):
        copies_of(tmp_path / FILE, "elbe")
