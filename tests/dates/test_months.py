from __future__ import annotations

from unicodedata import normalize

import pytest

from newsbot.dates.months import ERAS, MONTHS


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
        pytest.param("kesäkuuta", 6, id="finnish"),
        pytest.param("iunie", 6, id="romanian"),
        pytest.param("június", 6, id="hungarian"),
        pytest.param("ιουνιου", 6, id="greek-without-accent"),
        pytest.param("юни", 6, id="bulgarian"),
        pytest.param("lipnja", 6, id="croatian"),
        pytest.param("ogos", 8, id="malay"),
        pytest.param("ต.ค.", 10, id="thai"),
        pytest.param("अक्टूबर", 10, id="hindi"),
    ],
)
def test_a_month_is_known_by_its_word(word, month):
    assert MONTHS[word] == month


@pytest.mark.parametrize("word", ["năm", "ba", "tháng"])
def test_a_vietnamese_number_alone_is_no_month(word):
    assert word not in MONTHS


def test_every_row_has_twelve_months():
    assert set(MONTHS.values()) == set(range(1, 13))


def test_months_are_folded():
    assert [word for word in MONTHS if word != normalize("NFC", word.casefold())] == []


def test_an_era_begins_with_the_year_one():
    assert ERAS["令和"] + 1 == 2019
