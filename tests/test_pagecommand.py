from __future__ import annotations

import logging
from argparse import Namespace
from contextlib import nullcontext

import pytest
from scrapy.settings import Settings

from newsbot.exceptions import ProfileError
from newsbot.pagecommand import PageCommand

PAGE = "https://waldbote.test/artikel/7"


class Show(PageCommand):
    """Prints the page that it is to show, or raises the error that is met on the way."""

    def __init__(self, met=None, contact="ops@archive.example"):
        super().__init__()
        self.met = met
        self.settings = Settings({"CONTACT": contact})

    def short_desc(self):
        return "Show a page"

    def run(self, args, opts):
        self.ask(args[0] if args else None, self._show, nullcontext())

    def _show(self):
        if self.met:
            raise self.met
        print("a page")


def run(command, *args):
    command.run(list(args), Namespace())
    return command.exitcode


@pytest.mark.parametrize("args", [(PAGE,), ()], ids=["a page", "none"])
def test_a_page_is_shown(capsys, args):
    assert (run(Show(), *args), capsys.readouterr()) == (0, ("a page\n", ""))


def test_nothing_is_asked_by_nobody(capsys):
    exitcode = run(Show(contact=""), PAGE)

    told = capsys.readouterr()
    assert (exitcode, told.out) == (2, "")
    assert told.err.startswith("CONTACT is not set; say who crawls")


def test_what_newsbot_refuses_is_told_in_a_line(capsys):
    exitcode = run(Show(ProfileError("no site named 'nosite'")), PAGE)

    assert (exitcode, capsys.readouterr()) == (2, ("", "no site named 'nosite'\n"))


def test_what_is_logged_drives_no_terminal():
    factory = logging.getLogRecordFactory()
    options = Namespace(set=[], logfile=None, loglevel=None, nolog=None, pidfile=None, pdb=None)

    Show().process_options([], options)

    record = logging.getLogRecordFactory()("x", 20, "x.py", 1, "\x1b]0;owned\x07", (), None)
    logging.setLogRecordFactory(factory)
    assert "\x1b" not in record.getMessage()
