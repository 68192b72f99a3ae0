from __future__ import annotations

import pytest

from newsbot.extract.strangers import without_strangers
from newsbot.extract.tree import read_tree
from tests.extract.columns import column_of

TEXT = "Der Wald ist groß, und wer ihn kennt, der weiß auch, wo im Herbst die Pilze stehen."
PARAGRAPHS = f"<p>{TEXT}</p>" * 8


def texts_of(html):
    column = column_of(html)
    tree = column[0].line.block.getroottree()
    texts = [piece.line.text for piece in without_strangers(column, list(tree.iter("main")))]
    return [text for text in texts if text != TEXT]


def page(box, text=PARAGRAPHS):
    return f"<main class='text'>{text}{box}{text}</main>"


@pytest.mark.parametrize(
    "box",
    [
        "<div class='brief'><p>Der Brief aus dem Wald, jeden Freitag in Ihrem Postfach.</p></div>",
        "<div class='kurz'><h2>Kurz gesagt</h2><ul><li>Es gibt Pilze.</li></ul></div>",
        "<div class='mehr'><b>Weiter unten mehr</b></div>",
        "<div class='kurse'><table><tr><td>Pilze</td><td>9,50</td></tr></table></div>",
        "<div class='rest breit leicht text'><p>Weiter unten mehr</p></div>",
    ],
    ids=["promotion", "summary", "control", "prices", "box with a class of the text"],
)
def test_a_short_box_of_another_make_is_no_text(box):
    assert texts_of(page(box)) == []


@pytest.mark.parametrize(
    "box",
    [
        "<p>Kurz.</p>",
        "<ul><li>Kurz.</li></ul>",
        "<blockquote><p>Kurz.</p></blockquote>",
        "<div class='zwischen'><h3>Kurz.</h3></div>",
        "<div class='liste'><ul><li>Kurz.</li></ul></div>",
        "<table><tr><td>Kurz.</td></tr></table>",
        "<div class='pull-quote'><p>Kurz.</p></div>",
        "<div class='wort'><blockquote>Kurz.</blockquote></div>",
    ],
    ids=[
        *("paragraph", "list", "quote", "sub-heading in a box", "list in a box"),
        *("table", "quote in a box", "quote in an embed"),
    ],
)
def test_a_part_of_the_text_stays_in_it(box):
    assert texts_of(page(box)) == ["Kurz."]


def test_paragraphs_in_homes_of_one_make_are_the_text():
    html = "".join(f"<div class='absatz'><p>{TEXT}</p></div>" for _ in range(8))
    assert texts_of(page("<div class='absatz letzter'><p>Kurz.</p></div>", html)) == ["Kurz."]


def test_a_box_that_opens_the_text_with_a_sentence_stays():
    opening = "Im Herbst füllt sich der Wald von Bad Tann mit Menschen und mit Körben."
    box = f"<div class='auftakt'><p>{opening}</p></div>"
    assert texts_of(f"<main class='text'>{box}{PARAGRAPHS}</main>") == [opening]


CARD = f"<li><h4><a href='/1'>Ein Artikel</a></h4><div class='n'><p>{TEXT}</p></div></li>"


def test_teasers_in_cards_behind_the_text_are_none_of_it_however_many():
    column = column_of(f"<main class='text'>{PARAGRAPHS}<ul>{CARD * 6}</ul></main>")
    tree = column[0].line.block.getroottree()

    assert len(without_strangers(column, list(tree.iter("main")))) == 8


@pytest.mark.parametrize(
    "behind",
    [
        CARD * 2,
        CARD.replace("<a href='/1'>", "").replace("</a>", "") * 6,
        f"{CARD * 6}<p>{TEXT}</p>",
    ],
    ids=["two", "titles without links", "text behind"],
)
def test_what_is_no_row_of_cards_at_the_end_stays(behind):
    column = column_of(f"<main class='text'>{PARAGRAPHS}{behind}</main>")
    tree = column[0].line.block.getroottree()

    assert len(without_strangers(column, list(tree.iter("main")))) > 8


def test_a_text_without_a_make_of_its_own_stays_as_it_is():
    boxes = "".join(f"<div class='teil-{n}'><p>Teil {n} ist kurz.</p></div>" for n in range(40))
    assert len(texts_of(page(boxes, f"<p>{TEXT}</p>"))) == 40


def test_an_empty_body_has_no_strangers():
    assert without_strangers([], [read_tree("<main></main>")]) == []
