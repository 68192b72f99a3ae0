from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from lxml.html import fragment_fromstring

from newsbot.extract.when.dateline import DateReader, is_dateline

NOW = datetime(2026, 11, 22, 14, tzinfo=UTC)


@pytest.fixture
def reader():
    return DateReader(ZoneInfo("Asia/Ho_Chi_Minh"), NOW)


def test_without_a_clock_a_date_to_come_is_as_good_as_others():
    reader = DateReader(None, None)
    assert reader.read("24/11/2099").day == date(2099, 11, 24)
    assert not reader.is_clock(reader.read("24/11/2099 10:00 GMT"))


def test_without_a_clock_no_age_is_read():
    assert DateReader(None, None).read("2 giờ trước") is None


def test_a_date_to_come_is_none(reader):
    assert reader.read("24/11/2026 10:00") is None


def test_a_date_of_tomorrow_may_be_another_zone_s_today(reader):
    assert reader.read("23/11/2026 01:00") is not None


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("21/11/2023 09:28", [""]),
        ("Thu Nhàn • 21/11/2023 09:28", ["Thu Nhàn • "]),
        ("Đăng: 21/11/2023 | Cập nhật: 22/11/2023", ["Đăng: ", " | Cập nhật: "]),
        ("Ngày 21/11/2023, ông Lê Văn Ba nói rằng cây cầu mới sẽ thông xe trước Tết.", []),
        ("Không có ngày", []),
    ],
    ids=["date", "author", "two", "sentence", "none"],
)
def test_a_line_of_dates_says_little_else(reader, line, before):
    assert [words for _, words in reader.in_line(line)] == before


@pytest.mark.parametrize(
    ("html", "iso"),
    [
        ("<time datetime='2024-05-03T09:15:00+07:00'>gestern</time>", "2024-05-03T09:15:00+07:00"),
        ("<meta content='2024-05-03 09:15'>", "2024-05-03T09:15:00+07:00"),
        ("<time rel='1790839781'> 14:29 | 01/10/2026 </time>", "2026-10-01T14:29:41+07:00"),
        ("<span data-time='1790839781'>vừa xong</span>", "2026-10-01T14:29:41+07:00"),
        ("<time datetime=''>03/05/2024 09:15</time>", "2024-05-03T09:15:00+07:00"),
        ("<time rel='9999999999'>03/05/2024 09:15</time>", "2024-05-03T09:15:00+07:00"),
    ],
    ids=["datetime", "content", "rel", "epoch", "text", "no epoch"],
)
def test_an_element_gives_its_date_to_machines_first(reader, html, iso):
    assert reader.of_element(fragment_fromstring(html)).instant.isoformat() == iso


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("22/11/2026 21:05", True),
        ("22/11/2026", True),
        ("22/11/2026 09:00", False),
        ("21/11/2026", False),
    ],
    ids=["now", "today", "this morning", "yesterday"],
)
def test_the_time_of_the_fetch_may_be_a_clock(reader, text, clock):
    assert reader.is_clock(reader.read(text)) is clock


@pytest.mark.parametrize(
    ("text", "of_now"),
    [
        ("22/11/2026 21:05", True),
        ("2 giờ trước", True),
        ("5 phút trước", True),
        ("22/11/2026", False),
        ("22/11/2026 09:00", False),
    ],
    ids=["clock", "hours ago", "minutes ago", "day", "this morning"],
)
def test_what_another_fetch_would_show_otherwise_is_of_now(reader, text, of_now):
    assert reader.is_of_now(reader.read(text)) is of_now


def test_a_line_is_cut_into_its_dates_and_the_words_around_them(reader):
    dates, rest = reader.cut("Đăng: 21/11/2023 | Cập nhật: 30/11/2026 giờ Hà Nội")
    assert [said for _, said in dates] + [rest] == ["Đăng: ", " | Cập nhật: ", " giờ Hà Nội"]


def test_a_long_line_and_one_without_figures_have_no_dates(reader):
    for text in ("Không có ngày", f"21/11/2023 {'và ' * 60}"):
        assert reader.cut(text) == ([], text)


@pytest.mark.parametrize("text", ["Senin, 20 Mei 2024 | 16.30 WIB Penulis: Dewi", "vor 3 Stunden"])
def test_a_line_of_dates_is_known_without_a_zone_and_a_clock(text):
    assert is_dateline(text)
