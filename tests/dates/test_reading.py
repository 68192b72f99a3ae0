from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.dates import find_date, read_date

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2024, 10, 23, 9, 30, 45, tzinfo=UTC)

NO_DATES = {
    "thousands": "66.032",
    "thousands-and-unit": "256.341 tỉ",
    "hectares": "1.414 ha",
    "fraction": "27/34 xã",
    "day-and-month": "Ngày 8-1, 1 và 2/10",
    "years": "nhiệm kỳ 2021 - 2026, giai đoạn 2014-2020",
    "weekday-alone": "Thứ 4",
    "weekday-month-year": "Thứ 6 - 10 - 2024",
    "clock-alone": "16:17 PM",
    "mobile-number": "0912.345.678",
    "land-line": "024.39.12.2024",
    "network-address": "10.2.20.1",
    "score": "6 - 4 - 10",
    "legal-document": "Luật số 31/2024/QH15",
    "vietnamese-years": "5 năm 2024",
    "range-of-days": "22-23/10/2024",
    "no-such-day": "31/02/2024",
    "no-such-month": "23/13/2024",
    "hour-25": "23/10/2024 25:00",
    "minute-60": "23/10/2024 16:60",
    "offset-of-77-hours": "23/10/2024 16:17 GMT+77",
    "buddhist-year": "23/10/2567",
    "year-one": "0001-01-01T00:00:00Z",
    "last-century": "23/10/70",
    "month-of-no-language": "23 Blursday 2024",
    "eight-digits-of-an-id": "id 20241023",
    "empty": "",
}


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES)
def test_what_only_looks_like_a_date_is_none(text):
    assert read_date(text, zone=VIETNAM, now=NOW) is None


def test_an_impossible_date_gives_way_to_the_next():
    assert read_date("31/02/2024, 01/03/2024", zone=None).day == date(2024, 3, 1)


def test_the_local_day_is_that_of_the_site():
    assert read_date("2024-10-23T20:00:00Z", zone=VIETNAM).day == date(2024, 10, 24)


def test_an_instant_is_in_the_site_s_offset():
    moment = read_date("2024-10-23T09:17:00Z", zone=VIETNAM)

    assert moment.instant.isoformat() == "2024-10-23T16:17:00+07:00"


def test_naive_and_zulu_dates_of_one_page_are_the_same_instant():
    naive = read_date("2021-12-01 11:51:00", zone=VIETNAM)
    zulu = read_date("2021-12-01T04:51:00.000000Z", zone=VIETNAM)

    assert naive.instant == zulu.instant


def test_a_clock_of_no_known_zone_gives_only_the_day():
    moment = read_date("23.10.2024 | 16:17", zone=None)

    assert (moment.instant, moment.precision) == (None, "day")


def test_without_a_site_s_zone_the_text_s_own_stands():
    moment = read_date("2024-10-23T20:00:00-05:00", zone=None)

    assert moment.instant.utcoffset() == timedelta(hours=-5)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        pytest.param("23.07.2024, 16:17 Uhr", 2, id="summer"),
        pytest.param("23.12.2024, 16:17 Uhr", 1, id="winter"),
        pytest.param("23.07.2024 16:17 MEZ", 2, id="winter-time-printed-in-summer"),
    ],
)
def test_summer_time_is_the_zone_s(text, offset):
    moment = read_date(text, zone=BERLIN)

    assert moment.instant.utcoffset() == timedelta(hours=offset)


def test_numbers_are_month_first_where_the_site_is():
    assert read_date("05/06/2024", zone=None, day_first=False).day == date(2024, 5, 6)


def test_relative_words_need_now():
    assert read_date("17 phút trước", zone=VIETNAM) is None


def test_a_printed_date_wins_over_a_relative_one():
    moment = read_date("1 giờ trước 08:51 23/10/2024", zone=VIETNAM, now=NOW)

    assert moment.instant == datetime(2024, 10, 23, 8, 51, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        pytest.param("Lễ hội làng 01.05.2024 | 13:48 PM", "Lễ hội làng |", id="bar"),
        pytest.param(
            "Sẽ diễn ra chiều 2/5 01.05.2024 | 13:48 PM", "Sẽ diễn ra chiều 2/5 |", id="day"
        ),
        pytest.param(
            "Trận đấu lúc 19:30 23.10.2024 | 16:17 PM", "Trận đấu lúc 19:30 |", id="clock"
        ),
        pytest.param("Thứ 4, 23/10/2024 | 11:51:00 [GMT +7] Tin", "| Tin", id="weekday-and-zone"),
        pytest.param("16h17 ngày 23/10/2024: Mưa lớn", "|: Mưa lớn", id="clock-first"),
        pytest.param("Le 23 octobre 2024 à 16h17 est né", "Le | est né", id="lower-case-zone"),
        pytest.param(
            "Tre\N{COMBINING HOOK ABOVE} em 23.10.2024 vui",
            "Tre\N{COMBINING HOOK ABOVE} em | vui",
            id="decomposed",
        ),
        pytest.param("Große Straße, 23.10.2024 Nr. 5", "Große Straße, | Nr. 5", id="sharp-s"),
    ],
)
def test_the_span_cuts_the_date_out_of_a_title(line, left):
    _, (start, end) = find_date(line, zone=VIETNAM)

    assert f"{line[:start]}|{line[end:]}" == left


def test_raw_is_the_matched_text_as_printed():
    moment = read_date("Đăng bởi Lan, THỨ TƯ, 23/10/2024 - 16:17.", zone=VIETNAM)

    assert moment.raw == "THỨ TƯ, 23/10/2024 - 16:17"


def test_a_date_beyond_20000_characters_is_not_read():
    assert read_date("x " * 10_000 + "23/10/2024", zone=None) is None


@pytest.mark.parametrize(
    "unit",
    ["1", " ", "/", "1/", "1 - ", "31/02/2024 ", "16:17 ", "thứ 4, ", "a ", "2 giờ ", "hôm qua "],
)
def test_100_kilobytes_of_junk_are_no_date(unit):
    assert read_date(unit * (100_000 // len(unit)), zone=VIETNAM, now=NOW) is None


DATEISH = """
    0 1 2 4 12 25 31 99 2024 0000 2024-10-23 16:17 / . - : , | ( [ ngày tháng năm thứ Thứ hôm qua
    PM sáng trước phút giờ ago vor h T Z +07 GMT+99 Oct 年 月 日 İ ß \u0301 \u200b
"""
dateish = st.lists(st.sampled_from([" ", *DATEISH.split()]), max_size=15).map("".join)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    text=st.one_of(st.text(), dateish),
    zone=st.sampled_from([None, VIETNAM, BERLIN]),
    now=st.sampled_from([None, NOW, NOW.astimezone(timezone(timedelta(hours=7)))]),
)
def test_any_text_gives_a_sound_moment_or_none(text, zone, now):
    found = find_date(text, zone=zone, now=now)

    assert found is None or found[0].raw == text[slice(*found[1])]


WAYS = [
    "%Y-%m-%dT%H:%M:00+07:00",
    "%Y%m%dT%H%M00+0700",
    "%Y-%m-%d %H:%M",
    "%a, %d %b %Y %H:%M:00 +0700",
    "%B %d, %Y %I:%M %p",
    "%d %B %Y, %A, %H:%M",
    "%A, %d/%m/%Y | %H:%M %p",
    "%H:%M - %d.%m.%Y",
    "%H:%M %d-%m-%y",
]


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    way=st.sampled_from(WAYS),
    printed=st.datetimes(datetime(2000, 1, 2), datetime(2069, 12, 30)),
)
def test_every_minute_is_read_as_it_was_printed(way, printed):
    moment = read_date(printed.strftime(way), zone=VIETNAM)

    assert moment.instant.replace(tzinfo=None) == printed.replace(second=0, microsecond=0)
