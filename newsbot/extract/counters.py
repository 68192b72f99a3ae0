"""Counters: how often a page was read, liked or talked of, and how long it takes to read.

They change from look to look while the article stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsbot.text import fold

# What is counted, with its number before or behind it; a language has its lines to itself, an
# underscore stands for a space. No word that articles list figures of, as visitors or votes.
_UNITS = """
    bình_luận lượt_bình_luận ý_kiến phản_hồi lượt_phản_hồi thích chia_sẻ người_thích
    người_đã_xem người_đã_đọc người_đang_xem người_đang_đọc phút_đọc phút_để_đọc
    views reads likes comments shares reactions replies retweets pageviews page_views people_like
    min_read mins_read minute_read minutes_read minutes_to_read min_reading_time
    tayangan komentar suka menit_baca menit_membaca menit_waktu_baca
    aufrufe seitenaufrufe klicks kommentare gefällt_mir reaktionen zugriffe min_lesezeit
    minuten_lesezeit minute_lesezeit min_lesedauer minuten_lesedauer
    vues commentaires partages réactions j_aime min_de_lecture minutes_de_lecture
    minute_de_lecture
    visitas vistas lecturas comentarios compartidos me_gusta reacciones min_de_lectura
    minutos_de_lectura minuto_de_lectura
    visualizações leituras comentários compartilhamentos partilhas curtidas gostos reações
    min_de_leitura minutos_de_leitura
    visualizzazioni letture commenti condivisioni mi_piace reazioni minuti_di_lettura
    min_di_lettura min_lettura
    weergaven reacties min_leestijd minuten_leestijd minuten_lezen min_lezen
    wyświetleń wyświetlenia odsłon odsłony komentarzy komentarze polubień udostępnień min_czytania
    minut_czytania minuty_czytania
    zobrazení přečtení komentářů komentáře sdílení min_čtení minut_čtení minuty_čtení
    visningar kommentarer delningar gilla_markeringar min_läsning minuters_läsning
    visninger delinger reaksjoner min_lesetid minutter_lesetid reaktioner min_læsetid
    görüntülenme görüntüleme okunma yorum beğeni paylaşım dk_okuma dakika_okuma
    просмотров просмотра прочтений комментариев комментария лайков репостов мин_чтения
    минут_чтения минуты_чтения
    переглядів перегляди коментарів коментарі хв_читання хвилин_читання
    ビュー 閲覧 件のコメント コメント いいね 浏览 瀏覽 阅读 閱讀 人阅读 评论 評論 点赞
    조회 조회수 댓글
"""
# What is counted where it is one.
_UNIT = """
    view read like comment share reaction kommentar reaktion vue commentaire partage visita
    comentario comentário visualização visualizzazione commento reactie weergave wyświetlenie
    komentarz komentář visning просмотр комментарий перегляд коментар
"""
# What stands before its number alone.
_LABELS = """
    số_lượt_xem số_lượt_đọc số_lần_xem số_lần_đọc số_lượt_truy_cập tổng_lượt_xem thời_gian_đọc
    post_views total_views view_count page_view reading_time read_time time_to_read
    estimated_reading_time waktu_baca lesezeit lesedauer geschätzte_lesezeit
    temps_de_lecture durée_de_lecture tiempo_de_lectura tempo_de_leitura tempo_di_lettura leestijd
    czas_czytania doba_čtení lästid lesetid læsetid okunma_sayısı okuma_süresi время_чтения
    час_читання 閲覧数 阅读量 浏览量 阅读次数 浏览次数 點閱數
"""
# The same, where a colon makes sure that no sentence begins there.
_NAMES = """
    người_đọc người_xem hits visits readers lectures lecteurs lectores pembaca leser lezers lettori
"""
# What was done so often; without a colon the word for "times" must stand with the number.
_DEEDS = """
    xem đọc truy_cập nghe được_xem được_đọc đã_xem đã_đọc
    read viewed shared seen visited dibaca dilihat dibagikan disukai
    gelesen gesehen aufgerufen angesehen geklickt geteilt angeklickt
    lu vu consulté partagé leído visto compartido lido visualizado letto
    gelezen bekeken gedeeld przeczytano wyświetlono czytano přečteno zobrazeno
    läst visad lest vist læst okundu görüntülendi прочитано просмотрено переглянуто
    浏览 瀏覽 阅读 閱讀 閲覧 視聴 再生 조회
"""
_TIMES = """
    lần lượt times time x kali mal male fois veces vez vezes volte volta keer raz razy krát
    gånger gång ganger gang gange kez defa раз раза разів рази 回 次 회
"""
_MINUTES = """
    phút giây min mins minute minutes menit minuten minutos minuti minut minuty minuter minutter
    dk dakika мин минут минуты хв хвилин хвилини 分 分钟 分鐘 분
"""
_THOUSANDS = """
    k m tr nghìn ngàn triệu n thousand million rb ribu jt juta tsd tausend mio mille mln mil tys
    тыс тис млн bin b 万 萬 千 만 천
"""
# What makes a sentence of a counter.
_BEFORE = """
    có đã_có hiện_có tổng tổng_số tổng_cộng bài_viết_có bài_viết_đã bài_viết_này_đã bài_này_đã
    total this_article_has_been this_post_has_been this_page_has_been artikel_ini_telah
    berita_ini_telah dieser_artikel_wurde dieser_beitrag_wurde diese_seite_wurde bisher insgesamt
    cet_article_a_été всего
"""
_BEHIND = """
    bài_này bài_viết_này điều_này cho_bài_viết cho_bài_viết_này this this_article on_this_article
    on_this_story on_this_post zu_diesem_artikel zu_diesem_beitrag untuk_artikel_ini
"""
_NONE = """
    chưa_có_bình_luận chưa_có_bình_luận_nào chưa_có_ý_kiến no_comments no_comments_yet
    be_the_first_to_comment belum_ada_komentar tidak_ada_komentar keine_kommentare
    noch_keine_kommentare aucun_commentaire sin_comentarios sem_comentários nessun_commento
    geen_reacties brak_komentarzy žádné_komentáře inga_kommentarer ingen_kommentarer yorum_yok
    нет_комментариев немає_коментарів
"""
_AND = "và and und dan et y e en og och i a ve и та"


def _either(*tables: str) -> str:
    words = {fold(word.replace("_", " ")) for table in tables for word in table.split()}
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


# Longer lines are text.
_LONGEST = 120
_SEGMENTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
_DIGIT = re.compile(r"\d")
_STROKES = re.compile("([:：|•·])")
_SIGNS = re.compile("[👁👀👍❤♥💬🗨]\N{VARIATION SELECTOR-16}?")
_NUMBER = rf"\d+(?: \d{{3}}){{0,4}}+(?:(?: \d\d?)? ?{_either(_THOUSANDS)})?"
# "Likes 2024" may be a title.
_COUNT = rf"(?: : ?| ?(?!(?:19|20)\d\d(?![ \d]))){_NUMBER}"
_COUNTED = rf"(?:{_either(_UNITS)}|{_either(_TIMES)} ?{_either(_DEEDS, 'thích chia_sẻ')})"
_LASTING = rf"(?: ?{_either(_TIMES, _MINUTES)})?"
_counter = re.compile(
    rf"(?<![^ ])(?:{_either(_BEFORE)} )?(?:"
    rf"(?:{_either(_LABELS)}|{_COUNTED}){_COUNT}{_LASTING}"
    rf"|{_either(_DEEDS, _NAMES)} : ?{_NUMBER}{_LASTING}"
    rf"|{_either(_DEEDS)} {_NUMBER} ?{_either(_TIMES)}"
    rf"|{_NUMBER} ?{_COUNTED}(?: {_either(_BEHIND)})?|1 {_either(_UNIT)}"
    rf"|{_either(_NONE)})(?![^ ])(?: {_either(_AND)}(?= \d))?"
)
_is_none = re.compile(_either(_NONE))


def cut_counters(text: str) -> str:
    """Return the words of the line *text*, folded, that are left when its counters are cut out.

    >>> cut_counters("12 lượt thích, 3 bình luận"), cut_counters("Gelesen: 1.204-mal")
    ('', '')
    >>> cut_counters("Video đạt 1.234 lượt xem sau một ngày.")
    'video dat sau mot ngay'
    """
    if len(text) > _LONGEST or not (_DIGIT.search(text) or _is_none.match(fold(text))):
        return fold(text)
    return _cut(text)


@lru_cache(maxsize=512)
def _cut(text: str) -> str:
    pieces = _STROKES.split(_SIGNS.sub(" views ", text))
    words = " ".join(fold(piece) or piece for piece in pieces).replace("：", ":")
    return fold(_counter.sub(" ", " ".join(words.split())))


def is_counter(text: str) -> bool:
    """Return whether the line *text* says nothing but counters.

    >>> is_counter("2,310 views"), is_counter("2,310 views in a day"), is_counter("★")
    (True, False, False)
    """
    return not cut_counters(text) and bool(fold(text))


def without_counters(text: str) -> str:
    """Return the line *text* without those of its parts, set off by strokes, that are counters.

    >>> without_counters("Thu Hạ | 1.234 lượt xem"), without_counters("1.234 lượt xem")
    ('Thu Hạ', '1.234 lượt xem')
    """
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return text
    parts = _SEGMENTS.split(text)
    kept = [part for part in parts if not is_counter(part)]
    return " | ".join(kept) if 0 < len(kept) < len(parts) else text
