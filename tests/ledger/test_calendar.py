from __future__ import annotations

import pytest

from newsbot.ledger.calendar import LEGEND, calendar, mark
from tests.ledger.days import row


def lines(*rows, **how):
    return list(calendar(rows, **how))


def test_every_week_is_a_row_that_begins_with_monday():
    weeks = lines(*(row(number) for number in range(-2, 7)))

    assert weeks == [
        "week of        Mon       Tue       Wed       Thu       Fri       Sat       Sun",
        "2024-10-21   10/10 ✓   10/10 ✓   10/10 ✓   10/10 ✓   10/10 ✓   10/10 ✓   10/10 ✓",
        "2024-10-28   10/10 ✓   10/10 ✓",
    ]


def test_days_before_anything_is_known_are_left_out():
    unknown = [row(number, asked=False, listed=0, held=0) for number in range(-20, 0)]

    assert lines(*unknown) == []
    assert lines(*unknown, row())[1:] == ["2024-10-21                       10/10 ✓"]


def test_days_behind_the_last_run_stay_blank():
    weeks = lines(row(), *(row(number, asked=False, listed=0, held=0) for number in range(1, 9)))

    assert weeks[2] == "2024-10-28"


def test_a_day_without_news_is_a_dash():
    assert lines(row(listed=0, held=0))[1].endswith("    – ✓")


def test_numbers_that_are_too_long_leave_only_what_is_held():
    week = lines(*(row(number, listed=1000, held=999) for number in range(-2, 5)))[1]

    assert week.endswith("     999 ✓")
    assert len(week) == 80


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "✓"),
        ({"waits": ("it is not over",)}, "?"),
        ({"asked": False, "waits": ("no whole look since its end",)}, " "),
        ({"gaps": ("GET /",), "waits": ("gap in GET /",)}, "~"),
        ({"gaps": ("GET /",), "missing": {"to be fetched": 1}}, "!"),
    ],
)
def test_the_mark_of_a_day_is_the_worst_of_what_can_be_said_of_it(changes, shown):
    assert mark(row(**changes)) == shown


def test_a_mark_can_be_painted():
    assert lines(row(), paint=lambda text: f"<{text}>")[1].endswith("10/10 <✓>")


def test_the_legend_is_one_line_of_a_terminal():
    assert len(LEGEND) <= 80
