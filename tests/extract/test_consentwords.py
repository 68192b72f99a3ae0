from __future__ import annotations

import pytest

from newsbot.extract import consentwords
from newsbot.text import fold

LISTS = {name: words for name, words in vars(consentwords).items() if name.isupper()}


@pytest.mark.parametrize("name", LISTS)
def test_words_are_folded_and_stand_once(name):
    words = LISTS[name]

    assert [fold(word) for word in words] == list(words)
    assert len(set(words)) == len(words)
