from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest

from newsbot.runlog import run_log

logger = logging.getLogger("tests.runlog")


@pytest.fixture(autouse=True)
def everything(caplog):
    caplog.set_level(logging.DEBUG)


def say(words, site=None, level=logging.INFO):
    extra = {"spider": SimpleNamespace(name=site)} if site else {}
    logger.log(level, words, extra=extra)


def test_what_is_said_of_the_site_or_of_none_is_in_its_log(tmp_path):
    path = tmp_path / "runs" / "a.log"

    with run_log(path, "waldbote", "INFO"):
        say("of the site", "waldbote")
        say("of none")
        say("of another", "kurier")

    lines = path.read_text().splitlines()
    assert [line.rpartition(": ")[2] for line in lines] == ["of the site", "of none"]


def test_what_has_no_spider_may_name_its_site(tmp_path):
    with run_log(tmp_path / "a.log", "waldbote", "INFO"):
        logger.info("of the site", extra={"site": "waldbote"})
        logger.info("of another", extra={"site": "kurier"})

    lines = (tmp_path / "a.log").read_text().splitlines()
    assert [line.rpartition(": ")[2] for line in lines] == ["of the site"]


def test_the_level_of_the_settings_holds(tmp_path):
    with run_log(tmp_path / "a.log", "waldbote", "WARNING"):
        say("info")
        say("warning", level=logging.WARNING)

    assert "warning" in (tmp_path / "a.log").read_text()
    assert "info" not in (tmp_path / "a.log").read_text()


def test_after_the_run_nothing_is_added(tmp_path):
    with run_log(tmp_path / "a.log", "waldbote", "INFO"):
        say("during")
    say("after")

    assert "after" not in (tmp_path / "a.log").read_text()


def test_without_a_path_there_is_no_log(tmp_path):
    handlers = list(logging.getLogger().handlers)

    with run_log(None, "waldbote", "INFO"):
        assert logging.getLogger().handlers == handlers
