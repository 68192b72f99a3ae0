from __future__ import annotations

import pytest

from newsbot.metas import metas

META = "<meta name=robots content=noarchive>"
FOUND = [("robots", "noarchive")]


def read(text):
    return list(metas(text.encode()))


@pytest.mark.parametrize(
    "before",
    [
        "<!doctype html><html><head>",
        "<!-->",
        "<!--->",
        "<!-- a -- > <body> -->",
        "<!-- a --!>",
        "<!doctype html '<!--'>",
        "<?xml version='1.0'?>",
        "</ a>",
        "<title>a < b <!-- </title>",
        "<script>if (a <b && c> d) x = '<body>' + '</scripts>'</SCRIPT >",
        "<link title='<!--'>",
        "<link title=it's>",
        '<link a="b" ">',
        "<link title=>",
        "<a/b/c='>'/>",
        "<1",
        "a <",
        "<noscript>",
        "</head>",
        "<bodyguard>",
        "</body>",
    ],
)
def test_a_meta_element_is_found_behind_whatever_html_allows(before):
    assert read(before + META) == FOUND


@pytest.mark.parametrize(
    "before",
    [
        "<!--",
        "<!-- a -- > ",
        "<script>",
        "<SCRIPT src='a'>'</scripts>'",
        "<style type='a>b'>",
        "<template><p></p>",
        "<link title='",
        "<! ",
        "<body class=a>",
        "<BODY>",
    ],
)
def test_what_stands_where_html_has_no_elements_is_none(before):
    assert read(f"{before}{META}'") == []


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("<META NAME = 'Robots'\nCONTENT\t=\t\"a > b\"/>", ("robots", "a > b")),
        ("<meta/name=robots/content=b>", ("robots/content=b", "")),
        ("<meta name='robots'content='b'>", ("robots", "b")),
        ("<meta name=a name=b content=c content=d>", ("a", "c")),
        ("<meta http-equiv=X-Robots-Tag content=' b '>", ("x-robots-tag", "b")),
        ("<meta name=a content='no&#97;rchive &amp; b'>", ("a", "noarchive & b")),
        ("<meta content>", ("", "")),
        ("<meta name=a content=b", ("a", "b")),
    ],
)
def test_attributes_are_read_as_browsers_read_them(tag, found):
    assert read(tag) == [found]
