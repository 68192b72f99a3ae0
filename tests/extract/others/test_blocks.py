from __future__ import annotations

import pytest

from newsbot.extract.lines import read_lines
from newsbot.extract.others.blocks import Blocks
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


@pytest.mark.parametrize(
    "line",
    [
        *("<b>Xem thêm:</b> {}", "&gt;&gt;&gt; {}", "<strong>Lesen Sie auch: {}</strong>"),
        *("Baca juga: {}", "Related stories: {}", "İLGİLİ HABER: {}", "関連記事：{}"),
        "<span>» Đọc thêm: </span><em>{}</em>",
    ],
)
def test_a_link_that_a_word_or_an_arrow_in_the_text_tells_of_is_an_editors(line):
    link = "<a href='/artikel/1'>Ein anderer Artikel</a>"
    html = f"<article><p>Ein Satz.</p><p>{line.format(link)}</p><p>Noch einer.</p></article>"

    assert found(html)[-1:] == [("editor", 1, ["1"])]


def test_a_word_that_tells_of_a_link_may_stand_between_line_breaks():
    link = "Zobacz też: <a href='/artikel/1'>Ein anderer Artikel</a>"
    html = f"<article>{'Ein Satz. ' * 9}<br><br>{link}<br><br>{'Ein Satz. ' * 9}</article>"

    assert found(html) == [("editor", 1, ["1"])]


@pytest.mark.parametrize(
    "line",
    [
        "<a href='/artikel/1'>Der Rat stimmte zu</a>, wie er am Abend beschloss.",
        "Mehr dazu steht im Bericht des Rates, den <a href='/artikel/1'>wir dazu lasen</a>.",
        "Xem thêm: <a href='/artikel/1'>tại đây</a>",
    ],
)
def test_a_link_within_a_sentence_is_no_block(line):
    assert found(f"<article><p>Ein Satz.</p><p>{line}</p><p>Noch einer.</p></article>") == []


def test_what_is_told_of_behind_the_text_is_no_editors_link():
    html = f"<article><p>Ein Satz.</p></article><p>Siehe auch: {links(1)}</p>"

    assert ("editor", 1, ["1"]) not in found(html)[1:]


@pytest.mark.parametrize(
    "html",
    [
        "<div><h4><a>BÀI VIẾT LIÊN QUAN</a><a>XEM THÊM</a></h4><ul>{}</ul></div>",
        "<div><p><span>Tin liên quan</span> <a href='#'>Tin mới</a></p><div>{}</div></div>",
        "<ul><li>Tin liên quan</li><li>Xem thêm</li></ul><div>{}</div>",
    ],
)
def test_of_tabs_in_a_row_the_first_is_the_heading(html):
    assert found(html.format(links(1, 2)))[0] == ("editor", 1, ["1", "2"])


@pytest.mark.parametrize(
    ("html", "row"),
    [
        ("<div>İLGİLİ HABERLER<ul>{}</ul></div>", "<li>{}"),
        ("<div><br>İlgili haberler<ul>{}</ul></div>", "<li>{}"),
        ("<table><tr><td><b>İlgili haberler</b>{}</td></tr></table>", "<br>- {} (1.2.2026)"),
        ("<table><tr><td>İlgili haberler{}</td></tr></table>", "<br>- {} (1.2.2026)"),
    ],
)
def test_a_heading_may_stand_in_one_element_with_its_list(html, row):
    rows = "".join(row.format(f"<a href='/artikel/{n}'>Ein anderer Artikel</a>") for n in (1, 2))

    assert found(html.format(rows)) == [("editor", 1, ["1", "2"])]
