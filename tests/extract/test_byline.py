from __future__ import annotations

import pytest

from newsbot.extract.byline import is_byline, is_names, read_byline
from tests.extract.columns import site_of


@pytest.mark.parametrize(
    ("text", "authors", "source"),
    [
        ("Lý Văn Đang", ("Lý Văn Đang",), None),
        ("Tin, ảnh: Q.T", ("Q.T",), None),
        ("Bài, ảnh: An Nhiên - Hà My", ("An Nhiên", "Hà My"), None),
        ("Bài: An Nhiên; Ảnh: Hà My", ("An Nhiên",), None),
        ("Bài: An Nhiên - Ảnh: Hà My", ("An Nhiên",), None),
        ("Penulis: Dewi Lestari", ("Dewi Lestari",), None),
        ("Penulis: Dewi Lestari | Editor: Budi", ("Dewi Lestari",), None),
        ("Von Ida Moor und Max Orth", ("Ida Moor", "Max Orth"), None),
        ("Von Ida Moor | 3. Mai 2024, 9:15 Uhr", ("Ida Moor",), None),
        ("Trần Kha/Báo Đồng Rạng", ("Trần Kha",), "Báo Đồng Rạng"),
        ("Ida Moor, dpa", ("Ida Moor",), "dpa"),
        ("An Nhiên (TTXVN)", ("An Nhiên",), "TTXVN"),
        ("An Nhiên (tổng hợp)", ("An Nhiên",), None),
        ("Theo TTXVN", (), "TTXVN"),
        ("Theo Đồng Rạng", (), "Đồng Rạng"),
        ("Nguồn: Đồng Rạng", (), "Đồng Rạng"),
        ("Theo Müller", ("Theo Müller",), None),
        ("Redaktion Lokales", ("Redaktion Lokales",), None),
        ("Bút danh", (), None),
        ("vuonnhatv", (), None),
        ("ida.moor@waldbote.test", (), None),
        ("https://waldbote.test/autor/7", (), None),
        ("Waldbote", (), None),
        ("Von", (), None),
        ("", (), None),
        ("Ba\u0300i: An Nhie\u0302n", ("An Nhiên",), None),
    ],
)
def test_a_byline_names_authors_and_a_source(text, authors, source):
    assert read_byline(text, site_of()) == (authors, source)


@pytest.mark.parametrize(
    "text",
    ["Tin, ảnh: Q.T", "Von Ida Moor", "By Ida Moor | 3 May", "Theo TTXVN", "Foto: Max Orth"],
)
def test_a_byline_is_known(text):
    assert is_byline(text)


@pytest.mark.parametrize(
    "text",
    [
        "Von wegen ruhiger Sommer!",
        "Theo ban quản lý, chợ sẽ mở cửa lúc năm giờ sáng.",
        "Theo kế hoạch, cầu xong trước Tết",
        "By the time it rained, all had gone home.",
        "Lý Văn Đang",
    ],
)
def test_a_sentence_is_no_byline(text):
    assert not is_byline(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lý Văn Đang", True),
        ("An Nhiên - TTXVN", True),
        ("Ida von Moor", True),
        ("Ein Fest", True),
        ("Chợ họp lại", False),
        ("Waldbote", False),
        ("Ida Moor.", False),
        ("Wer War Das?", False),
        ("Ende", False),
    ],
)
def test_names_alone_are_known_by_their_capitals(text, expected):
    assert is_names(text) is expected
