from __future__ import annotations

import gzip
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest

from newsbot.pages.article import ArticlePage
from newsbot.pipelines.validate import fault
from newsbot.profile import parse_profile
from tests.pages.reading import invented, page_of, read

CHOSEN = invented(more='[fields]\nbody = "div.detail"\nheadline = "h1"\n')
HOME = "https://waldbote.test"
TEXT = "Seit Mittwoch ist die Brücke über die Lahn gesperrt, denn ein Pfeiler ist unterspült. "
STORY = "".join(f"<p>{TEXT * 3}</p>" for _ in range(4))
TITLES = [f"Der Rat stimmt in Sitzung {n} für die neue Bücherei am Markt" for n in range(12)]
TEASER = "Nach langer Aussprache fiel die Entscheidung am Abend mit großer Mehrheit der Stimmen."


def what(html, path="/artikel/7"):
    """Return what the page at *path* is taken for where it is no article's."""
    return read(html, url=HOME + path).evidence.get("page")


def entry(number, tag="li"):
    link = f'<a href="/artikel/{100 + number}">{TITLES[number]}</a>'
    return f"<{tag}><h3>{link}</h3><p>{TEASER}</p></{tag}>"


def section(head="", tag="li", number=12):
    entries = "".join(entry(n, tag) for n in range(number))
    return f"<head>{head}<title>Lokales</title></head><h1>Lokales</h1><div>{entries}</div>"


def linked(head="", text="", number=12):
    links = "".join(f'<li><a href="/artikel/{100 + n}">{TITLES[n]}</a></li>' for n in range(number))
    return f"<head>{head}<title>Brücke</title></head><h1>Brücke</h1>{text}<ul>{links}</ul>"


def ld(**node):
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def og(kind):
    return f'<meta property="og:type" content="{kind}">'


@pytest.mark.parametrize("tag", ["li", "article", "div"])
def test_a_list_of_titles_with_teasers_is_a_section(tag):
    assert what(section(tag=tag)) == "a section page"


@pytest.mark.parametrize("place", ["around", "within"])
def test_so_is_one_in_which_they_stand_in_turn_where_a_profile_looks_for_the_text(place):
    rows = "".join(
        f'<h3><a href="/artikel/{100 + n}">{title}</a></h3><p>{TEASER} {n}</p>'
        for n, title in enumerate(TITLES)
    )
    heading = "<h1>Kinh tế</h1>"
    inside = f"<div class=detail>{heading}{rows}</div>"
    html = inside if place == "within" else f"{heading}<div class=detail>{rows}</div>"

    assert read(html, CHOSEN).evidence.get("page") == "a section page"
    assert what(html) == "a section page"


def test_an_article_with_links_to_others_between_its_paragraphs_is_none():
    rows = "".join(
        f'<h3><a href="/artikel/{100 + n}">{title}</a></h3>' + f"<p>{TEXT} {n}</p>" * 3
        for n, title in enumerate(TITLES)
    )

    assert (
        read(f"<h1>Brücke</h1><div class=detail>{rows}</div>", CHOSEN).evidence.get("page") is None
    )


def test_a_list_without_any_text_is_a_section():
    assert what(linked()) == "a section page"


@pytest.mark.parametrize("kind", ["CollectionPage", "SearchResultsPage", "ProfilePage"])
def test_so_is_one_that_says_it_and_has_a_few_words_about_itself(kind):
    about = f"<p>{TEXT}</p><p>Alle Nachrichten zum Stichwort, die neuesten stehen oben.</p>"

    assert what(linked(ld(**{"@type": kind}) + og("article"), about)) == "a section page"
    assert what(linked(ld(**{"@type": kind}), about)) == "a section page"


def test_a_section_that_describes_its_articles_to_machines_is_one():
    cards = [
        {"@type": "NewsArticle", "headline": TITLES[n], "url": f"{HOME}/artikel/{100 + n}"}
        for n in range(3)
    ]

    assert what(section("".join(ld(**card) for card in cards))) == "a section page"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(linked(text=STORY), id="with many links behind it"),
        pytest.param(section().replace("<div>", STORY + "<div>"), id="with teasers behind it"),
        pytest.param(section(ld(**{"@type": "NewsArticle"})), id="that says it is one"),
        pytest.param(section(og("article")), id="that OpenGraph says is one"),
        pytest.param(
            section('<meta property="article:published_time" content="2024-10-23T10:00:00+02:00">'),
            id="that is dated",
        ),
        pytest.param(f"<h1>Brücke</h1>{STORY}", id="with nothing beside it"),
        pytest.param(
            "<h1>Was die Woche brachte</h1>"
            + "".join(f"<p>{TEXT}<a href='/artikel/{n}'>{TITLES[n]}</a></p>" for n in range(1, 3))
            + STORY,
            id="with links in its text",
        ),
    ],
)
def test_an_article_is_no_section(html):
    assert what(html) is None


@pytest.mark.parametrize(
    ("head", "path"),
    [
        (og("video.other"), "/artikel/7"),
        (ld(**{"@type": "VideoObject", "name": "Die Brücke"}), "/artikel/7"),
        ("", "/video/artikel/7"),
        (og("article") + ld(**{"@type": "VideoObject"}), "/videos/artikel/7"),
    ],
    ids=["og:type", "JSON-LD", "address", "both"],
)
def test_a_player_without_text_is_a_video(head, path):
    html = f"<head>{head}</head><h1>Die Brücke</h1><video src='/7.mp4'></video>"

    assert what(html, path) == "a video without text"


def test_a_caption_is_no_text():
    html = f"<head>{og('video')}</head><h1>Die Brücke</h1><div><p>{TEXT}</p></div>"

    assert what(html) == "a video without text"


@pytest.mark.parametrize(
    ("head", "path"),
    [(ld(**{"@type": "ImageGallery"}), "/artikel/7"), ("", "/fotostrecke/artikel/7")],
    ids=["JSON-LD", "address"],
)
def test_a_gallery_without_text_is_pictures(head, path):
    html = f"<head>{head}</head><h1>Das Fest</h1><img src='/1.jpg'><img src='/2.jpg'>"

    assert what(html, path) == "pictures without text"


@pytest.mark.parametrize(
    ("html", "path"),
    [
        pytest.param(
            f"<head>{og('video')}</head><h1>Brücke</h1>{STORY}", "/video/artikel/7", id="text"
        ),
        pytest.param(
            f"<head>{og('article')}{ld(**{'@type': 'VideoObject'})}</head><h1>Brücke</h1>",
            "/artikel/7",
            id="a text that a script brings",
        ),
    ],
)
def test_a_video_beside_an_article_makes_no_player_of_it(html, path):
    assert what(html, path) is None


CONSENT = {
    "en": (
        "We value your privacy",
        "We and our partners store and/or access information on a device. You may withdraw your "
        "consent at any time. Some partners rely on a legitimate interest.",
        "Accept all",
    ),
    "de": (
        "Willkommen beim Waldboten",
        "Wir und unsere Partner verarbeiten Daten auf Grund eines berechtigten Interesses. Sie "
        "können die Einwilligung widerrufen. Mit Werbung und Cookies ist das Lesen frei.",
        "Alle akzeptieren",
    ),
    "fr": (
        "Le respect de votre vie privée",
        "Nous et nos partenaires traitons des données sur la base de l'intérêt légitime. Vous "
        "pouvez retirer votre consentement à tout moment.",
        "Tout accepter",
    ),
    "vi": (
        "Quyền riêng tư",
        "Chúng tôi sử dụng cookie. Chúng tôi và các đối tác lưu thông tin trên thiết bị của bạn, "
        "bạn có thể rút lại sự đồng ý bất cứ lúc nào.",
        "Chấp nhận tất cả",
    ),
    "pl": (
        "Dbamy o prywatność",
        "My i nasi partnerzy używamy plików cookie na podstawie prawnie uzasadniony interes.",
        "Akceptuję wszystkie",
    ),
    "ja": (
        "プライバシー",
        "当サイトではCookieを使用しています。Cookieの設定はいつでも変更できます。",
        "すべて同意",
    ),
}


@pytest.mark.parametrize("language", CONSENT)
def test_a_page_that_asks_for_consent_is_told_by_its_words(language):
    headline, text, button = CONSENT[language]
    html = f"<title>{headline}</title><h1>{headline}</h1><p>{text}</p><button>{button}</button>"

    assert what(html) == "a consent page"


def test_so_is_one_whose_head_is_still_the_articles():
    _, text, button = CONSENT["de"]
    meta = '<meta property="og:title" content="Brücke über die Lahn gesperrt">'
    html = f"<head>{og('article')}{meta}</head><div><p>{text}</p><p>{text} {button}</p></div>"

    assert what(html) == "a consent page"


def test_an_article_below_a_banner_of_consent_is_none():
    _, text, button = CONSENT["de"]
    banner = f"<div class=cookie-banner><p>{text}</p><button>{button}</button></div>"

    assert what(f"<h1>Brücke gesperrt</h1><div>{STORY}</div>{banner}") is None


REQUESTS = {
    "vi": (
        "Chúng tôi tôn trọng quyền riêng tư của bạn",
        "Trang báo sử dụng cookie và các công nghệ tương tự để hiển thị nội dung phù hợp.",
        ("Chấp nhận tất cả", "Từ chối"),
    ),
    "de": (
        "Wir brauchen Ihre Zustimmung",
        "Auf dieser Seite und bei 214 Partnern werden Cookies verwendet, um Anzeigen zu messen.",
        ("Alle akzeptieren",),
    ),
    "de, partners alone": (
        "Waldbote",
        "Bis zu 214 Partner verwenden Cookies und ähnliche Techniken, um Anzeigen zu messen.",
        ("Alle akzeptieren",),
    ),
    "en": ("Your privacy, your choice", "Cookies help us to pay for our reporters.", ("I agree",)),
    "fr": (
        "Votre vie privée nous importe",
        "Des cookies servent à mesurer l'audience de nos articles et à financer la rédaction.",
        ("Accepter et fermer", "Continuer sans accepter"),
    ),
    "es": ("Valoramos su privacidad", "Las cookies sirven para medir la audiencia.", ("Aceptar",)),
    "id": ("Kami menghargai privasi Anda", "Cookie membantu kami mengukur iklan.", ("Setuju",)),
    "pt": ("A sua privacidade", "Os cookies servem para medir a audiência.", ("Aceitar tudo",)),
    "it": ("La tua privacy", "I cookie servono a misurare gli annunci.", ("Accetta e continua",)),
    "pl": ("Szanujemy Twoją prywatność", "Pliki cookie pomagają mierzyć reklamy.", ("Akceptuję",)),
    "ru": ("Мы ценим вашу конфиденциальность", "Cookie нужны для рекламы.", ("Принять",)),
    "ja": ("お客様のプライバシーについて", "Cookieは広告の測定に使われます。", ("同意する",)),
    "zh": ("我们重视您的隐私", "Cookie用于衡量广告的效果。", ("接受",)),
    "ko": ("귀하의 개인정보", "쿠키는 광고를 측정하는 데 쓰입니다.", ("동의",)),
    "tr": ("Gizliliğinize önem veriyoruz", "Çerezler reklamları ölçer.", ("Kabul et",)),
    "nl": ("Wij respecteren uw privacy", "Cookies meten de advertenties.", ("Akkoord",)),
    "cs": ("Vážíme si vašeho soukromí", "Cookies měří reklamu.", ("Souhlasím",)),
    "uk": ("Нам потрібна ваша згода", "Файли cookie потрібні для реклами.", ("Прийняти",)),
}


@pytest.mark.parametrize("profile", [None, CHOSEN], ids=["found", "chosen"])
@pytest.mark.parametrize("language", REQUESTS)
def test_a_page_that_asks_its_reader_and_lets_choose_asks_for_consent(language, profile):
    headline, text, labels = REQUESTS[language]
    buttons = " ".join(f"<button>{label}</button>" for label in labels)
    html = f"<h1>{headline}</h1><div class=detail><p>{text}</p><p>{text}</p>{buttons}</div>"

    assert read(html, profile).evidence.get("page") == "a consent page"


@pytest.mark.parametrize("language", REQUESTS)
def test_below_an_article_it_is_a_banner(language):
    headline, text, labels = REQUESTS[language]
    buttons = "".join(f"<button>{label}</button>" for label in labels)
    banner = f"<div class=banner><h2>{headline}</h2><p>{text}</p>{buttons}</div>"
    html = f"<h1>Brücke gesperrt</h1><div class=detail>{STORY}</div>{banner}"

    assert what(html) is None
    assert read(html, CHOSEN).evidence.get("page") is None


def test_a_brief_that_quotes_a_request_is_an_article():
    text = "Ein Gericht in Berlin rügt die Worte „Wir brauchen Ihre Zustimmung“ vor Cookies."
    banner = "<div class=banner><button>Alle akzeptieren</button></div>"

    assert what(f"<h1>Gericht rügt Banner</h1><div><p>{text}</p></div>{banner}") is None


def test_news_about_consent_are_an_article():
    text = "Die Schaltflächen „Alle akzeptieren“ und „Alle ablehnen“ müssen gleich groß sein. "
    story = "".join(f"<p>{text}{TEXT * 2}</p>" for _ in range(4))

    assert what(f"<h1>Gericht rügt Banner</h1><div>{story}</div>") is None


CHECKS = {
    "en": "<title>Just a moment...</title><h1>waldbote.test</h1>"
    "<p>waldbote.test needs to review the security of your connection before proceeding.</p>",
    "denied": "<title>Access Denied</title><h1>Access Denied</h1>"
    "<p>You don't have permission to access this page. Reference 18.2f</p>",
    "de": "<title>Einen Moment, bitte …</title><h1>Sicherheitsüberprüfung</h1>"
    "<p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p>",
    "fr": "<title>Un instant…</title><h1>Vérification de sécurité</h1><p>Merci de patienter.</p>",
    "vi": "<title>Vui lòng chờ trong giây lát...</title><h1>Xác minh bạn là con người</h1>"
    "<p>Đang kiểm tra bảo mật kết nối.</p>",
    "id": "<h1>Akses ditolak</h1><p>Silakan aktifkan JavaScript lalu muat ulang.</p>",
    "ru": "<h1>Проверка браузера</h1><p>Докажите, что вы не робот.</p>",
    "zh": "<h1>安全验证</h1><p>请输入验证码以继续。</p>",
    "markup": "<h1>Are you a robot?</h1><form action='/go'><div class='g-recaptcha'></div></form>",
}


@pytest.mark.parametrize("check", CHECKS)
def test_a_page_that_checks_who_reads_it_is_told(check):
    assert what(CHECKS[check]) == "a bot check"


LOGINS = {
    "en": "Log in",
    "de": "Anmelden | Waldbote",
    "fr": "Connexion",
    "es": "Iniciar sesión",
    "vi": "Đăng nhập tài khoản",
    "id": "Masuk",
    "ko": "로그인",
}


@pytest.mark.parametrize("language", LOGINS)
def test_a_page_to_log_in_by_is_told_by_its_name_and_its_form(language):
    form = "<form><input name=user><input type=password name=word><button>OK</button></form>"

    assert what(f"<h1>{LOGINS[language]}</h1><p>Waldbote</p>{form}") == "a login page"


def test_an_article_with_a_form_to_log_in_by_is_none():
    form = "<form><input type=email><input type=password></form>"

    assert what(f"{form}<h1>Masuk desa, wisatawan naik perahu</h1><p>{TEXT}</p>") is None
    assert what(f"{form}<h1>Brücke gesperrt</h1><p>{TEXT}</p>") is None


@pytest.mark.parametrize(
    "headline",
    [
        *("Down for maintenance", "Wir warten unsere Seite", "Site en maintenance"),
        *("Hệ thống đang bảo trì", "Situs sedang dalam perbaikan", "Ведутся технические работы"),
        *("メンテナンス中です", "系统维护"),
    ],
)
def test_a_site_that_will_be_back_says_so(headline):
    assert what(f"<h1>{headline}</h1><p>{TEXT}</p>") == "a maintenance page"


def test_news_about_maintenance_say_more():
    assert what(f"<h1>Schleuse wegen Wartung zu</h1><div>{STORY}</div>") is None


@pytest.mark.parametrize("dated", [False, True], ids=["undated", "dated"])
def test_a_short_article_stays_one(dated):
    meta = '<meta property="article:published_time" content="2024-10-23T10:00:00+02:00">'
    html = f"<head>{meta if dated else ''}</head><h1>Brücke gesperrt</h1><p>{TEXT}</p>"

    assert what(html) is None


def test_a_section_has_no_further_pages():
    html = section('<link rel=next href="/artikel/7?page=2">')

    assert page_of(html).next_parts == ()


def test_what_a_wall_says_in_place_of_a_further_page_is_not_read():
    headline, text, button = CONSENT["de"]
    html = f"<h1>{headline}</h1><p>{text}</p><button>{button}</button>"

    assert page_of(html, earlier=read(f"<h1>Brücke</h1>{STORY}")).fault == "a consent page"


def real_pages(folder):
    """Yield name, URL, HTML and kind of every real page."""
    for part in ("real", "vn"):
        truths = json.loads((folder / part / "truth.json").read_text(encoding="utf-8"))
        for name, truth in truths.items():
            body = (folder / part / name).read_bytes()
            while body.startswith(b"\x1f\x8b"):
                body = gzip.decompress(body)
            url = truth.get("url") or "https://waldbote.test/artikel/7"
            yield name, url, body.decode("utf-8", "replace"), truth.get("kind") or "article"


def test_no_real_article_is_dropped_and_every_real_listing_is():
    if "NEWSBOT_PAGES" not in os.environ:
        pytest.skip("set NEWSBOT_PAGES to the folder of the real pages")
    found = {"article": set(), "listing": set(), "excerpt": set()}
    for name, url, html, kind in real_pages(Path(os.environ["NEWSBOT_PAGES"])):
        profile = parse_profile("real", f'domain = "{urlsplit(url).hostname}"\n'.encode())
        source = SimpleNamespace(url=url, text=html)
        article = ArticlePage(source, profile, datetime(2026, 12, 1, tzinfo=UTC)).article
        # An excerpt may lack the text, and so be no article, but it is nothing else.
        reason = article.evidence.get("page") if kind == "excerpt" else fault(article, "7")
        found[kind].add(reason if kind == "listing" else reason and f"{reason}: {name}")

    assert found == {"article": {None}, "listing": {"a section page"}, "excerpt": {None}}
