from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from contextlib import closing
from datetime import date

import pytest

from newsbot.state import State
from newsbot.state.purged import Takedown
from tests.commands.project import CHECKOUT


@pytest.fixture(scope="module")
def project(project):
    """A project with the corpus of the demo, whose profile is gone."""
    (project.folder / "sites/demo.toml").unlink()
    return project


def status(project, *words, **environment):
    return project.scrapy("status", *words, "-s", "DATA_DIR=demo-data", **environment)


def files(project):
    """Return what is kept, but for the files that SQLite makes for those who read."""
    paths = (project.folder / "demo-data").rglob("*")
    kept = (path for path in paths if not path.name.endswith(("-shm", "-wal")))
    return {path: path.read_bytes() for path in kept if path.is_file()}


def test_without_a_site_every_one_crawled_is_a_row(project):
    done = status(project)

    head, row = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert head.split()[:3] == ["site", "last", "run"]
    assert re.fullmatch(
        r"demo  [-\d]{10} \d\d:\d\d    0      1       13        0  [-\d]{10}     0", row
    )


def test_a_site_is_told_day_by_day(project):
    done = status(project, "demo")

    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert lines[0].startswith("demo: 13 articles held, 1 withdrawn, of ")
    assert any(line.startswith("week of ") for line in lines)
    assert max(map(len, lines)) <= 80


def test_its_times_are_those_of_its_articles_where_its_profile_is_gone(project):
    (told,) = status(project, "demo", "--json").stdout.splitlines()

    assert json.loads(told)["now"].endswith("+07:00")


def test_all_of_it_is_a_line_of_json_for_each_site(project):
    (told,) = status(project, "--json").stdout.splitlines()

    days = json.loads(told)["days"]
    assert len(days) == 42
    assert sum(day["held"] for day in days) == 13


def test_it_changes_nothing_and_waits_for_no_run(project):
    before = files(project)
    with closing(State(project.folder / "demo-data/state/demo.sqlite")):
        done = status(project, "demo")

    assert (done.returncode, done.stderr) == (0, "")
    assert files(project) == before


def test_a_month_can_be_asked_for(project):
    told = json.loads(status(project, "demo", "--month", "2024-02", "--json").stdout)

    assert [told["days"][place]["day"] for place in (0, -1)] == ["2024-02-01", "2024-02-29"]


def test_a_stretch_can_be_asked_for(project):
    stretch = ("--since", "2024-02-10", "--until", "2024-03-09")
    done = status(project, "demo", *stretch)

    assert "  scrapy crawl demo -a since=2024-02-10 -a until=2024-03-09\n" in done.stdout


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        (["dmo"], "'dmo' has never been crawled. Did you mean 'demo'?"),
        (["demo", "--month", "2024-13"], "--month 2024-13 is no day; give one as 2018-01"),
        (["demo", "--since", "2024"], "--since 2024 is no day; give one as 2018-01-31"),
        (["demo", "--until", "0001-01-01"], "--until 0001-01-01 is no day"),
        (["demo", "--month", "2024-01", "--since", "2024-01-01"], "not both"),
        (["demo", "--since", "2024-02-01", "--until", "2024-01-01"], "swap them"),
        (["demo", "-j"], "no option -j; see scrapy status -h"),
    ],
)
def test_what_is_mistyped_is_told_and_exits_2(project, words, trouble):
    done = status(project, *words)

    assert done.returncode == 2
    assert trouble in done.stderr + done.stdout


def test_before_anything_is_crawled_there_is_nothing_to_tell(project):
    done = project.scrapy("status", "-s", "DATA_DIR=nowhere")

    assert done.returncode == 2
    assert "nothing has been crawled yet" in done.stderr + done.stdout


def test_a_damaged_state_is_told_and_hides_no_other_site(project):
    path = project.folder / "demo-data/state/altes.sqlite"
    path.write_bytes(b"no database" * 100)

    done = status(project)

    path.unlink()
    assert done.returncode == 3
    assert done.stderr.startswith("altes: ")
    assert done.stderr.endswith("make it anew from the archive: scrapy reextract altes --apply\n")
    assert "\ndemo  " in done.stdout


def test_a_site_taken_down_is_no_row_and_refused_by_name(project):
    path = project.folder / "demo-data/state/weg.sqlite"
    with closing(State(path)) as state:
        state.purged.add_site("weg", Takedown(date(2026, 11, 1), "its owner's wish"))
        state.commit()

    rows, named = status(project), status(project, "weg")

    path.unlink()
    assert (rows.returncode, rows.stderr, "weg" in rows.stdout) == (0, "", False)
    assert named.returncode == 2
    assert "weg: purged on 2026-11-01 (its owner's wish)" in named.stderr


@pytest.mark.parametrize(("environment", "is_coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_is_given_colours_unless_it_wants_none(project, environment, is_coloured):
    ours, theirs = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    process = subprocess.Popen(
        [sys.executable, "-m", "scrapy", "status", "demo", "-s", "DATA_DIR=demo-data"],
        cwd=project.folder,
        env={**inherited, "PYTHONPATH": str(CHECKOUT), **environment},
        stdout=theirs,
    )
    os.close(theirs)
    told = b""
    while True:
        try:
            told += os.read(ours, 4096)
        except OSError:  # the other side is closed
            break
    os.close(ours)

    assert process.wait(60) == 0
    assert (b"\x1b[" in told) is is_coloured


def test_who_reads_only_the_first_line_is_told_nothing_more(project):
    run = project.start("status", "demo", "-s", "DATA_DIR=demo-data")
    run.stdout.close()

    _, told = run.communicate(timeout=60)

    assert (run.returncode, told) == (0, "")
