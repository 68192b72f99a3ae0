from __future__ import annotations

import pytest

from newsbot.extract.lines import read_lines
from newsbot.extract.others.boxes import (
    comment_boxes,
    is_title_of_links,
    link_lists,
    other_articles,
    popular_boxes,
)
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


LABELLED = "<li>Im Wald: <a href='/artikel/1'>Ein anderer Artikel</a></li>"


TEASED = f"<li><a href='/artikel/1'>Ein anderer Artikel</a>{TEXT}</li>"


@pytest.mark.parametrize("item", [ITEM, LABELLED, TEASED], ids=["link", "label", "teaser"])
def test_a_list_of_linked_titles_is_a_box_with_the_title_over_it(item):
    lines = lines_of(f"{TEXT}<h3 id='title'>Mehr davon</h3><ul id='list'>{item * 3}</ul>{TEXT}")
    assert {box.get("id") for box in link_lists(lines)} == {"title", "list"}


@pytest.mark.parametrize(
    "html",
    [
        f"<ul>{LABELLED}<li>Eine Karte und eine Lampe</li></ul>",
        "<ul><li>Eine Karte und eine Lampe für den <a href='/w'>Wald</a></li></ul>",
        f"<h3>Mehr davon</h3>{TEXT}",
        "<p><a href='/artikel/1'>Ein anderer Artikel</a></p>",
    ],
    ids=["an item without a link", "a word linked", "no list", "a paragraph"],
)
def test_a_list_with_text_of_its_own_is_no_box(html):
    assert link_lists(lines_of(TEXT + html + TEXT)) == set()


def others(html):
    tree = read_tree(html)
    found = other_articles(next(tree.iter("h1")), read_lines(tree))
    return {element.get("id") for element in found}


def test_an_article_behind_that_of_the_headline_is_another():
    inner = f"<article id='inner'>{TEXT}</article>"
    html = f"<article><h1>Fest</h1>{TEXT * 3}{inner}</article><article id='next'>{TEXT}</article>"
    assert others(html) == {"next"}


@pytest.mark.parametrize(
    "head",
    ["<h1>Fest</h1>", f"<article><h1>Fest</h1>{TEXT}</article>"],
    ids=["outside", "in a head of its own"],
)
def test_an_article_is_none_of_others_where_that_of_the_headline_has_no_text(head):
    assert others(f"{head}<article>{TEXT * 3}</article>") == set()


def test_an_article_around_that_of_the_headline_is_none_of_others():
    assert others(f"<article><article><h1>Fest</h1>{TEXT * 3}</article>{TEXT}</article>") == set()


@pytest.mark.parametrize(
    "title", ["Ý kiến bạn đọc (2)", "Bình luận", "Leserkommentare", "3 Comments"]
)
def test_the_words_of_readers_are_a_box(title):
    html = f"<p>{TEXT}</p><div id='x'><div>{title}</div><p>{TEXT}</p><p>{TEXT}</p></div>"
    assert [box.get("id") for box in comment_boxes(lines_of(html))] == ["x"]


@pytest.mark.parametrize(
    "html",
    [
        f"<div><div>Comments</div><p>{TEXT}</p></div>",
        f"<div><p>{TEXT}</p><h2>Comments</h2><p>{TEXT}</p></div>",
    ],
    ids=["above the text", "a sub-heading"],
)
def test_a_heading_above_or_in_the_text_opens_no_comments(html):
    assert comment_boxes(lines_of(html)) == set()
