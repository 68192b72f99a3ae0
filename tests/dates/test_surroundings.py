from __future__ import annotations

from datetime import time

import pytest

from newsbot.dates.line import Line
from newsbot.dates.surroundings import Surroundings

DAY = "23/10/2024"


def around(text):
    line = Line.of(text)
    start = line.text.index(DAY)
    return line, Surroundings.of(line, start, start + len(DAY))


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        pytest.param(f"Thứ 4, {DAY}", 2, id="numbered"),
        pytest.param(f"Thứ\N{NO-BREAK SPACE}4 ngày {DAY}", 2, id="no-break-space"),
        pytest.param(f"CN, {DAY}", 6, id="sunday"),
        pytest.param(f"Wednesday {DAY}", 2, id="english"),
        pytest.param(f"Mittwoch, den {DAY}", 2, id="german"),
        pytest.param(f"Rabu, {DAY}", 2, id="indonesian"),
        pytest.param(f"Thứ 4, 16:17, {DAY}", 2, id="before-the-clock"),
        pytest.param(f"16:17 Thứ 4, {DAY}", 2, id="after-the-clock"),
        pytest.param(f"{DAY} (Wed)", 2, id="in-brackets"),
        pytest.param(f"{DAY} Wednesday", 2, id="at-the-end"),
        pytest.param(f"{DAY} Wednesday 16:17", 2, id="before-a-later-clock"),
        pytest.param(f"{DAY} Sunday market", None, id="of-the-next-words"),
        pytest.param(f"immer so {DAY}", None, id="short-word"),
        pytest.param(f"{DAY}T20:00", None, id="machine-clock"),
    ],
)
def test_the_weekday_stands_beside_the_day(text, weekday):
    assert around(text)[1].weekday == weekday


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        pytest.param(f"{DAY} | 16:17", time(16, 17), id="after"),
        pytest.param(f"10:30 | {DAY}", time(10, 30), id="before"),
        pytest.param(f"lúc 19:30 {DAY} | 16:17", time(16, 17), id="the-title's-clock-before"),
        pytest.param(f"10:30 | {DAY} 09:15 | 22/10/2024", time(10, 30), id="the-next-date's-after"),
        pytest.param(f"{DAY} 16:17 22/10/2024 09:15", time(16, 17), id="a-list-of-dates"),
    ],
)
def test_the_clock_is_the_day_s_own(text, clock):
    assert around(text)[1].clock.time == clock


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(
            f"Ảnh: Thứ 4, {DAY} | 16:17 PM (GMT+7) Tin", slice(5, -4), id="weekday-to-zone"
        ),
        pytest.param(f"Tin {DAY}, mới", slice(4, -5), id="day-only"),
        pytest.param(f"Tin {DAY} 16:17 est", slice(4, -4), id="a-word-is-no-zone"),
        pytest.param(f"Tin {DAY} (16:17) mới", slice(4, -4), id="bracketed-clock"),
    ],
)
def test_the_whole_date_starts_and_ends_with_its_parts(text, date):
    line, found = around(text)

    assert line.as_printed(found.start, found.end) == text[date]
