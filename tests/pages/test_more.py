from __future__ import annotations

import json
import math
from datetime import date

import pytest

from newsbot.pages.listed import MOST_ENTRIES
from newsbot.pages.more import MorePage

HOME = "https://waldbote.test"
SEVEN, EIGHT = f"{HOME}/artikel/7", f"{HOME}/artikel/8"


@pytest.fixture
def listed(page, profile):
    """The articles of what a load-more address answers."""

    def listed(answer):
        text = answer if isinstance(answer, str) else json.dumps(answer)
        return MorePage(page(text, f"{HOME}/mehr"), profile).articles

    return listed


@pytest.fixture
def urls(listed):
    """Their addresses."""
    return lambda answer: [entry.url for entry in listed(answer)]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param([{"url": SEVEN}, {"url": EIGHT}], id="list of entries"),
        pytest.param({"data": {"items": [{"link": SEVEN}, {"Permalink": EIGHT}]}}, id="deeper"),
        pytest.param({"urls": 2, "url": [SEVEN, EIGHT]}, id="list of addresses"),
        pytest.param([{"href": "/artikel/7"}, {"share_url": "artikel/8?utm_source=x"}], id="short"),
        pytest.param({"html": "<ul><li><a href='/artikel/7'>A</a><a href=/artikel/8>B"}, id="HTML"),
        pytest.param({"html": "<A HREF=/artikel/7>A</A><A HREF=/artikel/8>B</A>"}, id="old HTML"),
        pytest.param(["<a href=/artikel/7>A</a>", "<a href=/artikel/8>B</a>"], id="list of HTML"),
        pytest.param(
            [{"url": SEVEN, "html": f"<a href={SEVEN}>A</a>"}, {"url": EIGHT}], id="twice"
        ),
    ],
)
def test_articles_are_found_wherever_the_answer_has_them(urls, answer):
    assert urls(answer) == [SEVEN, EIGHT]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("", id="nothing"),
        pytest.param("<p>Fehler</p>", id="no JSON"),
        pytest.param('{"url": "https://waldbote.test/artikel/7"', id="cut short"),
        pytest.param("null", id="null"),
        pytest.param("[" * 100_000, id="open brackets without end"),
        pytest.param("[" * 960 + "]" * 960, id="as deep as JSON goes"),
        pytest.param('{"id": ' + "7" * 5000 + "}", id="a number without end"),
        pytest.param({"url": None, "link": 7, "href": ""}, id="addresses that are none"),
        pytest.param({"url": "https://anzeiger.test/artikel/7"}, id="another site's"),
        pytest.param({"title": SEVEN}, id="an address under another name"),
        pytest.param({"url": "/artikel/7\ud83d"}, id="half of a surrogate pair"),
        pytest.param({"html": "<a\ud83d><!--<a"}, id="HTML that is none"),
    ],
)
def test_an_answer_without_articles_gives_none(urls, answer):
    assert urls(answer) == []


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"date": 1729675020}, id="seconds"),
        pytest.param({"date": 1729675020.5}, id="parts of a second"),
        pytest.param({"publishTime": "1729675020000"}, id="milliseconds"),
        pytest.param({"pubDate": "/Date(1729675020000)/"}, id="milliseconds of .NET"),
        pytest.param({"published_at": "2024-10-22T23:30:00Z"}, id="ISO, in UTC"),
        pytest.param({"date": "2024-10-23T16:17:00", "date_gmt": "2024-10-24"}, id="WordPress"),
        pytest.param({"NgayDang": "23/10/2024 16:17"}, id="printed"),
        pytest.param({"time": "Mittwoch, 23. Oktober 2024"}, id="in words"),
        pytest.param({"date": "2024-10-20", "publishedDate": "2024-10-23"}, id="plainest name"),
        pytest.param({"updated_at": "2024-10-25", "date": "2024-10-23"}, id="beside a change"),
        pytest.param({"published": True, "date": "2024-10-23"}, id="beside a truth"),
        pytest.param({"publish_status": 1, "date": "2024-10-23"}, id="beside a number"),
        pytest.param({"publisher": "Waldbote", "date": "2024-10-23"}, id="beside a name"),
    ],
)
def test_an_entry_has_the_day_of_the_field_beside_its_address(listed, fields):
    assert listed([{"url": SEVEN, **fields}])[0].day == date(2024, 10, 23)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"date": "2024-10-23", "items": [{"url": SEVEN}]}, id="of the whole"),
        pytest.param([{"url": SEVEN}, {"date": "2024-10-23"}], id="of another"),
        pytest.param({"url": [SEVEN], "date": "2024-10-23"}, id="of a list"),
        pytest.param({"url": SEVEN, "author": {"date": "2024-10-23"}}, id="of a part"),
        pytest.param({"url": SEVEN, "modified": "2024-10-23"}, id="of a change"),
        pytest.param({"url": SEVEN, "expire_date": "2024-10-23"}, id="of the end"),
        pytest.param({"url": SEVEN, "event_date": "2024-10-23"}, id="of an event"),
        pytest.param({"url": SEVEN, "pubdate": 20241023, "published": "x"}, id="no date"),
        pytest.param({"url": SEVEN, "published": "2024-10-23", "posted": "2024-10-24"}, id="two"),
        pytest.param({"url": SEVEN, "date": "Seit dem 23.10.2024 " + "x" * 60}, id="a text"),
        pytest.param({"url": SEVEN, "date": math.nan, "time": math.inf}, id="no number"),
    ],
)
def test_other_dates_are_not_an_entrys(listed, answer):
    assert [entry.day for entry in listed(answer)] == [None]


def test_entries_in_html_have_the_days_printed_beside_them(listed):
    html = "<div><a href=/artikel/7>A</a> 23.10.2024</div><div><a href=/artikel/8>B</a></div>"

    assert [entry.day for entry in listed({"html": html})] == [date(2024, 10, 23), None]


def test_an_entry_found_twice_has_the_day_of_either(listed):
    answer = [{"link": SEVEN}, {"link": EIGHT}, {"link": SEVEN, "date": "2024-10-23"}]

    assert [(e.url, e.day) for e in listed(answer)] == [(SEVEN, date(2024, 10, 23)), (EIGHT, None)]


def test_where_a_program_finds_the_parts_of_an_entry_is_no_entry(urls):
    answer = {"link": SEVEN, "_links": {"self": [{"href": EIGHT}]}}

    assert urls(answer) == [SEVEN]


def test_of_an_answer_of_very_many_parts_the_beginning_is_read(page, profile):
    answer = [{"url": SEVEN}, *["<a"] * MOST_ENTRIES, {"url": EIGHT}]
    listing = MorePage(page(json.dumps(answer), f"{HOME}/mehr"), profile)

    assert [entry.url for entry in listing.articles] == [SEVEN]
    assert listing.is_cut
