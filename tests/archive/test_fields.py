from __future__ import annotations

import pytest

from newsbot.archive.fields import encode_fields, read_fields, write_fields


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        pytest.param(b"Server", b"caf\xe9 \x85", b"Server: caf\xe9 \x85\r\n", id="latin-1"),
        pytest.param(b"X", b"a\r\nWARC-Type: b", b"X: a  WARC-Type: b\r\n", id="a line end"),
        pytest.param(b"X", b"a\nb\rc\0d", b"X: a b c d\r\n", id="LF, CR and NUL alone"),
        pytest.param(b"X", b"", b"X: \r\n", id="no value"),
        pytest.param(b"a: b\r\nc", b"d", b"a__b__c: d\r\n", id="a line end in a name"),
        pytest.param(b"", b"d", b"_: d\r\n", id="no name"),
        pytest.param(b"caf\xe9", b"d", b"caf\xe9: d\r\n", id="a latin-1 name"),
    ],
)
def test_a_field_is_one_line(name, value, line):
    assert write_fields([(name, value)]) == line


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        pytest.param(b"A: 1\r\nB: 2\r\n", ((b"A", b"1"), (b"B", b"2")), id="two"),
        pytest.param(b"A: 1\nB: 2", ((b"A", b"1"), (b"B", b"2")), id="LF alone"),
        pytest.param(b"A: 1\r\nA: 1\r\n", ((b"A", b"1"), (b"A", b"1")), id="repeated"),
        pytest.param(b"A: b: c\r\n", ((b"A", b"b: c"),), id="a colon in the value"),
        pytest.param(b"A:\t1 \r\n", ((b"A", b"1"),), id="white space around"),
        pytest.param(b"A : 1\r\n", ((b"A", b"1"),), id="white space before the colon"),
        pytest.param(b"A: 1\r\n\t2\r\n", ((b"A", b"1 2"),), id="folded"),
        pytest.param(b" folded: first\r\n", ((b"folded", b"first"),), id="folded onto nothing"),
        pytest.param(b"noise\r\nA: 1\r\n", ((b"A", b"1"),), id="no colon"),
        pytest.param(b"", (), id="nothing"),
    ],
)
def test_fields_are_read_as_servers_send_them(lines, fields):
    assert read_fields(lines) == fields


def test_a_name_with_several_values_has_as_many_lines():
    fields = encode_fields({"via": "https://báo.test/", "alias": ("a", "b"), "channel": ()})

    assert fields == (
        (b"via", "https://báo.test/".encode()),
        (b"alias", b"a"),
        (b"alias", b"b"),
    )


def test_a_lone_surrogate_does_not_stop_the_writing():
    assert encode_fields({"via": "a\ud800b"}) == ((b"via", b"a?b"),)
