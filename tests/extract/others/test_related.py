from __future__ import annotations

import pytest

from newsbot.extract.lines import read_lines
from newsbot.extract.others.related import blocks_under_headings, heading_words, kind_of_selected
from newsbot.extract.tree import read_tree

LIST = "<ul><li><a href='/artikel/1'>Ein anderer Artikel</a></li></ul>"
CARD = "<div><h3><a href='/artikel/1'>Titel</a></h3><p>Ein Anreißer, länger als er.</p></div>"


def lines_of(html):
    return read_lines(read_tree(html))


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        (f"<h3>Tin liên quan</h3>{LIST}", ["ul"]),
        (f"<h3>Tin liên quan</h3>{CARD}{CARD}", ["div", "div"]),
        (f"<h3>Tin liên quan</h3>{LIST}<h3>Đọc nhiều</h3>{LIST}", ["ul"]),
        (f"<h3>Đọc nhiều</h3>{LIST}", []),
        (f"<h3>Tin liên quan</h3>{LIST}<p>Ein Satz ohne Verweis.</p>", ["ul"]),
        (f"<h3>Tin liên quan</h3>{LIST}<h3>Cùng chuyên mục</h3>{LIST}", ["ul", "ul"]),
    ],
    ids=["list", "cards", "up to the next", "popular", "text behind", "two blocks"],
)
def test_a_block_stands_under_its_heading(html, tags):
    assert [element.tag for element in blocks_under_headings(lines_of(html))] == tags


def test_the_headings_that_selectors_name_are_compared_by_their_words():
    assert heading_words(["heading:» THÊM TIN:", "ul.x"]) == {"thêm tin"}


@pytest.mark.parametrize(
    ("selector", "html", "kind"),
    [
        ("heading:Mehr zum Thema", "<p>Mehr zum Thema</p><ul></ul>", "editor"),
        ("ul", "<h3>Meistgelesen</h3><ul></ul>", "popular"),
        ("ul", "<div class=cung-chuyen-muc><ul></ul></div>", "same-section"),
        ("ul", "<div><ul></ul></div>", None),
        ("ul", "<p>Ein Satz.</p>", None),
    ],
    ids=["heading named", "heading above", "name around", "nothing said", "nothing there"],
)
def test_a_chosen_block_is_what_the_page_calls_it(selector, html, kind):
    elements = list(read_tree(html).iter("ul"))

    assert kind_of_selected([selector], elements) == kind
