from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime

import pytest

from newsbot.failures import LaterError
from newsbot.guest import Guest
from newsbot.state.hosts import Hosts
from tests.test_courtesy import HOST, NAME, Time, run

MINUTE = 60


@pytest.fixture
def clock():
    with closing(Hosts()) as hosts:
        yield Time(hosts)


@pytest.fixture
def guest(clock):
    """A guest at example.com who has ten minutes."""
    return Guest(clock.courtesy, "example.com", 10 * MINUTE)


def ask(guest, host=HOST, status=200, asked="", is_open=lambda: True):
    """Have *guest* ask *host*, which answers so."""

    async def once():
        turn = await guest.turn(host, 2, 0, is_open)
        guest.courtesy.give_back(turn)
        if status == 200:
            guest.courtesy.answered(turn)
        else:
            guest.refused(turn, status, asked)

    run(once())


def test_a_pause_that_ends_in_the_time_of_a_run_is_waited_for(guest, clock):
    ask(guest, status=503, asked="300")
    ask(guest)

    assert clock.passed == pytest.approx(300, abs=0.01)
    assert guest.busy is None


def test_while_a_pause_is_waited_for_it_is_known_until_when(guest, clock):
    ask(guest, status=503, asked="300")
    seen = set()
    ask(guest, is_open=lambda: seen.add(guest.waits) or True)

    assert seen == {None, "example.com is busy (HTTP 503) until 12:05 UTC"}
    assert guest.waits is None


def test_a_pause_beyond_that_ends_the_run_at_once(guest, clock):
    ask(guest, status=503, asked="3600")

    with pytest.raises(LaterError, match=r"busy \(HTTP 503\); try after 13:00 UTC"):
        ask(guest)
    assert guest.busy == "example.com is busy (HTTP 503); try after 13:00 UTC"
    assert clock.passed == 0


def test_a_pause_into_another_day_says_which(guest, clock):
    tomorrow = datetime.fromtimestamp(clock.courtesy.now() + 43_200, UTC)
    ask(guest, status=503, asked="43200")

    with pytest.raises(LaterError):
        ask(guest)
    words = f"try after {tomorrow:%Y-%m-%d} 00:00 UTC"
    assert guest.busy == f"example.com is busy (HTTP 503); {words}"


def test_three_refusals_in_a_row_end_the_run(guest, clock):
    for _ in range(3):
        ask(guest, status=429)

    assert guest.busy == ("example.com is busy (HTTP 429, 3 times in a row); try after 12:07 UTC")
    with pytest.raises(LaterError, match="3 times in a row"):
        ask(guest)


def test_refusals_with_good_answers_between_them_do_not(guest):
    for _ in range(3):
        ask(guest, status=429)
        ask(guest)

    assert guest.busy is None


def test_another_host_that_is_busy_is_left_out_and_the_run_goes_on(guest):
    ask(guest, "other.test", status=503, asked="3600")

    with pytest.raises(LaterError, match=r"other\.test is busy"):
        ask(guest, "other.test")
    ask(guest)
    assert guest.busy is None


def test_a_person_who_waits_is_told_at_once(clock):
    guest = Guest(clock.courtesy)
    ask(guest, status=503)

    with pytest.raises(LaterError, match="busy"):
        ask(guest)
    assert clock.passed == 0


def test_nobody_waits_when_the_run_is_to_end(guest, clock):
    ask(guest, status=503, asked="300")

    with pytest.raises(LaterError, match="to end"):
        ask(guest, is_open=lambda: clock.passed < 10)
    assert clock.passed == pytest.approx(10, abs=1)
    assert guest.busy is None


def test_nobody_rests_beyond_the_time_of_the_run(guest, clock):
    ask(guest)
    clock.passed += 10 * MINUTE + 1

    async def slowly():
        for _ in range(2):
            turn = await guest.turn(HOST, 2, 60, lambda: True)
            guest.courtesy.give_back(turn)

    with pytest.raises(LaterError, match="to end"):
        run(slowly())


@pytest.mark.parametrize(("host", "ends"), [(HOST, True), (NAME, True), ("m." + NAME, False)])
def test_only_the_site_itself_ends_a_run_by_being_skipped(guest, host, ends):
    assert guest.pass_over(host, "why") == "why"
    assert guest.busy == ("why" if ends else None)
