from __future__ import annotations

import pytest

from newsbot.extract.nextpart import next_part

HOME = "https://waldbote.test"


def key_of(url):
    return url.partition("/artikel/")[2].partition("?")[0].partition("/")[0] or None


def no_key(url):
    return None


@pytest.mark.parametrize(
    ("url", "following"),
    [
        ("/artikel/7", "/artikel/7?page=2"),
        ("/artikel/7?page=2", "/artikel/7?page=3"),
        ("/artikel/7", "/artikel/7/2"),
        ("/lang-und-gut.html", "/lang-und-gut-2.html"),
        ("/lang-und-gut/", "/lang-und-gut/2/"),
        ("/lang-und-gut,seite-2.html", "/lang-und-gut,seite-3.html"),
        ("/lesen?id=4", "/lesen?id=4&trang=2"),
    ],
)
def test_the_next_page_of_the_same_article_is_its_next_part(url, following):
    get_key = key_of if "/artikel/" in url else no_key
    assert next_part(HOME + url, [HOME + following], get_key) == HOME + following


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("/artikel/7", "/artikel/8"),
        ("/artikel/7?page=2", "/artikel/7?page=1"),
        ("/artikel/7", "/artikel/7?page=3"),
        ("/artikel/7", "/artikel/9?page=2"),
        ("/artikel/7", "/artikel/7"),
        ("/artikel/7", "/artikel/7?page=" + "9" * 5000),
        ("/lesen?id=4", "/lesen?id=5&trang=2"),
    ],
    ids=["next article", "before", "one after", "other's part", "itself", "digits", "query"],
)
def test_any_other_page_is_not(url, other):
    get_key = key_of if "/artikel/" in url else no_key
    assert next_part(HOME + url, [HOME + other], get_key) is None
