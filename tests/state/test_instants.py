from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsbot.state.instants import instant


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        pytest.param(
            datetime(2024, 10, 23, 9, 17, tzinfo=UTC), "2024-10-23T09:17:00+00:00", id="UTC"
        ),
        pytest.param(
            datetime(2024, 10, 24, 1, tzinfo=timezone(timedelta(hours=7))),
            "2024-10-23T18:00:00+00:00",
            id="a day ahead",
        ),
        pytest.param(
            datetime(2024, 10, 23, 9, 17, 5, 900_000, tzinfo=UTC),
            "2024-10-23T09:17:05+00:00",
            id="part of a second",
        ),
    ],
)
def test_an_instant_is_written_in_utc_to_the_second(moment, text):
    assert instant(moment) == text


def test_instants_sort_as_times():
    hanoi = datetime(2024, 10, 24, 1, tzinfo=timezone(timedelta(hours=7)))
    berlin = datetime(2024, 10, 23, 21, tzinfo=timezone(timedelta(hours=2)))

    assert (instant(hanoi) < instant(berlin)) is (hanoi < berlin)
