from __future__ import annotations

import pytest

from newsbot.extract.furniture import is_furniture, leads_elsewhere
from newsbot.extract.lines import read_lines
from newsbot.extract.tree import read_tree


def line_of(html):
    return next(line for line in read_lines(read_tree(html)) if line.text)


@pytest.mark.parametrize(
    "html",
    [
        "<p><b>Baca juga: <a href='/x'>Panen raya di Rawa</a></b></p>",
        "<p>Đọc thêm: Chợ nổi họp lại</p>",
        "<p><a href='/x'>Ein Verweis auf einen anderen Artikel</a></p>",
        "<p><a href='/x'>Kühe auf der A 7</a> (3. Mai 2024, 9:15 Uhr)</p>",
        "<p>Lesen Sie auch</p>",
        "<p>Tin liên quan</p>",
        "<p>Teilen</p>",
        "<p>A- A A+</p>",
        "<p>Bản in | Gửi email</p>",
        "<p>Bình luận (3)</p>",
        "<p>Teilen: Facebook Twitter</p>",
        "<p>Từ khóa: nông thôn mới</p>",
        "<p>Schlagwörter: <a href='/s'>See</a>, Fest</p>",
        "<p>Theo dõi Báo Đồng Rạng trên Google News</p>",
        "<p>© 2026 Waldbote, all rights reserved</p>",
        "<p>Tổng biên tập: Lý Văn Đang</p>",
        "<p>★ ★ ★</p>",
        "<p>1.234 lượt xem</p>",
        "<p>Chia sẻ | 12 lượt thích | In bài viết</p>",
        "<p>Bình luận (3) 1.234 lượt xem</p>",
        "<p>Views (12)</p>",
        "<h4>Tin mới nhất</h4>",
        "<div>Auch interessant</div>",
        f"<p>{'QUJD' * 30}</p>",
        "<p>Read more</p>",
        "<p>Article continues below</p>",
        "<p>Follow the Waldbote on WhatsApp</p>",
        "<p>(Reporting by Ida Moor)</p>",
    ],
    ids=[
        *("read also", "read also in words", "link", "link with its time"),
        *("label alone", "heading", "share", "font"),
        *("tools", "count", "share on", "keywords", "linked keywords"),
        *("follow", "copyright", "imprint", "ornaments", "counter", "counter among tools"),
        *("counts", "count of a counter", "popular", "also interesting", "cipher"),
        *("bare label", "going on", "appeal", "credit"),
    ],
)
def test_what_is_no_text_is_known(html):
    assert is_furniture(line_of(html))


@pytest.mark.parametrize(
    "html",
    [
        "<p>Der <a href='/x'>Gemeinderat</a> tagt am Montag.</p>",
        "<p><a href='/x'>Der Gemeinderat</a> tagt am 3. Mai 2024.</p>",
        "<p>Related Gruppen treffen sich im Pfarrhaus.</p>",
        f"<p>Related costs rose {'again and ' * 15}<a href='/x'>again</a>.</p>",
        f"<p>Related costs rose {'again and ' * 6}again: it is a burden.</p>",
        "<p>Share Economy</p>",
        "<p>Teilen: So geht es richtig</p>",
        "<p>Tags darauf hieß es: Das Fest fällt aus.</p>",
        "<p>QUỐC HỘI</p>",
        "<p>Video đạt 1.234 lượt xem sau một ngày.</p>",
        "<p>Đọc nhiều sách giúp trẻ lớn khôn</p>",
        f"<p>Lesen Sie auch: {'sehr langer Satz ' * 20}</p>",
    ],
    ids=[
        "link within",
        "link and date within",
        "word and link within",
        "word and late colon within",
        "word within",
        "words",
        "word before a colon",
        "next day",
        "capitals",
        "counter within",
        "popular words within",
        "long",
    ],
)
def test_text_is_text(html):
    assert not is_furniture(line_of(html))


@pytest.mark.parametrize(
    "html",
    [
        *("<p>Halaman: 1 <a>2</a> Selengkapnya</p>", "<p>Trang: <b>1</b> <a>2</a> <a>3</a></p>"),
        *(
            "<p>Nghe bài viết 0:00/3:12 Giọng nữ</p>",
            "<p>00:00 / 12:40</p>",
            "<p>Nghe bài viết</p>",
        ),
        *("<p>Нашли ошибку? Выделите её и нажмите Ctrl+Enter</p>", "<p>ida@waldbote.test</p>"),
        *("<p>Más información: <a>El río baja</a></p>", "<p>上一篇：<a>夏粮收购开始</a></p>"),
        *("<p>[打印本页] [关闭窗口]</p>", "<p>- <a>Der See ist wieder voll</a> (10/01)</p>"),
    ],
)
def test_a_page_number_a_player_or_a_link_to_details_is_furniture(html):
    (line,) = read_lines(read_tree(html))
    assert is_furniture(line)


@pytest.mark.parametrize(
    "html",
    [
        *("<p>Halaman 1 hilang.</p>", "<p>Más información: <a>www.waldbote.test</a></p>"),
        *("<p>Más información: 900 123</p>", "<p>Schreiben Sie an ida@waldbote.test</p>"),
        *("<p>Das Spiel begann um 20:00 und endete 3:12.</p>", "<p>Gilt ab 00:00 15/10/2025</p>"),
    ],
)
def test_a_page_an_address_or_a_score_in_the_text_is_no_furniture(html):
    (line,) = read_lines(read_tree(html))
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("html", "leads"),
    [
        ("<p>&gt;&gt; <a href='/x'>Kühe auf der A 7</a></p>", True),
        ("<p>👉 <a href='/x'>Kühe auf der A 7</a></p>", True),
        ("<p>Siehe auch: <a href='/x'>Kühe auf der A 7</a></p>", True),
        ("<p>Siehe auch: Kühe auf der A 7</p>", False),
        ("<p><a href='/x'>Kühe auf der A 7</a></p>", False),
        ("<p>Zum Thema: Der Rat sprach lange über <a href='/x'>Kühe</a>.</p>", False),
    ],
)
def test_a_line_leads_elsewhere_that_says_so_and_links(html, leads):
    assert leads_elsewhere(line_of(html)) is leads
