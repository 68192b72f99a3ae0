from __future__ import annotations

import pytest

from newsbot.dates.line import LONGEST, Line

HALF_DECOMPOSED = "trâ\N{COMBINING DOT BELOW}n"


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        pytest.param("OCT 23", "oct 23", id="ascii"),
        pytest.param("Thứ Tư", "thứ tư", id="nfc"),
        pytest.param(HALF_DECOMPOSED, "trận", id="half-decomposed"),
        pytest.param("\N{ZERO WIDTH SPACE}23\N{SOFT HYPHEN}.10", "23.10", id="invisible"),
        pytest.param("EKİM", "ekim", id="turkish-dotted-i"),
        pytest.param("Straße", "strasse", id="sharp-s"),
    ],
)
def test_text_is_made_comparable(printed, text):
    assert Line.of(printed).text == text


@pytest.mark.parametrize(
    ("printed", "part"),
    [
        pytest.param("Thứ 4 23.10", "23.10", id="one-to-one"),
        pytest.param(f"{HALF_DECOMPOSED} 23.10 {HALF_DECOMPOSED}", "23.10", id="after-shorter"),
        pytest.param("Straße 23.10 Straße", "23.10", id="after-longer"),
        pytest.param("\N{ZERO WIDTH SPACE} 23.10", "23.10", id="after-invisible"),
    ],
)
def test_a_span_leads_back_to_the_printed_text(printed, part):
    line = Line.of(printed)
    start = line.text.index(part)

    assert line.as_printed(start, start + len(part)) == part


def test_the_end_of_the_text_is_the_end_of_the_print():
    line = Line.of(HALF_DECOMPOSED)

    assert line.span(0, len(line.text)) == (0, len(HALF_DECOMPOSED))


def test_a_long_text_is_cut():
    assert len(Line.of("x" * (LONGEST + 1)).text) == LONGEST
