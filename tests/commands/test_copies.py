"""``scrapy copies`` as it is typed in a project with two papers that share a report."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing

import pytest

from newsbot.copies.store import FILE
from newsbot.purge import purge_site
from tests.copies.sites import NOON, OTHER, Sites


@pytest.fixture
def data(project):
    """The folder of a project's data: isar was first, elbe has a copy and one of its own."""
    data = project.folder / "papers"
    sites = Sites(data / "state")
    shutil.rmtree(data, ignore_errors=True)
    sites.folder.mkdir(parents=True)
    sites.keep("isar/1", headline="Wehr\x1b[2J geöffnet")
    sites.keep("elbe/1", hours=1)
    sites.keep("elbe/2", OTHER)
    sites.link("isar", "elbe")
    return data


def copies(project, *words):
    return project.scrapy("copies", *words, "-s", "DATA_DIR=papers")


def test_it_tells_how_much_each_site_copies_and_who_was_first(project, data):
    done = copies(project)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "site  articles  copied          behind  first of copies",
        "elbe         2       1  50.0%  1 h 0 min                0",
        "isar         1       0   0.0%          –                1",
        "",
        "2024-10-23T12:00:00+00:00  isar/1  Wehr\\u001b[2J geöffnet",
        "   +1 h 0 min  100%  elbe/1  elbe meldet 1",
    ]


def test_for_machines_it_is_told_as_json(project, data):
    told = json.loads(copies(project, "--json", "--site", "elbe").stdout)

    assert told["sites"] == [
        {"site": "elbe", "articles": 2, "copied": 1, "first": 0, "delay": 3600}
    ]
    (cluster,) = told["clusters"]
    assert re.fullmatch(r"[0-9a-f]{16}", cluster["name"])
    assert (cluster["first"]["id"], cluster["copies"][0]["id"]) == ("isar/1", "elbe/1")
    assert set(cluster["first"]) == {"id", "headline", "published", "delay", "similarity"}


def test_since_a_later_day_there_is_nothing(project, data):
    done = copies(project, "--since", "2024-10-24")

    assert (done.returncode, done.stdout) == (0, "no article is known to be a copy of another\n")


def test_a_site_that_was_never_crawled_and_no_day_are_told(project, data):
    wrong = [copies(project, "--site", "elb"), copies(project, "--since", "yesterday")]

    assert [done.returncode for done in wrong] == [2, 2]
    assert "'elb' has never been crawled. Did you mean 'elbe'?" in wrong[0].stderr
    assert "--since=yesterday is no day as 2024-10-23" in wrong[1].stderr


def test_lost_clusters_are_found_anew_and_the_files_written(project, data):
    before = copies(project, "--json").stdout
    for path in (data / "state").glob(f"{FILE}*"):
        path.unlink()

    done = copies(project, "--rebuild", "--render")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "3 articles told; 2 months to be rendered\n"
    assert copies(project, "--json").stdout == before
    line = json.loads((data / "articles/elbe/2024-10.jsonl").read_text().splitlines()[1])
    assert (line["id"], line["copy_of"]) == ("elbe/1", "isar/1")


def test_lost_clusters_are_found_anew_before_any_file_is_written(project, data):
    for path in (data / "state").glob(f"{FILE}*"):
        path.unlink()

    done = copies(project, "--render")

    line = json.loads((data / "articles/elbe/2024-10.jsonl").read_text().splitlines()[1])
    assert (done.returncode, line["id"], line["copy_of"]) == (0, "elbe/1", "isar/1")


def test_clusters_of_an_earlier_newsbot_are_told_with_what_to_type(project, data):
    with closing(sqlite3.connect(data / "state" / FILE)) as db:
        db.execute("PRAGMA user_version=1")

    told, made, after = (copies(project, *words) for words in ([], ["--rebuild"], ["--json"]))

    assert [told.returncode, made.returncode, after.returncode] == [3, 0, 0]
    assert "is of version 1" in told.stderr
    assert "scrapy copies --rebuild makes it anew" in told.stderr


def test_what_a_later_copy_changes_in_the_lines_of_others_is_rendered_when_asked_for(project, data):
    copies(project, "--render")
    sites = Sites(data / "state")
    sites.keep("oder/1", hours=-1)
    sites.link("oder")
    path = data / "articles/isar/2024-10.jsonl"
    before = json.loads(path.read_text())["copy_of"]

    done = copies(project, "--render")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (before, json.loads(path.read_text())["copy_of"]) == (None, "oder/1")


def test_a_run_at_work_is_waited_for_by_nobody(project, data):
    state = Sites(data / "state").state("isar")

    done = copies(project, "--rebuild")
    state.close()

    assert done.returncode == 75
    assert "another run of isar is at work" in done.stderr


def test_a_run_at_work_on_one_site_keeps_no_other_from_being_rendered(project, data):
    state = Sites(data / "state").state("elbe")

    done = copies(project, "--render")
    state.close()

    assert done.returncode == 75
    assert (data / "articles/isar/2024-10.jsonl").exists()


def test_a_site_that_was_taken_down_is_passed_over(project, data):
    state = Sites(data / "state").state("elbe")
    purge_site(state, data, "elbe", "gone", NOON)
    state.close()

    done = copies(project, "--render")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
