from __future__ import annotations

import pytest

from newsbot.extract.credits.bylines import find_bylines
from tests.extract.columns import column_of

TEXT = "<p>Ein Absatz, der lang genug ist.</p><p>Und noch einer, der länger ist.</p>"
LONG = f"<p>{'Ein Absatz, der lang genug ist. ' * 5}</p>"


def bylines_of(html):
    return [piece.line.text for piece in find_bylines(column_of(html))]


@pytest.mark.parametrize(
    "html",
    [
        f"{TEXT}<p style='text-align: right;'><b>Moor</b></p>",
        f"{TEXT}<p align='right'>Moor</p>",
        f"{TEXT}<p class='author'>Moor</p>",
        f"<p>Von Ida Moor</p>{TEXT}",
        f"{TEXT}<p>Ida Moor</p>",
        f"{TEXT}<p>Text: Moor</p>",
        f"<p class='meta'>Von Ida Moor | 3. Mai 2024</p>{TEXT}",
        f"<p>{'Ein einziger Absatz. ' * 4}</p><p>Ida Moor</p>",
    ],
    ids=["right", "align", "class", "head", "tail", "label", "with date", "one paragraph"],
)
def test_a_byline_is_found_by_class_label_or_place(html):
    (byline,) = bylines_of(html)
    assert "Moor" in byline


@pytest.mark.parametrize(
    "html",
    [
        f"{TEXT}<h3>Ida Moor</h3>",
        f"{TEXT}<ul><li>Ida Moor</li></ul>",
        f"{TEXT}<p>Ende gut.</p>",
        f"<p>Ida Moor</p>{TEXT}",
        f"{TEXT}<p align='right'>{'Ein langer Satz am rechten Rand. ' * 4}</p>",
    ],
    ids=["heading", "item", "sentence", "name at the head", "long"],
)
def test_what_is_text_is_no_byline(html):
    assert bylines_of(html) == []


def test_the_heading_of_a_box_is_no_byline():
    assert bylines_of(f"{TEXT}<div>İLGİLİ HABERLER</div>") == []


def test_tools_behind_the_authors_name_do_not_hide_it():
    tools = "<p>Từ khóa: chợ nổi</p><p>Bản in | Gửi email</p><p>Bình luận (3)</p>"
    column = column_of(f"<main><p>Chợ họp lại từ sáng sớm.</p><p>Lý Văn Đang</p>{tools}</main>")
    assert [piece.line.text for piece in find_bylines(column)] == ["Lý Văn Đang"]


def test_a_name_alone_at_the_head_is_a_byline_if_it_is_stated():
    column = column_of(f"<p>Ida Moor</p>{TEXT}")
    assert [p.line.text for p in find_bylines(column, {"ida moor"})] == ["Ida Moor"]


def test_a_name_behind_a_lone_label_is_a_byline():
    column = column_of(f"<p class='meta'>Author: </p><p class='meta'>Ida Moor</p>{TEXT}")
    assert [piece.line.text for piece in find_bylines(column)] == ["Author:", "Ida Moor"]


@pytest.mark.parametrize("line", ["(imo)", "(dpa/lsw)", "sda/imo", "WB-Redaktion"])
def test_a_signature_is_a_byline(line):
    assert bylines_of(f"{TEXT}<p>{line}</p><p>{LONG}</p>") == [line]


def test_people_with_an_agency_are_a_byline_at_the_head():
    assert bylines_of(f"<div>Ana Mar / EFE</div>{TEXT}") == ["Ana Mar / EFE"]
    assert bylines_of(f"<div>New York, AFP</div>{LONG}") == ["New York, AFP"]


@pytest.mark.parametrize("line", ["Redactie Regio 3 mei 2024, 14:02", "Ana Mar, ČTK | 3. 5. 2024"])
def test_a_desk_or_an_agency_beside_a_date_is_a_byline(line):
    assert bylines_of(f"<p>{line}</p>{TEXT}") == [line]


@pytest.mark.parametrize("line", ["Hà Nội, ngày 3 tháng 5 năm 2024", "An Lộc, tháng 5/2024"])
def test_the_place_and_the_day_of_a_letter_are_no_byline(line):
    assert bylines_of(f"{TEXT}<p align='right'>Lý Văn Đang</p><p align='right'>{line}</p>") == [
        "Lý Văn Đang"
    ]


def test_dotted_initials_sign_a_text():
    assert bylines_of(f"{TEXT}<p>T.T - H.N</p>") == ["T.T - H.N"]
