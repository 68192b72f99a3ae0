from __future__ import annotations

import subprocess
import sys
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from newsbot.dates.remainder import read_remainder

TIRANA = ZoneInfo("Europe/Tirane")


def read(text, language="sq", zone=TIRANA):
    return read_remainder(text, language=language, zone=zone)


def test_the_words_of_a_language_that_is_not_ours_are_read():
    assert read("3 qershor 2023, 19:40").instant.isoformat() == "2023-06-03T19:40:00+02:00"


def test_a_date_without_a_clock_gets_no_midnight():
    moment = read("3 qershor 2023")

    assert (moment.day, moment.instant, moment.precision) == (date(2023, 6, 3), None, "day")


def test_a_clock_of_no_known_zone_gives_only_the_day():
    moment = read("3 qershor 2023, 19:40", zone=None)

    assert (moment.instant, moment.wall.isoformat()) == (None, "2023-06-03T19:40:00")


@pytest.mark.parametrize(
    "text",
    [
        *("dje", "2 ditë më parë", "qershor 2023", "3 qershor", "3 qershor 23", "2023"),
        *("03/06", "3 mollë 2023", "31 shkurt 2023", "3 qershor 2023 " * 9, "+355 4 2023 300"),
    ],
)
def test_what_is_no_whole_date_is_none(text):
    assert read(text) is None


def test_a_language_that_is_unknown_reads_nothing():
    assert read("3 qershor 2023", "xx-XK") is None


def test_the_library_is_imported_only_for_what_may_be_a_date():
    code = (
        "import sys; from newsbot.dates.remainder import read_remainder as r;"
        "r('2 hours ago', language='en', zone=None); sys.exit('dateparser' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
