from __future__ import annotations

import json
import re

import pytest

from tests.backup import mounted_read_only


def verify(project, *words):
    return project.scrapy("verify", *words, "-s", "DATA_DIR=demo-data")


def test_a_site_that_agrees_with_itself_is_told_and_exits_0(project):
    done = verify(project)

    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(
        r"demo: (1 month|2 months) · 13 articles · 24 answers · 0 faults\n", done.stdout
    )


def test_the_findings_can_be_read_by_a_machine(project):
    done = verify(project, "demo", "--json")

    assert json.loads(done.stdout)["wrong"] == []


def test_what_is_wrong_is_told_line_by_line_and_exits_3(project):
    stranger = project.folder / "demo-data/articles/demo/1999-01.jsonl"
    stranger.touch()

    done = verify(project, "demo")

    stranger.unlink()
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert line.startswith("demo: 1999-01.jsonl is none of the months of the state; ")


def test_an_option_that_there_is_not_is_a_mistake_of_typing(project):
    done = verify(project, "demo", "--jsn")

    assert done.returncode == 2
    assert "no option --jsn; see scrapy verify -h" in done.stderr


def test_a_site_never_crawled_is_a_mistake_of_typing(project):
    done = verify(project, "dmo")

    assert done.returncode == 2
    assert "dmo: has never been crawled" in done.stderr


@pytest.mark.parametrize(
    "words",
    [["verify"], ["show", "demo/1012"], ["status"], ["copies"], ["reextract", "-j", "1"]],
    ids=lambda words: words[0],
)
def test_what_only_reads_reads_a_backup_that_is_mounted_read_only(project, words):
    backup = project.folder / f"backup-{words[0]}"
    live = project.scrapy(*words, "-s", "DATA_DIR=demo-data")

    with mounted_read_only(project.folder / "demo-data", backup):
        done = project.scrapy(*words, "-s", f"DATA_DIR={backup.name}")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == live.stdout.splitlines()[0]
