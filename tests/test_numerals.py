from __future__ import annotations

import pytest

from newsbot.numerals import amount


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "0 articles"), (1, "1 article"), (2, "2 articles")],
)
def test_one_thing_alone_is_no_plural(number, told):
    assert amount(number, "article") == told
