from __future__ import annotations

import pytest

from newsbot.extract.brokenjson import mended

NODE = {"headline": "Fest", "keywords": ["a"]}


@pytest.mark.parametrize(
    "text",
    [
        '{"headline": "Fest", "keywords": ["a", ], }',
        '//<![CDATA[\n{"headline": "Fest", "keywords": ["a"]}\n//]]>',
        '/*<![CDATA[*/{"headline": "Fest", "keywords": ["a"]}/*]]>*/',
        '<!-- {"headline": "Fest", "keywords": ["a"]} -->',
        '{"headline": "Fest", "keywords": ["a"]};',
        '{"headline": "Fest", // "Ort",\n "keywords": /* viele */ ["a"]}',
        '{"headline": "Fest", "keywords": ["a"',
        '{"headline": "Fest", "keywords": ["a"]',
        "{&quot;headline&quot;: &quot;Fest&quot;, &quot;keywords&quot;: [&quot;a&quot;]}",
    ],
    ids=[
        *("loose commas", "CDATA", "CDATA in comments", "comment around", "semicolon", "comments"),
        *("cut in a string", "cut behind a list", "entities"),
    ],
)
def test_what_json_forbids_is_mended(text):
    assert mended(text) == NODE


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('Er sagt "nein" und geht', 'Er sagt "nein" und geht'),
        ('Er sagt "nein"', 'Er sagt "nein"'),
        ('"Nein", sagt er', '"Nein", sagt er'),
        ('Er sagt \\"nein\\"', 'Er sagt "nein"'),
        ("zwei\nZeilen", "zwei\nZeilen"),
        (r"C:\Wald und \'Moor\'", r"C:\Wald und \'Moor\'"),
        ("https://waldbote.test/a, }", "https://waldbote.test/a, }"),
    ],
    ids=[
        "inside",
        "at the end",
        "ahead",
        "escaped",
        "line break",
        "no escape",
        "comma and bracket",
    ],
)
def test_a_string_is_read_as_it_is_meant(written, meant):
    assert mended(f'{{"headline": "{written}", "a": 1,}}') == {"headline": meant, "a": 1}


def test_documents_in_a_row_are_a_list():
    assert mended('{"a": 1}\n{"a": 2}') == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "var a = 1", '{"a": b}'], ids=range(5))
def test_what_nobody_can_tell_is_nothing(text):
    assert not mended(text)


def test_a_text_of_quotation_marks_costs_no_more_than_its_length():
    assert mended('{"a": "' + '" x' * 20_000) is not None
