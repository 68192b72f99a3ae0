from __future__ import annotations

import pytest

from newsbot.extract import wallwords
from newsbot.text import fold

LISTS = {name: words for name, words in vars(wallwords).items() if name.isupper()}


@pytest.mark.parametrize("name", LISTS)
def test_words_are_folded_and_stand_once(name):
    words = LISTS[name]

    assert [fold(word) for word in words] == list(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("name", LISTS)
def test_no_word_is_so_short_that_it_stands_in_others(name):
    # A sign of Chinese, Japanese or Korean says as much as a few letters.
    short = {word for word in LISTS[name] if len(word) < 5 and word.isascii()}

    assert short <= {"masuk"}
