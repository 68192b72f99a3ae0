from __future__ import annotations

import json
from contextlib import closing

import pytest

from newsbot.state import State
from tests.commands.project import Project
from tests.press import profile_text


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project with the corpus of the demo, and the paper's profile."""
    project = Project(tmp_path_factory.mktemp("reextract"))
    project.scrapy("demo")
    project.add_site("demo", profile_text("demo", 80).replace("demo.test", "127.0.0.1"))
    return project


def reextract(project, *words):
    return project.scrapy("reextract", *words, "-s", "DATA_DIR=demo-data", "-j", "1")


def files(project):
    data = project.folder / "demo-data"
    bookkeeping = {".sqlite-shm", ".sqlite-wal"}
    return {
        path.relative_to(data): path.read_bytes()
        for path in data.rglob("*")
        if path.is_file() and path.suffix not in bookkeeping
    }


def test_without_apply_it_shows_what_would_change_and_writes_nothing(project):
    before = files(project)

    done = reextract(project, "demo")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("demo: ")
    assert files(project) == before


def test_what_would_change_can_be_read_by_a_machine(project):
    text = profile_text("demo", 80).replace("demo.test", "127.0.0.1")
    project.add_site("demo", text + '\n[fields]\nheadline = "h1 + p"\n')

    done = reextract(project, "demo", "--json")

    changes = [json.loads(line) for line in done.stdout.splitlines()]
    assert {change["site"] for change in changes} <= {"demo"}
    project.add_site("demo", text)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("dmo",), "no site named 'dmo'"),
        (("demo", "-j", "0"), "-j takes a number of 1 or more"),
        (("--from", "a.warc.gz"), "name the one SITE"),
        (("demo", "--from", "nowhere.warc.gz"), "nowhere.warc.gz is not there"),
    ],
    ids=["unknown site", "no process", "files of no site", "no file"],
)
def test_what_can_not_be_meant_is_told(project, words, said):
    done = project.scrapy("reextract", *words, "-s", "DATA_DIR=demo-data")

    assert done.returncode == 2
    assert said in done.stderr


def test_nothing_archived_is_told(tmp_path):
    done = Project(tmp_path).scrapy("reextract")

    assert (done.returncode, "nothing has been archived yet" in done.stderr) == (2, True)


def test_while_a_run_is_at_work_it_waits_for_another_time(project):
    with closing(State(project.folder / "demo-data/state/demo.sqlite")):
        done = reextract(project, "demo")

    assert done.returncode == 75
    assert done.stderr.count("\n") == 1
