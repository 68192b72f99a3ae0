from __future__ import annotations

import re

import pytest

from newsbot.demo.show import FOLDER
from tests.commands.project import CHECKOUT, Project


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def lasting(text):
    """Return *text* without what differs from one demo to the next: port, dates and seconds."""
    text = re.sub(r"\d{4}-\d\d(-\d\dT[\d:+]+)?", "DATE", text)
    text = text.replace("DATE.jsonl, DATE.jsonl", "DATE.jsonl")  # in the first days of a month
    return re.sub(r"(?<=127\.0\.0\.1:)\d+|\d+\.\d s", "N", text)


def test_the_demo_shows_what_the_readme_shows(project):
    run = project.start("demo")

    printed, trouble = run.communicate(timeout=60)

    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("$ make demo\n")[2].partition("```")[0]
    assert (run.returncode, trouble) == (0, "")
    assert lasting(printed) == lasting(shown)


def test_a_folder_that_the_demo_did_not_make_is_left_alone(project):
    mine = project.folder / FOLDER / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("kept")

    done = project.scrapy("demo")

    assert done.returncode == 2
    assert "was not made by the demo" in done.stderr
    assert mine.read_text() == "kept"


@pytest.mark.parametrize("command", ["reextract", "verify", "status"])
def test_the_other_commands_know_the_paper_where_its_articles_are(project, command):
    project.scrapy("demo")

    done = project.scrapy(command, "demo", "-s", f"DATA_DIR={FOLDER}")

    assert (done.returncode, done.stderr) == (0, "")
    assert "demo" in done.stdout
    assert "demo" not in project.scrapy("list").stdout.split()
