from __future__ import annotations

from datetime import date

import pytest

from newsbot.pages.dayblock import DayBlock, day_in_url
from newsbot.pages.html import HtmlPage
from newsbot.pages.listed import Further, Listed

HOME = "https://waldbote.test"


@pytest.fixture
def read(page, profile):
    """Reads a page of which the element ``aside`` is the day block."""

    def read(markup):
        html = HtmlPage(page(f"<a href=/artikel/1></a><aside>{markup}</aside>", HOME), profile)
        return DayBlock(html, list(html.tree.iter("aside")))

    return read


@pytest.mark.parametrize(
    ("place", "day"),
    [
        pytest.param("/archiv/2024/10/23/", date(2024, 10, 23), id="year first"),
        pytest.param("/2-11-2017.htm", date(2017, 11, 2), id="day first"),
        pytest.param("/tin?ngay=23.10.2024", date(2024, 10, 23), id="in the query"),
        pytest.param("/archiv?d=2024-10-23&p=2", date(2024, 10, 23), id="before another part"),
        pytest.param("/xem-theo-ngay-01-05-2019/trang-2.htm", date(2019, 5, 1), id="in a name"),
        pytest.param("/indeks?date=20%2F04%2F2026", date(2026, 4, 20), id="encoded"),
        pytest.param("/indeks?date=10/23/2024", date(2024, 10, 23), id="month first"),
        pytest.param("/archive/20241023", date(2024, 10, 23), id="not parted"),
        pytest.param("/archiv/2024/13/23/", None, id="no month"),
        pytest.param("/archiv/30-02-2024/", None, id="no day of that month"),
        pytest.param("/archiv/2024/10/", None, id="a month"),
        pytest.param("/tin/12024-10-231", None, id="part of longer numbers"),
        pytest.param("/", None, id="none"),
    ],
)
def test_the_day_in_an_address(place, day):
    assert day_in_url(HOME + place) == day


def test_articles_are_those_of_the_block_alone(read):
    assert read("<a href=/artikel/7>Sieben</a>").articles == (Listed(f"{HOME}/artikel/7"),)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<a href=/archiv/2024/10/23/>Mittwoch</a>", id="by its address"),
        pytest.param("<a href=/archiv/2024/10/23/>24.10.2024</a>", id="by its address first"),
    ],
)
def test_a_link_to_a_day_page_bears_its_day(read, markup):
    assert read(markup).links == (Further(f"{HOME}/archiv/2024/10/23/", "day", date(2024, 10, 23)),)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<a href=/archiv?d=5>23.10.2024</a>", id="alone"),
        pytest.param("<a href=/archiv?d=5>23.10.2024</a><a href=/archiv?d=5>mehr</a>", id="twice"),
        pytest.param("<a href=/archiv?d=5>Xem ngày 23/10/2024</a>", id="among words"),
        pytest.param("<a href=/archiv?d=5 title='Thứ 4, 23/10/2024'>23</a>", id="in its title"),
        pytest.param("<a href=/archiv?d=5 data-date=2024-10-23>23</a>", id="in its data"),
    ],
)
def test_a_link_without_a_day_in_its_address_bears_that_of_its_words(read, markup):
    assert read(markup).links == (Further(f"{HOME}/archiv?d=5", "day", date(2024, 10, 23)),)


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("/archiv?fromdate=1729634400&todate=1729720799", id="first and last second"),
        pytest.param("/archiv?x=1&tu_ngay=1729634400", id="first second"),
        pytest.param("/archiv?range=23%20October%202024%20-%2023%20October%202024", id="words"),
    ],
)
def test_a_day_page_may_name_its_day_in_other_ways(read, place):
    assert [link.day for link in read(f"<a href='{place}'>x</a>").links] == [date(2024, 10, 23)]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<a href='/archiv?fromdate=1729634400&todate=1729900000'>x</a>", id="days"),
        pytest.param("<a href=/archiv?id=1729634400>x</a>", id="a number"),
        pytest.param("<a href=/archiv/>Archiv</a>", id="no day"),
        pytest.param("<a href=/artikel/7>23.10.2024</a>", id="an article"),
        pytest.param("<a href=https://anzeiger.test/2024/10/23/>23</a>", id="another site"),
        pytest.param("", id="empty block"),
    ],
)
def test_other_links_are_no_day_pages(read, markup):
    assert read(markup).links == ()


def test_forms_are_read_against_the_page(read):
    (form,) = read("<form action=archiv><input type=date name=d></form>").forms

    assert form.url == f"{HOME}/archiv"
