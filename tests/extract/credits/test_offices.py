from __future__ import annotations

import pytest

from newsbot.extract.credits.offices import is_office


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CHỦ TỊCH", True),
        ("KT. GIÁM ĐỐC SỞ", True),
        ("Phó Chủ tịch UBND huyện", True),
        ("Der Bürgermeister", True),
        ("Mayor", True),
        ("Lý Văn Đang", False),
        ("Max Bürgermeister", False),
        ("Chair Maker", False),
    ],
)
def test_an_office_is_told_from_who_holds_it(text, expected):
    assert is_office(text) is expected
