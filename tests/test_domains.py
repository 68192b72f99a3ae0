from __future__ import annotations

import pytest

from newsbot.domains import registrable


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("WWW.baothaibinh.com.vn", "baothaibinh.com.vn"),
        ("bao.thaibinh.gov.vn.", "thaibinh.gov.vn"),
        ("a.b.blogspot.com", "b.blogspot.com"),
        ("com.vn", "com.vn"),
        ("www.waldbote.test", "www.waldbote.test"),
        ("localhost", "localhost"),
        ("127.0.0.1", "127.0.0.1"),
        ("[::1]", "::1"),
        ("", ""),
    ],
)
def test_the_owner_of_a_host_is_told_by_the_list_of_public_suffixes(host, name):
    assert registrable(host) == name
