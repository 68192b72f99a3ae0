from __future__ import annotations

import pytest

from newsbot.extract.credits.people import is_names, names_in


@pytest.mark.parametrize(
    ("section", "names"),
    [
        ("Von Ida Moor, Max Orth und Eva Lenz", ["Ida Moor", "Max Orth", "Eva Lenz"]),
        ("Ida Moor und Max Orth, Tann", ["Ida Moor", "Max Orth"]),
        ("Ida Moor Redakteurin, Max Orth Reporter", ["Ida Moor", "Max Orth"]),
        ("Ida Moor Ida Moor", ["Ida Moor"]),
        ("Ida Moor avec AFP", ["Ida Moor", "AFP"]),
        ("Ana Costa e Silva", ["Ana Costa e Silva"]),
        ("An Nhiên, Tú", ["An Nhiên", "Tú"]),
        ("記者林小樹／台北報導", ["林小樹"]),
        ("李明 王小河", ["李明", "王小河"]),
        ("森川 花子", ["森川 花子"]),
        ("記者 森川 花子", ["森川 花子"]),
    ],
)
def test_names_are_parted_and_roles_and_places_left_out(section, names):
    assert names_in(section) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lý Văn Đang", True),
        ("An Nhiên - TTXVN", True),
        ("Ida von Moor", True),
        ("Ein Fest", True),
        ("Chợ họp lại", False),
        ("Waldbote", False),
        ("Ida Moor.", False),
        ("Wer War Das?", False),
        ("Ende", False),
    ],
)
def test_names_alone_are_known_by_their_capitals(text, expected):
    assert is_names(text) is expected
