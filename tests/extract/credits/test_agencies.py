from __future__ import annotations

import pytest

from newsbot.extract.credits.agencies import is_agency, is_vietnamese, without_agency


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dpa", True),
        ("DPA", True),
        ("dpa-infocom", True),
        ("The Associated Press", True),
        ("AP", True),
        ("TTXVN", True),
        ("Báo Đồng Rạng", True),
        ("新华社", True),
        ("연합뉴스", True),
        ("Tt", False),
        ("Báo", False),
        ("Waldbote", False),
        ("Ida Moor", False),
    ],
)
def test_an_agency_is_known_by_its_name(name, expected):
    assert is_agency(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ida Moor Associated Press", ("Ida Moor", "Associated Press")),
        ("Ida Moor EFE", ("Ida Moor", "EFE")),
        ("Ida Moor", ("Ida Moor", None)),
        ("Ida Lusa", ("Ida Lusa", None)),
        ("Ida Maria Lusa", ("Ida Maria Lusa", None)),
        ("Associated Press", ("Associated Press", None)),
    ],
)
def test_an_agency_behind_a_name_is_told_from_a_surname(name, expected):
    assert without_agency(name) == expected


def test_vietnamese_agencies_are_told_from_others():
    texts = ("TTXVN", "Báo Đồng Rạng", "dpa", "Ida Moor")
    assert [is_vietnamese(text) for text in texts] == [True, True, False, False]
