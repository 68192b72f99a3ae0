from __future__ import annotations

import pytest

from newsbot.copies.records import Records
from newsbot.copies.shingles import shingled
from newsbot.copies.texts import Texts
from tests.copies.sites import OTHER, TEXT, Sites


@pytest.fixture
def texts(tmp_path):
    """The texts of elbe, which keeps one article."""
    Sites(tmp_path).keep("elbe/1")
    with Records(tmp_path, {}) as records:
        yield Texts(records)


def test_a_text_is_read_where_it_is_kept(texts):
    assert texts.of("elbe/1") == shingled(TEXT)


def test_what_is_not_kept_has_none(texts):
    assert [texts.of(one) for one in ("elbe/2", "isar/1")] == [None, None]


def test_what_was_told_last_is_believed(texts):
    texts.tell("elbe/1", shingled(OTHER))

    assert texts.of("elbe/1") == shingled(OTHER)


@pytest.fixture
def room_for_two(monkeypatch):
    """Room for two texts as OTHER, and not for the first of three."""
    text = shingled(OTHER)
    size = 2 * len(text.text) + len(text.packed)
    monkeypatch.setattr("newsbot.copies.texts._AT_HAND", 2 * size)


@pytest.mark.usefixtures("room_for_two")
def test_only_the_last_texts_are_at_hand(texts):
    for number in (2, 3, 3, 4):
        texts.tell(f"elbe/{number}", shingled(OTHER))

    assert [bool(texts.of(f"elbe/{number}")) for number in (2, 3, 4)] == [False, True, True]


@pytest.mark.usefixtures("room_for_two")
def test_a_long_text_takes_the_place_of_several(texts):
    for number in (2, 3):
        texts.tell(f"elbe/{number}", shingled(OTHER))
    texts.tell("elbe/4", shingled(3 * f"{OTHER} "))

    assert [bool(texts.of(f"elbe/{number}")) for number in (2, 3, 4)] == [False, False, True]
