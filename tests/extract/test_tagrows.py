from __future__ import annotations

import pytest

from newsbot.extract.lines import read_lines
from newsbot.extract.tagrows import tag_row
from newsbot.extract.tree import read_tree

TEXT = "<p>Ein Absatz über den See.</p>"
LINKS = "<a href='/t/see'>See</a> <a href='/t/fest'>#Fest</a>"


def row_of(html):
    lines = read_lines(read_tree(f"<body>{TEXT}{html}</body>"))
    return tag_row(lines, 1)


@pytest.mark.parametrize(
    "row",
    [
        f"<p>Từ khóa: {LINKS}</p>",
        f"<div><span>Tags:</span> {LINKS}</div>",
        f"<div><b>Tagi:</b><div>{LINKS}</div></div>",
        f"<div><p>Archivado en:</p><p>{LINKS}</p></div>",
        "<p>Schlagwörter: See, Fest</p>",
        f"<div class='c-tags'>{LINKS}</div>",
        f"<ul class='keywords'><li>{LINKS}</li></ul>",
        f"<div class='postTags'>{LINKS}</div>",
    ],
)
def test_a_row_of_keywords_calls_itself_so_by_class_or_label(row):
    assert row_of(row) == ["See", "Fest"]


@pytest.mark.parametrize(
    "row",
    [
        f"<div>{LINKS}</div>",
        f"<div class='tag-cloud'>{LINKS}</div>",
        f"<div class='tags'>{LINKS * 20}</div>",
        f"<div class='tags'><a href='/a'>{'Ein langer Titel ' * 5}</a></div>",
        f"{'<p>Ein Satz.</p>' * 20}<div class='tags'>{LINKS}</div>",
    ],
    ids=["no name", "cloud", "many", "long", "far behind"],
)
def test_other_rows_are_none(row):
    assert row_of(row) == []
