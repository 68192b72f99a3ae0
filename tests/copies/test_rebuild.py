"""The clusters made anew from the states, beside what was known before."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing

import pytest

from newsbot.copies.linking import Linking
from newsbot.copies.rebuild import rebuild
from newsbot.copies.store import FILE
from newsbot.exceptions import StateBusyError
from tests.copies.sites import OTHER, REPORT, Sites, copies


@pytest.fixture
def sites(tmp_path):
    """Three papers with a report in common, one with half of it, linked in an odd order."""
    sites = Sites(tmp_path / "state")
    sites.folder.mkdir()
    sites.keep("elbe/1", hours=2)
    sites.keep("isar/1")
    sites.keep("oder/1", "\n\n".join(REPORT[:3]), hours=1)
    sites.keep("oder/2", OTHER, hours=24 * 40)
    sites.link("elbe", "oder", "isar")
    return sites


def again(sites, processes=1):
    return rebuild(sites.folder.parent, ["elbe", "isar", "oder"], processes, lambda _: None)


def links(sites):
    return sites.links("elbe", "isar", "oder")


@pytest.mark.parametrize("processes", [1, 2])
def test_the_same_copies_are_found(sites, processes):
    before = links(sites)

    assert again(sites, processes).articles == 4
    assert copies(links(sites)) == copies(before)


def test_a_cluster_keeps_the_name_that_the_lines_know(sites):
    for site in ("elbe", "isar", "oder"):
        sites.render(site)
    before = links(sites)
    for path in sites.folder.glob(f"{FILE}*"):
        path.unlink()

    assert again(sites).months == 0
    assert links(sites) == before


def test_months_whose_lines_say_something_else_are_to_be_rendered(sites):
    for site in ("isar", "oder"):
        sites.render(site)
        sites.stale(site)

    assert again(sites).months == 1
    assert [sites.stale(site) for site in ("elbe", "isar", "oder")] == [["2024-10"], [], []]


def test_afterwards_nothing_waits_to_be_told(sites):
    sites.keep("elbe/2", OTHER)
    again(sites)

    with closing(sites.state("elbe")) as state, closing(Linking(sites.folder, "elbe", state)):
        assert state.unlinked.count() == 0


def test_a_run_at_work_is_not_disturbed(sites):
    before = (sites.folder / FILE).read_bytes()
    with closing(sites.state("isar")), pytest.raises(StateBusyError):
        again(sites)

    assert (sites.folder / FILE).read_bytes() == before


def test_one_that_is_killed_leaves_all_as_it_was(sites):
    before = links(sites)

    with pytest.raises(ZeroDivisionError):
        rebuild(sites.folder.parent, ["elbe", "isar", "oder"], 1, lambda _: 1 / 0)

    assert links(sites) == before
    assert again(sites).articles == 4


def test_what_is_not_wholly_in_the_new_file_does_not_take_the_place_of_the_old(sites, monkeypatch):
    monkeypatch.setattr("newsbot.copies.store.PATIENCE", 0.01)
    before = links(sites)
    with ExitStack() as stack:

        def read_on(_):
            fresh = sites.folder / f"{FILE}.new"
            reader = stack.enter_context(closing(sqlite3.connect(fresh, isolation_level=None)))
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM article").fetchone()

        with pytest.raises(StateBusyError, match="reads the clusters"):
            rebuild(sites.folder.parent, ["elbe", "isar", "oder"], 1, read_on)

    assert links(sites) == before


def test_a_disk_that_fills_is_one(sites):
    def fill(_):
        raise sqlite3.OperationalError("database or disk is full")

    with pytest.raises(OSError, match=r"clusters\.sqlite\.new: database or disk is full"):
        rebuild(sites.folder.parent, ["elbe", "isar", "oder"], 1, fill)


def test_articles_of_sites_that_are_gone_go_from_the_clusters(sites):
    for path in sites.folder.glob("isar.*"):
        path.unlink()

    rebuild(sites.folder.parent, ["elbe", "oder"], 1, lambda _: None)

    assert copies(sites.links("elbe", "oder")) == {"elbe/1": "oder/1", "oder/1": None}
