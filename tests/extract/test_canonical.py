from __future__ import annotations

import pytest

from newsbot.extract.canonical import read_canonical
from newsbot.extract.metadata import read_metadata
from newsbot.extract.tree import read_tree
from tests.extract.columns import URL

HOME = "https://waldbote.test"


def canonical_of(head, address=URL):
    return read_canonical(read_metadata(read_tree(head), address), address, address)


def link(href):
    return f'<link rel="canonical" href="{href}">'


def graph(url):
    return f'<meta property="og:url" content="{url}">'


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (link(f"{HOME}/artikel/7-fest"), f"{HOME}/artikel/7-fest"),
        (link("/artikel/7-fest"), f"{HOME}/artikel/7-fest"),
        (link("//m.waldbote.test/artikel/7#top"), "https://m.waldbote.test/artikel/7"),
        (link("https://moorblatt.test/7"), "https://moorblatt.test/7"),
        (graph("https://moorblatt.test/7"), "https://moorblatt.test/7"),
        (link(f"{HOME}/a") + graph(f"{HOME}/b"), f"{HOME}/a"),
        (link(HOME) + graph(f"{HOME}/b"), f"{HOME}/b"),
        (link(f"{HOME}/tin-bài-số-7.html"), f"{HOME}/tin-b%C3%A0i-s%E1%BB%91-7.html"),
    ],
    ids=[
        *("whole", "path", "other subdomain", "other host", "OpenGraph alone", "both"),
        *("front page", "accents"),
    ],
)
def test_the_declared_address_counts_whatever_its_host(head, url):
    assert canonical_of(head) == url


@pytest.mark.parametrize(
    "href",
    [
        "",
        "#",
        "null",
        "/undefined",
        "{{ url }}",
        "[object Object]",
        "javascript:void(0)",
        "/a b",
        "/",
    ],
)
def test_garbage_is_no_address(href):
    assert canonical_of(link(href)) is None


def test_the_front_page_may_call_itself_so():
    assert canonical_of(link(f"{HOME}/"), f"{HOME}/") == f"{HOME}/"
