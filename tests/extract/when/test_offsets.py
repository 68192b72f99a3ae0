from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from newsbot.dates import from_epoch, read_date
from newsbot.extract.when.offsets import is_mislabelled, offset_about, proved_offset

WALL = datetime(2024, 5, 3, 9, 15)
TO_THE_SECOND = datetime(2024, 5, 3, 9, 15, 38)


def moments(*texts):
    return [read_date(text, zone=None) for text in texts]


@pytest.mark.parametrize("text", ["2024-05-03T09:15:30+07:00", "03/05/2024 | 09:15 [GMT +7]"])
def test_a_clock_with_an_offset_that_shows_the_same_time_proves_it(text):
    assert proved_offset(WALL, [], moments(text)) == read_date(text, zone=None).instant.tzinfo


@pytest.mark.parametrize(
    ("text", "hours"),
    [("2024-05-03T02:15:38Z", 7), ("2024-05-03T09:15:00Z", 0), ("2024-05-03T03:45Z", 5.5)],
)
def test_the_same_event_in_utc_proves_the_offset(text, hours):
    offset = proved_offset(WALL, moments(text), [])

    assert offset.utcoffset(None) == timedelta(hours=hours)


def test_seconds_since_1970_are_in_utc():
    offset = proved_offset(WALL, [from_epoch(1714702500, None)], [])

    assert offset.utcoffset(None) == timedelta(hours=7)


def test_another_event_in_utc_proves_it_only_to_the_second():
    same_second, same_minute = moments("2024-05-03T02:15:38Z", "2024-05-03T02:15:00Z")

    assert proved_offset(TO_THE_SECOND, [], [same_second]).utcoffset(None) == timedelta(hours=7)
    assert proved_offset(WALL, [], [same_minute]) is None


@pytest.mark.parametrize(
    "text",
    ["2024-05-03T02:21:00Z", "2024-05-02T09:15:00Z", "2024-05-03T02:55:00Z", "03/05/2024"],
    ids=["by no offset in use", "a day away", "six hours and a third", "a mere day"],
)
def test_another_moment_proves_nothing(text):
    assert proved_offset(WALL, moments(text), []) is None


@pytest.mark.parametrize(
    ("one", "other", "mislabelled"),
    [
        ("2024-05-03T09:15:00+00:00", "2024-05-03T09:15:00-04:00", True),
        ("2024-05-03T13:15:00+00:00", "2024-05-03T09:15:00-04:00", False),
        ("2024-05-03T09:15:00-04:00", "2024-05-03T09:15:00+00:00", False),
        ("2024-05-03T09:15:00Z", "03/05/2024", False),
    ],
    ids=["local time called UTC", "same instant", "the right one", "a mere day"],
)
def test_a_local_time_may_call_itself_utc(one, other, mislabelled):
    assert is_mislabelled(*moments(one, other)) is mislabelled


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2024-05-06T10:00:00+07:00", 7),
        ("2024-05-06T10:00:00Z", None),
        ("2024-11-06T10:00:00+07:00", None),
        ("2024-05-03", None),
    ],
    ids=["three days later", "UTC", "another half of the year", "a mere day"],
)
def test_a_page_s_clocks_have_one_offset_for_a_week(text, hours):
    offset = offset_about(date(2024, 5, 3), moments(text))

    assert (offset and offset.utcoffset(None)) == (hours and timedelta(hours=hours))
