from __future__ import annotations

import pytest

from newsbot.extract.authors import find_bylines, read_credits
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
