from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from newsbot.dates.clocks import Clock
from newsbot.dates.moment import Moment, from_epoch, moment_at

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def test_epoch_seconds_are_an_instant_in_the_site_s_zone():
    assert from_epoch(1790839781, VIETNAM) == Moment(
        date(2026, 10, 1),
        datetime(2026, 10, 1, 14, 29, 41, tzinfo=VIETNAM),
        "second",
        "1790839781",
    )


def test_epoch_seconds_without_a_zone_are_in_utc():
    assert from_epoch(0, None).instant.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "seconds",
    [
        pytest.param(1762590240000, id="milliseconds"),
        pytest.param(-(10**11), id="before-newspapers"),
        pytest.param(10**30, id="beyond-time"),
    ],
)
def test_numbers_that_are_no_epoch_seconds_are_refused(seconds):
    with pytest.raises(ValueError, match="no date of a newspaper"):
        from_epoch(seconds, VIETNAM)


def test_a_clock_without_any_zone_leaves_the_day():
    clock = Clock(time(16, 17), "minute", None)

    assert moment_at(date(2024, 10, 23), clock, None, "x").precision == "day"
