from __future__ import annotations

import pytest

from newsbot.extract.select import (
    block_under,
    check_selector,
    heading_form,
    headings,
    select,
    select_elements,
)
from newsbot.extract.tree import read_tree, text_of

PAGE = read_tree("<h1 class=t>A</h1><p>B</p><p>C</p><a href=/1>D</a><meta content=E>")
LINK = "<a href=/7>Sieben</a>"
OTHER = "<a href=/8>Acht</a>"


def block(markup, words="Tin liên quan"):
    """The texts of the block under the heading with these words."""
    return [text_of(element) for element in block_under(read_tree(markup), words)]


@pytest.mark.parametrize(
    "selector",
    [
        *("h1", "div.a > p:not(.b), h2", "meta::attr(content)"),
        *("//p[@class='a']", "./p", "(//p)[1]"),
        *("heading:Tin cùng chuyên mục", "heading: » Mehr zum Thema"),
    ],
)
def test_a_sound_selector_passes(selector):
    check_selector(selector)


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        pytest.param("a[", "'a\\[' is no CSS selector", id="CSS"),
        pytest.param("", "is no CSS selector", id="empty"),
        pytest.param("p::first", "is no CSS selector", id="unknown part"),
        pytest.param("//a[@href", "is no XPath", id="XPath"),
        pytest.param("svg|a", "is no CSS selector", id="unknown namespace"),
        pytest.param("//a[lower(.)='x']", "is no XPath", id="unknown function"),
        pytest.param("heading:", "names no heading; give its words", id="no heading"),
        pytest.param("heading: ::", "names no heading", id="heading of ornaments"),
    ],
)
def test_an_unsound_selector_is_refused(selector, words):
    with pytest.raises(ValueError, match=words):
        check_selector(selector)


@pytest.mark.parametrize(
    ("selectors", "texts"),
    [
        pytest.param(["h1"], ["A"], id="CSS"),
        pytest.param(["//p"], ["B", "C"], id="XPath, in document order"),
        pytest.param(["(//p)[2]"], ["C"], id="XPath in brackets"),
        pytest.param([".gone", "//h2", "p"], ["B", "C"], id="the first that finds anything"),
        pytest.param(["p", "h1"], ["B", "C"], id="not those after it"),
        pytest.param([".gone"], [], id="nothing found"),
        pytest.param([], [], id="no selector"),
        pytest.param(["(count(//p))"], [], id="a number is nothing found"),
    ],
)
def test_selectors_are_tried_in_order(selectors, texts):
    assert [text_of(found) for found in select(PAGE, selectors)] == texts


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        pytest.param("//meta/@content", ["E"], id="attribute by XPath"),
        pytest.param("meta::attr(content)", ["E"], id="attribute by CSS"),
        pytest.param("//h1/text()", ["A"], id="text"),
    ],
)
def test_a_selector_may_ask_for_texts(selector, texts):
    assert select(PAGE, [selector]) == texts


def test_texts_are_no_elements():
    assert select_elements(PAGE, ["//h1/text()"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tin liên quan",
        " TIN LIÊN QUAN: ",
        "» Tin liên quan «",
        "Tin\xa0liên\nquan",
        "Tin lie\u0302n quan",
    ],
)
def test_a_heading_is_known_in_any_dress(text):
    assert heading_form(text) == "tin liên quan"


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("<h3>Tin liên quan</h3>", id="h3"),
        pytest.param("<h1>Tin liên quan</h1>", id="h1"),
        pytest.param("<div class=title>Tin liên quan</div>", id="div"),
        pytest.param("<span>Tin liên quan</span>", id="span"),
        pytest.param("<a href=/muc>Tin liên quan</a>", id="a"),
        pytest.param("<p><strong>TIN LIÊN QUAN:</strong></p>", id="strong in p"),
        pytest.param(
            "<div class=t><h2><a href=/m><span>Tin liên quan</span></a></h2></div>", id="4"
        ),
        pytest.param(
            "<div class=t><span>Tin liên quan</span><div><i class=line></i></div></div>",
            id="ornament",
        ),
        pytest.param("<div class=t><div><div>Tin liên quan</div></div></div>", id="divs"),
        pytest.param("<table><tr><td><b>Tin liên quan</b></td></tr></table>", id="table"),
    ],
)
@pytest.mark.parametrize(
    "links",
    [
        pytest.param(f"<ul><li>{LINK}</li></ul>", id="list"),
        pytest.param(f"<div><div class=card>{LINK}</div></div>", id="cards in a box"),
        pytest.param(f"<article>{LINK}</article>", id="one card"),
        pytest.param(f"{LINK}", id="bare link"),
        pytest.param(f"<script>1</script><br><div>{LINK}</div>", id="behind a script"),
    ],
)
def test_the_block_under_a_heading_of_any_make(heading, links):
    assert block(f"<div>{heading}{links}</div>") == ["Sieben"]


def test_a_row_of_cards_is_a_block():
    cards = f"<h3>Tin liên quan</h3><div class=c>{LINK}</div><div class=c>{OTHER}</div>"

    assert block(f"<section>{cards}</section>") == ["Sieben", "Acht"]


def test_a_block_may_stand_beside_an_ancestor_of_its_heading():
    head = "<div class=box-head><div><h3>Tin liên quan</h3></div></div>"

    assert block(f"<div>{head}<ul><li>{LINK}</li></ul></div>") == ["Sieben"]


@pytest.mark.parametrize(
    "following",
    [
        pytest.param("<h3>Đọc nhiều</h3>", id="a title"),
        pytest.param("<h2>Đọc nhiều</h2>", id="a title of another rank"),
    ],
)
def test_a_block_ends_before_the_next_title(following):
    assert block(f"<h3>Tin liên quan</h3><ul>{LINK}</ul>{following}<ul>{OTHER}</ul>") == ["Sieben"]


def test_a_block_ends_before_a_heading_of_the_same_make():
    first, second = "<div class=t>Tin liên quan</div>", "<div class=t>Đọc nhiều</div>"

    assert block(f"{first}<ul>{LINK}</ul>{second}<ul>{OTHER}</ul>") == ["Sieben"]


def test_the_first_heading_with_links_under_it_wins():
    tabs = "<ul><li>Tin liên quan</li><li>Bình luận</li></ul>"

    assert block(f"{tabs}<div><h3>Tin liên quan</h3><ul>{LINK}</ul></div>") == ["Sieben"]


def test_a_form_under_a_heading_is_a_block():
    form = "<form action=/archiv><select name=ngay><option>1</select></form>"

    assert len(block_under(read_tree(f"<h3>Archiv</h3>{form}"), "Archiv")) == 1


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("", id="empty page"),
        pytest.param(f"<h3>Đọc nhiều</h3><ul>{LINK}</ul>", id="another heading"),
        pytest.param(f"<h3>Tin liên quan đến lũ</h3><ul>{LINK}</ul>", id="longer heading"),
        pytest.param("<div><h3>Tin liên quan</h3></div>", id="nothing under it"),
        pytest.param("<div><h3>Tin liên quan</h3><p>Chưa có.</p></div>", id="no links under it"),
        pytest.param("<h3>Tin liên quan</h3><a name=x>Sieben</a>", id="anchors without address"),
    ],
)
def test_a_page_without_the_block_has_none(page):
    assert block(page) == []


@pytest.mark.parametrize(
    "empty", ["", "<ul></ul>", "<div class=list></div>", "<ul> <!-- 0 --></ul>"]
)
def test_an_empty_block_does_not_take_the_links_of_another(empty):
    own = f"<div class=box><h3>Tin liên quan</h3>{empty}</div>"
    other = f"<div class=box><h3>Đọc nhiều</h3><ul>{LINK}</ul></div>"

    assert block(f"<aside>{own}{other}</aside><footer>{OTHER}</footer>") == []


def test_the_words_in_running_text_are_no_heading():
    page = read_tree(f"<p>Xem thêm tin liên quan dưới đây.</p><ul>{LINK}</ul>")

    assert list(headings(page, "Tin liên quan")) == []


def test_a_heading_is_named_once_by_its_title():
    found = headings(read_tree("<h3 class=t><a><span>Archiv</span></a></h3>"), "Archiv")

    assert [element.tag for element in found] == ["h3"]


def test_turkish_capitals_are_the_same_words():
    assert heading_form("AYNI KATEGORİDEN") == heading_form("Aynı kategoriden")


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        (".b", ["1", "2", "3"]),
        ("p.b", ["1", "3"]),
        ("p.b + p.b", []),
        ("[id=x] .b", ["1", "2"]),
        ("p.b:first-child", ["1", "3"]),
        ("a[href*=am]", ["2"]),
        ("//p[@id='x' or @class='a b']", ["1"]),
        ("//*[@class='b'][1]", ["2", "3"]),
        ("//*[@class='b'] [1]", ["2", "3"]),
        ("(//*[@class='b'])[1]", ["2"]),
        ('//div[@id="x"]/*[not(@class="b")]', ["1"]),
    ],
)
def test_conditions_on_attributes_select_the_elements_that_meet_them(selector, texts):
    tree = read_tree(
        "<div id=x><p class='a b'>1</p><a class=b href=/am-see>2</a></div>"
        "<div><p class=b>3</p><p class=bc>4</p></div>"
    )
    assert [element.text for element in select_elements(tree, [selector])] == texts
