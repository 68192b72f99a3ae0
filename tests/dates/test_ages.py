from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from newsbot.dates.ages import find_age
from newsbot.dates.line import Line

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2024, 10, 23, 18, 30, 45, tzinfo=UTC)  # 01:30:45 of the 24th in Vietnam


def read(text, zone=VIETNAM, now=NOW):
    found = find_age(Line.of(text), zone, now)
    return found and found[0]


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        pytest.param("17 phút trước", 13, id="vietnamese"),
        pytest.param("Cách đây 3 phút", 27, id="vietnamese-before"),
        pytest.param("20 minutes ago", 10, id="english"),
        pytest.param("Updated a minute ago", 29, id="english-article"),
        pytest.param("vor 5 Minuten", 25, id="german"),
        pytest.param("5 menit yang lalu", 25, id="indonesian"),
        pytest.param("il y a 5 minutes", 25, id="french"),
        pytest.param("5分前", 25, id="japanese"),
        pytest.param("50 giây trước", 29, id="seconds"),
    ],
)
def test_minutes_ago_are_exact_to_the_minute(text, minute):
    moment = read(text)

    assert (moment.instant, moment.precision) == (
        datetime(2024, 10, 24, 1, minute, tzinfo=VIETNAM),
        "minute",
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("1 giờ trước", date(2024, 10, 24), id="same-day"),
        pytest.param("2 giờ trước", date(2024, 10, 23), id="day-before-in-the-site-s-zone"),
        pytest.param("2 hours ago", date(2024, 10, 23), id="english"),
        pytest.param("12H ago", date(2024, 10, 23), id="english-letter"),
        pytest.param("Vor einer Stunde", date(2024, 10, 24), id="german"),
        pytest.param("2 jam lalu", date(2024, 10, 23), id="indonesian"),
        pytest.param("2小时前", date(2024, 10, 23), id="chinese"),
        pytest.param("3 ngày trước", date(2024, 10, 21), id="days"),
        pytest.param("1 ngày, 2 giờ trước", date(2024, 10, 22), id="days-and-hours"),
        pytest.param("hôm nay", date(2024, 10, 24), id="today"),
        pytest.param("Hôm qua", date(2024, 10, 23), id="yesterday"),
        pytest.param("Cập nhật: hôm kia", date(2024, 10, 22), id="after-a-label"),
        pytest.param("gestern", date(2024, 10, 23), id="german-yesterday"),
        pytest.param("kemarin", date(2024, 10, 23), id="indonesian-yesterday"),
    ],
)
def test_hours_and_days_ago_give_only_the_day(text, day):
    moment = read(text)

    assert (moment.day, moment.instant, moment.precision) == (day, None, "day")


@pytest.mark.parametrize(
    "text",
    ["Hôm qua, 16:17", "16:17 hôm qua", "yesterday at 4:17 pm", "gestern, 16:17 Uhr", "昨天16:17"],
)
def test_yesterday_with_a_clock_is_an_instant(text):
    assert read(text).instant == datetime(2024, 10, 23, 16, 17, tzinfo=VIETNAM)


def test_hours_and_minutes_ago_are_exact_to_the_minute():
    assert read("2 giờ 30 phút trước").instant == datetime(2024, 10, 23, 23, 0, tzinfo=VIETNAM)


def test_an_age_is_counted_through_the_change_of_clocks():
    after_the_change = datetime(2024, 10, 27, 1, 30, tzinfo=UTC)

    moment = read("vor 60 Minuten", ZoneInfo("Europe/Berlin"), after_the_change)

    assert moment.instant.isoformat() == "2024-10-27T02:30:00+02:00"


def test_without_a_zone_an_age_is_counted_in_that_of_now():
    assert read("2 giờ trước", zone=None).day == date(2024, 10, 23)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("10 phút trước giờ bóng lăn", id="before-the-match"),
        pytest.param("3 ngày trước Tết", id="before-the-feast"),
        pytest.param("Hôm qua, miền Bắc lạnh", id="headline-that-begins-so"),
        pytest.param("Động đất hôm qua", id="headline-that-ends-so"),
        pytest.param("hôm qua 25:00", id="impossible-clock"),
        pytest.param("3 tháng trước", id="months-are-too-vague"),
        pytest.param("4 minute read", id="reading-time"),
        pytest.param("4685m2", id="area"),
    ],
)
def test_what_only_looks_like_an_age_is_none(text):
    assert read(text) is None
