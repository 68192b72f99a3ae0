"""The words that newspapers set over their blocks of other articles, by what the blocks are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsbot.items import RelatedKind

# Articles of the same section, as the site's system lists them.
SAME_SECTION = (
    *("Tin cùng chuyên mục", "Cùng chuyên mục", "Bài cùng chuyên mục", "Tin cùng mục", "Cùng mục"),
    *("Bài viết cùng chuyên mục", "Tin bài cùng chuyên mục", "Tin khác cùng chuyên mục"),
    *("Aus dem Ressort", "Aus diesem Ressort", "Mehr aus diesem Ressort", "Mehr aus dem Ressort"),
    *("More from this section", "More in this section", "Also in this section", "In this section"),
    *("Dans la même rubrique", "Dans la même catégorie", "De la misma sección", "En esta sección"),
    *("Más de esta sección", "Da mesma editoria", "Mais desta secção", "Mais desta seção"),
    *("Nella stessa sezione", "Della stessa sezione", "Uit deze rubriek", "Meer uit deze rubriek"),
    *("Z tej samej kategorii", "W tej kategorii", "Z rubriky", "Další z rubriky", "Z této rubriky"),
    *("Другие новости раздела", "В этом разделе", "Інші новини розділу", "Bu kategoriden"),
    *("Aynı kategoriden", "同じカテゴリの記事", "同じカテゴリーの記事", "同栏目文章", "本類最新"),
    *("Från samma avdelning", "Fra samme seksjon", "Fra samme sektion", "Berita Sekategori"),
)
# Articles that an editor linked, or that are about the same.
EDITOR = (
    *("Tin liên quan", "Bài liên quan", "Bài viết liên quan", "Tin bài liên quan", "Liên quan"),
    *("Tin cùng chủ đề", "Cùng chủ đề", "Bài cùng chủ đề", "Dòng sự kiện", "Cùng sự kiện"),
    *("Tin cùng sự kiện", "Chủ đề liên quan", "Tin tức liên quan", "Mời bạn đọc thêm"),
    *("Berita Terkait", "Artikel Terkait", "Terkait", "Baca Juga", "Simak Juga", "Lihat Juga"),
    *("Mehr zum Thema", "Zum Thema", "Mehr zu diesem Thema", "Weitere Artikel zum Thema"),
    *("Weitere Beiträge zum Thema", "Weiteres zum Thema", "Lesen Sie auch", "Lesen Sie dazu auch"),
    *("Ähnliche Artikel", "Ähnliche Beiträge", "Ähnliche Themen", "Ähnliche Meldungen"),
    *("Verwandte Artikel", "Verwandte Beiträge", "Verwandte Themen", "Passend zum Thema"),
    *("Passend zum Artikel", "Lies auch", "Auch zum Thema", "Mehr dazu", "Siehe auch", "Ähnliche"),
    *("Related", "Related Articles", "Related Stories", "Related News", "Related Content"),
    *("Related Posts", "Related Coverage", "Related Reading", "Related Links", "Related Items"),
    *("More on this story", "More on this topic", "More on this", "Read also", "Also read"),
    *("See also", "Read More On", "On the same topic", "Similar Articles", "Similar Stories"),
    *("More Like This", "More Stories Like This", "More Stories Like This One"),
    *("À lire aussi", "Lire aussi", "Sur le même sujet", "Sur le même thème", "Articles liés"),
    *("Articles similaires", "Articles connexes", "À lire également", "Lire également"),
    *("Voir aussi", "Dans le même dossier", "En lien avec cet article", "À lire sur ce sujet"),
    *("Lea también", "Lee también", "Leer también", "Lea además", "Le puede interesar leer"),
    *("Noticias relacionadas", "Artículos relacionados", "Notas relacionadas", "Relacionados"),
    *("Contenido relacionado", "Temas relacionados", "Sobre el mismo tema", "Más sobre el tema"),
    *("Vea también", "Ver también", "Te recomendamos leer", "Más información sobre"),
    *("Veja também", "Leia também", "Leia mais", "Notícias relacionadas", "Artigos relacionados"),
    *("Matérias relacionadas", "Conteúdo relacionado", "Sobre o mesmo assunto", "Saiba mais"),
    *("Leggi anche", "Articoli correlati", "Notizie correlate", "Articoli collegati", "Correlati"),
    *("Sullo stesso argomento", "Potrebbe interessarti anche leggere", "Vedi anche"),
    *("Zobacz także", "Zobacz również", "Zobacz też", "Czytaj także", "Czytaj również"),
    *("Czytaj też", "Powiązane artykuły", "Podobne artykuły", "Powiązane", "Powiązane tematy"),
    *("Przeczytaj także", "Na ten temat", "Więcej na ten temat", "Artykuły powiązane"),
    *("Související články", "Související témata", "Související obsah", "Související"),
    *("Podobné články", "Čtěte také", "Přečtěte si také", "K tématu", "Více k tématu"),
    *("Súvisiace články", "Prečítajte si tiež", "Lees ook", "Gerelateerd", "Lees meer over"),
    *("Gerelateerde artikelen", "Meer over dit onderwerp", "Ook interessant om te lezen"),
    *("Les også", "Läs också", "Læs også", "Les mer om", "Läs mer om", "Læs mere om"),
    *("Relaterade artiklar", "Relaterte artikler", "Relaterede artikler", "Relaterat", "Mer om"),
    *("Lue myös", "Aiheesta lisää", "Lesa meira um", "Tengdar fréttir"),
    *("İlgili Haberler", "İlgili Haber", "Benzer Haberler", "Bunları da oku", "İlginizi çekebilir"),
    *("Читайте также", "Читайте по теме", "Новости по теме", "Материалы по теме", "По теме"),
    *("Статьи по теме", "Похожие новости", "Похожие материалы", "Похожие статьи", "Ещё по теме"),
    *("Связанные новости", "Смотрите также", "Другие материалы по теме", "Еще по теме"),
    *("Читайте також", "Новини за темою", "Матеріали за темою", "Схожі новини", "За темою"),
    *("Пов'язані новини", "Дивіться також", "Читайте також за темою"),
    *("関連記事", "関連ニュース", "関連リンク", "あわせて読みたい", "こちらも読みたい"),
    *("この記事に関連するニュース", "この記事の関連記事", "関連キーワードの記事", "関連する記事"),
    *(
        "相關新聞",
        "相关新闻",
        "相關文章",
        "相关文章",
        "相關報導",
        "相关报道",
        "延伸閱讀",
        "延伸阅读",
    ),
    *("相关阅读", "相關閱讀", "更多相關新聞"),
    *("관련기사", "관련 기사", "관련뉴스", "관련 뉴스"),
    *("이 기사와 관련된 기사", "함께 읽으면 좋은 기사", "연관기사", "연관 기사"),
)
# Articles in order of time beside the one at hand.
OLDER = (
    *("Tin cũ hơn", "Tin mới hơn", "Các tin đã đưa", "Tin đã đưa", "Các tin cũ hơn"),
    *("Các tin mới hơn", "Những tin cũ hơn", "Những tin mới hơn", "Bài cũ hơn", "Bài mới hơn"),
    *("Các bài đã đăng", "Tin trước đó", "Ältere Artikel", "Ältere Beiträge", "Older Posts"),
    *("Older Stories", "Older Articles", "Earlier Stories", "Previous Stories", "Starsze wpisy"),
    *("Articles précédents", "Noticias anteriores", "Notícias anteriores", "Articoli precedenti"),
    *("Starší články", "Предыдущие новости", "Önceki haberler", "Eldre saker", "Äldre artiklar"),
)
# Other articles, of which nothing more is said.
FURTHER = (
    *("Đọc thêm", "Đọc tiếp", "Bài đọc tiếp", "Các tin khác", "Tin khác", "Tin bài khác"),
    *("Xem thêm", "Xem tiếp", "Các bài khác", "Bài viết khác", "Các bài viết khác", "Bài khác"),
    *("Berita Lainnya", "Artikel Lainnya", "Lainnya", "Baca Berita Lainnya"),
    *("Weitere Artikel", "Weitere Beiträge", "Weitere Meldungen", "Weitere Nachrichten"),
    *("Weitere Themen", "Weitere News", "Mehr Artikel", "Mehr Nachrichten", "Weiterlesen"),
    *("More Stories", "More News", "More Articles", "Other Stories", "Other News", "Read Next"),
    *("Up Next", "What to Read Next", "More Headlines", "Keep Reading", "Continue Reading"),
    *("D'autres articles", "Autres articles", "Autres actualités", "Plus d'articles"),
    *("Más noticias", "Otras noticias", "Más artículos", "Mais notícias", "Outras notícias"),
    *("Altre notizie", "Altri articoli", "Další články", "Další zprávy", "Więcej artykułów"),
    *("Inne artykuły", "Pozostałe artykuły", "Meer nieuws", "Meer artikelen", "Ander nieuws"),
    *("Flere saker", "Flere nyheder", "Flere nyheter", "Fler nyheter", "Fler artiklar"),
    *("Lisää uutisia", "Diğer Haberler", "Другие новости", "Другие материалы", "Інші новини"),
    *("Ещё новости", "Еще новости", "その他のニュース", "他の記事", "他のニュース", "更多新聞"),
    *("更多新闻", "其他新聞", "다른 기사", "다른 뉴스", "다른기사 보기"),
)
# What is new: another list at every look.
NEWEST = (
    *("Tin mới", "Tin mới nhất", "Tin mới cập nhật", "Mới cập nhật", "Mới nhất", "Bài mới"),
    *("Bài mới nhất", "Bài viết mới", "Bài viết mới nhất", "Tin vừa đăng", "Tin trong ngày"),
    *("Berita Terkini", "Berita Terbaru", "Terbaru", "Terkini", "Artikel Terbaru"),
    *("Neueste Artikel", "Neueste Nachrichten", "Neueste Beiträge", "Neueste Meldungen"),
    *("Aktuelle Nachrichten", "Aktuelle Meldungen", "Aktuelle Beiträge", "Letzte Beiträge"),
    *("Latest News", "Latest Articles", "Latest Stories", "Latest Posts", "Latest Headlines"),
    *("Recent Posts", "Recent Articles", "Recent News", "Recent Stories", "Latest Updates"),
    *("Derniers articles", "Dernières nouvelles", "Dernières actualités", "Articles récents"),
    *("Últimas noticias", "Últimos artículos", "Entradas recientes", "Últimas notícias"),
    *("Posts recentes", "Ultime notizie", "Ultimi articoli", "Articoli recenti", "Ultim'ora"),
    *("Laatste nieuws", "Net binnen", "Recente berichten", "Senaste nytt", "Senaste nyheterna"),
    *("Siste nytt", "Siste nyheter", "Seneste nyt", "Seneste nyheder", "Tuoreimmat", "Uusimmat"),
    *("Najnowsze", "Najnowsze wiadomości", "Ostatnie wpisy", "Nejnovější", "Nejnovější zprávy"),
    *("Nejnovější články", "Son haberler", "Son dakika", "Son yazılar", "Последние новости"),
    *("Свежие новости", "Лента новостей", "Останні новини", "Стрічка новин", "最新記事"),
    *("最新ニュース", "新着記事", "新着ニュース", "最新新聞", "最新新闻", "即時新聞", "最新文章"),
    *("최신뉴스", "최신기사", "최신 뉴스", "최신 기사"),
)
# What is popular, promoted or chosen for a reader.
POPULAR = (
    *("Đọc nhiều", "Đọc nhiều nhất", "Tin đọc nhiều", "Tin đọc nhiều nhất", "Bài đọc nhiều"),
    *("Xem nhiều", "Xem nhiều nhất", "Tin xem nhiều", "Tin xem nhiều nhất", "Được xem nhiều"),
    *("Được quan tâm", "Được quan tâm nhất", "Tin được quan tâm", "Có thể bạn quan tâm"),
    *("Bạn có thể quan tâm", "Tin nổi bật", "Bài nổi bật", "Tin tiêu điểm", "Tin nóng"),
    *("Tin tài trợ", "Tin nên đọc", "Đừng bỏ lỡ", "Nổi bật", "Đáng chú ý", "Có thể bạn thích"),
    *("Terpopuler", "Berita Terpopuler", "Berita Populer", "Paling Banyak Dibaca"),
    *("Terbanyak Dibaca", "Rekomendasi untuk Anda", "Pilihan Redaksi", "Mungkin Anda suka"),
    *("Meistgelesen", "Meist gelesen", "Meistgelesene Artikel", "Am meisten gelesen"),
    *("Meistkommentiert", "Meistgeteilt", "Beliebte Artikel", "Beliebteste Artikel"),
    *("Beliebte Beiträge", "Empfohlene Artikel", "Empfehlungen der Redaktion", "Top-Artikel"),
    *("Auch interessant", "Das könnte Sie auch interessieren", "Das könnte Sie interessieren"),
    *("Das könnte dich auch interessieren", "Interessantes für Sie", "Empfohlen für Sie"),
    *("Meistgelesene Nachrichten", "Die meistgelesenen Artikel", "Aktuell meistgelesen"),
    *("Most Read", "Most Popular", "Most Viewed", "Most Shared", "Most Commented", "Trending Now"),
    *("Popular Articles", "Popular Stories", "Popular Posts", "Popular News", "Trending News"),
    *("Trending Stories", "Top Stories", "Top News", "From around the site", "Most Read Stories"),
    *("You may also like", "You might also like", "You may like", "You may be interested in"),
    *("Recommended for you", "Recommended Stories", "Recommended Articles", "Recommended Reading"),
    *("Editor's Picks", "Editors' Picks", "Editor’s Picks", "Editors’ Picks", "Don't Miss"),
    *("Sponsored Content", "Promoted Stories", "Must Read", "We Recommend", "Featured Stories"),
    *("Les plus lus", "Le plus lu", "Articles les plus lus", "Les plus consultés"),
    *("Les plus partagés", "Vous aimerez aussi", "Recommandé pour vous", "À la une"),
    *("Cela pourrait vous intéresser", "Ces articles peuvent vous intéresser", "Les + lus"),
    *("Lo más leído", "Lo más visto", "Las más leídas", "Más leídas", "Más leídos", "Recomendados"),
    *("Recomendado para ti", "Le puede interesar", "Te puede interesar", "Lo último más leído"),
    *("También te puede interesar", "Te recomendamos", "Destacados"),
    *("Mais lidas", "As mais lidas", "Mais lidos", "Mais vistas", "Recomendado para você"),
    *("Você pode gostar", "Você também pode gostar", "Destaques", "Pode também gostar"),
    *("I più letti", "Più letti", "Le più lette", "Più lette", "Articoli più letti"),
    *("Potrebbe interessarti", "Ti potrebbe interessare", "Consigliati per te"),
    *("Potrebbero interessarti", "In evidenza", "I più visti"),
    *("Meest gelezen", "Best gelezen", "Aanbevolen", "Aanbevolen voor jou", "Ook interessant"),
    *("Mest läst", "Mest lästa", "Mest lest", "Mest leste", "Mest læst", "Mest læste"),
    *("Luetuimmat", "Mest lesið", "Anbefalte artikler", "Rekommenderat", "Anbefalet til dig"),
    *("Najczęściej czytane", "Najpopularniejsze", "Polecane", "Polecamy", "Popularne"),
    *("Może Cię zainteresować", "Nejčtenější", "Nejčtenější články", "Doporučujeme"),
    *("Doporučované", "Mohlo by vás zajímat", "Mohlo by Vás zaujmout", "Najčítanejšie"),
    *("En çok okunan", "En çok okunanlar", "Çok okunanlar", "Popüler haberler", "Öne çıkanlar"),
    *("Самое читаемое", "Самые читаемые", "Самое популярное", "Популярное", "Популярные новости"),
    *("Главные новости", "Выбор редакции", "Вам может быть интересно", "Рекомендуем"),
    *("Найпопулярніше", "Найчитаніше", "Популярні новини", "Вас може зацікавити"),
    *("人気記事", "人気ランキング", "アクセスランキング", "おすすめ記事", "おすすめ", "ランキング"),
    *("ニュースランキング", "推薦閱讀", "推荐阅读", "熱門新聞", "热门新闻", "熱門文章", "热门文章"),
    *("點閱排行", "猜你喜歡", "많이 본 뉴스", "많이 본 기사", "인기기사", "인기뉴스", "추천기사"),
)
# So few words are a heading only over a list: "Popular" may be a word of the text.
SHORT: Mapping[RelatedKind, tuple[str, ...]] = {
    "editor": ("Liên quan", "Read More", "More on", "Similar", "Mer om dette", "関連"),
    "popular": (
        *("Popular", "Trending", "Tiêu điểm", "Populer", "Beliebt", "Populaire", "Populares"),
        *("Popolari", "Populair", "Populära", "Populært", "Populární", "Popüler", "人気", "熱門"),
        *("热门", "Hot", "Featured", "Highlights", "Top", "많이 본", "추천", "Empfohlen"),
    ),
    "chronological": (
        *("Recent", "Latest", "The Latest", "Newest", "Aktuell", "Neueste", "Récent", "Recientes"),
        *("Recenti", "Nieuws", "Senaste", "Siste", "Seneste", "最新", "新着", "News"),
    ),
}
# What a heading may begin or end with that goes on with the name of a section or a topic.
BEGINNINGS: Mapping[RelatedKind | None, tuple[str, ...]] = {
    "same-section": (
        *("Tin mới cùng", "Cùng chuyên mục", "Mehr aus", "Weitere Artikel aus", "Aktuelles aus"),
        *("Neues aus", "Weitere Nachrichten aus", "More in", "Latest in", "Also in"),
        *("Latest from", "Plus de", "Más de", "Más en", "Mais em", "Mais de", "Altro in"),
        *("Meer uit", "Mer från", "Mer fra", "Mere fra", "Flere saker fra", "Więcej z", "Więcej w"),
        *("Další z rubriky", "Více z", "Další články z rubriky", "Ещё в разделе"),
    ),
    "editor": (
        *("Mehr zu", "Mehr zum Thema", "Alles zum Thema", "Mehr Artikel zu", "More about"),
        *("Read more about", "Lees meer over", "Meer over", "Les mer om", "Läs mer om"),
        *("Læs mere om", "Más sobre", "Mais sobre", "Więcej o", "Více o", "Plus sur", "Tout sur"),
    ),
    "popular": (
        *("Meistgelesen in", "Most read in", "Most popular in", "Trending in", "Đọc nhiều trong"),
        *("Les plus lus en", "Lo más leído en", "Lo más leído de", "Mais lidas em"),
        *("Самые популярные", "Самые читаемые", "Die beliebtesten", "Terpopuler di"),
    ),
    None: ("Đọc thêm", "Mehr von", "More from", "Xem thêm tin"),
}
ENDINGS: Mapping[RelatedKind, tuple[str, ...]] = {
    "same-section": ("latest articles", "latest news", "の新着", "の最新記事", "最新ニュース"),
    "popular": ("popular articles", "popular article", "most read", "ランキング", "ranking"),
}
