from __future__ import annotations

import sqlite3
from argparse import Namespace

import pytest
from scrapy.exceptions import UsageError
from scrapy.settings import Settings

from newsbot.exceptions import SettingError, StateBusyError
from newsbot.sitecommand import SiteCommand


class Count(SiteCommand):
    """Returns for each site the exit code, or raises the error, that is to be met there."""

    usage = "SITE…"
    purpose = "Count the sites"
    details = ", one by one."

    def __init__(self, **met):
        super().__init__()
        self.met = met
        self.settings = Settings({"DATA_DIR": "no-data"})

    def work(self, args, opts):
        return self.each(args or self.met, self._one)

    def _one(self, site):
        if isinstance(self.met[site], Exception):
            raise self.met[site]
        print(site)
        return self.met[site]


def run(command, *args):
    command.run(list(args), Namespace())
    return command.exitcode


def test_its_help_is_made_of_its_texts():
    command = Count()

    assert command.syntax() == "SITE…"
    assert command.short_desc() == "[news] Count the sites"
    assert command.long_desc() == "[news] Count the sites, one by one."


def test_a_word_that_looks_like_an_option_is_no_site():
    with pytest.raises(UsageError, match=r"no option -x; see scrapy test_sitecommand -h"):
        run(Count(waldbote=0), "waldbote", "-x")


def test_the_worst_exit_code_of_its_sites_becomes_its_own():
    assert run(Count(kurier=0, waldbote=3, post=1)) == 3


@pytest.mark.parametrize(
    ("error", "code"),
    [(StateBusyError("is at work"), 75), (OSError("is full"), 74)],
    ids=["ours", "the disk's"],
)
def test_what_stops_it_at_one_site_is_a_line_and_stops_it_at_no_other(error, code, capsys):
    exitcode = run(Count(kurier=error, waldbote=0))

    assert (exitcode, capsys.readouterr()) == (code, ("waldbote\n", f"kurier: {error}\n"))


@pytest.mark.parametrize(
    ("error", "code"),
    [
        pytest.param(SettingError("CLOCK is no function"), 2, id="setting"),
        pytest.param(OSError("No space left on device"), 74, id="file"),
        pytest.param(sqlite3.OperationalError("database or disk is full"), 74, id="database"),
    ],
)
def test_what_a_person_can_mend_is_a_line(error, code, capsys):
    class Refused(Count):
        def work(self, args, opts):
            raise error

    assert (run(Refused()), capsys.readouterr().err) == (code, f"{error}\n")


def test_an_error_of_our_own_is_not_hidden():
    with pytest.raises(LookupError):
        run(Count(kurier=LookupError("lost")))


def test_the_sites_that_were_crawled_are_those_with_a_state(tmp_path):
    (tmp_path / "state").mkdir()
    for name in ("waldbote.sqlite", "waldbote.lock", "kurier.sqlite", "kurier.sqlite-wal"):
        (tmp_path / "state" / name).touch()
    command = Count()
    command.settings = Settings({"DATA_DIR": str(tmp_path)})

    assert command.crawled == ["kurier", "waldbote"]


def test_a_site_whose_folder_leads_elsewhere_is_not_worked_on(tmp_path, capsys):
    (tmp_path / "data/archive").mkdir(parents=True)
    (tmp_path / "data/archive/kurier").symlink_to(tmp_path)
    command = Count(kurier=0, waldbote=0)
    command.settings = Settings({"DATA_DIR": str(tmp_path / "data")})

    assert run(command) == 3

    told = capsys.readouterr()
    assert told.out == "waldbote\n"
    assert told.err.startswith(f"kurier: {tmp_path}/data/archive/kurier leads out of")
