from __future__ import annotations

from contextlib import closing

import pytest

from newsbot.copies.records import Records
from tests.copies.sites import Sites


@pytest.fixture
def sites(tmp_path):
    sites = Sites(tmp_path)
    sites.keep("elbe/1")
    return sites


def test_a_record_is_read_where_it_is_kept(sites):
    with Records(sites.folder, {}) as records:
        assert records.of("elbe/1")["id"] == "elbe/1"


def test_what_is_not_kept_has_none(sites):
    with Records(sites.folder, {}) as records:
        assert [records.of(one) for one in ("elbe/2", "isar/1")] == [{}, {}]


def test_a_state_that_is_open_is_asked_itself(sites):
    with closing(sites.state("elbe")) as state, Records(sites.folder, {"elbe": state}) as records:
        state.articles.remove("elbe/1")

        assert records.of("elbe/1") == {}


def test_a_state_of_another_version_has_none(sites):
    with closing(sites.state("elbe")) as state:
        state._db.execute("PRAGMA user_version=4")

    with Records(sites.folder, {}) as records:
        assert records.of("elbe/1") == {}
