from __future__ import annotations

import re

import pytest

from newsbot.demo.show import FOLDER
from tests.commands.project import Project


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def test_the_demo_shows_two_runs_and_what_changed_between_them(project):
    done = project.scrapy("demo")

    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"run 1  12 new +\d+ requests", done.stdout)
    assert re.search(r"run 2  1 new · 1 changed · 1 gone · 10 same +\d+ requests", done.stdout)
    assert "revision 2" in done.stdout


def test_a_folder_that_the_demo_did_not_make_is_left_alone(project):
    mine = project.folder / FOLDER / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("kept")

    done = project.scrapy("demo")

    assert done.returncode == 2
    assert "was not made by the demo" in done.stderr
    assert mine.read_text() == "kept"
