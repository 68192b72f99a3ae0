from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsbot.extract.found import Found
from newsbot.extract.when.dateline import DateReader
from newsbot.extract.when.localtime import localised

NOW = datetime(2026, 11, 22, 14, tzinfo=UTC)
ABROAD = DateReader(None, NOW)
VIETNAM = DateReader(ZoneInfo("Asia/Ho_Chi_Minh"), NOW)
EVENING = "2024-05-02T18:30:11Z"


def found(reader, *texts, evidence="json-ld"):
    return [Found(reader.read(text), evidence) for text in texts]


def local(reader, *stated, printed=(), others=()):
    given = [*found(reader, *stated), *found(reader, *printed, evidence="generic")]
    moment = localised(given[0], given, found(reader, *others), reader).value
    assert moment.instant is None or moment.day == moment.instant.date()
    return moment.instant.isoformat() if moment.instant else moment.day.isoformat()


@pytest.mark.parametrize(
    "stated",
    [
        [EVENING, "2024-05-03T01:30:11+07:00"],
        ["2024-05-02T18:30:11+00:00", "03/05/2024 01:30 GMT+7"],
    ],
    ids=["stated", "by the minute"],
)
def test_the_same_moment_in_an_offset_is_the_site_s(stated):
    assert local(ABROAD, *stated) == "2024-05-03T01:30:11+07:00"


def test_a_printed_clock_a_whole_offset_away_is_the_site_s():
    assert local(ABROAD, EVENING, printed=["03/05/2024 01:30"]) == "2024-05-03T01:30:11+07:00"


@pytest.mark.parametrize("printed", ["03/05/2024 01:31", "03/05/2024", "02/05/2024 18:30"])
def test_another_printed_clock_and_that_of_utc_prove_no_offset(printed):
    assert local(ABROAD, EVENING, printed=[printed]) == "2024-05-02T18:30:11+00:00"


def test_a_midnight_in_utc_is_a_day_and_has_no_offset():
    found = local(ABROAD, "2024-05-03T00:00:00Z", printed=["03/05/2024 09:00"])

    assert found == "2024-05-03T00:00:00+00:00"


def test_another_event_of_the_week_has_the_site_s_offset():
    assert local(ABROAD, EVENING, others=["2024-05-04T08:00:00+07:00"]) == (
        "2024-05-03T01:30:11+07:00"
    )


def test_an_offset_that_is_stated_stays():
    assert local(ABROAD, "2024-05-03T01:30:11+07:00", printed=["02/05/2024 20:30"]) == (
        "2024-05-03T01:30:11+07:00"
    )


def test_hours_of_utc_that_the_page_prints_are_local():
    assert local(VIETNAM, "2024-05-02T21:30:00Z", printed=["02/05/2024 21:30"]) == (
        "2024-05-02T21:30:00+07:00"
    )


@pytest.mark.parametrize(
    ("stated", "printed"),
    [
        ([EVENING], ["03/05/2024 01:30", "02/05/2024 18:30"]),
        ([EVENING, "2024-05-03T01:30:11+07:00"], ["02/05/2024 18:30"]),
        ([EVENING], ["02/05/2024 18:31"]),
        (["2024-05-03T01:30:11+07:00"], ["02/05/2024 18:30"]),
    ],
    ids=["printed right, too", "stated in its offset", "another minute", "no UTC"],
)
def test_a_moment_in_utc_that_is_right_stays(stated, printed):
    assert local(VIETNAM, *stated, printed=printed) == "2024-05-03T01:30:11+07:00"


def test_a_day_has_no_offset():
    assert local(ABROAD, "2024-05-03", printed=["03/05/2024 01:30"]) == "2024-05-03"
