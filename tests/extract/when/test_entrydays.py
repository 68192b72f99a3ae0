from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from newsbot.extract.tree import read_tree
from newsbot.extract.when.dateline import DateReader
from newsbot.extract.when.entrydays import entry_days

READER = DateReader(ZoneInfo("Asia/Ho_Chi_Minh"), None)
ONE = "<a href=1>Chợ nổi họp lại</a>"
DAY = date(2024, 10, 23)


def days(html, reader=READER):
    """The days beside the links of a page, each the key of its article."""
    tree = read_tree(html)
    return entry_days([tree], ((a, a.get("href")) for a in tree.iter("a")), reader)


def beside(card):
    """The day of the first of three entries, of which the others print none."""
    others = "".join(f"<div><a href={n}>Tin số {n}</a></div>" for n in (2, 3))
    return days(f"<section><div>{card}</div>{others}</section>").get("1")


@pytest.mark.parametrize(
    "date_line",
    [
        pytest.param("<time datetime=2024-10-23T16:17:00+07:00>hôm qua</time>", id="time"),
        pytest.param("<time datetime=2024-10-22T23:30:00Z>22.10.</time>", id="time in UTC"),
        pytest.param("<time rel=1729675020>16:17</time>", id="seconds"),
        pytest.param("<b data-time=1729675020>2 giờ trước</b>", id="seconds of any element"),
        pytest.param("<p><span>16:17</span> <span>23/10/2024</span></p>", id="spans"),
        pytest.param(" 23.10.2024 | 16:17 PM", id="behind the link"),
        pytest.param("<div>Thời sự | 23/10/2024</div>", id="behind the section"),
        pytest.param("<div>Đăng ngày 23/10/2024</div>", id="with a label"),
        pytest.param("<p>Am 23. Oktober 2024</p>", id="with a preposition"),
        pytest.param("<div>23/10/2024 • 12 bình luận</div>", id="before a count"),
        pytest.param("<p>23/10/2024</p><p>Ngày 8-1-2025, dân làng dự hội.</p>", id="and a teaser"),
        pytest.param("<p>Cập nhật: 25/10/2024</p><p>23/10/2024</p>", id="and a change"),
        pytest.param(
            "<time class='entry-date published' datetime=2024-10-23></time>"
            "<time class=updated datetime=2024-10-25></time>",
            id="WordPress, with a change",
        ),
        pytest.param("<time datetime=2024-10-23></time><p>1/2/2024</p>", id="stated and printed"),
        pytest.param("<img><a href=1><img></a><p>23.10.24, 16:17</p>", id="two digits of the year"),
    ],
)
def test_an_entry_has_the_day_that_its_card_gives(date_line):
    assert beside(ONE + date_line) == DAY


@pytest.mark.parametrize(
    "card",
    [
        pytest.param("<a href=1>Chợ nổi 23.10.2024 | 16:17</a>", id="a time ends the title"),
        pytest.param("<h3><a href=1>Chợ nổi</a> <i>23/10/2024</i></h3>", id="beside, in a heading"),
        pytest.param("<a href=1><h3>Chợ nổi</h3><p>23/10/2024</p></a>", id="a link around all"),
        pytest.param(
            "<a href=1><p>Chợ nổi</p><p class=card-date>23/10/2024</p></a>", id="named in a link"
        ),
        pytest.param(f"<header>{ONE}</header><p>23/10/2024</p>", id="beside a header"),
    ],
)
def test_the_day_may_stand_inside_the_link(card):
    assert days(f"<article>{card}</article>") == {"1": DAY}


@pytest.mark.parametrize(
    "card",
    [
        pytest.param("<a href=1>Lịch tàu ngày 23/10/2024</a>", id="a day ends the title"),
        pytest.param("<a href=1>Giá vàng (23/10/2024)</a>", id="in brackets"),
        pytest.param("<a href=1>Từ 23/10/2024 16:17 tàu nghỉ</a>", id="a time within"),
        pytest.param("<a href=1>Lịch tàu <b>23/10/2024</b></a>", id="in an element"),
        pytest.param("<h3>Lịch tàu 23/10/2024</h3><a href=1>Xem</a>", id="in a heading"),
        pytest.param("<h3><a href=1>Lịch <i class=date>23/10/2024</i></a></h3>", id="in both"),
        pytest.param(f"{ONE}<p>Das Fest am 3. Mai 2024</p>", id="a short teaser"),
        pytest.param(f"{ONE}<p>Am <b>3. Mai 2024</b> beginnt in Bad Tann das Fest</p>", id="bold"),
        pytest.param(f"{ONE}<p>Ngày 8-1-2025, dân làng dự hội ở bến sông quê nhà.</p>", id="dated"),
        pytest.param(f"{ONE}<p>23/10/2024</p><p>25/10/2024</p>", id="two days"),
        pytest.param(f"{ONE}<p>23/10/2024 - 25/10/2024</p>", id="from and to"),
        pytest.param(f"{ONE}<p>Cập nhật: 23/10/2024 16:17</p>", id="a change alone"),
        pytest.param(f"{ONE}<p>2 giờ trước</p>", id="an age, without a clock"),
        pytest.param(f"{ONE}<p>Ngày 23-10</p>", id="no year"),
        pytest.param(f"{ONE}<time>02:45</time>", id="how long a film lasts"),
        pytest.param(f"{ONE}<script>'23/10/2024'</script>", id="a script"),
        pytest.param(f"{ONE}<select><option>23/10/2024</select>", id="a choice"),
    ],
)
def test_other_days_in_a_card_are_not_taken(card):
    assert beside(card) is None


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<div>23/10/2024</div><div>{ONE}</div>", id="a page of one article"),
        pytest.param(f"<header>23/10/2024 {ONE}</header><a href=2>Hai</a>", id="a header"),
        pytest.param(
            f"<div id=top>{ONE} 23/10/2024</div><div id=main><a href=2>Hai</a></div>", id="its like"
        ),
        pytest.param(
            f"<table><tr><td>23/10/2024<td>{ONE}</table>", id="a table that is the page's frame"
        ),
        pytest.param(
            f"<div><p>23/10/2024</p><p>{ONE}</p><p><a href=2>Hai</a></p></div>", id="over a list"
        ),
        pytest.param(f"{ONE} 23/10/2024<br><a href=2>Hai</a>", id="between two links"),
        pytest.param(
            f"<aside><p>23/10/2024</p><ul>{ONE}</ul></aside><main><a href=2>Hai</a></main>",
            id="over a block of one entry",
        ),
    ],
)
def test_the_dates_of_the_page_are_no_entrys(page):
    assert days(f"<body>{page}") == {}


@pytest.mark.parametrize(
    "card",
    [
        pytest.param("<li>{}</li>", id="items"),
        pytest.param("<article>{}</article>", id="articles"),
        pytest.param("<div class='card big' id=a{n}>{}</div>", id="elements of one class"),
        pytest.param("<table><tr><td>{}</td></tr></table>", id="tables"),
        pytest.param("<p>{}</p>", id="paragraphs"),
        pytest.param("<div class=col-{n}><div><p>{}</p></div></div>", id="columns"),
    ],
)
def test_cards_of_any_make_are_told_apart(card):
    page = "".join(
        card.replace("{n}", str(n)).format(f"<a href={n}>Tin</a> {n}/10/2024") for n in (1, 2)
    )

    assert days(page) == {"1": date(2024, 10, 1), "2": date(2024, 10, 2)}


def test_brackets_behind_a_bare_link_are_its_own():
    assert days(f"{ONE} (23/10/2024)<br><a href=2>Hai</a>") == {"1": DAY}


def test_a_single_entry_is_a_card_by_its_tag():
    assert days(f"<ul><li>{ONE} 23/10/2024</ul>") == {"1": DAY}


def test_an_entry_shown_twice_has_the_day_of_either():
    assert days(f"<nav><ul><li>{ONE}</ul></nav><ul><li>{ONE} 23/10/2024</ul>") == {"1": DAY}


def test_a_day_to_come_is_left_to_those_who_know_the_clock():
    assert days(f"<ul><li>{ONE} 23/10/2099</ul>") == {"1": date(2099, 10, 23)}


def test_a_page_as_deep_as_it_gets_is_read():
    assert days(f"{'<div>' * 1500}<ul><li>{ONE} 23/10/2024</ul>") == {"1": DAY}
