from __future__ import annotations

import pytest

from newsbot.extract.counters import cut_counters, is_counter, without_counters


@pytest.mark.parametrize(
    "text",
    [
        *("1.234 lượt xem", "Lượt xem: 1.234", "12 lượt thích, 3 bình luận", "Đã xem: 1.234"),
        *("Thích 12 Chia sẻ 3", "Bài viết đã được xem 1.234 lần", "1,2 nghìn lượt đọc"),
        *("Chưa có bình luận", "Thời gian đọc: 3 phút", "Có 3 bình luận", "Bình luận (0)"),
        *("2,310 views", "1.2K views", "3 min read", "12 likes and 3 comments", "1 comment"),
        *("This article has been read 1,234 times.", "12 people like this", "Hits: 1204"),
        *("Dibaca 1.204 kali", "1,2 rb tayangan", "3 menit baca", "Belum ada komentar"),
        *("Gelesen: 1.204-mal", "1.204 mal gelesen", "1,2 Tsd. Aufrufe", "Lesezeit: 3 Minuten"),
        *("Noch keine Kommentare", "Dieser Artikel wurde 1.204 Mal gelesen", "3 Min. Lesezeit"),
        *("1 204 vues", "Lu 1 204 fois", "2 min de lecture", "3 comentarios", "Visitas: 1.204"),
        *("1.204 visualizações", "5 minuti di lettura", "1.204 keer gelezen", "3 reacties"),
        *("Przeczytano 1204 razy", "1 204 zobrazení", "1 204 visningar", "1.204 kez okundu"),
        *("Просмотров: 1204", "1 204 просмотра", "3 хв читання", "1204次浏览", "阅读：1204"),
        *("閲覧数 1,204", "조회 1,204", "👁 1.234", "❤️ 12 💬 3", "Bình luận (3) 1.234 lượt xem"),
    ],
)
def test_a_line_of_counters_is_known(text):
    assert is_counter(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Video đạt 1.234 lượt xem sau một ngày.", "12 lượt thích cho bài thơ", "Đọc 3 cuốn sách"),
        *("Das Video hat 2.310 Aufrufe.", "12 Kommentare zur Lage", "Kommentar 1", "No comment."),
        *("Hits 2024", "Zuschauer: 12.000", "1.234 Besucher", "1.204 Stimmen", "1.234", "★", ""),
        f"{'Am Ende stand es fest: ' * 5} 2.310 Aufrufe",
    ],
)
def test_what_says_more_than_that_is_no_counter(text):
    assert not is_counter(text)


def test_the_words_beside_counters_are_left():
    assert cut_counters("Chia sẻ | 12 lượt xem: Một đêm") == "chia se mot dem"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Thu Hạ | 1.234 lượt xem", "Thu Hạ"),
        ("02/10/2026 18:38 • 3 min read • 12 comments", "02/10/2026 18:38"),
        ("Ida Moor – Lüne – 1.204 Aufrufe", "Ida Moor | Lüne"),
        ("1.234 lượt xem", "1.234 lượt xem"),
        ("Sông Hậu – dòng sông 1.234 lượt xem", "Sông Hậu – dòng sông 1.234 lượt xem"),
        ("Ida Moor – Lüne", "Ida Moor – Lüne"),
    ],
    ids=["author", "date", "dashes", "nothing else", "within", "none"],
)
def test_a_counter_that_strokes_set_off_is_taken_away(text, rest):
    assert without_counters(text) == rest
