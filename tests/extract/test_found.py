from __future__ import annotations

from newsbot.extract.found import Found


def test_what_is_found_is_a_value_and_its_evidence():
    value, evidence = Found("Fest am See", "json-ld")
    assert (value, evidence) == ("Fest am See", "json-ld")


def test_an_empty_value_is_found_all_the_same():
    assert Found("", "meta")
