from __future__ import annotations

from datetime import date

import pytest

from newsbot.errorpage import is_error_page, leads_nowhere

KEPT = {"headline": "Brücke über die Lahn gesperrt", "date": "2024-10-23"}


@pytest.fixture
def error_page(make_article):
    def make(**changes):
        lost = {"headline": "Seite nicht gefunden", "description": None, "body": None, "date": None}
        return make_article(**lost | changes)

    return make


@pytest.mark.parametrize(
    "headline",
    [
        *("404", "Error 410", "Page not found", "Không tìm thấy trang", "Trang không tồn tại"),
        *("Halaman tidak ditemukan", "Cette page est introuvable", "Página não encontrada"),
        *("Страница не найдена", "页面不存在", "ページが見つかりません", "ไม่พบหน้าที่คุณต้องการ"),
    ],
)
def test_an_error_page_says_in_its_language_that_there_is_nothing(error_page, headline):
    assert is_error_page(error_page(headline=headline), KEPT)


def test_it_may_say_so_in_a_short_text(error_page):
    page = error_page(headline="Hinweis", body="Dieser Artikel ist nicht mehr verfügbar.")

    assert is_error_page(page, KEPT)


@pytest.mark.parametrize(
    "body",
    [
        "Bài viết không còn trên báo, đã được gỡ bỏ hoặc chuyển sang địa chỉ khác. "
        "Mời bạn quay về trang chủ.",
        "This story has been removed or has moved. Please go to our home page.",
        "Dieser Beitrag wurde entfernt oder verschoben. Zurück zur Startseite.",
        "Cet article a été supprimé ou déplacé. Retour à la page d'accueil.",
        "Esta noticia ha sido eliminada. Vuelva a la página de inicio.",
        "Esta notícia foi removida. Volte à página inicial.",
        "Berita ini telah dihapus. Kembali ke beranda.",
        "Questo articolo è stato rimosso. Torna alla home.",
        "Ten artykuł został usunięty. Przejdź na stronę główną.",
        "Статья была удалена. Вернуться на главную.",
        "Статтю було видалено. Повернутися на головну.",
        "Dit artikel is verwijderd. Ga naar de startpagina.",
        "Článek byl smazán. Zpět na hlavní stranu.",
        "Bu haber kaldırılmış olabilir. Ana sayfaya dönün.",
        "この記事は削除されました。トップページへ戻る",
        "该文章已被删除，返回首页",
        "기사가 삭제되었습니다. 홈으로 이동",
    ],
)
def test_it_may_say_what_has_become_of_the_article_and_show_the_way_back(error_page, body):
    assert is_error_page(error_page(headline="Thông báo", body=body))


@pytest.mark.parametrize(
    "body",
    [
        "Quả bom còn sót lại trong vườn đã được gỡ bỏ vào trưa nay.",
        "Der Baum auf der Straße wurde entfernt.",
        "The statue has been removed from the park.",
        "Trang chủ của sở có bản đồ mới.",
    ],
)
def test_a_brief_about_what_was_removed_is_none(error_page, body):
    assert not is_error_page(error_page(headline="Tin vắn", body=body))


@pytest.mark.parametrize("kept", [KEPT, None], ids=["known", "unknown"])
def test_it_may_have_no_headline(error_page, kept):
    assert is_error_page(error_page(headline=None, body="Die Seite existiert nicht."), kept)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"headline": "Waldbote"}, id="a layout that can't be read"),
        pytest.param({"headline": "Bitte anmelden"}, id="a login"),
        pytest.param({"headline": "Einen Moment, bitte"}, id="a captcha"),
        pytest.param({"headline": "Wir warten unsere Seite"}, id="maintenance"),
        pytest.param({"headline": "Die Lahn", "body": "Nicht gefunden. " * 60}, id="a long text"),
        pytest.param({"headline": KEPT["headline"], "body": "Nicht gefunden."}, id="its headline"),
        pytest.param({"headline": "Brücke über die Lahn", "body": "404"}, id="its headline cut"),
        pytest.param({"date": date(2024, 10, 23)}, id="its day"),
        pytest.param({"headline": None}, id="nothing"),
        pytest.param({"headline": "Die 4041 Brücken"}, id="another number"),
    ],
)
def test_a_page_that_may_still_be_the_articles_is_none(error_page, changes):
    assert not is_error_page(error_page(**changes), KEPT)


def test_the_clock_of_an_error_page_is_not_the_articles_day(error_page):
    assert is_error_page(error_page(date=date(2024, 11, 2)), KEPT)


def test_a_dated_brief_about_somebody_not_found_is_none(error_page):
    brief = error_page(headline="Vermisster nicht gefunden", date=date(2024, 10, 23))

    assert not is_error_page(brief)


@pytest.mark.parametrize(
    "path",
    [
        *("", "/", "/?moved=1", "/index.html", "/start/", "/404.html", "/vi/404", "/loi-404/"),
        *("/not-found", "/NotFound.aspx", "/khong-tim-thay.html"),
    ],
)
def test_front_and_error_pages_lead_nowhere(path):
    assert leads_nowhere(f"https://waldbote.test{path}", ["https://waldbote.test/start/"])


@pytest.mark.parametrize(
    "path", ["/login?next=/artikel/7", "/politik/", "/baustelle.html", "/2404/", "/seite-4040"]
)
def test_other_pages_may_stand_for_an_article_that_is_there(path):
    assert not leads_nowhere(f"https://waldbote.test{path}", ["https://waldbote.test/"])
