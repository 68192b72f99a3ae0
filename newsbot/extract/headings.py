"""The headings that newspapers set over their blocks of other news."""

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
# What is popular, new, promoted or chosen for a reader: another list at every look.
_POPULAR = (
    *("Đọc nhiều", "Đọc nhiều nhất", "Tin đọc nhiều", "Tin đọc nhiều nhất", "Bài đọc nhiều"),
    *("Xem nhiều", "Xem nhiều nhất", "Tin xem nhiều", "Tin xem nhiều nhất", "Được xem nhiều"),
    *("Được quan tâm", "Được quan tâm nhất", "Tin được quan tâm", "Có thể bạn quan tâm"),
    *("Bạn có thể quan tâm", "Tin mới", "Tin mới nhất", "Tin mới cập nhật"),
    *("Mới cập nhật", "Mới nhất", "Bài mới", "Bài mới nhất", "Bài viết mới", "Tin vừa đăng"),
    *("Tin nổi bật", "Bài nổi bật", "Tin tiêu điểm", "Tin nóng", "Tin tài trợ"),
    *("Tin nên đọc", "Tin trong ngày", "Terpopuler", "Berita Terpopuler", "Berita Populer"),
    *("Paling Banyak Dibaca", "Terbanyak Dibaca", "Berita Terkini", "Berita Terbaru", "Terbaru"),
    *("Terkini", "Rekomendasi untuk Anda", "Pilihan Redaksi", "Mungkin Anda suka"),
    *("Meistgelesen", "Meist gelesen", "Meistgelesene Artikel", "Am meisten gelesen"),
    *("Meistkommentiert", "Meistgeteilt", "Neueste Artikel", "Neueste Nachrichten"),
    *("Neueste Meldungen", "Aktuelle Nachrichten", "Aktuelle Meldungen", "Beliebte Artikel"),
    *("Beliebteste Artikel", "Empfohlene Artikel", "Empfehlungen der Redaktion"),
    *("Auch interessant", "Das könnte Sie auch interessieren", "Das könnte Sie interessieren"),
    "Das könnte dich auch interessieren",
    *("Most Read", "Most Popular", "Most Viewed", "Most Shared", "Most Commented", "Trending Now"),
    *("Popular Articles", "Popular Stories", "Popular Posts", "Popular News", "Trending News"),
    *("Trending Stories", "Latest News", "Latest Articles", "Latest Stories", "Latest Posts"),
    *("Recent Posts", "Recent Articles", "Recent News", "Top Stories", "Top News"),
    *("You may also like", "You might also like", "You may like", "You may be interested in"),
    *("Recommended for you", "Recommended Stories", "Recommended Articles", "Recommended Reading"),
    *("Editor's Picks", "Editors' Picks", "Sponsored Content", "Promoted Stories"),
    *("Les plus lus", "Le plus lu", "Articles les plus lus", "Les plus consultés"),
    *("Les plus partagés", "Derniers articles", "Dernières nouvelles", "Vous aimerez aussi"),
    *("Recommandé pour vous", "Lo más leído", "Lo más visto", "Las más leídas", "Más leídas"),
    *("Más leídos", "Últimas noticias", "Últimos artículos", "Recomendado para ti"),
    *("Le puede interesar", "Te puede interesar", "Recomendados"),
    *("Mais lidas", "As mais lidas", "Mais lidos", "Mais vistas", "Últimas notícias"),
    *("Recomendado para você", "Você pode gostar", "Você também pode gostar"),
    *("I più letti", "Più letti", "Le più lette", "Più lette", "Articoli più letti"),
    *("Ultime notizie", "Ultimi articoli", "Potrebbe interessarti", "Ti potrebbe interessare"),
    "Consigliati per te",
    *("Meest gelezen", "Best gelezen", "Laatste nieuws", "Net binnen", "Aanbevolen"),
    *("Mest läst", "Mest lästa", "Senaste nytt", "Senaste nyheterna", "Mest lest", "Mest leste"),
    *("Siste nytt", "Siste nyheter", "Mest læst", "Mest læste", "Seneste nyt", "Seneste nyheder"),
    *("Najczęściej czytane", "Najpopularniejsze", "Najnowsze", "Najnowsze wiadomości"),
    *("Polecane", "Nejčtenější", "Nejčtenější články", "Nejnovější", "Nejnovější zprávy"),
    *("En çok okunan", "En çok okunanlar", "Çok okunanlar", "Son haberler"),
    *("Самое читаемое", "Самые читаемые", "Самое популярное", "Популярное", "Последние новости"),
    *("Свежие новости", "Главные новости", "Выбор редакции"),
    *("Вам может быть интересно", "Найпопулярніше", "Найчитаніше", "Останні новини"),
    *("人気記事", "人気ランキング", "アクセスランキング", "最新記事", "最新ニュース"),
    *("おすすめ記事", "推薦閱讀", "推荐阅读", "熱門新聞", "热门新闻", "熱門文章", "热门文章"),
    *("最新新聞", "最新新闻"),
    *("많이 본 뉴스", "인기기사", "최신뉴스", "최신기사", "추천기사"),
)
# A heading may go on with the name of the section: "Đọc thêm Kinh tế", "Mehr aus Lübeck".
_BEGINNINGS = ("Đọc thêm", "Mehr aus", "Mehr zu", "More from", "More in", "Más de", "Plus de")
_FORMS = frozenset(map(heading_form, _HEADINGS))
_POPULAR_FORMS = frozenset(map(heading_form, _POPULAR))
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


def is_popular_heading(text: str) -> bool:
    """Return whether *text* is the heading of a block of popular, new or promoted articles.

    >>> is_popular_heading("ĐỌC NHIỀU"), is_popular_heading("Đọc nhiều sách giúp trẻ lớn khôn")
    (True, False)
    """
    return len(text) <= _LONGEST and heading_form(text) in _POPULAR_FORMS
