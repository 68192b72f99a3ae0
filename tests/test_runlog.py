from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest

from newsbot.runlog import make_log_inert, run_log

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


@pytest.fixture
def inert_log():
    usual = logging.getLogRecordFactory()
    make_log_inert()
    yield
    logging.setLogRecordFactory(usual)


@pytest.mark.usefixtures("inert_log")
def test_a_title_can_forge_no_entry_and_drive_no_terminal(tmp_path):
    title = "a\n2024-10-23 10:00:00,000 INFO newsbot: all is well\r\x1b[2J"

    with run_log(tmp_path / "a.log", "waldbote", "INFO"):
        logger.info("Dropped: %s", title)

    first, second = (tmp_path / "a.log").read_text().splitlines()
    assert first.endswith("INFO tests.runlog: Dropped: a")
    assert second == "    2024-10-23 10:00:00,000 INFO newsbot: all is well\\u000d\\u001b[2J"


@pytest.mark.usefixtures("inert_log")
def test_nor_can_what_an_exception_says(tmp_path):
    with run_log(tmp_path / "a.log", "waldbote", "INFO"):
        try:
            raise ValueError("a\nforged\x1b[2J")
        except ValueError:
            logger.exception("It broke off")

    lines = (tmp_path / "a.log").read_text().splitlines()
    assert lines[1] == "    Traceback (most recent call last):"
    assert lines[-2:] == ["    ValueError: a", "    forged\\u001b[2J"]
