from __future__ import annotations

from datetime import date

import pytest

from newsbot.extract.tree import read_tree
from newsbot.pages.dayform import day_forms

BASE = "https://waldbote.test/lokales/"
DAY = date(2024, 2, 3)
DATE = "<input type=date name=d>"


def read(markup):
    """The one form in *markup* that asks for a day."""
    (form,) = day_forms([read_tree(markup)], BASE)
    return form


def sent(controls):
    """What the form with these controls sends for the third of February 2024."""
    form = read(f"<form>{controls}</form>").form
    return {name: text.format(day=DAY) for name, text in form.items()}


def choice(name, *values):
    return f"<select name='{name}'>{''.join(f'<option>{value}' for value in values)}</select>"


@pytest.mark.parametrize(
    ("names", "values"),
    [
        pytest.param(("ngay", "thang", "nam"), ("03", "02", "2024"), id="Vietnamese"),
        pytest.param(("cboNgay", "cboThang", "cboNam"), ("03", "02", "2024"), id="with a prefix"),
        pytest.param(("tag", "monat", "jahr"), ("03", "02", "2024"), id="German"),
        pytest.param(("tgl", "bln", "thn"), ("03", "02", "2024"), id="Indonesian, short"),
        pytest.param(("jour", "mois", "annee"), ("03", "02", "2024"), id="French"),
        pytest.param(
            ("archive[day]", "archive[month]", "archive[year]"), ("03", "02", "2024"), id="[]"
        ),
        pytest.param(
            ("data[News][d][day]", "data[News][m][month]", "data[News][y][year]"),
            ("03", "02", "2024"),
            id="CakePHP",
        ),
        pytest.param(("d", "m", "y"), ("03", "02", "2024"), id="one letter"),
    ],
)
def test_a_form_may_ask_for_day_month_and_year(names, values):
    day, month, year = names
    controls = choice(day, "01", "31") + choice(month, "01", "12") + choice(year, 2023, 2024)

    assert sent(controls) == dict(zip(names, values, strict=True))


def test_days_go_without_a_nought_where_the_choices_have_none():
    controls = choice("ngay", 1, 31) + choice("thang", " 1", 12) + choice("nam", 2024)

    assert sent(controls) == {"ngay": "3", "thang": "2", "nam": "2024"}


def test_days_go_without_a_nought_where_a_script_makes_the_choices():
    controls = choice("day") + choice("month") + choice("year")

    assert sent(controls) == {"day": "3", "month": "2", "year": "2024"}


@pytest.mark.parametrize(
    ("control", "field"),
    [
        pytest.param(choice("m", 0, 1, 12), {"m": "2"}, id="nought for none"),
        pytest.param(choice("m", "Tháng 1", "Tháng 12"), {"m": "Tháng 2"}, id="with a word"),
        pytest.param(choice("m", "", "January", "February"), {"m": "February"}, id="name"),
        pytest.param(choice("m", "Jan", "Feb"), {"m": "Feb"}, id="short name"),
        pytest.param("<input name=m size=2>", {"m": "2"}, id="to be typed"),
        pytest.param("<input name=m type=number value=09>", {"m": "02"}, id="number"),
    ],
)
def test_a_month_is_written_as_its_field_shows(control, field):
    assert sent(choice("d", 1) + control + choice("y", 2024)) == {"d": "3", **field, "y": "2024"}


def test_years_may_have_two_digits():
    assert sent(choice("d", 1) + choice("m", 1) + choice("y", 23, 24))["y"] == "24"


def test_three_fields_may_be_there_to_be_typed():
    fields = {"ngay": "3", "thang": "2", "nam": "2024"}

    assert sent("".join(f"<input name={name}>" for name in fields)) == fields


def test_the_values_of_the_choices_count_and_not_what_they_show():
    day = "<select name=ngay><option value=''>Ngày<option value=01>1<option value=31>31</select>"

    assert sent(day + choice("thang", 1) + choice("nam", 2024))["ngay"] == "03"


@pytest.mark.parametrize(
    ("control", "value"),
    [
        pytest.param(DATE, "2024-02-03", id="a date"),
        pytest.param("<input type=DATE name=d value=03.02.2024>", "2024-02-03", id="always ISO"),
        pytest.param("<input name=ngay>", "03/02/2024", id="a text that shows nothing"),
        pytest.param("<input name=ngay value=23-10-2024>", "03-02-2024", id="dashes"),
        pytest.param("<input name=datum value='23.10.2024'>", "03.02.2024", id="dots"),
        pytest.param("<input name=datum placeholder='TT.MM.JJJJ'>", "03.02.2024", id="placeholder"),
        pytest.param("<input name=date value=2024-10-23>", "2024-02-03", id="year first"),
        pytest.param("<input name=date placeholder=yyyy/mm/dd>", "2024/02/03", id="yyyy first"),
        pytest.param("<input name=q placeholder=dd/mm/yyyy>", "03/02/2024", id="placeholder alone"),
        pytest.param("<input name=date value=10/23/2024>", "02/03/2024", id="month first"),
        pytest.param("<input name=date placeholder=mm/dd/yyyy>", "02/03/2024", id="mm first"),
        pytest.param("<input name=date value='5/6/2024'>", "3/2/2024", id="no nought"),
        pytest.param("<input name=date data-date-format=d-m-Y>", "03-02-2024", id="attribute"),
        pytest.param(
            "<input name=daterange value='23 October 2024 - 23 October 2024'>",
            "03 February 2024 - 03 February 2024",
            id="range in words",
        ),
        pytest.param(
            "<input name=daterange value='10/23/2024 - 10/23/2024'>",
            "02/03/2024 - 02/03/2024",
            id="range in numbers",
        ),
        pytest.param(
            "<input name=daterange>", "03 February 2024 - 03 February 2024", id="range of a script"
        ),
        pytest.param("<input type=hidden name=ngay value=23-10-2024>", "03-02-2024", id="hidden"),
        pytest.param(choice("ngay", "", "23/10/2024"), "03/02/2024", id="choice of days"),
    ],
)
def test_a_form_may_ask_for_a_whole_day(control, value):
    assert list(sent(control).values()) == [value]


@pytest.mark.parametrize(
    ("control", "fields"),
    [
        pytest.param("<input type=hidden name=loai value=1>", {"loai": "1"}, id="hidden"),
        pytest.param("<input name=q>", {"q": ""}, id="empty"),
        pytest.param(choice("muc", "a", "b"), {"muc": "a"}, id="first choice"),
        pytest.param(
            "<select name=muc><option value=a>A<option value=b selected>B</select>",
            {"muc": "b"},
            id="chosen",
        ),
        pytest.param("<select name=muc></select>", {"muc": ""}, id="no choice"),
        pytest.param("<input type=hidden name=v value='{a}{0}}'>", {"v": "{a}{0}}"}, id="braces"),
        pytest.param("<input type=submit name=los value=Los>", {"los": "Los"}, id="button"),
        pytest.param("<button name=los value=1>Los</button>", {"los": "1"}, id="modern button"),
        pytest.param(
            "<input type=submit value=Los><input type=submit name=weg value=Weg>", {}, id="first"
        ),
        pytest.param("<button type=button name=auf>Auf</button>", {}, id="a script's button"),
        pytest.param("<input type=hidden name=tag value=1.2.2024>", {"tag": "1.2.2024"}, id="tag"),
        pytest.param("<input type=image name=los>", {}, id="picture"),
        pytest.param("<input type=checkbox name=alle value=1>", {}, id="box without tick"),
        pytest.param("<input type=checkbox name=alle value=1 checked>", {"alle": "1"}, id="tick"),
        pytest.param(
            "<input type=radio name=r value=1 checked><input type=radio name=r value=2>",
            {"r": "1"},
            id="one of several",
        ),
        pytest.param("<input value=1>", {}, id="nameless"),
    ],
)
def test_the_other_fields_are_sent_as_a_browser_does(control, fields):
    assert sent(DATE + control) == {"d": "2024-02-03"} | fields


def test_a_range_of_two_fields_is_one_day():
    assert sent("<input name=tungay><input name=denngay>") == {
        "tungay": "03/02/2024",
        "denngay": "03/02/2024",
    }


@pytest.mark.parametrize(
    ("form", "request_line"),
    [
        pytest.param("<form>", f"GET {BASE}", id="neither"),
        pytest.param("<form action='' method=''>", f"GET {BASE}", id="empty"),
        pytest.param("<form action=/archiv>", "GET https://waldbote.test/archiv", id="action"),
        pytest.param("<form action='/a?x=1#y'>", "GET https://waldbote.test/a", id="query of GET"),
        pytest.param(
            "<form action='/a?x=1' method=post>", "POST https://waldbote.test/a?x=1", id="of POST"
        ),
        pytest.param("<form action=a method=dialog>", f"GET {BASE}a", id="another method"),
    ],
)
def test_a_form_is_sent_where_a_browser_sends_it(form, request_line):
    days = read(f"{form}{DATE}</form>")

    assert f"{days.method} {days.url}" == request_line


def test_an_address_with_braces_stays_what_it_is():
    days = read(f"<form action='/a{{b}}' method=post>{DATE}</form>")

    assert days.url.format(day=DAY) == "https://waldbote.test/a%7Bb%7D"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<form><input name=q></form>", id="search"),
        pytest.param("<form></form>", id="empty form"),
        pytest.param(f"<form>{choice('ngay', 1)}{choice('thang', 1)}</form>", id="no year"),
        pytest.param(f"<form action='javascript:los()'>{DATE}</form>", id="a script's form"),
        pytest.param(f"<div>{DATE}</div>", id="no form"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_forms_ask_for_no_day(markup):
    assert day_forms([read_tree(markup)], BASE) == ()
