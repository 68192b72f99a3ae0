from __future__ import annotations

import pytest

from newsbot.extract.credits.sources import source_in, sources_in_brackets, without_theo


@pytest.mark.parametrize(
    ("section", "source"),
    [
        ("Nguồn: Đồng Rạng", "Đồng Rạng"),
        ("Quelle: dpa", "dpa"),
        ("Theo VnExpress", "VnExpress"),
        ("Theo dongrang.test", "dongrang.test"),
        ("Theo Đồng Rạng, TTXVN", "Đồng Rạng, TTXVN"),
        ("Tổng hợp từ Đồng Rạng", "Đồng Rạng"),
        ("Nguồn: sưu tầm", ""),
        ("Theo lời kể của bà Lý", None),
        ("Theo ban quản lý, chợ sẽ mở cửa lúc năm giờ sáng.", None),
        ("Theo Müller", None),
        ("Von Theo Müller", None),
    ],
)
def test_a_source_is_an_agency_a_paper_or_a_site(section, source):
    assert source_in(section) == source


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("An Nhiên (theo TTXVN)", ["TTXVN"]),
        ("An Nhiên (tổng hợp, theo Đồng Rạng)", ["Đồng Rạng"]),
        ("Ida Moor (mit dpa)", ["dpa"]),
        ("An Nhiên (tổng hợp)", []),
    ],
)
def test_brackets_name_sources(text, sources):
    assert sources_in_brackets(text) == sources


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo Minh An (TTXVN)", "Minh An (TTXVN)"),
        ("Theo Minh An/Báo Đồng Rạng", "Minh An/Báo Đồng Rạng"),
        ("Theo Müller (dpa)", "Theo Müller (dpa)"),
        ("Theo TTXVN", "Theo TTXVN"),
    ],
)
def test_who_wrote_for_another_paper_is_an_author(text, expected):
    assert without_theo(text) == expected
