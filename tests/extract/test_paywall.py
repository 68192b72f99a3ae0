from __future__ import annotations

import pytest

from newsbot.extract.column import read_column
from newsbot.extract.found import Found
from newsbot.extract.lines import read_lines
from newsbot.extract.metadata import read_metadata
from newsbot.extract.paywall import body_status
from newsbot.extract.roles import Roles
from newsbot.extract.tree import read_tree
from tests.extract.columns import URL

SENTENCE = "Der Gemeinderat hat am Abend über den Weg am See gesprochen. "
SHORT = f"<p>{SENTENCE * 3}</p>"
MIDDLE = SHORT * 8
LONG = SHORT * 20
SOLD = '{"isAccessibleForFree": "False", "cssSelector": ".sold"}'


def status_of(html, *, free=None, parts="[]"):
    """Return the status of a page with *html*, whose text is in the element main."""
    head = f"""<script type="application/ld+json">
{{"@type": "NewsArticle", "hasPart": {parts}}}</script>"""
    tree = read_tree(head + html)
    body = [*tree.iter("main")]
    around = {element for part in body for element in (part, *part.iterancestors())}
    lines = read_lines(tree)
    column = read_column(lines, body, Roles(around))
    text = "\n\n".join(piece.line.text for piece in column if piece.inside) or None
    access = None if free is None else Found(free, "json-ld")
    return body_status(
        text and Found(text, "generic"), access, read_metadata(tree, URL), column, lines
    )


@pytest.mark.parametrize(
    ("html", "free", "status"),
    [
        (f"<main>{SHORT}</main>", None, "full"),
        (f"<main>{SHORT}</main>", True, "full"),
        (f"<main>{SHORT}</main>", False, "teaser"),
        (f"<main>{LONG}</main>", False, "full"),
        (f"<main>{MIDDLE}</main>", False, "full"),
        (f"<main>{MIDDLE}</main><p>Jetzt weiterlesen mit Waldbote Plus</p>", False, "teaser"),
        (f"<main>{MIDDLE}</main><p>Mehr aus dem Ort</p>", False, "full"),
        (f"<main>{MIDDLE}</main><div class='paywall'>Waldbote Plus</div>", False, "teaser"),
        (f"<main>{LONG}</main><div class='paywall'>Waldbote Plus</div>", False, "full"),
        (f"<main>{LONG}<p>{SENTENCE[:40]}...</p></main>", False, "teaser"),
        (f"<main>{SHORT}</main><p>Mời bạn đăng nhập để đọc tiếp</p>", None, "teaser"),
        (f"<main>{SHORT}</main><p>この記事は有料会員限定です</p>", None, "teaser"),
        (f"<main>{SHORT}<p>Đăng nhập để đọc toàn bộ bài viết</p></main>", None, "teaser"),
        (f"<main>{SHORT}</main><p>Already a subscriber? Log in</p>", True, "full"),
        (f"<main>{MIDDLE}</main><p>Already a subscriber? Log in</p>", None, "full"),
    ],
    ids=[
        *("nothing said", "free", "sold and short", "sold and whole", "sold and no sign of it"),
        *("notice behind", "other words behind", "paywall behind", "whole before a paywall"),
        *(
            "cut off",
            "Vietnamese notice",
            "Japanese notice",
            "notice in the text",
            "notice on a free page",
        ),
        "notice for comments",
    ],
)
def test_a_text_is_a_teaser_where_the_page_says_and_shows_it(html, free, status):
    assert status_of(html, free=free) == status


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        (f"{SHORT}<div class='sold'>{SHORT * 2}</div>", f"[{SOLD}]"),
        (f"{SHORT}<div id='sold'>{SHORT * 2}</div>", f"[{SOLD.replace('.sold', '#sold')}]"),
        (f"{SHORT}<div class='x sold'>{SHORT * 2}</div>", SOLD.replace(".sold", ".a, div.sold")),
    ],
    ids=["class", "id", "several"],
)
def test_a_page_that_gives_what_it_sells_is_full(html, parts):
    assert status_of(f"<main>{html}</main>", free=False, parts=parts) == "full"


@pytest.mark.parametrize(
    "html",
    [
        f"{SHORT}<div class='sold'></div>",
        f"<div class='sold'>{SHORT}</div>",
        SHORT,
    ],
    ids=["empty", "with the beginning", "missing"],
)
def test_a_page_that_sells_what_it_does_not_give_has_a_teaser(html):
    assert status_of(f"<main>{html}</main>", free=False, parts=f"[{SOLD}]") == "teaser"


@pytest.mark.parametrize(("free", "status"), [(None, "unavailable"), (False, "teaser")])
def test_an_article_without_text_is_unavailable_unless_it_is_sold(free, status):
    assert status_of("<main></main>", free=free) == status


def test_a_listing_lacks_no_text():
    metadata = read_metadata(read_tree("<p>Start</p>"), URL)
    assert body_status(None, None, metadata, [], []) == "full"
