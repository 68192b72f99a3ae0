"""The corpus of the demo, for the tests of the commands that read one."""

from __future__ import annotations

import shutil

import pytest

from tests.commands.project import Project
from tests.press import profile_text


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The folder that the demo has made, not to be changed."""
    project = Project(tmp_path_factory.mktemp("demo"))
    assert project.scrapy("demo").returncode == 0
    return project.folder / "demo-data"


@pytest.fixture(scope="module")
def project(demo, tmp_path_factory):
    """A project with the corpus of the demo, and the paper's profile."""
    project = Project(tmp_path_factory.mktemp("project"))
    shutil.copytree(demo, project.folder / "demo-data")
    project.add_site("demo", profile_text("demo", 80).replace("demo.test", "127.0.0.1"))
    return project
