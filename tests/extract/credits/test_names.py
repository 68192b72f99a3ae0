from __future__ import annotations

import pytest

from newsbot.extract.credits.names import (
    is_caseless,
    is_desk,
    is_initials,
    is_nobody,
    is_role,
    is_titled,
    looks_like_name,
    looks_like_person,
    without_role,
    without_title,
)


@pytest.mark.parametrize(
    "name",
    [
        *("vuonnhatv", "ida.moor", "ida.moor@waldbote.test", "https://waldbote.test/autor/7"),
        *(
            "Bút danh",
            "Author",
            "Admin",
            "View author archive",
            "Twitter",
            "2 Kommentare",
            "7",
            "–",
        ),
        *("Über Ida Moor", "More from Ida Moor", "Tann Media for Waldbote.test", "Tann.com", "A"),
        "Ein Satz, der kein Ende nimmt und niemals der Name eines Menschen ist",
    ],
)
def test_a_login_an_address_or_a_tool_is_nobody(name):
    assert is_nobody(name)


@pytest.mark.parametrize(
    "name",
    ["Ida Moor", "Q.T", "T.Anh", "BR7 Redaktion", "9Tann", "Anh", "林小树", "O'Moor", "H.M."],
)
def test_a_name_is_somebody(name):
    assert not is_nobody(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ida Moor Redakteurin", "Ida Moor"),
        ("Ida Moor Deputy Content Editor", "Ida Moor"),
        ("Ida Moor - Chefreporterin", "Ida Moor"),
        ("Reporter Max Orth", "Max Orth"),
        ("Phóng viên Lý Văn Đang", "Lý Văn Đang"),
        ("Ида Мур корреспондент", "Ида Мур"),
        ("Dr. Ida Moor", "Dr. Ida Moor"),
        ("Ida Editor", "Ida Editor"),
        ("Gear Team", "Gear Team"),
        ("Redaktion Sport", "Redaktion Sport"),
    ],
)
def test_a_role_is_taken_off_a_whole_name(name, expected):
    assert without_role(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("홍길순 기자", "홍길순"),
        ("김한별 특파원", "김한별"),
        ("本报记者 林小树", "林小树"),
        ("林小樹記者", "林小樹"),
        ("記者", "記者"),
        ("Ida Moor", "Ida Moor"),
    ],
)
def test_a_title_of_the_east_is_taken_off(name, expected):
    assert without_title(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("홍길순 기자", True),
        ("本报记者 林小树 王小河", True),
        ("林小樹記者", True),
        ("记者走进村庄", False),
        ("홍길순", False),
        ("Ida Moor", False),
    ],
)
def test_names_with_a_title_alone_are_known(text, expected):
    assert is_titled(text) is expected


@pytest.mark.parametrize("part", ["Staff Writer", "AP Auto Writer", "Redakteurin", "PhD", "MS"])
def test_a_role_is_known(part):
    assert is_role(part)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Redaktion Lokales", True),
        ("WB-Redaktion", True),
        ("Waldbote Newsroom", True),
        ("Ban biên tập", True),
        ("Nhóm phóng viên", True),
        ("編集部", True),
        ("Staff Writer", False),
        ("Ida Moor", False),
    ],
)
def test_a_desk_is_told_from_a_role(name, expected):
    assert is_desk(name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Moor", True),
        ("Ida von der Moor-Lenz", True),
        ("Siti binti Ahmad", True),
        ("Jean-Luc d'Orme", True),
        ("Nguyễn Thị Hồng Lam", True),
        ("Ida", False),
        ("Ein Anfang ist gemacht", False),
        ("Ida Moor.", False),
        ("Ida 7 Moor", False),
        ("Wer War Das?", False),
    ],
)
def test_a_person_has_two_words_or_more_with_capitals(text, expected):
    assert looks_like_person(text) is expected


def test_agencies_and_desks_look_like_names():
    texts = ("dpa", "WB-Redaktion", "Waldbote")
    assert [looks_like_name(text) for text in texts] == [True, True, False]


def test_initials_are_short():
    texts = ("imo", "Q.T", "H.M.", "Moore", "x")
    assert [is_initials(text) for text in texts] == [True, True, True, False, False]


def test_letters_without_capitals_are_known():
    assert [is_caseless(text) for text in ("林小樹", "हिन्दी", "Ida")] == [True, True, False]
