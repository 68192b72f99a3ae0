from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsbot.dates import read_date
from newsbot.extract.found import Found
from newsbot.extract.when.dateline import DateReader
from newsbot.extract.when.published import Dates
from newsbot.extract.when.stamps import find_stamps
from tests.extract.columns import column_of

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
READER = DateReader(ZONE, datetime(2026, 10, 2, 11, 40, tzinfo=UTC))
# Published days before the fetch.
DATES = Dates(Found(read_date("28/09/2026 09:15", zone=ZONE), "json-ld"), None)


def stamps_of(text, dates=DATES, reader=READER):
    column = column_of(f"<p>Ein Satz.</p><p>{text}</p>")
    return [piece.line.text for piece in find_stamps(column, dates, reader)]


@pytest.mark.parametrize(
    "text",
    [
        *("Thứ 6, 02/10/2026 18:38", "Thứ Sáu, ngày 02/10/2026 | 18:38:05 (GMT+7)"),
        *("18h38, ngày 02/10/2026", "Freitag, 2. Oktober 2026, 18:38 Uhr"),
        *("Friday, October 2, 2026 6:38 PM", "Jumat, 2 Oktober 2026 18:38 WIB"),
        *("Hôm nay, 02/10/2026", "Bây giờ là 18:38 02/10/2026", "Today is October 2, 2026"),
        *("2 giờ trước", "Cập nhật 5 phút trước", "vor 3 Stunden", "Gestern, 18:38 Uhr"),
    ],
)
def test_the_time_of_the_fetch_is_no_text(text):
    assert stamps_of(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "28/09/2026 09:15",
            "Cập nhật: 29/09/2026 10:00",
            "Đăng: 28/09 /2026",
            "Posted on 9/28/26",
        ),
        *("Veröffentlicht am 28.09.2026 | Aktualisiert am 29.09.2026", "Publié le 28/09/2026"),
    ],
)
def test_the_time_of_the_article_is_no_text(text):
    assert stamps_of(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        *("Freitag, 9. Oktober 2026, 19:30 Uhr", "02/10/2026", "28/09/2026", "Ein Satz am 2.10.26"),
        *("Thứ 6, 02/10/2026 18:38, cầu mới thông xe.", "Beginn: 02.10.2026 18:38 Uhr", "18:38"),
    ],
    ids=["event", "today", "day of the article", "sentence", "more behind", "label", "time"],
)
def test_another_line_with_a_time_is_text(text):
    assert stamps_of(text) == []


def test_of_an_article_without_a_date_any_time_alone_is_its_own():
    assert stamps_of("27/09/2026 08:00") == []
    assert stamps_of("27/09/2026 08:00", Dates(None, None)) == ["27/09/2026 08:00"]


def test_an_article_just_out_reads_as_it_will_later():
    text = "02/10/2026 18:35"
    dates = Dates(Found(read_date(text, zone=ZONE), "json-ld"), None)
    later = DateReader(ZONE, datetime(2026, 10, 9, 3, tzinfo=UTC))

    assert stamps_of(text, dates) == stamps_of(text, dates, later) == [text]


def test_of_a_site_without_zone_no_time_is_that_of_the_fetch():
    assert stamps_of("02/10/2026 18:38", reader=DateReader(None, READER.now)) == []


def test_a_date_line_with_the_time_it_takes_to_read_is_no_text():
    line = "28 settembre 2026 alle 09:15 2 minuti di lettura"

    assert stamps_of(line) == [line]
    assert stamps_of(line, reader=DateReader(None, READER.now)) == [line]
