from __future__ import annotations

import pytest

from newsbot.extract.rubrics import active_entry, rubrics
from newsbot.extract.tree import read_tree

LINK = "<a href='/see'>Am See</a>"


def rubrics_of(html):
    tree = read_tree(f"<body><main>{html}</main></body>")
    return list(dict.fromkeys(rubrics(next(tree.iter("h1")), {"start", "首页"})))


@pytest.mark.parametrize(
    "row",
    [
        f"<div class='crumb'>{LINK}</div>",
        f"<p class='cat'>{LINK}</p>",
        "<a class='rubrique' href='/see'>Am See</a>",
        f"<ul class='td-category'><li>{LINK}</li></ul>",
        f"<p class='section'>{LINK}</p>",
        f"<div>Chuyên mục: {LINK}</div>",
        "<div>Rubrik: Am See</div>",
        "<td class='CatTitle'>Am See</td>",
        f"<div>您当前的位置：<a href='/'>首页</a> &gt; {LINK}</div>",
    ],
)
def test_a_row_above_the_headline_names_the_section(row):
    assert rubrics_of(f"{row}<h1>Titel</h1>")[0] == "Am See"


def test_a_row_around_and_behind_the_headline_counts():
    row = f"<div class='category'>{LINK}</div>"
    assert rubrics_of(f"{row}<div><header><h1>Titel</h1></header></div>") == ["Am See"]
    assert rubrics_of(f"<h1>Titel</h1>{row}") == ["Am See"]


@pytest.mark.parametrize(
    "row",
    [
        "<span class='kicker'>Ein Fest im Mai</span>",
        f"<div class='categories'>{LINK * 5}</div>",
        "<div class='cat'>Tann, 3. Mai 2024</div>",
        "<div class='section'>Ein Satz</div>",
        f"<div class='category'>{'Ein langer Satz über den See. ' * 5}{LINK}</div>",
        f"<nav class='category'>{LINK}</nav>",
    ],
)
def test_other_rows_name_none(row):
    assert rubrics_of(f"{row}<h1>Titel</h1>") == []


@pytest.mark.parametrize(
    ("html", "entry"),
    [
        (f"<ul class='menu'><li>x</li><li class='active'>{LINK}</li></ul>", "Am See"),
        (f"<nav><ul><li class='current-menu-item'>{LINK}</li></ul></nav>", "Am See"),
        (f"<ul class='nav nav-tabs'><li class='active'>{LINK}</li></ul>", None),
        (f"<ul><li class='active'>{LINK}</li></ul>", None),
        ("<nav><li class='active'><a href='#'>Mehr</a></li></nav>", None),
        (f"<nav><a class='active' href='/b'>B</a><li class='active'>{LINK}</li></nav>", None),
    ],
)
def test_the_only_active_entry_of_a_menu_is_known(html, entry):
    assert active_entry(read_tree(html)) == entry
