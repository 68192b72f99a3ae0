from __future__ import annotations

import pytest

from newsbot.extract.furniture import is_furniture
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
        f"<p>{'QUJD' * 30}</p>",
    ],
    ids=[
        *("read also", "read also in words", "link", "label alone", "heading", "share", "font"),
        *("tools", "count", "share on", "keywords", "linked keywords"),
        *("follow", "copyright", "imprint", "ornaments", "cipher"),
    ],
)
def test_what_is_no_text_is_known(html):
    assert is_furniture(line_of(html))


@pytest.mark.parametrize(
    "html",
    [
        "<p>Der <a href='/x'>Gemeinderat</a> tagt am Montag.</p>",
        "<p>Related Gruppen treffen sich im Pfarrhaus.</p>",
        "<p>Share Economy</p>",
        "<p>Teilen: So geht es richtig</p>",
        "<p>Tags darauf hieß es: Das Fest fällt aus.</p>",
        "<p>QUỐC HỘI</p>",
        f"<p>Lesen Sie auch: {'sehr langer Satz ' * 20}</p>",
    ],
    ids=[
        "link within",
        "word within",
        "words",
        "word before a colon",
        "next day",
        "capitals",
        "long",
    ],
)
def test_text_is_text(html):
    assert not is_furniture(line_of(html))
