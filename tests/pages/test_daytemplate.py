from __future__ import annotations

from datetime import date

import pytest

from newsbot.pages.daytemplate import day_template, is_day, literal, swapped
from newsbot.profilekeys import DayPages

DAY = date(2024, 2, 3)


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        pytest.param("23/10/2024", "03/02/2024", id="day first"),
        pytest.param("10/23/2024", "02/03/2024", id="month first"),
        pytest.param("05.06.2024", "03.02.2024", id="either, so day first"),
        pytest.param("5.6.2024", "3.2.2024", id="without noughts"),
        pytest.param("2024-10-23", "2024-02-03", id="year first"),
        pytest.param("2024/23/10", "2024/03/02", id="year, day, month"),
        pytest.param("23-10-24", "03-02-24", id="short year"),
        pytest.param("dd/mm/yyyy", "03/02/2024", id="pattern"),
        pytest.param("MM/DD/YYYY", "02/03/2024", id="pattern, month first"),
        pytest.param("d/m/yyyy", "3/2/2024", id="pattern without noughts"),
        pytest.param("Y-m-d", "2024-02-03", id="pattern of PHP"),
        pytest.param("TT.MM.JJJJ", "03.02.2024", id="German"),
        pytest.param("jj/mm/aaaa", "03/02/2024", id="French"),
        pytest.param("gg-mm-aaaa", "03-02-2024", id="Italian"),
        pytest.param("23 October 2024", "03 February 2024", id="words"),
        pytest.param("October 23, 2024", "February 03, 2024", id="words, month first"),
        pytest.param("May 5 2024", "February 03 2024", id="a short month"),
        pytest.param("23-Oct-2024", "03-Feb-2024", id="short names"),
        pytest.param("23/10/2024 - 23/10/2024", "03/02/2024 - 03/02/2024", id="range"),
        pytest.param("{z} 23/10/2024", "{z} 03/02/2024", id="braces"),
    ],
)
def test_a_day_is_written_as_an_example_shows(shown, written):
    assert day_template(shown).format(day=DAY) == written


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param("", id="nothing"),
        pytest.param("Chọn ngày", id="words"),
        pytest.param("99/99/2024", id="no month"),
        pytest.param("dd/dd/yyyy", id="day twice"),
        pytest.param("2024-10", id="a month"),
        pytest.param("23 tháng 10", id="no year"),
        pytest.param("1.2.3.4", id="an address"),
        pytest.param("add/mm/yyyyy", id="longer words"),
    ],
)
def test_other_texts_show_no_day(shown):
    assert day_template(shown) is None


@pytest.mark.parametrize(
    ("shown", "is_one"),
    [
        pytest.param("dd.mm.yyyy", True, id="pattern"),
        pytest.param("(23/10/2024 - 23/10/2024)", True, id="range"),
        pytest.param("VD: 23/10/2024", False, id="with words"),
        pytest.param(None, False, id="nothing"),
    ],
)
def test_a_field_may_show_a_day_and_nothing_else(shown, is_one):
    assert is_day(shown) is is_one


@pytest.mark.parametrize(
    ("template", "turned"),
    [
        pytest.param("/tin?d={day:%d/%m/%Y}", "/tin?d={day:%m/%d/%Y}", id="day first"),
        pytest.param("/tin?d={day:%m-%d-%Y}", "/tin?d={day:%d-%m-%Y}", id="month first"),
        pytest.param("/{day:%-d-%-m-%Y}.htm", "/{day:%-m-%-d-%Y}.htm", id="without noughts"),
        pytest.param("/{day:%d%m%Y}", "/{day:%m%d%Y}", id="nothing between"),
        pytest.param(
            "/{day.day}-{day.month}-{day.year}", "/{day.month}-{day.day}-{day.year}", id="parts"
        ),
        pytest.param("/{day:%d}/{day:%m}/{day:%Y}", "/{day:%m}/{day:%d}/{day:%Y}", id="folders"),
        pytest.param("/{day:%d}-{day.month}", "/{day:%m}-{day.day}", id="of two kinds"),
        pytest.param(
            "?d={day:%d}%2F{day:%m}%2F{day:%Y}", "?d={day:%m}%2F{day:%d}%2F{day:%Y}", id="%"
        ),
        pytest.param(
            "{day:%d/%m/%Y} - {day:%d/%m/%Y}", "{day:%m/%d/%Y} - {day:%m/%d/%Y}", id="range"
        ),
    ],
)
def test_day_and_month_change_places_in_an_address_or_a_field(template, turned):
    days = DayPages(f"https://waldbote.test{template}", "POST", {"tag": template, "muc": "1"})

    assert swapped(days) == DayPages(
        f"https://waldbote.test{turned}", "POST", {"tag": turned, "muc": "1"}
    )


def test_day_and_month_swapped_twice_are_as_they_were():
    days = DayPages("https://waldbote.test/{day:%d.%m.%Y}")

    assert swapped(swapped(days)) == days


@pytest.mark.parametrize(
    "template",
    [
        pytest.param("/{day:%Y-%m-%d}", id="ISO"),
        pytest.param("/{day:%Y/%m/%d}/", id="year first"),
        pytest.param("/{day:%Y}/{day:%m}/{day:%d}/", id="folders, year first"),
        pytest.param("/{day.year}-{day.month}-{day.day}", id="parts, year first"),
        pytest.param("/{day:%d %B %Y}", id="words"),
        pytest.param("/?ngay={day:%d}&thang={day:%m}&nam={day:%Y}", id="each by its name"),
        pytest.param("/{day:%Y%m}/{day:%d}", id="a month's folder"),
        pytest.param("/{day:%j}", id="day of the year"),
    ],
)
def test_most_days_can_be_read_in_one_way(template):
    assert swapped(DayPages(f"https://waldbote.test{template}", form={"tag": template})) is None


def test_fields_for_each_part_tell_day_from_month():
    form = {"ngay": "{day:%d}", "thang": "{day:%m}", "nam": "{day:%Y}"}

    assert swapped(DayPages("https://waldbote.test/", "POST", form)) is None


def test_braces_stay_what_they_are():
    assert literal("{a}").format(day=DAY) == "{a}"
