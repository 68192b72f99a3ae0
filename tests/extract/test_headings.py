from __future__ import annotations

import pytest

from newsbot.extract.headings import is_heading


@pytest.mark.parametrize(
    "text",
    [
        *("Tin cùng chuyên mục", "CÙNG CHUYÊN MỤC:", "Đọc thêm Kinh tế", "» Tin liên quan"),
        *("Berita Terkait", "Mehr zum Thema", "Mehr aus Lübeck", "Related Articles"),
        *("À lire aussi", "関連記事", "Tin cu\u0300ng chuye\u0302n mu\u0323c"),
    ],
)
def test_a_heading_over_related_news_is_known(text):
    assert is_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Đọc nhiều", "Có thể bạn quan tâm", "Meistgelesen", "Most Read", "Auch interessant", ""),
        *("Mehr", "Tin cùng chuyên mục là những tin được chọn từ cùng một chuyên mục của báo"),
    ],
)
def test_a_heading_over_popular_news_is_none_of_them(text):
    assert not is_heading(text)
