from __future__ import annotations

import pytest

from newsbot.extract.alike import alike, begins, holds, is_cut, is_whole


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("Der Bus hält hier.", False, True),
        ("Der Bus hält hier?“", False, True),
        ("Der Bus hält ...", True, False),
        ("Der Bus hält . . .", True, False),
        ("Der Bus hält […]", True, False),
        ("Der Bus hä", False, False),
        ("橋が開通した。", False, True),
    ],
    ids=str,
)
def test_a_text_is_cut_or_whole(text, cut, whole):
    assert (is_cut(text), is_whole(text)) == (cut, whole)


def test_a_cut_text_begins_the_whole_one():
    assert begins("Der Bus hält künftig am Markt.", "Der Bus hält ...")


def test_nothing_begins_no_text():
    assert not begins("Der Bus", "...")


def test_a_text_holds_another_whatever_its_case_and_signs():
    assert holds("Am Montag: DER BUS, hält!", "der Bus hält")


def test_two_spellings_of_accents_are_alike():
    assert alike("Chợ mới", "Cho\u031b\u0323 mo\u031b\u0301i")


def test_dots_are_looked_for_at_the_end_alone():
    text = f"Die Brücke {'. . . ' * 40}steht ..."

    assert is_cut(text)
    assert begins(f"{text[:-4]} fest", text)
    assert not is_cut(f"... {'!' * 100}")
