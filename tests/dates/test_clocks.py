from __future__ import annotations

from datetime import time, timedelta

import pytest

from newsbot.dates.clocks import CLOCK_AFTER, clock_of
from newsbot.dates.line import Line


def read(text):
    line = Line.of(text)
    return clock_of(CLOCK_AFTER.match(line.text), line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("16:17 PM", time(16, 17), id="24-hours-with-pm"),
        pytest.param("00:15 AM", time(0, 15), id="after-midnight-with-am"),
        pytest.param("12:05 PM", time(12, 5), id="noon"),
        pytest.param("12:30 AM", time(0, 30), id="midnight"),
        pytest.param("4:17 PM", time(16, 17), id="12-hours-pm"),
        pytest.param("07:38 AM", time(7, 38), id="12-hours-am"),
        pytest.param("4:17 p. m.", time(16, 17), id="spanish"),
        pytest.param("09:34 sáng", time(9, 34), id="morning"),
        pytest.param("11:30 trưa", time(11, 30), id="before-noon"),
        pytest.param("1:30 trưa", time(13, 30), id="after-noon"),
        pytest.param("3:10 chiều", time(15, 10), id="afternoon"),
        pytest.param("8:00 tối", time(20, 0), id="evening"),
        pytest.param("11:00 đêm", time(23, 0), id="night"),
        pytest.param("1:00 đêm", time(1, 0), id="small-hours"),
        pytest.param("16:17 chiều", time(16, 17), id="24-hours-with-a-word"),
        pytest.param("12:30 Uhr am", time(12, 30), id="german-am-is-no-am"),
        pytest.param("上午9:05", time(9, 5), id="word-before"),
        pytest.param("lúc 16h", time(16, 0), id="full-hour"),
        pytest.param("16 Uhr", time(16, 0), id="full-hour-uhr"),
        pytest.param("16g17", time(16, 17), id="southern-g"),
        pytest.param("16:17:05.123", time(16, 17, 5), id="fraction"),
    ],
)
def test_the_hour_is_read_by_range_and_marker(text, expected):
    assert read(text).time == expected


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        pytest.param("16:17 (GMT+7)", 7, id="gmt-plus"),
        pytest.param("16:17 [GMT +7]", 7, id="square-brackets"),
        pytest.param("16:17 UTC-03:30", -3.5, id="half-hour"),
        pytest.param("16:17 WITA", 8, id="indonesian"),
        pytest.param("16:17 CEST", 2, id="european"),
        pytest.param("16:17 gmt", 0, id="greenwich-in-small-letters"),
        pytest.param("16:17 +0700", 7, id="bare"),
        pytest.param("16:17:00 -05:00", -5, id="bare-after-seconds"),
    ],
)
def test_a_printed_zone_is_read(text, hours):
    assert read(text).zone.utcoffset(None) == timedelta(hours=hours)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("16:17 est", id="french-is"),
        pytest.param("16:17 IST", id="name-of-several-zones"),
        pytest.param("08:00-09:30", id="from-to"),
        pytest.param("16:17:05 -23/10/2024", id="next-date"),
    ],
)
def test_what_only_looks_like_a_zone_is_none(text):
    assert read(text).zone is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("12.50 euro", id="price"),
        pytest.param("3 giờ đàm phán", id="duration"),
        pytest.param("3時間", id="japanese-duration"),
        pytest.param("02:45 min", id="length-of-a-video"),
        pytest.param("16 hours", id="english-duration"),
    ],
)
def test_what_only_looks_like_a_clock_is_none(text):
    assert CLOCK_AFTER.match(text) is None


@pytest.mark.parametrize("text", ["24:00", "25:00", "16:60", "16:17:60"])
def test_an_impossible_clock_is_a_value_error(text):
    with pytest.raises(ValueError, match="must be in"):
        read(text)
