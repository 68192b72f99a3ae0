"""The headings that newspapers set over their related-news blocks."""

from __future__ import annotations

from newsbot.extract.select import heading_form

# Same section, linked by an editor, or in order of time; never what is popular or promoted
# ("Đọc nhiều", "Có thể bạn quan tâm", "Meistgelesen", "Das könnte Sie auch interessieren").
_HEADINGS = (
    *("Tin cùng chuyên mục", "Cùng chuyên mục", "Bài cùng chuyên mục", "Tin cùng chủ đề"),
    *("Tin liên quan", "Bài liên quan", "Bài viết liên quan", "Tin bài liên quan"),
    *("Đọc thêm", "Đọc tiếp", "Bài đọc tiếp", "Các tin khác", "Tin khác", "Tin bài khác"),
    *("Tin cũ hơn", "Tin mới hơn", "Các tin đã đưa", "Tin đã đưa", "Dòng sự kiện"),
    *("Berita Terkait", "Artikel Terkait", "Baca Juga", "Berita Lainnya"),
    *("Mehr zum Thema", "Zum Thema", "Ähnliche Artikel", "Ähnliche Beiträge", "Verwandte Artikel"),
    *("Weitere Artikel", "Weitere Beiträge", "Lesen Sie auch", "Passend zum Thema"),
    *("Related", "Related Articles", "Related Stories", "Related News", "More Stories"),
    *("More on this story", "Read also", "See also"),
    *("À lire aussi", "Lire aussi", "Sur le même sujet", "Sur le même thème", "Articles liés"),
    *("Lea también", "Más noticias", "Noticias relacionadas", "Artículos relacionados"),
    *("Veja também", "Leia também", "Notícias relacionadas", "Leggi anche", "Articoli correlati"),
    *("Zobacz także", "Zobacz również", "Czytaj także", "Powiązane artykuły"),
    *("Související články", "Související témata", "Další články", "Lees meer over", "Lees ook"),
    *("Les også", "Läs också", "Læs også", "İlgili Haberler", "Читайте также"),
    *(
        "Новости по теме",
        "Материалы по теме",
        "関連記事",
        "あわせて読みたい",
        "相關新聞",
        "相关新闻",
    ),
)
# A heading may go on with the name of the section: "Đọc thêm Kinh tế", "Mehr aus Lübeck".
_BEGINNINGS = ("Đọc thêm", "Mehr aus", "Mehr zu", "More from", "More in", "Más de", "Plus de")
_FORMS = frozenset(map(heading_form, _HEADINGS))
_STARTS = tuple(f"{heading_form(words)} " for words in _BEGINNINGS)
_LONGEST = 50


def is_heading(text: str) -> bool:
    """Return whether *text* is the heading of a related-news block.

    >>> is_heading(" » TIN LIÊN QUAN: "), is_heading("Mehr aus Lübeck"), is_heading("Đọc nhiều")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    form = heading_form(text)
    return form in _FORMS or form.startswith(_STARTS)
