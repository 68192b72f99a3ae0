from __future__ import annotations

from newsbot.extract.size import size_of


def test_signs_that_say_more_count_twice():
    assert [size_of(text) for text in ("", "cầu", "橋", "はし", "다리")] == [0, 3, 2, 4, 4]
