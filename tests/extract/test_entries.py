from __future__ import annotations

import pytest

from newsbot.extract.entries import Entries, read_entries
from newsbot.pages.html import Anchor
from tests.extract.layouts import layout_of

TEASER = "Nach langer Aussprache fiel die Entscheidung am Abend mit großer Mehrheit der Stimmen."


def entries(html, *paragraphs):
    layout = layout_of(html)
    anchors = [Anchor(a.get("href"), "", a) for a in layout.tree.iter("a")]
    return read_entries(anchors, {"/1": "1", "/2": "2"}.get, layout.lines, set(paragraphs))


def card(number):
    return f"<div><a href='/{number}'>Titel</a><p>{TEASER} {number}</p></div>"


def test_a_teaser_belongs_to_the_one_article_linked_beside_it():
    assert entries(card(1) + card(2)) == Entries(linked=2, told=2, share=1.0)


def row(number, text=f"<p>{TEASER}</p>"):
    return f"<h3><a href='/{number}'>Titel</a></h3><p>23.10.2024</p>{text}"


def test_so_does_one_right_below_its_title_where_all_stand_in_one_element():
    assert entries(f"<div>{row(1)}{row(2)}</div>") == Entries(linked=2, told=2, share=1.0)


def test_of_a_text_below_a_link_the_first_paragraph_alone_belongs_to_it():
    html = f"<div>{row(1)}<p>{TEASER}</p>{row(2)}<p>{TEASER}</p></div>"

    assert entries(html).share == pytest.approx(1 / 2, abs=0.02)


def test_a_link_within_its_text_has_none():
    html = f"<div><p>{TEASER} <a href='/1'>eins</a></p><p>{TEASER}</p><a href='/2'>zwei</a></div>"

    assert entries(html).told == 1


def test_text_around_several_links_belongs_to_none():
    html = f"<div><p>{TEASER}</p><a href='/1'>eins</a> <a href='/2'>zwei</a></div>"

    assert entries(html) == Entries(linked=2, told=0, share=0.0)


def test_links_that_lead_to_no_article_are_no_entries():
    assert entries(card(3)) == Entries(linked=0, told=0, share=0.0)


def test_running_text_beside_the_entries_is_counted_too():
    found = entries(f"{card(1)}{card(2)}<div><p>{TEASER}</p></div>")

    assert found.share == pytest.approx(2 / 3, abs=0.02)


def test_a_page_without_text_has_no_share_of_it():
    assert entries("<a href='/1'>eins</a>") == Entries(linked=1, told=0, share=0.0)
