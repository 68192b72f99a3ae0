from __future__ import annotations

import pytest

from newsbot.extract.found import Found
from newsbot.extract.lead import read_lead, repeated_lead
from tests.extract.columns import column_of

LEAD = "Nach sechs Jahren Stillstand mahlt die Mühle am Bach wieder Korn."
TEXT = "Drei Freiwillige haben das Rad in ihrer Freizeit neu verzahnt."
MORE = "Gemahlen wird vorerst nur samstags."
REST = f"<p>{TEXT}</p><p>{MORE}</p>"


def lead_of(html, chosen=(), stated=(), above=()):
    statements = [Found(text, "opengraph") for text in stated]
    lead = read_lead(column_of(html), chosen, statements, above)
    return (lead.found.value if lead.found else None), [p.line.text for p in lead.pieces]


@pytest.mark.parametrize(
    ("html", "stated"),
    [
        (f"<p class='sapo'>{LEAD}</p><main>{REST}</main>", []),
        (f"<p class='sapo'>{LEAD}</p><main>{REST}</main>", ["Mühle in Gang"]),
        (f"<main><p class='sapo'>{LEAD}</p>{REST}</main>", [LEAD]),
        (f"<main><p><b>{LEAD}</b></p>{REST}</main>", []),
        (f"<main><p><b>{LEAD}</b></p>{REST}</main>", [f"{LEAD[:50]}..."]),
        (f"<main><p class='font-medium'>{LEAD}</p>{REST}</main>", [f"{LEAD} Mehr dazu."]),
        (f"<p>{LEAD}</p><main>{REST}</main>", [LEAD]),
        (f"<p>{LEAD}</p><main><p>{LEAD}</p>{REST}</main>", []),
    ],
    ids=[
        "marked",
        "marked, SEO",
        "marked inside",
        "bold",
        "bold, cut",
        "bold by class",
        "before",
        "twice",
    ],
)
def test_a_printed_lead_is_the_lead(html, stated):
    assert lead_of(html, stated=stated)[0] == LEAD


def test_a_lead_is_told_once():
    html = f"<p class='sapo'>{LEAD}</p><main><p><b>{LEAD}</b></p>{REST}</main>"
    assert lead_of(html)[1] == [LEAD, LEAD]


def test_a_lead_broken_off_loses_to_the_whole_one():
    html = f"<main><div class='sapo'>{LEAD} Drei Fr</div><p class='sapo'>{LEAD}</p>{REST}</main>"
    assert lead_of(html) == (LEAD, [f"{LEAD} Drei Fr", LEAD])


def test_what_is_stated_and_not_printed_is_no_lead():
    assert lead_of(f"<main>{REST}</main>", stated=[LEAD]) == (None, [])


def test_what_is_stated_tells_the_lead_from_another_text_marked_so():
    other = "Die Mühle steht seit 1790 am Bach."
    html = f"<p class='teaser'>{other}</p><p class='lead'>{LEAD}</p><main>{REST}</main>"
    assert lead_of(html, stated=[f"{LEAD} Mehr dazu."])[0] == LEAD


def test_what_is_stated_shows_the_lead_in_a_box_above_the_body():
    above = ["Anzeige", LEAD]
    assert lead_of(f"<main>{REST}</main>", stated=[LEAD], above=above)[0] == LEAD


def test_a_lead_without_a_full_stop_is_known_by_what_is_stated():
    html = f"<p>{LEAD[:-1]}</p><main>{REST}</main>"
    assert lead_of(html, stated=[LEAD[:-1]])[0] == LEAD[:-1]


@pytest.mark.parametrize(
    "html",
    [
        f"<h2>{LEAD[:-1]}</h2><main>{REST}</main>",
        f"<main><h2>{LEAD} Sie gehört jetzt der Stadt.</h2>{REST}</main>",
        f"<main><h1></h1><h2>{LEAD[:-1]}</h2>{REST}</main>",
    ],
    ids=["above the body", "in the body", "directly under a headline in the body"],
)
def test_a_sentence_set_as_a_heading_is_the_lead(html):
    assert lead_of(html, stated=["Die Mühle ist alt."])[0].startswith(LEAD[:-1])


def test_a_first_heading_in_the_body_is_no_lead():
    html = f"<main><h2>Wie das Rad am Bach neu verzahnt wurde</h2>{REST}</main>"
    assert lead_of(html)[0] is None


def test_notes_above_a_lead_are_no_paragraphs():
    notes = "<p>Aus dem Sorbischen</p><p>Zuerst gedruckt am Mittwoch</p>"
    html = f"<main>{notes}<p class='summary'>{LEAD}</p>{REST}</main>"
    assert lead_of(html)[0] == LEAD


def test_a_statement_that_repeats_the_text_is_no_lead():
    assert lead_of(f"<main>{REST}</main>", stated=[f"{TEXT[:40]}..."]) == (None, [])


def test_a_bold_heading_is_no_lead():
    assert lead_of(f"<main><p><b>1. Das Rad</b></p>{REST}</main>")[0] is None


def test_a_bold_paragraph_that_metadata_contradict_is_text():
    html = f"<main><p><b>{LEAD}</b></p>{REST}</main>"
    assert lead_of(html, stated=["Die Mühle ist alt."]) == (None, [])


def test_the_profile_s_lead_is_the_lead():
    html = f"<main><p>{LEAD}</p>{REST}</main>"
    assert lead_of(html, chosen=[LEAD], stated=["Die Mühle ist alt."]) == (LEAD, [LEAD])


def test_a_short_heading_whose_words_are_in_the_lead_stays_text():
    assert lead_of(f"<main><p class='sapo'>{LEAD}</p><p>Am Bach</p>{REST}</main>")[1] == [LEAD]


def test_a_lead_is_known_again_on_a_further_page():
    pieces = repeated_lead(column_of(f"<main><p>{LEAD}</p>{REST}</main>"), LEAD).pieces
    assert [piece.line.text for piece in pieces] == [LEAD]
