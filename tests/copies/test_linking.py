"""Who copied whom, as the lines of several papers come to say it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from newsbot.copies.linking import Linking
from newsbot.copies.store import FILE
from tests.copies.sites import NOON, OTHER, REPORT, TEXT, Sites, copies, day


@pytest.fixture
def sites(tmp_path):
    (tmp_path / "state").mkdir()
    return Sites(tmp_path / "state")


def test_a_copy_in_another_paper_is_linked_to_whoever_was_first(sites):
    sites.keep("elbe/1", hours=2)
    sites.keep("isar/1", hours=0)
    sites.link("elbe", "isar")

    links = sites.links("elbe", "isar")
    assert copies(links) == {"elbe/1": "isar/1", "isar/1": None}
    assert links["elbe/1"].cluster == links["isar/1"].cluster
    assert [link.similarity for link in links.values()] == [1.0, 1.0]


def test_an_article_with_a_text_of_its_own_is_in_no_cluster(sites):
    sites.keep("elbe/1")
    sites.keep("isar/1", OTHER)
    sites.link("elbe", "isar")

    assert sites.links("elbe", "isar") == {}


def test_a_shortened_copy_says_how_much_it_shares(sites):
    sites.keep("elbe/1")
    sites.keep("isar/1", "\n\n".join(REPORT[:4]), hours=1)
    sites.link("elbe", "isar")

    link = sites.links("isar")["isar/1"]
    assert link.copy_of == "elbe/1"
    assert link.similarity
    assert 0.6 < link.similarity < 0.9


def test_the_same_text_under_two_keys_of_one_site_is_linked(sites):
    sites.keep("elbe/1")
    sites.keep("elbe/2", hours=1)
    sites.link("elbe")

    assert copies(sites.links("elbe")) == {"elbe/1": None, "elbe/2": "elbe/1"}


def test_the_same_text_is_found_however_long_ago_it_came_out(sites):
    sites.keep("elbe/1")
    sites.keep("isar/1", hours=24 * 400)
    sites.link("elbe", "isar")

    assert copies(sites.links("isar")) == {"isar/1": "elbe/1"}


def test_nearly_the_same_text_is_found_from_one_month_to_the_next(sites):
    sites.keep("elbe/1", hours=24 * 8)
    sites.keep("isar/1", f"{TEXT} Das teilte die Stadt mit.", hours=24 * 10)
    sites.link("elbe", "isar")

    assert copies(sites.links("isar")) == {"isar/1": "elbe/1"}


def test_a_late_arrival_that_was_first_takes_the_lead_and_leaves_the_cluster_its_name(sites):
    sites.keep("elbe/1", hours=2)
    sites.keep("isar/1", hours=3)
    sites.link("elbe", "isar")
    before = sites.links("elbe", "isar")
    sites.keep("oder/1", hours=1)
    sites.link("oder")

    after = sites.links("elbe", "isar", "oder")
    assert copies(after) == {"elbe/1": "oder/1", "isar/1": "oder/1", "oder/1": None}
    assert {link.cluster for link in after.values()} == {before["elbe/1"].cluster}


def test_of_one_of_which_only_the_day_is_known_the_day_is_over_when_it_is_out(sites):
    sites.keep("elbe/1", **day("2024-10-23"), first_seen=NOON + timedelta(days=1))
    sites.keep("isar/1", hours=5)
    sites.link("elbe", "isar")

    assert copies(sites.links("elbe", "isar")) == {"elbe/1": "isar/1", "isar/1": None}


def test_a_change_marks_the_months_of_other_sites_and_their_own_run_renders_them(sites):
    sites.keep("elbe/1")
    sites.link("elbe")
    sites.stale("elbe")
    sites.keep("isar/1", hours=1)
    sites.link("isar")

    assert sites.stale("elbe") == []
    sites.link("elbe")
    assert sites.stale("elbe") == ["2024-10"]


def test_what_changes_nothing_for_a_site_leaves_its_months_alone(sites):
    sites.keep("elbe/1")
    sites.keep("isar/1", hours=1)
    sites.link("elbe", "isar", "elbe")
    sites.stale("elbe")
    sites.keep("oder/1", hours=2)
    sites.link("oder", "elbe")

    assert sites.stale("elbe") == []


def test_telling_everything_again_changes_nothing(sites):
    sites.keep("elbe/1")
    sites.keep("isar/1", hours=1)
    sites.link("elbe", "isar")
    before = sites.links("elbe", "isar")
    for site in ("elbe", "isar"):
        sites.stale(site)
        with closing(sites.state(site)) as state:
            state._db.execute("INSERT INTO unlinked SELECT id FROM article")
            state.commit()

    sites.link("isar", "elbe")

    assert sites.links("elbe", "isar") == before


def test_a_kill_between_the_two_commits_leaves_nothing_out(sites, monkeypatch):
    sites.keep("elbe/1")
    sites.keep("elbe/2", hours=1)
    with (
        closing(sites.state("elbe")) as state,
        closing(Linking(sites.folder, "elbe", state)) as linking,
    ):
        monkeypatch.setattr(state.unlinked, "done", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            linking.take_in()
    sites.link("elbe")

    assert copies(sites.links("elbe")) == {"elbe/1": None, "elbe/2": "elbe/1"}


def test_a_copy_that_gets_a_text_of_its_own_is_linked_no_more(sites):
    sites.keep("elbe/1")
    sites.keep("isar/1", hours=1)
    sites.link("elbe", "isar")
    sites.keep("isar/1", OTHER, hours=1)
    sites.link("isar")

    assert sites.links("elbe", "isar") == {}


def test_a_corrected_copy_stays_in_its_cluster(sites):
    sites.keep("elbe/1")
    sites.keep("isar/1", hours=1)
    sites.link("elbe", "isar")
    before = sites.links("elbe")["elbe/1"].cluster
    sites.keep("elbe/1", f"{TEXT} Das teilte die Stadt mit.")
    sites.link("elbe")

    links = sites.links("elbe", "isar")
    assert copies(links) == {"elbe/1": None, "isar/1": "elbe/1"}
    assert {link.cluster for link in links.values()} == {before}
    assert 0.8 < links["isar/1"].similarity < 1


def test_copies_whose_first_goes_are_linked_to_the_next(sites):
    for number, site in enumerate(("elbe", "isar", "oder")):
        sites.keep(f"{site}/1", hours=number)
    sites.link("elbe", "isar", "oder")
    sites.remove("elbe/1")
    sites.link("elbe")

    assert copies(sites.links("elbe", "isar", "oder")) == {"isar/1": None, "oder/1": "isar/1"}


def test_a_cluster_that_hung_together_by_one_article_parts_without_it(sites):
    head, tail = "\n\n".join(REPORT[:2]), "\n\n".join(REPORT[3:])
    sites.keep("elbe/1", head)
    sites.keep("isar/1", tail, hours=1)
    sites.keep("oder/1", f"{head}\n\n{tail}", hours=2)
    sites.link("elbe", "isar", "oder")
    together = copies(sites.links("elbe", "isar", "oder"))
    sites.remove("oder/1")
    sites.link("oder")

    assert together == {"elbe/1": None, "isar/1": "elbe/1", "oder/1": "elbe/1"}
    assert sites.links("elbe", "isar", "oder") == {}


def test_articles_without_text_are_no_copies_of_each_other(sites):
    for site in ("elbe", "isar"):
        sites.keep(f"{site}/1", None, headline="Video", body_status="unavailable")
    sites.link("elbe", "isar")

    assert sites.links("elbe", "isar") == {}


def test_a_text_of_a_few_words_is_no_copy_under_another_headline(sites):
    sites.keep("elbe/1", "Zum Video hier entlang.", headline="Brand in einer Scheune")
    sites.keep("isar/1", "Zum Video hier entlang.", headline="Neues Wehr für Kornau")
    sites.link("elbe", "isar")

    assert sites.links("elbe", "isar") == {}


def test_clusters_that_were_lost_are_made_anew_by_the_next_runs(sites):
    sites.keep("elbe/1")
    sites.keep("isar/1", hours=1)
    sites.link("elbe", "isar")
    before = sites.links("elbe", "isar")
    lose_clusters(sites)

    sites.link("elbe", "isar")

    assert sites.links("elbe", "isar") == before


def test_what_another_run_keeps_and_links_in_between_is_found(sites, monkeypatch):
    monkeypatch.setattr("newsbot.copies.linking._BATCH", 1)
    sites.keep("elbe/1")
    sites.link("elbe")
    sites.keep("isar/1", hours=1)
    sites.keep("isar/2", OTHER, hours=1)
    with (
        closing(sites.state("isar")) as state,
        closing(Linking(sites.folder, "isar", state)) as linking,
    ):
        commit = state.commit

        def commit_while_another_runs():
            commit()
            if state.unlinked.count() == 1:
                sites.keep("elbe/2", OTHER)
                sites.link("elbe")

        monkeypatch.setattr(state, "commit", commit_while_another_runs)
        linking.take_in()

    assert copies(sites.links("isar")) == {"isar/1": "elbe/1", "isar/2": "elbe/2"}


def lose_clusters(sites):
    for path in sites.folder.glob(f"{FILE}*"):
        path.unlink()


def test_a_cluster_keeps_the_name_that_the_lines_of_one_site_know_whoever_is_linked_next(sites):
    sites.keep("elbe/1", hours=2)
    sites.keep("isar/1", hours=3)
    sites.keep("oder/1", hours=1)
    sites.link("elbe", "isar", "oder")
    sites.render("isar")
    before = sites.links("isar")
    lose_clusters(sites)

    sites.link("isar", "oder", "elbe")

    assert sites.links("isar") == before


def test_lines_that_say_what_the_clusters_made_anew_do_not_are_rendered(sites):
    sites.keep("elbe/1")
    sites.keep("isar/1", hours=1)
    sites.link("elbe", "isar")
    sites.render("elbe")
    lose_clusters(sites)
    (sites.folder / "isar.sqlite").unlink()

    sites.link("elbe")

    assert sites.stale("elbe") == ["2024-10"]


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 1000], ids=["empty", "garbage"])
def test_clusters_that_are_damaged_are_put_aside_and_made_anew(sites, damage):
    sites.keep("elbe/1")
    sites.keep("isar/1", hours=1)
    sites.link("elbe", "isar")
    lose_clusters(sites)
    (sites.folder / FILE).write_bytes(damage)

    sites.link("elbe", "isar")

    assert copies(sites.links("isar")) == {"isar/1": "elbe/1"}


def test_a_hole_in_the_clusters_is_met_and_mended(sites):
    for number in range(40):
        sites.keep(f"elbe/{number}", f"{number} {OTHER} {number}", number)
    sites.link("elbe")
    with (sites.folder / FILE).open("r+b") as file:
        size = file.seek(0, 2)
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    sites.keep("isar/1", hours=1)
    sites.keep("isar/2", hours=2)

    sites.link("isar")

    assert copies(sites.links("isar")) == {"isar/1": None, "isar/2": "isar/1"}
    assert list((sites.folder.parent / "quarantine/isar").iterdir())


def test_a_site_whose_state_is_gone_is_nobodys_copy_any_more(sites):
    sites.keep("elbe/1")
    sites.link("elbe")
    (sites.folder / "elbe.sqlite").unlink()
    sites.keep("isar/1", hours=1)
    sites.link("isar")

    assert sites.links("isar") == {}


def test_a_site_can_be_forgotten(sites):
    sites.keep("elbe/1")
    sites.keep("isar/1", hours=1)
    sites.link("elbe", "isar")
    with (
        closing(sites.state("elbe")) as state,
        closing(Linking(sites.folder, "elbe", state)) as linking,
    ):
        linking.forget()
        linking.scrub()

    assert sites.links("elbe", "isar") == {}
    assert b"elbe/1" not in (sites.folder / FILE).read_bytes()


def test_two_runs_at_once_wait_for_each_other(sites):
    sites.keep("elbe/1")
    sites.keep("isar/1", hours=1)
    sites.link("elbe")
    with (
        closing(sites.state("isar")) as state,
        closing(Linking(sites.folder, "isar", state)) as linking,
        closing(sqlite3.connect(sites.folder / FILE, isolation_level=None)) as other,
    ):
        linking._clusters._db.execute("PRAGMA busy_timeout=10")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            linking.take_in()
        other.execute("ROLLBACK")
        linking.take_in()

    assert copies(sites.links("isar")) == {"isar/1": "elbe/1"}
