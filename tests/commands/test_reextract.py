from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from newsbot.state import State
from tests.backup import mounted_read_only
from tests.commands.project import Project
from tests.press import profile_text


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
        (("demo", "--aply"), "no option --aply; see scrapy reextract -h"),
        (("demo", "-j", "0"), "-j takes a number of 1 or more"),
        (("--from", "a.warc.gz"), "name the one SITE"),
        (("demo", "--from", "nowhere.warc.gz"), "nowhere.warc.gz is not there"),
    ],
    ids=["unknown site", "unknown option", "no process", "files of no site", "no file"],
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


@pytest.fixture
def data(project, tmp_path):
    """A copy of the demo's data, to be spoilt."""
    return Path(shutil.copytree(project.folder / "demo-data", tmp_path / "data"))


def typed(project, data, *words):
    return project.scrapy("reextract", "demo", *words, "-s", f"DATA_DIR={data}", "-j", "1")


def corpus(data):
    return {path.name: path.read_bytes() for path in (data / "articles/demo").iterdir()}


def test_a_corpus_without_state_and_archive_is_left_alone(project, data):
    before = corpus(data)
    for folder in ("state", "archive"):
        shutil.rmtree(data / folder)

    done = typed(project, data, "--apply")

    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert corpus(data) == before


def test_a_site_of_which_nothing_is_kept_is_a_mistake_of_typing(project, tmp_path):
    done = typed(project, tmp_path / "data", "--apply")

    assert (done.returncode, "nothing of it has been archived" in done.stderr) == (2, True)
    assert not (tmp_path / "data").exists()


def test_a_lost_state_is_told_before_anything_is_brought_in(project, data):
    shutil.rmtree(data / "state")
    (warc, *_) = (data / "archive/demo").glob("*.warc.gz")

    done = typed(project, data, "--from", str(warc), "--apply")

    assert done.returncode == 3
    assert "scrapy reextract demo --apply" in done.stderr


def test_what_stood_in_the_corpus_of_a_lost_state_is_put_aside(project, data):
    before = corpus(data)
    shutil.rmtree(data / "state")

    assert typed(project, data, "--apply").returncode == 0

    aside = data / "quarantine/demo"
    assert {path.name: path.read_bytes() for path in aside.iterdir()} == before


def test_of_a_file_that_is_cut_the_articles_before_come_in_once(project, data, tmp_path):
    (warc, *_) = sorted((data / "archive/demo").glob("*.warc.gz"))
    cut, new = tmp_path / "cut.warc.gz", tmp_path / "new"
    cut.write_bytes(warc.read_bytes()[:-30])

    first = typed(project, new, "--from", str(cut), "--apply")
    before = corpus(new)
    second = typed(project, new, "--from", str(cut), "--apply")

    assert (first.returncode, first.stderr.count("\n")) == (3, 1)
    assert "cut.warc.gz: the member at " in first.stderr
    assert "nothing changed" in second.stdout
    assert before
    assert corpus(new) == before


def test_articles_whose_pages_are_lost_stay_to_the_byte(project, data):
    before = corpus(data)
    first, *_ = sorted((data / "archive/demo").glob("*.warc.gz"))
    first.unlink()

    done = typed(project, data, "--apply")

    assert "nothing changed" in done.stdout
    assert corpus(data) == before


@pytest.mark.parametrize("words", [(), ("--apply",)], ids=["shown", "applied"])
def test_a_month_without_a_change_is_not_written(project, data, words):
    (month,) = (data / "articles/demo").iterdir()
    before = month.stat().st_mtime_ns

    typed(project, data, *words)

    assert month.stat().st_mtime_ns == before


@pytest.mark.parametrize("words", [(), ("--apply",)], ids=["shown", "applied"])
def test_a_site_that_was_taken_down_is_refused(project, data, words):
    project.scrapy("purge", "--site", "demo", "--reason", "asked to", "-s", f"DATA_DIR={data}")

    done = typed(project, data, *words)

    assert (done.returncode, done.stdout) == (2, "")
    assert "demo: purged on " in done.stderr


def test_a_backup_without_a_state_is_read_from_its_archive_and_left_as_it_is(project, data):
    (data / "state" / "demo.sqlite").unlink()
    files = sorted(data.rglob("*"))
    backup = data.with_name(f"{data.name}-read-only")

    with mounted_read_only(data, backup):
        done = typed(project, backup)

    assert (done.returncode, done.stderr) == (0, "")
    assert " · 13 new" in done.stdout
    assert sorted(data.rglob("*")) == files
