from __future__ import annotations

import pytest

from newsbot.extract.nextpart import next_part, part_links, whole_view
from newsbot.extract.tree import read_tree

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


@pytest.mark.parametrize(
    "link",
    [
        "<a href=x>2</a>",
        "<a href=x rel=Next>weiter hinten</a>",
        "<link href=x rel=next>",
        "<a href=x>Selengkapnya »</a>",
        "<a href=x><b>Trang sau</b></a>",
        "<a href=x>›</a>",
    ],
    ids=["number", "relation", "head", "words", "words inside", "arrow"],
)
def test_links_of_paging_are_known_by_what_they_say(link):
    assert part_links(read_tree(link)) == (("x",), ())


@pytest.mark.parametrize(
    "link",
    [
        "<a href=x>Auf einer Seite lesen</a>",
        "<a href=x>Tampilkan semua</a>",
        "<a href=x>Xem toàn bộ</a>",
        "<a href=x>View as single page</a>",
    ],
)
def test_links_to_all_on_one_page_are_known_by_what_they_say(link):
    assert part_links(read_tree(link)) == ((), ("x",))


@pytest.mark.parametrize("href", ["?page=all", "?id=4&singlePage=true", "/lang/komplettansicht"])
def test_links_to_all_on_one_page_are_known_by_their_address(href):
    assert part_links(read_tree(f"<a href='{href}'>Lesen</a>")).whole == (href,)


def test_other_links_lead_to_no_part():
    assert part_links(read_tree("<a href=x>Fest am See</a><a>2</a><a href=?page=al>x</a>")) == (
        ("",),
        (),
    )


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        ("/artikel/7", "/artikel/7?page=all"),
        ("/artikel/7", "/artikel/7/komplett"),
        ("/lang.html", "/lang.html?view=all"),
        ("/lang/", "/lang/komplettansicht"),
    ],
)
def test_the_page_with_all_is_one_of_the_same_article(url, whole):
    get_key = key_of if "/artikel/" in url else no_key
    assert whole_view(HOME + url, [HOME + whole], get_key) == HOME + whole


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("/artikel/7", "/artikel/8?page=all"),
        ("/artikel/7", "/artikel/7"),
        ("/artikel/7", "/artikel/7?page=3"),
        ("/artikel/7", "/artikel/7/kommentare"),
        ("/artikel/7", "/artikel/7?gallery=all"),
        ("/lang.html", "/lokales"),
    ],
    ids=["another's", "itself", "one part", "comments", "pictures", "a section"],
)
def test_what_shows_all_of_something_else_is_not(url, other):
    get_key = key_of if "/artikel/" in url else no_key
    assert whole_view(HOME + url, [HOME + other], get_key) is None


def test_pages_of_comments_are_no_parts():
    other = f"{HOME}/artikel/7/comment-page-2/"
    assert next_part(f"{HOME}/artikel/7", [other], key_of) is None


def test_the_paging_of_a_block_of_other_articles_leads_to_no_part():
    tree = read_tree("<p>Ein Satz.</p><div class='tin-lien-quan'><a href='?page=2'>2</a></div>")

    assert part_links(tree).following == ()
