from __future__ import annotations

import pytest

from newsbot.extract.others.headings import is_heading, is_popular_heading


@pytest.mark.parametrize(
    "text",
    [
        *("Tin cùng chuyên mục", "CÙNG CHUYÊN MỤC:", "Đọc thêm Kinh tế", "» Tin liên quan"),
        *("Berita Terkait", "Mehr zum Thema", "Mehr aus Lübeck", "Related Articles"),
        *("À lire aussi", "関連記事", "Tin cu\u0300ng chuye\u0302n mu\u0323c"),
        *("İLGİLİ HABERLER", "BUNLARI DA OKU", "İlgili haberler:"),
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


@pytest.mark.parametrize(
    "text",
    [
        *("Đọc nhiều", "» TIN MỚI NHẤT:", "Có thể bạn quan tâm", "Terpopuler", "Meistgelesen"),
        *("Auch interessant", "Most Read", "Les plus lus", "Lo más leído", "Più letti", "人気記事"),
        *("ÖNE ÇIKANLAR", "Öne Çıkanlar"),
    ],
)
def test_a_heading_over_popular_or_new_articles_is_known(text):
    assert is_popular_heading(text)


@pytest.mark.parametrize(
    "text", ["Tin liên quan", "Mehr zum Thema", "Đọc nhiều sách giúp trẻ lớn khôn", "Popular", ""]
)
def test_a_heading_over_related_news_or_text_is_none_over_popular_ones(text):
    assert not is_popular_heading(text)
