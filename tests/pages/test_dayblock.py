from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from newsbot.extract.select import select_elements
from newsbot.pages.dayblock import DayBlock, day_in_url
from newsbot.pages.html import HtmlPage
from newsbot.profile import parse_profile

HOME = "https://thoibao.test"
PROFILE = parse_profile(
    "thoibao",
    rb"""domain = "thoibao.test"
timezone = "Asia/Ho_Chi_Minh"
[links]
article = '/tin-tuc/\d+/(?P<key>\d+)'
day_block = "#ngay"
""",
    [],
)


def block(inside):
    source = SimpleNamespace(
        url=f"{HOME}/", text=f"<a href=/tin-tuc/1/9>x</a><div id=ngay>{inside}</div>"
    )
    page = HtmlPage(source, PROFILE)
    return DayBlock(page, select_elements(page.tree, PROFILE.links.day_block))


def test_only_the_articles_inside_the_block_are_its_own():
    inside = block("<a href=/tin-tuc/1/7>a</a><a href=/tin-tuc/1/7>a</a><a href=/lien-he>b</a>")

    assert [entry.url for entry in inside.articles] == [f"{HOME}/tin-tuc/1/7"]


def test_a_link_whose_address_names_a_day_leads_to_its_page():
    (link,) = block('<a href="/xem-theo-ngay/2-11-2017.htm">hôm qua</a>').links

    assert (link.url, link.day) == (f"{HOME}/xem-theo-ngay/2-11-2017.htm", date(2017, 11, 2))


def test_a_link_whose_words_name_a_day_leads_to_its_page():
    (link,) = block('<a href="/?d=-1">23.10.2024</a>').links

    assert (link.url, link.day) == (f"{HOME}/?d=-1", date(2024, 10, 23))


@pytest.mark.parametrize(
    "inside",
    [
        '<a href="/gioi-thieu">Giới thiệu</a>',
        '<a href="https://elsewhere.test/2024/10/23/">23.10.2024</a>',
        '<a href="/tin-tuc/1/7">Bản tin ngày 23.10.2024</a>',
    ],
    ids=["no day", "another host", "an article"],
)
def test_other_links_are_no_day_pages(inside):
    assert block(inside).links == ()


def test_a_form_for_a_day_is_found():
    selects = "".join(f"<select name={name}></select>" for name in ("ngay", "thang", "nam"))

    (form,) = block(f"<form action=/tim>{selects}</form>").forms

    assert form.url == f"{HOME}/tim"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("/archiv/2024/10/23/", date(2024, 10, 23)),
        ("/indeks?date=2024-10-23&page=2", date(2024, 10, 23)),
        ("/xem-theo-ngay/2-11-2017.htm", date(2017, 11, 2)),
        ("/tin/ngay-01.05.2019.html", date(2019, 5, 1)),
        ("/archiv/2024/13/45/", None),
        ("/tin/123-45-678.htm", None),
        ("/archiv/2024/10/", None),
    ],
)
def test_a_day_is_read_from_an_address(url, day):
    assert day_in_url(HOME + url) == day
