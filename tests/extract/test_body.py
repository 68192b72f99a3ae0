from __future__ import annotations

import pytest

from newsbot.extract.body import (
    find_body,
    is_running,
    parts_behind,
    surroundings,
    until_many_links,
)
from newsbot.extract.lines import read_lines
from newsbot.extract.roles import Roles
from newsbot.extract.tree import read_tree

TEXT = "<p>Ein Absatz, der lang genug ist, um als laufender Text zu gelten.</p>"
TEASERS = "".join(f"<p><a href='/{n}'>Ein Artikel, der {n}.</a></p>{TEXT}" for n in range(3))
PART = f"<div class='widget text'>{TEXT * 2}</div>"
LI = f"<li>{TEXT[3:-4]}</li>"
LINK = "<p><a href='/x'>Ein anderer Artikel der Zeitung</a></p>"


def body_of(html):
    tree = read_tree(html)
    lines = read_lines(tree)
    body = find_body(tree, lines, Roles(surroundings(tree, lines)))
    return None if body is None else body.get("id")


@pytest.mark.parametrize(
    ("html", "place"),
    [
        (f"<div id='a'>{TEXT * 3}</div>", "a"),
        (f"<div id='a'><div id='b'>{TEXT * 3}</div></div>", "b"),
        (f"<div id='a'><div id='b'>{TEXT}</div><div id='c'>{TEXT * 2}</div></div>", "a"),
        (f"<div id='a'>{TEXT * 5}</div><div id='b'>{TEXT}</div>", "a"),
        (f"<div id='a'><p id='b'>{TEXT[3:-4]}</p></div>", "a"),
        (f"<div id='a'>{TEXT[3:-4]}<br><br>{TEXT[3:-4]}</div>", "a"),
        (f"<div id='a'>{TEXT}<ul id='b'>{LI * 6}</ul></div>", "a"),
        (f"<div id='a' class='entry widget'>{TEXT * 3}</div>", "a"),
        (f"<div id='a' itemprop='articleBody'>{TEXT}</div><div id='b'>{TEXT * 4}</div>", "a"),
        (f"<div id='a'>{TEXT * 2}</div><div class='comments'>{TEXT * 2}</div>", "a"),
        (f"<div id='a'>{TEXT}</div>{TEASERS}", "a"),
        (f"<div id='a'>{LINK}{TEXT}</div>{TEASERS}<div>{LINK}{TEXT}</div>", "a"),
        (f"<div id='a'>{PART}<div class='ad'>{LINK}</div>{PART * 3}</div>", "a"),
    ],
    ids=[
        *("one place", "innermost", "two parts", "most of it", "single paragraph", "line breaks"),
        "list",
        *("misleading class", "marked", "comments", "teasers"),
        *("tools between", "parts between ads"),
    ],
)
def test_the_body_is_what_holds_most_of_the_text(html, place):
    assert body_of(html) == place


@pytest.mark.parametrize(
    "html",
    [
        "<p>Kurz.</p>",
        f"<div itemprop='articleBody'><script>x()</script></div><div>{TEXT}</div>",
        f"<div class='sidebar'>{TEXT * 3}</div>",
        TEASERS,
    ],
    ids=["nothing long", "filled by a script", "a sidebar", "teasers"],
)
def test_no_other_text_takes_the_place_of_a_missing_body(html):
    assert body_of(html) is None


def parts_of(behind):
    tree = read_tree(f"<main><div class='part' id='a'>{TEXT * 9}</div>{behind}</main>")
    lines = read_lines(tree)
    body = tree.get_element_by_id("a")
    parts = parts_behind(body, lines, Roles(surroundings(tree, lines)))
    return [part.get("id") for part in parts]


def test_a_part_behind_an_advertisement_is_made_as_the_body_is():
    ad = "<div>Anzeige</div>"
    assert parts_of(f"{ad}<div class='part' id='b'>{TEXT}</div>") == ["b"]


@pytest.mark.parametrize(
    "behind",
    [f"<div>{TEXT}</div><div class='part'>{TEXT}</div>", f"<p>{TEXT}</p>", "<div class='part'>"],
    ids=["behind other text", "other make", "empty"],
)
def test_other_text_behind_the_body_is_no_part_of_it(behind):
    assert parts_of(behind) == []


def test_a_chinese_line_needs_fewer_characters():
    (line,) = read_lines(read_tree("<p>新しい橋が土曜日に開通する予定です。</p>"))
    assert is_running(line)


def test_behind_many_links_the_article_is_over():
    lines = read_lines(read_tree(TEXT + LINK * 40 + TEXT))
    assert len(list(until_many_links(lines))) == 31


def test_links_between_paragraphs_end_nothing():
    lines = read_lines(read_tree((TEXT + LINK * 20) * 3))
    assert len(list(until_many_links(lines))) == len(lines)


def test_a_date_with_its_author_is_no_running_text():
    (line,) = read_lines(read_tree("<p>2024-05-03 08:20 来源：林报 作者：林小树 编辑：王大山</p>"))
    assert not is_running(line)
