"""The days that readers ask the papers' archives for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from newsbot.demo.paper import NoPageError

if TYPE_CHECKING:
    from newsbot.demo.paper import PressRequest


def weekday(day: date) -> str:
    """Return the day of the week as Vietnamese papers number it.

    >>> weekday(date(2026, 10, 2))
    'Thứ 6'
    """
    return "Chủ nhật" if day.isoweekday() == 7 else f"Thứ {day.isoweekday() + 1}"


def calendar_day(year: int | str, month: int | str, day: int | str) -> date:
    """Return the day of that number; the page is missing if the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise NoPageError(404) from error


def chosen_day(request: PressRequest, today: date) -> date:
    """Return the day that the selects ngay, thang and nam name, for any left out *today*'s."""
    return calendar_day(
        request.number("nam", today.year),
        request.number("thang", today.month),
        request.number("ngay", today.day),
    )


def selects(chosen: date, first_year: int, last_year: int) -> str:
    """Return the three selects of a form that asks for a day, *chosen* preselected."""
    return "\n".join(
        (
            _select("ngay", range(1, 32), chosen.day),
            _select("thang", range(1, 13), chosen.month),
            _select("nam", range(first_year, last_year + 1), chosen.year),
        )
    )


def _select(name: str, numbers: range, chosen: int) -> str:
    options = "".join(
        f'<option value="{number}"{" selected" if number == chosen else ""}>{number}</option>'
        for number in numbers
    )
    return f'<select name="{name}">{options}</select>'
