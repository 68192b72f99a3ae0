from __future__ import annotations

from contextlib import closing

import pytest

from newsbot.copies.shingles import shingled
from newsbot.copies.texts import Texts
from tests.copies.sites import OTHER, TEXT, Sites


@pytest.fixture
def sites(tmp_path):
    sites = Sites(tmp_path)
    sites.keep("elbe/1")
    return sites


def test_a_text_is_read_where_it_is_kept(sites):
    with Texts(sites.folder, {}) as texts:
        assert texts.of("elbe/1") == shingled(TEXT)


def test_one_of_a_state_that_is_open_needs_no_commit(sites):
    with closing(sites.state("isar")) as state, Texts(sites.folder, {"isar": state}) as texts:
        assert texts.of("isar/1") is None


def test_what_is_not_kept_has_none(sites):
    with Texts(sites.folder, {}) as texts:
        assert [texts.of(one) for one in ("elbe/2", "isar/1")] == [None, None]


def test_a_state_of_another_version_has_none(sites):
    with closing(sites.state("elbe")) as state:
        state._db.execute("PRAGMA user_version=4")

    with Texts(sites.folder, {}) as texts:
        assert texts.of("elbe/1") is None


def test_what_was_told_last_is_believed(sites):
    with Texts(sites.folder, {}) as texts:
        texts.tell("elbe/1", shingled(OTHER))

        assert texts.of("elbe/1") == shingled(OTHER)
