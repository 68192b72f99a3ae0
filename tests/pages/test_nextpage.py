from __future__ import annotations

import pytest

from newsbot.pages.nextpage import PageLink, of_same_listing, page_after, says_page

HOME = "https://waldbote.test"
SECTION = f"{HOME}/lokales/"


def row(*numbers, form="?seite={}"):
    return [PageLink(SECTION + form.format(number), str(number)) for number in numbers]


def offsets(*numbers, words=str):
    return [PageLink(f"{SECTION}?start={n}", words(n // 10 + 1)) for n in numbers]


def wordless(*numbers):
    return offsets(*numbers, words=lambda number: f"Seite {number}")


@pytest.mark.parametrize(
    ("place", "links", "following"),
    [
        pytest.param("", row(2, 3, 4), "?seite=2", id="first, without number"),
        pytest.param("", row(1, 2, 3), "?seite=2", id="first, itself in the row"),
        pytest.param("?seite=3", row(1, 2, 3, 4, 99), "?seite=4", id="in the middle"),
        pytest.param("?seite=9", row(8, 9, 10), "?seite=10", id="nine to ten"),
        pytest.param("?seite=4", row(1, 2, 3), None, id="last"),
        pytest.param("?seite=2", row(1, 2), None, id="last of two"),
        pytest.param("?seite=2", row(1), None, id="last of two, not a link itself"),
        pytest.param("", row(2), "?seite=2", id="one link alone"),
        pytest.param("", row(5), None, id="one link alone, to the last"),
        pytest.param("?seite=4", row(5), "?seite=5", id="one link alone, in the middle"),
        pytest.param(
            "trang-2.html", row(1, 2, 3, form="trang-{}.html"), "trang-3.html", id="in the path"
        ),
        pytest.param("", row(1, 2, form="2024-24h/?x={}"), "2024-24h/?x=2", id="another name"),
        pytest.param("?seite=1&n=10", row(2, 3, form="?seite={}&n=10"), "?seite=2&n=10", id="n=10"),
        pytest.param("", row("9" * 5000, 3), None, id="a number that is none"),
        pytest.param("", [], None, id="no links"),
        pytest.param("", [PageLink(SECTION, "1")], None, id="itself alone"),
        pytest.param("", [PageLink(f"{SECTION}?c=x7F", "mehr")], "?c=x7F", id="a mark"),
    ],
)
def test_in_a_row_of_numbers_the_next_page_is_one_more(place, links, following):
    expected = following and SECTION + following

    assert page_after(SECTION + place, links) == expected


@pytest.mark.parametrize(
    ("place", "links", "following"),
    [
        pytest.param("", offsets(0, 10, 20), "?start=10", id="first"),
        pytest.param("?start=10", offsets(0, 20, 980), "?start=20", id="second"),
        pytest.param("?start=20", offsets(0, 10), None, id="last"),
        pytest.param("", wordless(10, 20, 30), "?start=10", id="first, by equal steps"),
        pytest.param("?start=20", wordless(0, 10, 30), "?start=30", id="third, by equal steps"),
        pytest.param("?start=20", wordless(0, 10), None, id="last, by equal steps"),
        pytest.param("", wordless(10, 25, 40), None, id="unequal steps"),
        pytest.param("", wordless(10, 980), None, id="two that are no row"),
    ],
)
def test_pages_may_be_counted_by_their_first_entry(place, links, following):
    expected = following and SECTION + following

    assert page_after(SECTION + place, links) == expected


@pytest.mark.parametrize(
    ("place", "following"), [("", "?page=1"), ("?page=1", "?page=2"), ("?page=2", None)]
)
def test_pages_may_be_counted_from_nought(place, following):
    links = [PageLink(f"{SECTION}?page={number}", str(number + 1)) for number in range(3)]
    expected = following and SECTION + following

    assert page_after(SECTION + place, links) == expected


@pytest.mark.parametrize("words", ["»»", ">>", "Trang cuối", "Last »", "letzte Seite", "Cuối"])
def test_the_last_page_is_never_leapt_to(words):
    assert page_after(SECTION, [PageLink(f"{SECTION}?seite=9", words)]) is None


def test_an_arrow_may_lead_to_the_next_page():
    links = [PageLink(f"{SECTION}?seite=2", "»"), PageLink(f"{SECTION}?seite=9", "»»")]

    assert page_after(SECTION, links) == f"{SECTION}?seite=2"


@pytest.mark.parametrize(
    ("place", "other"),
    [
        pytest.param("/tin/", "/tin/?page=2", id="query"),
        pytest.param("/tin?ngay=3", "/tin?ngay=3&page=2", id="behind another"),
        pytest.param("/tin?ngay=3", "/tin?page=2&ngay=3", id="before another"),
        pytest.param("/tin/", "/tin/page/2/", id="folder"),
        pytest.param("/tin.htm", "/tin/trang-2.htm", id="in place of its ending"),
        pytest.param("/ngay-01-05-2019.htm", "/ngay-01-05-2019/trang-2.htm", id="a day"),
        pytest.param("/3/02-11-2017/trang-1.htm", "/3/02-11-2017/trang-2.htm", id="a first page"),
        pytest.param("/tin-p1.html", "/tin-p2.html", id="behind its name"),
        pytest.param("/tin", "/tin?start=10", id="first entry"),
    ],
)
def test_pages_of_one_listing_are_known_by_their_addresses(place, other):
    link = PageLink(HOME + other, "2")

    assert of_same_listing(HOME + place, [link]) == [link]


@pytest.mark.parametrize(
    ("place", "other", "words"),
    [
        pytest.param("/tin/", "/sport/?page=2", "2", id="another listing"),
        pytest.param("/tin?ngay=3", "/tin?ngay=4&page=2", "2", id="another day"),
        pytest.param("/tin/", "/tin/2", "2", id="no word"),
        pytest.param("/tin/", "/tin/?tag=2", "2", id="another word"),
        pytest.param("/", "/?p=4711", "Rat tagt", id="an article"),
        pytest.param("/tin/", "/tin/?page=5", "mehr", id="not the next"),
        pytest.param("/tin/?page=2", "/tin/?page=2&sort=alt", "2", id="another order"),
    ],
)
def test_other_numbers_are_not_followed(place, other, words):
    assert of_same_listing(HOME + place, [PageLink(HOME + other, words)]) == []


def test_without_a_number_shown_the_next_page_is_known_by_its_address():
    link = PageLink(f"{SECTION}?page=3", "mehr")

    assert of_same_listing(f"{SECTION}?page=2", [link]) == [link]


@pytest.mark.parametrize(
    ("url", "is_page"), [(f"{HOME}/tin?a=1&page=2", True), (f"{HOME}/tin?page=zwei", False)]
)
def test_an_address_says_that_it_is_a_page(url, is_page):
    assert says_page(url) is is_page
