from __future__ import annotations

import pytest

from newsbot.extract.credits.places import is_city, is_place_and_date


def test_a_city_is_known_that_looks_like_a_person():
    assert [is_city(name) for name in ("New York", "Hà Nội", "Ida Moor")] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hà Nội, ngày 3 tháng 5 năm 2024", True),
        ("An Lộc, tháng 5/2024", True),
        ("(Tann, 3.5.2024)", True),
        ("Tann, den 3. Mai 2024", True),
        ("Lý Văn Đang, Hà My", False),
        ("Tin, ảnh: Q.T", False),
        ("Von Ida Moor | 3. Mai 2024", False),
        ("3. Mai 2024", False),
    ],
)
def test_the_place_and_the_day_of_a_letter_are_known(text, expected):
    assert is_place_and_date(text) is expected
