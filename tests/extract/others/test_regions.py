from __future__ import annotations

import pytest

from newsbot.extract.others.regions import is_title, plain_text, region_in, region_under
from newsbot.extract.tree import read_tree

LIST = "<ul><li><a href='/artikel/1'>Ein anderer Artikel</a></li></ul>"
CARD = "<div class=c><a href='/artikel/1'><img></a><h3>Titel</h3><p>Ein Anreißer.</p></div>"
TEXT = f"<p>{'Der Rat stimmte am Abend für die neue Brücke. ' * 9}</p>"
SECTION = f"<div><h3>Sport</h3>{LIST}<a href='/2'>b</a><a href='/3'>c</a></div>"
HEADING = "<b id=h>Mehr zum Thema</b>"


def under(html, around=()):
    tree = read_tree(f"<main>{html}</main>")
    held = {e for name in around for e in tree.iter(name)}
    return [e.tag for e in region_under(tree.get_element_by_id("h"), held)]


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        (f"{HEADING}{LIST}", ["ul"]),
        (f"{HEADING}{CARD}{CARD}", ["div", "div"]),
        (f"{HEADING}<h4><a href='/1'>Ein anderer Artikel</a></h4>", ["h4"]),
        (f"<div><div>{HEADING}</div></div>{LIST}", ["ul"]),
        (f"<div>{HEADING} <a href='/alle'>mehr</a></div>{LIST}", ["ul"]),
        (f"<legend id=h>Mehr zum Thema</legend>{LIST}", ["ul"]),
        (f"<a href='#' id=h>Mehr zum Thema</a>{LIST}", ["ul"]),
        (f"{HEADING}{LIST}{TEXT}{LIST}", ["ul"]),
        (f"{HEADING}{LIST}<h3>Meistgelesen</h3>{LIST}", ["ul"]),
        (f"<b class=t id=h>Mehr zum Thema</b>{LIST}<b class=t>Anderes</b>{LIST}", ["ul"]),
        (f"{HEADING}{LIST}{SECTION}", ["ul"]),
        (f"{HEADING}<p>Kein Verweis.</p>", []),
        (f"<div><p>Anderes zuvor.</p>{HEADING}</div>{LIST}", []),
    ],
    ids=[
        *(
            "list",
            "cards",
            "linked title",
            "beside what holds it",
            "beside a link to all",
            "legend",
        ),
        *("anchor", "up to text", "up to a title", "up to the same make", "up to a section"),
        *("nothing", "not behind what goes before"),
    ],
)
def test_what_stands_under_a_heading(html, tags):
    assert under(html) == tags


def test_what_holds_the_article_is_not_under_a_heading():
    assert under(f"{HEADING}<article>{LIST}{TEXT}</article>", around=["article"]) == []


def test_far_from_its_heading_only_what_is_made_alike_is_under_it():
    html = f"<div><div><div>{HEADING}</div></div></div>{LIST}<div>{LIST}</div>"

    assert under(html) == ["ul"]


def test_plain_text_stands_on_one_line():
    assert plain_text(read_tree("<p>Ein\n <b>Satz</b></p>")) == "Ein Satz"


def within(html):
    return [e.tag for e in region_in(read_tree(f"<main>{html}</main>")[0][0], "mehr zum thema", ())]


def test_what_stands_behind_a_heading_that_no_element_holds():
    assert within(f"Mehr zum Thema{LIST}") == ["ul"]
    assert within(f"<p>Anderes zuvor.</p>Mehr zum Thema{LIST}{TEXT}{LIST}") == ["ul"]


def test_behind_a_heading_that_no_element_holds_is_nothing_without_links():
    assert within(f"{LIST}Mehr zum Thema<p>Kein Verweis.</p>") == []


def test_a_title_is_shorter_in_writings_of_whole_syllables():
    assert [
        is_title(text) for text in ("新しい橋が来春開通", "새 다리 내년 개통", "Die neue Brücke")
    ] == [
        True,
        True,
        True,
    ]
    assert not any(map(is_title, ("もっと見る", "더보기", "Alle Artikel")))
