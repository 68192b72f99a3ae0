from __future__ import annotations

from datetime import date

import pytest

from newsbot.dates.days import DAY, day_of


def read(text, weekday=None, *, day_first=True):
    return day_of(DAY.search(text), weekday, day_first=day_first)


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
