from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsbot.extract.when.dateline import DateReader
from newsbot.extract.when.nearby import printed_dates
from tests.extract.layouts import layout_of

# Sunday, 21:00 in Vietnam.
READER = DateReader(ZoneInfo("Asia/Ho_Chi_Minh"), datetime(2026, 11, 22, 14, tzinfo=UTC))
TEXT = "<p>Một đoạn văn đủ dài để được coi là phần thân của bài báo này.</p>" * 2
HREF = "/van-hoa/ghe-ngo-ve-ben-4711.html"
TITLE = f"<a href='{HREF}'>Ghe ngo về bến giữa mùa nước nổi</a>"


def days(above="", between="", behind=""):
    layout = layout_of(f"{above}<h1>Chợ nổi</h1>{between}<div>{TEXT}</div>{behind}", {})
    return [(moment.day.isoformat(), before) for moment, before in printed_dates(layout, READER)]


@pytest.mark.parametrize(
    "line",
    [
        *("Lý Văn Đang 03/05/2024 09:15", "Thời sự - 03/05/2024", "Thời sự 03/05/2024 09:15"),
        *("Ngày: 03/05/2024", "(Ngày đăng: 03/05/2024)", "Bến Tre, ngày 3 tháng 5 năm 2024"),
        *("Đăng bởi Lý Văn Đang ngày 03/05/2024", "Nguồn: TTXVN, ngày 03/05/2024"),
        *("Tác giả: Lý Văn Đang | Ngày đăng: 03/05/2024 | Lượt xem: 356", "Theo TTXVN 03/05/2024"),
        *("By Ida Moor, Staff Writer May 3, 2024", "Posted by Ida Moor on May 3, 2024"),
        *(
            "3 min read May 3, 2024",
            "By staff reporter May 3, 2024",
            "Ida Moor and Tim Au, 3 May 2024.",
        ),
        *("Von Ida Moor, veröffentlicht am 03.05.2024", "Bad Tann, 3. Mai 2024", "dpa 03.05.2024"),
        *("Von Ida Moor und Jörg Klee-Altenstein | Stand: 03.05.2024, 17:23 Uhr",),
        *("Publié par la rédaction le 3 mai 2024", "Redazione 3 maggio 2024"),
        *("3 Maggio 2024 alle 18:07 2 minuti di lettura", "Mo, 3. Mai 2024 in Lokales"),
        *("3 мая 2024, 10:20 (МСК) Текст: Ида Мур Фото: Ян Клее 👁 312", "时间：2024-05-03"),
        *("来源：新华网 2024-05-03 10:00", "입력 2024.05.03 10:00", "Giriş: 03.05.2024"),
    ],
)
def test_a_date_line_names_author_section_and_place(line):
    assert [day for day, _ in days(between=f"<p>{line}</p>")] == ["2024-05-03"]


@pytest.mark.parametrize(
    "line",
    [
        *("Hội thi khai mạc lúc 8 giờ ngày 03/05/2024.", "Sáng 03/05/2024, hội thi khai mạc."),
        *("Thời gian: 8h00 ngày 03/05/2024", "Hạn nộp hồ sơ: 03/05/2024", "Ngày thi: 03/05/2024"),
        *(
            "Xem theo ngày: 03/05/2024",
            "Lần xem gần nhất: 03/05/2024 08:00",
            "Khai mạc ngày 3/5/2024",
        ),
        *(
            "Số 4512 ra ngày 03/05/2024",
            "Thời gian đăng ký: 03/05/2024",
            "Ảnh chụp ngày 03/05/2024",
        ),
        *("Doors open at 7pm on May 3, 2024", "Deadline: May 3, 2024", "When: May 3, 2024, 7pm"),
        *("Das Fest beginnt am 03.05.2024.", "Einsendeschluss: 03.05.2024", "Termin: 03.05.2024"),
        *(
            "Le festival ouvre le 3 mai 2024",
            "Batas waktu: 3 Mei 2024",
            "Выставка откроется 3.05.2024.",
        ),
        *("报名截止：2024-05-03", "活动时间：2024-05-03", "開催日：2024年5月3日"),
    ],
)
def test_a_date_of_an_event_or_behind_an_unknown_label_is_not_the_article_s(line):
    assert days(between=f"<p>{line}</p>") == []
    assert days(behind=f"<p>{line}</p>") == []


def test_a_date_of_a_change_is_told_by_the_words_before_it():
    assert days(between="<p>Cập nhật: 03/05/2024</p>") == [("2024-05-03", "Cập nhật: ")]


@pytest.mark.parametrize(
    "clock",
    [
        *("Thứ Sáu, 20/11/2026", "Thứ Bảy, 21/11/2026 14:32", "Bến Tre 28°C | Thứ Bảy, 21/11/2026"),
        "<time>21/11/2026 14:00</time>",
    ],
)
def test_the_clock_of_a_cached_page_is_not_the_article_s(clock):
    assert days(above=f"<div>{clock}</div>") == []


@pytest.mark.parametrize(
    "above",
    [
        "<p>Đăng lúc 21/11/2026 14:32</p>",
        "<p>18/11/2026</p>",
    ],
    ids=["said to be published", "older"],
)
def test_a_date_above_the_headline_is_the_article_s_if_it_is_no_clock(above):
    assert len(days(above=above)) == 1


def test_a_date_of_yesterday_in_the_headline_s_own_part_is_the_article_s():
    html = (
        f"<nav>Trang chủ</nav><div><p>21/11/2026 14:32</p><h1>Chợ nổi</h1></div><div>{TEXT}</div>"
    )

    assert len(printed_dates(layout_of(html, {}), READER)) == 1


@pytest.mark.parametrize(
    "card",
    [
        f"<div>{TITLE}<time datetime='2024-05-03'>03/05</time></div>",
        f"<div><h3>{TITLE}</h3><time datetime='2024-05-03'>03/05</time></div>",
        f"<div><p>03/05/2024</p><h3>{TITLE}</h3></div>",
    ],
    ids=["one line", "title first", "date first"],
)
def test_a_date_beside_the_title_of_another_article_is_that_one_s(card):
    assert days(between=card) == []
    assert days(behind=card) == []


@pytest.mark.parametrize(
    "comment",
    [
        "<div><b>Bạn đọc Nam</b> - 03/05/2024 08:00<p>Hay quá, mong được đọc tiếp.</p></div>",
        "<div><p>Hay quá, mong được đọc tiếp.</p><p>03/05/2024 08:00</p></div>",
    ],
    ids=["above", "below"],
)
def test_a_date_of_a_reader_s_comment_is_not_the_article_s(comment):
    assert days(behind=comment) == []


def test_a_date_with_the_author_behind_the_text_is_the_article_s():
    assert days(behind="<div><p>03/05/2024</p><p>Tin, ảnh: Lý Văn Đang</p></div>")


def test_a_linked_author_beside_the_date_is_no_other_article():
    author = "<a href='/tac-gia/ida'>View all posts by Ida Moor</a>"

    assert len(days(between=f"<div><p>{author}</p><p>03/05/2024</p></div>")) == 1


def test_a_link_to_a_broken_address_is_no_other_article():
    assert (
        len(days(between="<div><a href='//['>Một liên kết hỏng ở đây</a><p>03/05/2024</p></div>"))
        == 1
    )
