from __future__ import annotations

import re

import pytest

from newsbot.dates.words import DAYS_BACK, MONTHS, SHORT_WEEKDAYS, UNITS, WEEKDAYS, either


@pytest.mark.parametrize(
    ("word", "month"),
    [
        pytest.param("tháng chạp", 12, id="vietnamese"),
        pytest.param("tháng năm", 5, id="vietnamese-may"),
        pytest.param("desember", 12, id="indonesian"),
        pytest.param("märz", 3, id="german"),
        pytest.param("fevrier", 2, id="french-without-accent"),
        pytest.param("setiembre", 9, id="spanish"),
        pytest.param("out", 10, id="portuguese"),
        pytest.param("luglio", 7, id="italian"),
        pytest.param("listopada", 11, id="polish"),
        pytest.param("července", 7, id="czech-july"),
        pytest.param("června", 6, id="czech-june"),
        pytest.param("мая", 5, id="russian"),
        pytest.param("травня", 5, id="ukrainian"),
        pytest.param("kasim", 11, id="turkish-capitals"),
    ],
)
def test_a_month_is_known_by_its_word(word, month):
    assert MONTHS[word] == month


@pytest.mark.parametrize("word", ["năm", "ba", "tháng"])
def test_a_vietnamese_number_alone_is_no_month(word):
    assert word not in MONTHS


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param(MONTHS, set(range(1, 13)), id="months"),
        pytest.param(WEEKDAYS, set(range(7)), id="weekdays"),
        pytest.param(SHORT_WEEKDAYS, set(range(7)), id="short-weekdays"),
    ],
)
def test_no_row_is_too_long_or_too_short(numbers, expected):
    assert set(numbers.values()) == expected


@pytest.mark.parametrize("words", [MONTHS, WEEKDAYS, SHORT_WEEKDAYS, UNITS, DAYS_BACK])
def test_words_are_folded(words):
    assert [word for word in words if word != word.casefold()] == []


def test_either_prefers_the_longest_word():
    assert (
        re.match(either(["tháng", "tháng mười", "x"]), "tháng\N{NO-BREAK SPACE}mười")[0][-1] == "i"
    )
