from __future__ import annotations

import pytest

from newsbot.extract.blocks import Blocks
from newsbot.extract.lines import read_lines
from newsbot.extract.tree import read_tree


def links(*numbers, title="Ein anderer Artikel"):
    return "".join(f"<li><a href='/artikel/{n}'>{title} {n}</a></li>" for n in numbers)


def found(html, section=None, body="article"):
    """Return kind, least and addresses of the blocks of a page, the article in *body*."""
    tree = read_tree(f"<main>{html}</main>")
    held = list(tree.iter(body))
    around = {e for part in held for e in (part, *part.iterancestors())}
    inside = {e for part in held for e in part.iter()}
    blocks = Blocks(read_lines(tree), around, inside, section).find()
    return [
        (b.kind, b.least, [a.get("href")[-1] for e in b.elements for a in e.iter("a")])
        for b in blocks
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        *(("Cùng chuyên mục", "same-section"), ("Lesen Sie auch", "editor")),
        *(("Older Posts", "chronological"), ("Meistgelesen", "popular"), ("Đọc thêm", None)),
        *(
            ("Trending", "popular"),
            ("More in Politics", "same-section"),
            ("Đọc thêm Thời sự", None),
        ),
    ],
)
def test_a_block_is_what_its_heading_says(heading, kind):
    assert found(f"<h3>{heading}</h3><ul>{links(1, 2)}</ul>") == [(kind, 1, ["1", "2"])]


def test_where_a_heading_says_nothing_the_name_does():
    html = f"<div class=related><span>Đọc thêm</span><ul>{links(1, 2)}</ul></div>"

    assert {kind for kind, _, _ in found(html)} == {"editor"}


def test_a_heading_that_names_the_section_is_over_its_articles():
    assert found(f"<h3>Kultur</h3><ul>{links(1, 2)}</ul>", section="Kultur") == [
        ("same-section", 2, ["1", "2"])
    ]


def test_a_block_is_what_its_name_says():
    assert found(f"<div id=tin-lien-quan><p>Và</p><ul>{links(1, 2)}</ul></div>") == [
        ("editor", 2, ["1", "2"])
    ]


def test_cards_that_say_it_are_one_block():
    html = "".join(f"<div class=most-read-item>{links(n)}</div>" for n in (1, 2, 3))

    assert found(html) == [("popular", 3, ["1", "2", "3"])]


def test_a_list_of_titles_within_the_text_is_an_editors():
    html = f"<article><p>Ein Satz.</p><ul>{links(1, 2, 3)}</ul><p>Noch einer.</p></article>"

    assert found(html) == [("editor", 3, ["1", "2", "3"])]


def test_a_link_or_two_within_the_text_are_no_list():
    assert found(f"<article><p>Ein Satz.</p><ul>{links(1, 2)}</ul></article>") == []


def test_titles_that_stand_in_their_links_are_listed():
    card = "<a href='/artikel/{0}'><h3>Ein anderer Artikel {0}</h3></a>"
    cards = "".join(map(card.format, (1, 2, 3)))

    assert found(f"<article><p>Ein Satz.</p>{cards}</article>") == [("editor", 3, ["1", "2", "3"])]


@pytest.mark.parametrize(
    "around", ["<nav>{}</nav>", "<div class=footer>{}</div>", "<div class=comments>{}</div>"]
)
def test_menus_footers_and_comments_hold_no_blocks(around):
    html = around.format(f"<h3>Latest News</h3><ul class=related>{links(1, 2, 3)}</ul>")

    assert found(html) == []


def test_what_holds_the_article_is_no_block_whatever_its_name():
    html = f"<div class=related><article><p>Ein Satz.</p></article><ul>{links(1, 2, 3)}</ul></div>"

    assert found(html) == []
