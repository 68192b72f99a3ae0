from __future__ import annotations

import pytest

from newsbot.pace import (
    BREATHS,
    LONGEST_BREATH,
    LONGEST_PAUSE,
    delay_of,
    pause_after,
    retry_after,
    smoothed,
    with_jitter,
)

NOW = 784111777.0  # Sun, 06 Nov 1994 08:49:37 GMT
HOUR = 3600.0


@pytest.mark.parametrize(
    ("wanted", "crawl_delay", "latency", "delay"),
    [
        (2, 0, 0.05, 2),
        (2, 10, 0.05, 10),
        (5, 1, 0.05, 5),
        (2, 0, 0.5, BREATHS * 0.5),
        (2, 0, 30, LONGEST_BREATH),
        (0, 3, 0.5, 3),
        (0, 0, 0.5, 0),
    ],
)
def test_the_delay_is_the_greatest_of_what_is_asked_for(wanted, crawl_delay, latency, delay):
    assert delay_of(wanted, crawl_delay, latency) == delay


def test_jitter_makes_a_delay_longer_only():
    assert with_jitter(10, 0) == 10
    assert 10 < with_jitter(10, 1) <= 12


def test_one_slow_answer_weighs_little_and_many_weigh_all():
    latency = smoothed(0.1, 5.1)
    many = latency
    for _ in range(50):
        many = smoothed(many, 5.1)

    assert latency == pytest.approx(1.1)
    assert many == pytest.approx(5.1, rel=0.01)


def test_each_refusal_in_a_row_doubles_the_pause_up_to_a_day():
    pauses = [pause_after(strikes, None) for strikes in (1, 2, 3, 4, 12, 1000)]

    assert pauses == [60, 120, 240, 480, LONGEST_PAUSE, LONGEST_PAUSE]


@pytest.mark.parametrize(
    ("asked", "pause"),
    [(600.0, 600), (5.0, 60), (-5.0, 60), (1e9, LONGEST_PAUSE), (float("inf"), LONGEST_PAUSE)],
)
def test_a_retry_after_makes_the_pause_longer_only(asked, pause):
    assert pause_after(1, asked) == pause


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 120 ", 120),
        ("0", 0),
        ("1000000000", LONGEST_PAUSE),
        ("9" * 5000, LONGEST_PAUSE),
        ("Sun, 06 Nov 1994 09:49:37 GMT", HOUR),
        ("Sunday, 06-Nov-94 09:49:37 GMT", HOUR),
        ("Sun Nov  6 09:49:37 1994", HOUR),
        ("Sun, 06 Nov 1994 07:49:37 GMT", -HOUR),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("Sun, 99 Nov 1994 09:49:37 GMT", None),
        ("٣", None),
    ],
)
def test_a_retry_after_is_seconds_or_a_date(value, seconds):
    assert retry_after(value, NOW) == seconds
