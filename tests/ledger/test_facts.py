from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from tests.ledger.days import DAY, after, facts


def test_only_days_of_the_stretch_are_told():
    assert list(facts().days(date.min, DAY)) == [after(-1), DAY]
    assert list(facts().days(after(1), after(9))) == [after(1)]
    assert list(facts().days(after(5), after(9))) == []


def test_an_instant_belongs_to_the_day_of_the_site():
    assert facts().day_of(datetime(2024, 10, 22, 23, tzinfo=UTC)) == DAY


def test_an_instant_before_all_days_is_of_the_first():
    west = timezone(-timedelta(hours=3))

    assert facts(zone=west).day_of(datetime.min.replace(tzinfo=UTC)) == date.min
