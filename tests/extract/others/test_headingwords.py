from __future__ import annotations

import unicodedata

import pytest

from newsbot.extract.others import headingwords

GROUPS = ("SAME_SECTION", "EDITOR", "OLDER", "FURTHER", "NEWEST", "POPULAR")


@pytest.mark.parametrize("name", GROUPS)
def test_the_words_are_composed_and_have_no_ornaments(name):
    phrases = getattr(headingwords, name)

    assert all(phrase == unicodedata.normalize("NFC", phrase).strip(" :.»") for phrase in phrases)


def test_no_words_say_two_things():
    phrases = [p.casefold() for name in GROUPS for p in getattr(headingwords, name)]

    assert sorted({p for p in phrases if phrases.count(p) > 1}) == []
