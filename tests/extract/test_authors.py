from __future__ import annotations

import pytest

from newsbot.extract.authors import find_bylines, read_credits, stated_names
from newsbot.extract.metadata import read_metadata
from newsbot.extract.selected import Selected
from newsbot.extract.tree import read_tree
from tests.extract.columns import URL, column_of, site_of

TEXT = "<p>Ein Absatz, der lang genug ist.</p><p>Und noch einer, der länger ist.</p>"


def bylines_of(html):
    return [piece.line.text for piece in find_bylines(column_of(html))]


def credits_of(html, head="", **selectors):
    tree = read_tree(head + html)
    column = column_of(head + html)
    selected = Selected(tree, selectors)
    return read_credits(
        find_bylines(column), column, selected, read_metadata(tree, URL), site_of(head)
    )


def stated(*names):
    people = ", ".join(f'{{"@type": "Person", "name": "{name}"}}' for name in names)
    node = f'{{"@type": "NewsArticle", "author": [{people}]}}'
    return f'<script type="application/ld+json">{node}</script>'


@pytest.mark.parametrize(
    "html",
    [
        f"{TEXT}<p style='text-align: right;'><b>Moor</b></p>",
        f"{TEXT}<p align='right'>Moor</p>",
        f"{TEXT}<p class='author'>Moor</p>",
        f"<p>Von Ida Moor</p>{TEXT}",
        f"{TEXT}<p>Ida Moor</p>",
        f"{TEXT}<p>Text: Moor</p>",
        f"<p class='meta'>Von Ida Moor | 3. Mai 2024</p>{TEXT}",
        f"<p>{'Ein einziger Absatz. ' * 4}</p><p>Ida Moor</p>",
    ],
    ids=["right", "align", "class", "head", "tail", "label", "with date", "one paragraph"],
)
def test_a_byline_is_found_by_class_label_or_place(html):
    (byline,) = bylines_of(html)
    assert "Moor" in byline


@pytest.mark.parametrize(
    "html",
    [
        f"{TEXT}<h3>Ida Moor</h3>",
        f"{TEXT}<ul><li>Ida Moor</li></ul>",
        f"{TEXT}<p>Ende gut.</p>",
        f"<p>Ida Moor</p>{TEXT}",
        f"{TEXT}<p align='right'>{'Ein langer Satz am rechten Rand. ' * 4}</p>",
    ],
    ids=["heading", "item", "sentence", "name at the head", "long"],
)
def test_what_is_text_is_no_byline(html):
    assert bylines_of(html) == []


def test_the_heading_of_a_box_is_no_byline():
    assert bylines_of(f"{TEXT}<div>İLGİLİ HABERLER</div>") == []


def test_author_and_source_may_stand_on_two_lines():
    named = credits_of(f"{TEXT}<p>Lý Văn Đang</p><p>Theo TTXVN</p>")
    assert (named.authors.value, named.source.value) == (("Lý Văn Đang",), "TTXVN")


def test_what_is_stated_comes_before_what_is_printed():
    named = credits_of(f"{TEXT}<p>Ida Moor</p>", stated("Max Orth", "Ida Moor"))
    assert named.authors == (("Max Orth", "Ida Moor"), "json-ld")


def test_a_login_or_an_empty_name_gives_way_to_the_printed_author():
    named = credits_of(f"{TEXT}<p>Ida Moor</p>", stated("vuonnhatv", ""))
    assert named.authors == (("Ida Moor",), "generic")


def test_the_profile_has_the_first_word():
    html = f"{TEXT}<p class='x'>Trần Kha/Báo Đồng Rạng</p>"
    named = credits_of(html, stated("Max Orth"), authors=[".x"])
    assert named == ((("Trần Kha",), "profile"), ("Báo Đồng Rạng", "profile"))


def test_a_source_of_the_profile_loses_its_label():
    named = credits_of(f"<p class='x'>Nguồn: Đồng Rạng</p>{TEXT}", source=[".x"])
    assert named.source == ("Đồng Rạng", "profile")


def test_a_meta_tag_counts_if_the_column_prints_the_name():
    head = '<meta name="author" content="Ida Moor">'
    assert credits_of(f"<p>Unterwegs mit Ida Moor</p>{TEXT}", head).authors.evidence == "meta"


def test_a_vendor_in_a_meta_tag_is_nobody():
    assert credits_of(TEXT, '<meta name="author" content="MEDIAWERK">') == (None, None)


def test_tools_behind_the_authors_name_do_not_hide_it():
    tools = "<p>Từ khóa: chợ nổi</p><p>Bản in | Gửi email</p><p>Bình luận (3)</p>"
    column = column_of(f"<main><p>Chợ họp lại từ sáng sớm.</p><p>Lý Văn Đang</p>{tools}</main>")
    assert [piece.line.text for piece in find_bylines(column)] == ["Lý Văn Đang"]


LONG = f"<p>{'Ein Absatz, der lang genug ist. ' * 5}</p>"


def test_a_name_alone_at_the_head_is_a_byline_if_it_is_stated():
    column = column_of(f"<p>Ida Moor and AP</p>{TEXT}")
    stated_ones = stated_names(read_metadata(read_tree(stated("Ida Moor")), URL), site_of())
    assert [piece.line.text for piece in find_bylines(column, stated_ones)] == ["Ida Moor and AP"]


def test_a_name_behind_a_lone_label_is_a_byline():
    column = column_of(f"<p class='meta'>Author: </p><p class='meta'>Ida Moor</p>{TEXT}")
    assert [piece.line.text for piece in find_bylines(column)] == ["Author:", "Ida Moor"]


@pytest.mark.parametrize("line", ["(imo)", "(dpa/lsw)", "sda/imo", "WB-Redaktion"])
def test_a_signature_is_a_byline(line):
    assert bylines_of(f"{TEXT}<p>{line}</p><p>{LONG}</p>") == [line]


def test_bylines_with_the_link_for_authors_win_where_they_name_more():
    both = "<p class='author'><a rel='author'>Ida Moor</a>, <a rel='author'>Max Orth</a></p>"
    assert credits_of(both + LONG, stated("Max Orth")).authors.value == ("Ida Moor", "Max Orth")


def test_other_names_do_not_add_to_the_stated_author():
    html = f"<p class='author'>Ida Moor, Max Orth</p>{LONG}"
    assert credits_of(html, stated("Max Orth")).authors == (("Max Orth",), "json-ld")


def test_the_labelled_author_wins_over_one_whom_the_page_never_prints():
    named = credits_of(f"<p>Von Ida Moor</p>{LONG}", stated("Max Orth"))
    assert named.authors == (("Ida Moor",), "generic")


def test_a_stated_author_whom_the_page_prints_stays():
    named = credits_of(f"<p>Von Ida Moor</p>{LONG}<p>Es fragte Max Orth.</p>", stated("Max Orth"))
    assert named.authors == (("Max Orth",), "json-ld")


def test_an_editor_is_not_the_author():
    html = f"<p class='author'>Ida Moor</p>{LONG}<p>Editor: Max Orth</p>"
    assert credits_of(html, stated("Max Orth")).authors == (("Ida Moor",), "generic")


def test_capitals_give_way_to_the_same_name_as_it_is_printed():
    named = credits_of(f"<p class='author'>Ida Moor</p>{LONG}", stated("IDA MOOR"))
    assert named.authors == (("Ida Moor",), "json-ld")


def test_the_paper_is_the_author_where_the_page_says_so_and_names_nobody_else():
    assert credits_of(LONG, stated("Waldbote")).authors == (("Waldbote",), "json-ld")
    assert credits_of(f"<p class='author'>Von Waldbote</p>{LONG}").authors == (
        ("Waldbote",),
        "generic",
    )


def test_the_paper_gives_way_to_an_author_and_to_a_source():
    assert credits_of(f"{LONG}<p>Ida Moor</p>", stated("Waldbote")).authors.value == ("Ida Moor",)
    assert credits_of(f"{LONG}<p>Theo TTXVN</p>", stated("Waldbote")).authors is None


def test_an_agency_that_is_stated_as_author_is_author_and_source():
    named = credits_of(LONG, stated("Ida Moor", "AP"))
    assert named == ((("Ida Moor", "AP"), "json-ld"), ("AP", "json-ld"))
    assert credits_of(LONG, stated("AP")).authors == (("AP",), "json-ld")


def test_initials_are_the_authors_where_nobody_else_is():
    line = "<p>imo, dan; Foto: Tann</p>"
    assert credits_of(f"{LONG}{line}").authors == (("imo", "dan"), "generic")
    assert credits_of(f"{LONG}{line}", stated("Ida Moor")).authors.value == ("Ida Moor",)


@pytest.mark.parametrize(
    ("tag", "authors"),
    [
        ('<meta property="article:author" content="https://www.facebook.com/waldbote">', None),
        ('<meta name="parsely-author" content="ida-moor">', None),
        ('<meta name="sailthru.author" content="Ida Moor">', ("Ida Moor",)),
        ('<meta name="author" content="Nachrichten">', None),
        ('<meta name="author" content="i.moor@waldbote.test">', None),
    ],
)
def test_meta_tags_name_people_or_nobody(tag, authors):
    named = credits_of(f"<p class='meta'>3. Mai 2024 in Nachrichten</p>{LONG}", tag).authors
    assert (named and named.value) == authors
