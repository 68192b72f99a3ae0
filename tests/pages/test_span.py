from __future__ import annotations

from datetime import date

import pytest

from newsbot.pages.span import Span, spans_of

HOME = "https://waldbote.test"


def span(place):
    return spans_of([HOME + place]).get(HOME + place)


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("/sitemap-2024-10.xml", id="parted"),
        pytest.param("/sitemap/news-2024-10.xml", id="in a folder"),
        pytest.param("/sitemaps/2024/10/sitemap_0.xml", id="two folders"),
        pytest.param("/sitemap-noticias-202410.xml.gz", id="not parted"),
        pytest.param("/sitemap.xml?date=2024-10", id="in the query"),
        pytest.param("/sitemap-10-2024.xml", id="month first"),
        pytest.param("/sitemap_2024_10_part2.xml", id="before a part"),
        pytest.param("/sitemap-2024-10-2.xml", id="before a number"),
        pytest.param("/2019/sitemap-2024-10.xml", id="named last"),
    ],
)
def test_an_address_may_name_a_month(place):
    assert span(place) == Span(date(2024, 10, 1), date(2024, 10, 31))


@pytest.mark.parametrize(
    ("place", "first", "last"),
    [
        pytest.param("/news-2024-3.xml", date(2024, 3, 1), date(2024, 3, 31), id="short month"),
        pytest.param("/2024-02.xml", date(2024, 2, 1), date(2024, 2, 29), id="leap year"),
        pytest.param("/a-year~2024.xml", date(2024, 1, 1), date(2024, 12, 31), id="year"),
        pytest.param("/sitemap/2024", date(2024, 1, 1), date(2024, 12, 31), id="year at the end"),
        pytest.param("/2024-10-23.xml", date(2024, 10, 23), date(2024, 10, 23), id="day"),
        pytest.param("/20241023.xml", date(2024, 10, 23), date(2024, 10, 23), id="day, not parted"),
        pytest.param("/2024/10/23/s.xml", date(2024, 10, 23), date(2024, 10, 23), id="folders"),
        pytest.param("/s-2024-13.xml", date(2024, 1, 1), date(2024, 12, 31), id="no month"),
        pytest.param("/s-2024-02-30.xml", date(2024, 2, 1), date(2024, 2, 29), id="no day"),
    ],
)
def test_an_address_may_name_other_spans(place, first, last):
    assert span(place) == Span(first, last)


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("/sitemap.xml", id="nothing"),
        pytest.param("/sitemap-12.xml", id="a number"),
        pytest.param("/sitemap-102024.xml", id="six digits"),
        pytest.param("/sitemap-1729675020.xml", id="seconds"),
        pytest.param("/sitemap-1848.xml", id="before the web"),
        pytest.param("/post-sitemap12024.xml", id="part of a number"),
    ],
)
def test_most_addresses_name_none(place):
    assert span(place) is None


@pytest.mark.parametrize(
    ("places", "spans"),
    [
        pytest.param(("/s-2024.xml", "/s-1.xml"), {}, id="a number among parts is no year"),
        pytest.param(
            ("/s-2024-10.xml", "/s-2024-13.xml"),
            dict.fromkeys(
                (HOME + "/s-2024-10.xml", HOME + "/s-2024-13.xml"),
                Span(date(2024, 1, 1), date(2024, 12, 31)),
            ),
            id="parts of a year are no months",
        ),
        pytest.param(
            ("/s-2024.xml", "/tags-1.xml"),
            {HOME + "/s-2024.xml": Span(date(2024, 1, 1), date(2024, 12, 31))},
            id="another make says nothing",
        ),
        pytest.param((), {}, id="none"),
    ],
)
def test_numbers_are_judged_by_their_fellows(places, spans):
    assert spans_of(HOME + place for place in places) == spans
