from __future__ import annotations

import pytest

from newsbot.extract.cipher import is_cipher


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        pytest.param("U2FsdGVkX1" * 20, True, id="data"),
        pytest.param("Der Rat hat getagt. " * 20, False, id="writing"),
        pytest.param("Donaudampfschifffahrt", False, id="a long word"),
    ],
)
def test_data_for_a_script_is_no_writing(text, is_so):
    assert is_cipher(text) is is_so
