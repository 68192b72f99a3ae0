from __future__ import annotations

import pytest

from newsbot.extract.boxes import is_title_of_links, popular_boxes
from newsbot.extract.lines import read_lines
from newsbot.extract.tree import read_tree

TEXT = "<p>Ein Absatz, der lang genug ist, um als laufender Text zu gelten.</p>"
ITEM = "<li><a href='/artikel/1'>Ein anderer Artikel</a></li>"
CARD = "<li><h5><a href='/artikel/1'>Ein anderer Artikel</a></h5>" + TEXT + "</li>"
AGED = "<li><a href='/artikel/1'>Ein anderer Artikel</a><div>vor 3 Stunden</div></li>"
TIMED = "<li><a href='/artikel/1'>Ein anderer Artikel</a> 03.05.2024 09:15</li>"


def lines_of(html):
    return read_lines(read_tree(f"<main>{html}</main>"))


@pytest.mark.parametrize("item", [ITEM, CARD, AGED, TIMED], ids=["link", "teaser", "age", "time"])
@pytest.mark.parametrize("tag", ["h4", "div", "b"])
def test_a_heading_over_popular_articles_opens_a_box(tag, item):
    lines = lines_of(f"{TEXT}<div id='x'><{tag}>Đọc nhiều</{tag}><ul>{item * 2}</ul></div>{TEXT}")
    assert [box.get("id") for box in popular_boxes(lines)] == ["x"]


@pytest.mark.parametrize(
    "html",
    [
        f"{TEXT}<h4>Đọc nhiều</h4><ul>{ITEM * 2}</ul>{TEXT}",
        f"<div><h4>Đọc nhiều</h4>{TEXT * 2}</div>",
        "<div><h4>Đọc nhiều</h4><p>Kurz.</p></div>",
        f"<div><h4>Đọc nhiều sách</h4><ul>{ITEM * 2}</ul></div>",
        "<h4>Đọc nhiều</h4>",
    ],
    ids=["text around", "text within", "no links", "other words", "nothing behind"],
)
def test_what_is_not_all_links_under_such_a_heading_is_no_box(html):
    assert popular_boxes(lines_of(html)) == set()


@pytest.mark.parametrize(
    ("html", "is_title"),
    [
        (f"<div><h4>Aus dem Wald</h4><ul>{ITEM * 2}</ul></div>", True),
        (f"<div><h4>Aus dem Wald</h4><ul>{TIMED * 2}</ul></div>", True),
        (f"<div><h4>Aus dem Wald</h4><ul>{AGED * 2}</ul></div>", True),
        (f"<div><h4><span>Aus dem Wald</span></h4>{ITEM * 2}</div>", True),
        (f"<div><p>Ida Moor</p><ul>{ITEM * 2}</ul></div>", False),
        (f"<div><h4>Aus dem Wald</h4><ul>{ITEM}</ul></div>", False),
        ("<div><h4>Aus dem Wald</h4><a href='/w'>Wald</a> <a href='/p'>Pilze</a></div>", False),
        (f"<div><h4>Aus dem Wald</h4><ul>{ITEM * 2}</ul>{TEXT}</div>", False),
        (f"<h4>Aus dem Wald</h4><div><ul>{ITEM * 2}</ul></div>{TEXT}", False),
        (f"{TEXT}<h4>Aus dem Wald</h4><ul>{ITEM * 2}</ul>", False),
        ("<h4>Aus dem Wald</h4>", False),
    ],
    ids=[
        *(
            "links",
            "links with times",
            "links and ages",
            "title within",
            "author",
            "one link",
            "tags",
        ),
        *("text behind", "text around", "text before", "nothing behind"),
    ],
)
def test_the_title_of_a_box_of_links_is_known_by_the_box(html, is_title):
    lines = lines_of(html)
    number = next(n for n, line in enumerate(lines) if line.text in {"Aus dem Wald", "Ida Moor"})

    assert is_title_of_links(lines, number) is is_title
