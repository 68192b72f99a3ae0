from __future__ import annotations

import json

import pytest

from newsbot.demo.markup import json_ld, nth_page, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đường đến trường: ngắn lại!", "duong-den-truong-ngan-lai"),
        ("Große Öfen", "grosse-ofen"),
        ("Chợ 38 gian", "cho-38-gian"),
    ],
    ids=["vietnamese", "german", "figures"],
)
def test_a_slug_is_plain(text, expected):
    assert slug(text) == expected


def test_json_ld_keeps_its_script_element_open():
    element = json_ld({"headline": "</script>"})

    assert element.count("</script>") == 1
    assert json.loads(element.split("\n", 1)[1].rpartition("\n")[0])["headline"] == "</script>"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "ab"), (2, "cd"), (3, "e"), (4, ""), (0, "")],
    ids=["first", "second", "last", "past-the-last", "none"],
)
def test_pages_are_counted_from_one(number, expected):
    assert "".join(nth_page(list("abcde"), number, 2)) == expected
