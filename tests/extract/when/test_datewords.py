from __future__ import annotations

import pytest

from newsbot.extract.when.datewords import is_change, is_date, is_publication, without_preposition


@pytest.mark.parametrize("before", ["Cập nhật lúc ", "Akt.: ", "Updated", "Ngày cập nhật: "])
def test_words_of_a_change(before):
    assert is_change(before)


@pytest.mark.parametrize(
    "before",
    [
        *(
            "Đăng bởi Lý Văn Đang ",
            "Xuất bản: ",
            "Posted by Ida Moor on ",
            "Von Ida publiziert am ",
        ),
        *("Publié par la rédaction le ", "Publicado el ", "Опубликовано: ", "发布时间：", "입력 "),
        *("Data di pubblicazione: ", "Diterbitkan ", "Yayınlanma: ", "公開日："),
    ],
)
def test_words_of_a_publication(before):
    assert is_publication(before)


@pytest.mark.parametrize(
    "before", ["Đăng ký: ", "Hạn nộp hồ sơ: ", "Thời gian: ", "Einsendeschluss: ", "Deadline: ", ""]
)
def test_words_of_an_event_are_none_of_a_publication(before):
    assert not is_publication(before)


@pytest.mark.parametrize(
    ("label", "plain"),
    [("Ngày", True), ("Datum", True), ("Stand", True), ("Ngày thi", False), ("Event date", False)],
)
def test_a_plain_label_says_only_that_a_date_follows(label, plain):
    assert is_date(label) is plain


@pytest.mark.parametrize(
    ("before", "bare"),
    [
        ("diễn ra vào ngày ", "diễn ra"),
        ("Das Fest beginnt am ", "Das Fest beginnt"),
        ("Ngày ", ""),
        ("Ida Moor ", "Ida Moor"),
        ("Programm ", "Programm"),
    ],
)
def test_what_leads_to_a_date_is_cut(before, bare):
    assert without_preposition(before) == bare
