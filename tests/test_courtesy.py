"""Turns at hosts: by a clock that the tests set, and once by two real processes."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from newsbot.courtesy import Courtesy
from newsbot.state.hosts import Host, Hosts
from tests.nursery import NURSERY

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOST, NAME = "www.example.com", "example.com"
DAY = 86_400


def run(work):
    """Return what the coroutine *work* gives, in a loop of its own."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


class Time:
    """A clock that goes on only while somebody sleeps; *draw* is what chance gives."""

    def __init__(self, hosts, now=NOON, draw=0.0):
        self.passed = 0.0
        self.courtesy = Courtesy(
            hosts, lambda: now, monotonic=lambda: self.passed, sleep=self.sleep, draw=lambda: draw
        )

    async def sleep(self, seconds):
        assert 0 < seconds <= 1
        self.passed += seconds
        await asyncio.sleep(0)

    async def ask(self, host=HOST, wanted=2.0, crawl_delay=0.0, took=0.0):
        """Ask *host*, which takes so long to answer, and return when it was asked."""
        turn = await self.courtesy.turn(host, wanted, crawl_delay, lambda *_: None)
        begun = self.passed
        self.passed += took
        self.courtesy.give_back(turn)
        self.courtesy.answered(turn)
        return begun

    def ask_often(self, number, **how):
        async def often():
            return [await self.ask(**how) for _ in range(number)]

        return run(often())


@pytest.fixture
def hosts():
    with closing(Hosts()) as opened:
        yield opened


@pytest.fixture
def path(tmp_path):
    return tmp_path / "hosts.sqlite"


@pytest.fixture
def clock(hosts):
    return Time(hosts)


def gaps(instants):
    return [round(later - earlier, 2) for earlier, later in pairwise(instants)]


def test_the_first_request_waits_for_nothing(clock):
    assert clock.ask_often(1) == [0]


@pytest.mark.parametrize(
    ("how", "gap"),
    [
        ({"wanted": 2}, 2),
        ({"wanted": 2, "crawl_delay": 30}, 30),
        ({"wanted": 2, "took": 0.1}, 2.1),
        ({"wanted": 2, "took": 1}, 11),
        ({"wanted": 0, "crawl_delay": 3}, 3),
        ({"wanted": 0, "took": 1}, 1),
    ],
    ids=["wanted", "Crawl-delay", "quick", "slow", "Crawl-delay alone", "no delay"],
)
def test_a_host_rests_after_each_answer(clock, how, gap):
    assert gaps(clock.ask_often(3, **how)) == pytest.approx([gap] * 2, abs=0.01)


def test_jitter_never_makes_a_rest_shorter(hosts):
    assert 2 < gaps(Time(hosts, draw=1.0).ask_often(2))[0] <= 2.4


def test_all_hosts_of_one_owner_share_their_rest_and_others_do_not(clock):
    async def ask():
        return [await clock.ask(host) for host in (HOST, NAME, "other.test")]

    assert run(ask()) == pytest.approx([0, 2, 2], abs=0.01)


def test_two_who_ask_one_host_take_turns(clock):
    asked = []

    async def ask(who):
        for _ in range(3):
            asked.append((round(await clock.ask(took=0.5, wanted=0)), who))
            await asyncio.sleep(0)

    async def both():
        await asyncio.gather(ask("a"), ask("b"))

    run(both())

    assert [who for _, who in asked] == ["a", "b"] * 3
    assert clock.passed == pytest.approx(3, abs=0.1)


def test_who_gives_up_waiting_keeps_nobody_else_from_asking(clock):
    class TiredError(Exception):
        pass

    def tired(*_):
        raise TiredError

    async def ask():
        await clock.ask()
        with pytest.raises(TiredError):
            await clock.courtesy.turn(HOST, 2, 0, tired)
        return await clock.ask()

    assert run(ask()) == pytest.approx(2, abs=0.01)


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("", 60),
        ("300", 300),
        ("Fri, 20 Nov 2026 13:00:00 GMT", 3600),
        ("Fri, 20 Nov 2026 11:00:00 GMT", 60),
        ("1000000000", DAY),
        ("nonsense", 60),
    ],
)
def test_a_host_that_refuses_is_asked_again_no_sooner_than_it_says(clock, asked, seconds):
    clock.courtesy.refused(NAME, "HTTP 503", asked)

    assert clock.ask_often(1)[0] == pytest.approx(seconds, abs=0.01)


def test_refusals_in_a_row_make_pauses_longer_and_a_good_answer_ends_the_row(clock):
    courtesy = clock.courtesy
    strikes = [courtesy.refused(NAME, "HTTP 429", "") for _ in range(3)]
    paused = clock.ask_often(1)[0]

    assert (strikes, paused) == ([1, 2, 3], pytest.approx(240, abs=0.01))
    assert courtesy.refused(NAME, "HTTP 429", "") == 1


def test_a_pause_is_known_of_while_it_lasts(clock):
    before = clock.courtesy.is_paused(HOST)
    clock.courtesy.refused(NAME, "HTTP 503", "")
    during = clock.courtesy.is_paused(HOST), clock.courtesy.is_paused("other.test")
    clock.passed += 61

    assert (before, during, clock.courtesy.is_paused(HOST)) == (False, (True, False), False)


def test_who_waits_is_told_for_how_long_and_why(clock):
    told = []
    clock.courtesy.refused(NAME, "HTTP 503", "90")

    run(clock.courtesy.turn(HOST, 2, 0, lambda name, wait: told.append((name, wait))))

    assert told[0] == (NAME, (pytest.approx(90), "HTTP 503"))


def test_a_pause_and_a_rest_are_kept_for_the_next_run(path):
    with closing(Hosts(path)) as hosts:
        clock = Time(hosts)
        clock.ask_often(1)
        clock.courtesy.refused("other.test", "HTTP 503", "600")

    with closing(Hosts(path)) as hosts:
        later = Time(hosts, NOON + timedelta(seconds=1))
        rested, paused = later.ask_often(1)[0], later.ask_often(1, host="other.test")[0]

    assert (rested, paused) == (pytest.approx(1, abs=0.01), pytest.approx(599, abs=0.01))


@pytest.mark.parametrize("ago", [timedelta(minutes=5), timedelta(hours=1), timedelta(days=4000)])
def test_a_clock_that_went_back_makes_nobody_wait_longer_than_a_rest_and_a_pause(path, ago):
    with closing(Hosts(path)) as hosts:
        clock = Time(hosts)
        clock.ask_often(1)
        clock.courtesy.refused("other.test", "HTTP 503", "600")

    with closing(Hosts(path)) as hosts:
        earlier = Time(hosts, NOON - ago)
        rested, paused = earlier.ask_often(1)[0], earlier.ask_often(1, host="other.test")[0]

    assert rested == pytest.approx(2, abs=0.01)
    assert paused == pytest.approx(600, abs=3)


def test_a_clock_that_went_on_makes_nobody_wait(path):
    with closing(Hosts(path)) as hosts:
        Time(hosts).ask_often(1)

    with closing(Hosts(path)) as hosts:
        assert Time(hosts, NOON + timedelta(days=4000)).ask_often(1) == [0]


def test_who_wants_no_delay_writes_nothing(hosts, clock):
    clock.ask_often(3, wanted=0, took=0.5)

    assert hosts.of(NAME) == Host()


def test_a_process_that_is_killed_while_it_asks_has_asked(path):
    with closing(Hosts(path)) as hosts:
        run(Time(hosts).courtesy.turn(HOST, 2, 0, lambda *_: None))

    with closing(Hosts(path)) as hosts:
        assert Time(hosts).ask_often(1) == [pytest.approx(2, abs=0.01)]


REST, TIMES = 0.02, 8


def guest(path, said):
    """Ask a host again and again, and tell by the system's clock when that began and ended."""

    async def ask(courtesy):
        for _ in range(TIMES):
            turn = await courtesy.turn(HOST, REST, 0, lambda *_: None)
            begun = time.monotonic()
            await asyncio.sleep(0.001)
            said.send((begun, time.monotonic()))
            courtesy.give_back(turn)

    with closing(Hosts(path)) as hosts:
        asyncio.run(ask(Courtesy(hosts, lambda: datetime.now(UTC))))
    said.close()


def test_two_processes_never_ask_one_host_at_a_time_nor_without_a_rest(path):
    pipes = [NURSERY.Pipe(duplex=False) for _ in range(2)]
    processes = [NURSERY.Process(target=guest, args=(path, said)) for _, said in pipes]
    for process in processes:
        process.start()

    asked = sorted(heard.recv() for heard, _ in pipes for _ in range(TIMES))
    for process in processes:
        process.join()

    pauses = [later[0] - earlier[1] for earlier, later in pairwise(asked)]
    assert min(pauses) >= REST
