from __future__ import annotations

import pytest

from newsbot.extract.found import Found
from newsbot.extract.lead import read_lead, repeated_lead
from tests.extract.columns import column_of

LEAD = "Nach sechs Jahren Stillstand mahlt die Mühle am Bach wieder Korn."
TEXT = "Drei Freiwillige haben das Rad in ihrer Freizeit neu verzahnt."
MORE = "Gemahlen wird vorerst nur samstags."
REST = f"<p>{TEXT}</p><p>{MORE}</p>"


def lead_of(html, chosen=(), stated=()):
    lead = read_lead(column_of(html), chosen, [Found(text, "opengraph") for text in stated])
    return (lead.found.value if lead.found else None), [p.line.text for p in lead.pieces]


@pytest.mark.parametrize(
    ("html", "stated"),
    [
        (f"<p class='sapo'>{LEAD}</p><main>{REST}</main>", []),
        (f"<p class='sapo'>{LEAD}</p><main>{REST}</main>", ["Mühle in Gang"]),
        (f"<main><p class='sapo'>{LEAD}</p>{REST}</main>", [LEAD]),
        (f"<main><p><b>{LEAD}</b></p>{REST}</main>", []),
        (f"<main><p><b>{LEAD}</b></p>{REST}</main>", [f"{LEAD[:50]}..."]),
        (f"<p>{LEAD}</p><main>{REST}</main>", [LEAD]),
        (f"<p>{LEAD}</p><main><p>{LEAD}</p>{REST}</main>", []),
    ],
    ids=["marked", "marked, SEO", "marked inside", "bold", "bold, cut", "before", "twice"],
)
def test_a_printed_lead_is_the_lead(html, stated):
    assert lead_of(html, stated=stated)[0] == LEAD


def test_a_lead_is_told_once():
    html = f"<p class='sapo'>{LEAD}</p><main><p><b>{LEAD}</b></p>{REST}</main>"
    assert lead_of(html)[1] == [LEAD, LEAD]


def test_a_lead_broken_off_loses_to_the_whole_one():
    html = f"<main><div class='sapo'>{LEAD} Drei Fr</div><p class='sapo'>{LEAD}</p>{REST}</main>"
    assert lead_of(html) == (LEAD, [f"{LEAD} Drei Fr", LEAD])


def test_what_is_stated_is_the_lead_where_none_is_printed():
    assert lead_of(f"<main>{REST}</main>", stated=[LEAD]) == (LEAD, [])


def test_what_is_stated_whole_is_preferred():
    assert lead_of(f"<main>{REST}</main>", stated=[f"{LEAD[:40]} ...", LEAD])[0] == LEAD


def test_a_statement_that_repeats_the_text_is_no_lead():
    assert lead_of(f"<main>{REST}</main>", stated=[f"{TEXT[:40]}..."]) == (None, [])


def test_a_bold_heading_is_no_lead():
    assert lead_of(f"<main><p><b>1. Das Rad</b></p>{REST}</main>")[0] is None


def test_a_bold_paragraph_that_metadata_contradict_is_text():
    html = f"<main><p><b>{LEAD}</b></p>{REST}</main>"
    assert lead_of(html, stated=["Die Mühle ist alt."]) == ("Die Mühle ist alt.", [])


def test_the_profile_s_lead_is_the_lead():
    html = f"<main><p>{LEAD}</p>{REST}</main>"
    assert lead_of(html, chosen=[LEAD], stated=["Die Mühle ist alt."]) == (LEAD, [LEAD])


def test_a_short_heading_whose_words_are_in_the_lead_stays_text():
    assert lead_of(f"<main><p class='sapo'>{LEAD}</p><p>Am Bach</p>{REST}</main>")[1] == [LEAD]


def test_a_lead_is_known_again_on_a_further_page():
    pieces = repeated_lead(column_of(f"<main><p>{LEAD}</p>{REST}</main>"), LEAD).pieces
    assert [piece.line.text for piece in pieces] == [LEAD]
