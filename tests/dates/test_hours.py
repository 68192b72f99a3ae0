from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from newsbot.dates.hours import (
    AMERICAN_ZONES,
    HALF_DAYS,
    HALF_DAYS_BEFORE,
    HALF_DAYS_IN_CAPITALS,
    ZONES,
)


@pytest.mark.parametrize("words", [HALF_DAYS, HALF_DAYS_BEFORE, HALF_DAYS_IN_CAPITALS, ZONES])
def test_words_are_folded(words):
    assert [word for word in words if word != word.casefold()] == []


def test_the_halves_of_the_day_begin_at_hours():
    halves = HALF_DAYS | HALF_DAYS_BEFORE | HALF_DAYS_IN_CAPITALS
    assert all(0 <= hour < 24 for hour in halves.values())


def test_no_zone_is_farther_than_there_are():
    assert all(-720 <= east <= 840 for east in ZONES.values())


@pytest.mark.parametrize("name", AMERICAN_ZONES.values())
def test_american_zones_are_known(name):
    assert ZoneInfo(name).key == name
