from __future__ import annotations

import re

import pytest

from newsbot.dates.words import DAYS_BACK, SHORT_WEEKDAYS, UNITS, WEEKDAYS, either


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param(WEEKDAYS, set(range(7)), id="weekdays"),
        pytest.param(SHORT_WEEKDAYS, set(range(7)), id="short-weekdays"),
    ],
)
def test_no_row_is_too_long_or_too_short(numbers, expected):
    assert set(numbers.values()) == expected


@pytest.mark.parametrize("words", [WEEKDAYS, SHORT_WEEKDAYS, UNITS, DAYS_BACK])
def test_words_are_folded(words):
    assert [word for word in words if word != word.casefold()] == []


def test_either_prefers_the_longest_word():
    assert (
        re.match(either(["tháng", "tháng mười", "x"]), "tháng\N{NO-BREAK SPACE}mười")[0][-1] == "i"
    )
