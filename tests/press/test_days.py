from __future__ import annotations

from datetime import date

import pytest

from newsbot.demo.paper import NoPageError, PressRequest
from tests.press.days import calendar_day, chosen_day, selects

TODAY = date(2026, 11, 20)


def test_a_day_that_no_calendar_has_is_missing():
    with pytest.raises(NoPageError):
        calendar_day("2026", "02", "30")


def test_what_the_form_leaves_out_is_today():
    request = PressRequest.to("http://x.test/?ngay=2", form={"thang": ["1"]})

    assert chosen_day(request, TODAY) == date(2026, 1, 2)


def test_the_selects_offer_every_day_and_choose_one():
    form = selects(TODAY, 2024, 2026)

    assert form.count("<option") == 31 + 12 + 3
    assert form.count(" selected") == 3
    assert '<option value="20" selected>' in form
