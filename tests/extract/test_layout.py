from __future__ import annotations

import pytest

from tests.extract.layouts import layout_of

TEXT = "<p>Ein Absatz, der lang genug ist, um als laufender Text zu gelten.</p>"
LIST = "<ul><li><a href='/artikel/1'>Ein anderer Artikel</a></li></ul>"
PAGE = f"<p>Kopf</p><h1>Fest am See</h1><div id='a'>{TEXT * 2}</div>"


def texts_of(layout):
    return [piece.line.text for piece in layout.column if piece.part == "text"]


def test_the_headline_has_its_place_among_the_lines():
    assert layout_of(PAGE).heading == range(1, 2)


def test_the_body_has_its_place_among_the_lines():
    assert layout_of(PAGE).body_place == range(2, 4)


def test_a_page_without_body_has_it_just_behind_the_headline():
    assert layout_of("<h1>Fest</h1><p>Kurz</p>").body_place == range(1, 1)


def test_a_body_around_the_headline_begins_behind_it():
    layout = layout_of(f"<div><p>Kopf</p><h1>Fest</h1>{TEXT * 2}</div>")
    assert (layout.body_place, len(texts_of(layout))) == (range(2, 4), 2)


@pytest.mark.parametrize(
    ("html", "fields", "evidence"),
    [
        (PAGE, {"body": ["#a"]}, "profile"),
        (PAGE, {"body": ["#none"]}, "generic"),
        (PAGE.replace("id='a'", "itemprop='articleBody'"), {}, "microdata"),
    ],
    ids=["profile", "profile out of date", "microdata"],
)
def test_a_body_tells_how_it_was_found(html, fields, evidence):
    assert layout_of(html, fields).body_evidence == evidence


def test_an_empty_body_of_the_profile_is_the_body():
    layout = layout_of(f"{PAGE}<div id='leer'></div>", {"body": ["#leer"]})
    assert [element.get("id") for element in layout.body] == ["leer"]


def test_far_behind_the_body_of_the_profile_nothing_is_looked_at():
    layout = layout_of(f"{PAGE}{TEXT * 50}", {"body": ["#a"]})

    assert len(texts_of(layout)) == 2
    assert [line.running for line in layout.lines[-20:]] == [None] * 20


def test_the_next_article_of_an_endless_page_is_no_text_however_long():
    own = f"<article><h1>Fest am See</h1>{TEXT * 3}</article>"
    following = (
        f"<article><div><h1>Markt am See</h1>{TEXT.replace('Ein', 'Kein') * 9}</div></article>"
    )
    assert len(texts_of(layout_of(f"<main>{own}{following}</main>"))) == 3


def test_the_headline_once_more_is_no_text():
    html = PAGE.replace("<div id='a'>", "<div id='a'><div>Fest am See</div>")
    assert len(texts_of(layout_of(html))) == 2


def test_a_list_of_links_is_no_text_nor_is_its_title():
    html = PAGE.replace("</div>", f"<h3>Aus dem Wald</h3>{LIST}{TEXT}</div>")
    assert len(texts_of(layout_of(html))) == 3


def test_what_a_profile_selects_for_a_field_is_no_text():
    html = PAGE.replace("</div>", "<p>Ganz am Ende <span>Ida Moor</span></p></div>")
    layout = layout_of(html, {"authors": ["span"]})
    assert [p.line.text for p in layout.column if p.part == "byline"] == ["Ida Moor"]


@pytest.mark.parametrize("links", [{}, {"related": "heading:Mehr zum Thema"}], ids=["usual", "own"])
def test_related_news_are_no_text(links):
    html = PAGE.replace("</div>", f"<h3>Mehr zum Thema</h3>{LIST}</div>")
    layout = layout_of(html, **links)
    assert [element.tag for element in layout.related_block] == ["ul"]
    assert len(texts_of(layout)) == 2


def test_text_behind_related_news_is_text():
    html = PAGE.replace("</div>", f"<h3>Mehr zum Thema</h3>{LIST}<p>Noch ein Satz.</p></div>")
    layout = layout_of(html, related="heading:Mehr zum Thema")
    assert texts_of(layout)[2:] == ["Noch ein Satz."]


def test_a_block_for_days_is_neither_text_nor_related():
    days = f"<b>Nach Tagen</b><form><select><option>1</select></form>{LIST}"
    html = PAGE.replace("</div>", f"<b>Mehr zum Thema</b>{LIST}{days}</div>")
    layout = layout_of(html, related="heading:Mehr zum Thema", day_block="heading:Nach Tagen")
    assert [element.tag for element in layout.day_block] == ["form", "ul"]
    assert not set(layout.related_block) & set(layout.day_block)
    assert len(texts_of(layout)) == 2


def test_a_headline_that_is_printed_twice_is_no_text():
    layout = layout_of(PAGE.replace("<div id='a'>", "<div id='a'><h1>Fest am See</h1>"))
    assert len(texts_of(layout)) == 2


IMPRINT = """<div>Cơ quan chủ quản: Hội Nhà vườn Đồng Rạng</div>
<div>Tòa soạn ở số 3 đường Bờ Kênh, phường Sen, thành phố Đồng Rạng, mở cửa cả tuần.</div>
<div>Giấy phép số 12/GP-BTTTT cấp ngày 3/5/2024</div>"""


@pytest.mark.parametrize("home", ["<p>Ida Moor</p></div>{}", "<p>Ida Moor</p>{}</div>"])
def test_at_the_imprint_the_text_is_over(home):
    layout = layout_of(PAGE.replace("</div>", home.format(IMPRINT)))
    assert texts_of(layout)[2:] == ["Ida Moor"]


def test_an_imprint_is_no_body():
    layout = layout_of(f"<div><h1>Fest am See</h1><video></video>{IMPRINT}</div>")
    assert (layout.body, layout.column) == ([], [])


def test_behind_a_block_for_days_the_text_is_over():
    days = f"<form id='tag'><input name='date'></form>{TEXT}"
    layout = layout_of(PAGE.replace("</div>", f"{days}</div>"), day_block="#tag")
    assert len(texts_of(layout)) == 2


def test_a_block_for_days_above_the_text_ends_nothing():
    days = "<form id='tag'><input name='date'></form>"
    layout = layout_of(PAGE.replace("</h1>", f"</h1>{days}"), day_block="#tag")
    assert len(texts_of(layout)) == 2


def test_related_news_above_the_headline_are_none():
    assert layout_of(f"<h3>Mehr zum Thema</h3>{LIST}{PAGE}").related_block == []


def test_a_heading_of_a_block_is_known_within_a_larger_block():
    html = f"{PAGE}<div><a href='#'>Đọc thêm</a>{LIST}</div>"
    assert [element.tag for element in layout_of(html).related_block] == ["ul"]


def test_a_headline_that_is_printed_twice_in_a_lesser_heading_is_no_text():
    layout = layout_of(PAGE.replace("<div id='a'>", "<div id='a'><h2>Fest am See</h2>"))
    assert len(texts_of(layout)) == 2


def test_what_stands_above_the_body_is_told_whatever_it_is():
    layout = layout_of(PAGE.replace("<div id='a'>", "<div class='ad'>Kahn frei</div><div id='a'>"))
    assert layout.above == ["Kahn frei"]
