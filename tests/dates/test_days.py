from __future__ import annotations

from datetime import date

import pytest

from newsbot.dates.days import day_of, find_days


def read(text, weekday=None, *, day_first=True):
    return day_of(next(find_days(text)), weekday, day_first=day_first)


@pytest.mark.parametrize(
    ("text", "weekday", "day"),
    [
        pytest.param("05/06/2024", None, date(2024, 6, 5), id="no-weekday"),
        pytest.param("05/06/2024", 2, date(2024, 6, 5), id="fits-as-printed"),
        pytest.param("05/06/2024", 0, date(2024, 5, 6), id="fits-only-swapped"),
        pytest.param("05/06/2024", 4, date(2024, 6, 5), id="misprinted-weekday"),
        pytest.param("23/10/2024", 4, date(2024, 10, 23), id="nothing-to-swap"),
        pytest.param("10/23/2024", 2, date(2024, 10, 23), id="proved-month-first"),
    ],
)
def test_the_weekday_is_a_checksum(text, weekday, day):
    assert read(text, weekday) == day


def test_a_month_first_date_that_its_weekday_denies_is_none():
    with pytest.raises(ValueError, match="10/23/2024 is no date"):
        read("10/23/2024", 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("05/06/2024", date(2024, 5, 6), id="month-first"),
        pytest.param("23/10/2024", date(2024, 10, 23), id="proved-day-first"),
        pytest.param("2024-05-06", date(2024, 5, 6), id="year-first"),
    ],
)
def test_month_first_sites_are_read_so(text, day):
    assert read(text, day_first=False) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("1/2/00", date(2000, 2, 1), id="00"),
        pytest.param("1/2/69", date(2069, 2, 1), id="69"),
    ],
)
def test_two_digits_of_a_year_are_of_this_century(text, day):
    assert read(text) == day


@pytest.mark.parametrize(
    "text", ["29/02/2023", "1/1/1899", "1/1/2101", "1/2/70", "99 May 2024", "12 người 2024"]
)
def test_an_impossible_day_is_a_value_error(text):
    with pytest.raises(ValueError, match=r"day|month|year"):
        read(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("令和5年6月3日", date(2023, 6, 3), id="reiwa"),
        pytest.param("民國112年6月3日", date(2023, 6, 3), id="minguo"),
        pytest.param("3 มิถุนายน 2566", date(2023, 6, 3), id="buddhist"),
        pytest.param("3 มิ.ย. 66", date(2023, 6, 3), id="buddhist-of-two-digits"),
        pytest.param("3 มิถุนายน 2023", date(2023, 6, 3), id="thai-of-the-common-era"),
    ],
)
def test_years_of_other_eras_are_known_where_the_text_names_the_era(text, day):
    assert read(text) == day


@pytest.mark.parametrize(
    ("text", "month"),
    [("3 listopada 2023", 11), ("3. listopada 2023.", 10), ("3 LISTOPAD 2023", 11)],
)
def test_a_full_stop_tells_the_croatian_listopad_from_the_polish(text, month):
    assert read(text.casefold()).month == month


@pytest.mark.parametrize(
    "text",
    [
        "v2.10.24",
        "05/06/2023/qđ-ubnd",
        "10.2.20.24",
        "2023 and may 3",
        "a 12345678",
    ],
)
def test_what_stands_in_something_longer_is_no_day(text):
    assert list(find_days(text)) == []
