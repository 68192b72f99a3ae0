"""Cases 14, 15 and 44 of the fault table and the time budget: what ends a run on its way."""

from __future__ import annotations

import os
import shutil
import time
from datetime import timedelta
from signal import SIGINT, SIGTERM
from types import SimpleNamespace

import pytest
import pytest_twisted
from twisted.internet import reactor
from twisted.internet.protocol import Factory, Protocol
from twisted.internet.task import LoopingCall
from twisted.internet.threads import deferToThread

from tests.commands.project import QUICKLY
from tests.faults.survivor import CONTACT, Survivor
from tests.press.newsroom import Newsroom

# The other one has a test of its own, without a page that hangs, in tests/commands.
SIGNALS = [SIGTERM, SIGINT] if os.environ.get("NEWSBOT_FAULTS") == "all" else [SIGTERM]
# Names a clock, and has articles read by a regular expression that does not end.
HANGING = """
import re
from newsbot import watchdog
from newsbot.run import utc_now
from newsbot.spiders.news import NewsSpider

watchdog.GRACE = 0.1
NewsSpider.parse_article = lambda *_, **__: re.match("(a+)+$", "a" * 60 + "b")
"""
DRIPPING = """
domain = "127.0.0.1"
[links]
seeds = ["http://127.0.0.1:{port}/"]
article = '/artikel/(?P<key>7)'
"""


@pytest_twisted.async_yield_fixture
async def survivor(tmp_path):
    survivor = Survivor(tmp_path)
    yield survivor
    await survivor.close()


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    room = Newsroom("demo", tmp_path)
    yield room
    await room.close()


class Drip(Protocol):
    """Sends a front page at once, and of the article that it names a byte at a time for ever."""

    HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"

    def connectionMade(self):
        self.drops = LoopingCall(self.transport.write, b".")

    def dataReceived(self, data):
        self.transport.write(self.HEAD)
        if data.startswith(b"GET /artikel/7"):
            self.drops.start(0.05)
        else:
            self.transport.write(b'<a href="/artikel/7">Die Br\xc3\xbccke ist gesperrt</a>')
            self.transport.loseConnection()

    def connectionLost(self, reason):
        if self.drops.running:
            self.drops.stop()


@pytest_twisted.async_yield_fixture
async def drip():
    """The port of a server that drips."""
    port = reactor.listenTCP(0, Factory.forProtocol(Drip), interface="127.0.0.1")
    yield port.getHost().port
    await port.stopListening()


def on_request(paper, number, act):
    """Have *act* called when *paper* is asked for the *number*-th time."""
    answer = paper.respond

    def respond(request):
        if len(paper.requests) + 1 == number:
            act()
        return answer(request)

    paper.respond = respond


def a_second_a_request(paper):
    """Return a clock that goes on by a second with every request."""
    return lambda: paper.today + timedelta(seconds=len(paper.requests))


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.name)
@pytest_twisted.ensureDeferred
async def test_case_14_a_signal_ends_a_run_though_a_page_hangs_and_no_site_is_begun(
    survivor, signal
):
    survivor.project.add_site("another", 'domain = "paper.down.test"')
    words = ("another", "-j", "1", "-s", "DOWNLOAD_TIMEOUT=0.5", *QUICKLY)
    run = survivor.project.start("crawl", survivor.name, *words, **CONTACT)
    sent = []

    def hang():
        survivor.server.latency = 600
        sent.append(time.monotonic())
        run.send_signal(signal)

    on_request(survivor.paper, 12, hang)
    _, trouble = await deferToThread(run.communicate, timeout=60)
    took = time.monotonic() - sent[0]

    assert (run.returncode, took < 0.5 + 5) == (1, True)
    assert trouble.splitlines() == [
        "demo: interrupted (shutdown); the next run goes on",
        "another: not begun, for the crawl was interrupted; the next run goes on",
    ]
    assert len(list((survivor.project.folder / "data/articles/demo").iterdir())) == 1
    assert {loss.partition(":")[0] for loss in survivor.losses()} == {"lost"}


@pytest_twisted.ensureDeferred
async def test_case_15_a_run_that_hangs_is_ended_and_the_next_one_goes_on(survivor):
    (survivor.project.folder / "hanging.py").write_text(HANGING)
    limits = ("CLOCK=hanging.utc_now", "RUN_MAX_SECONDS=3", "DOWNLOAD_TIMEOUT=0.5")
    words = [word for limit in limits for word in ("-s", limit)]
    run = survivor.project.start("crawl", survivor.name, *words, *QUICKLY, **CONTACT)

    _, trouble = await deferToThread(run.communicate, timeout=60)

    assert run.returncode == 1
    assert trouble.startswith("Timeout (0:00:03.")
    assert "in match" in trouble
    assert await survivor.crawl() == 0
    assert survivor.losses() == []


@pytest_twisted.ensureDeferred
async def test_when_time_is_up_a_page_that_drips_has_as_long_as_any(newsroom, drip):
    limits = {"RUN_MAX_SECONDS": 1, "DOWNLOAD_TIMEOUT": 1.5, "RETRY_ENABLED": False}
    began = time.monotonic()

    report = await newsroom.crawl(toml=DRIPPING.format(port=drip), settings=limits)

    took = time.monotonic() - began
    assert (report.exit_code, report.failed) == (1, 1)
    assert report.trouble == "time was up; the next run goes on"
    assert 1 < took < 1 + 1.5 + 5


@pytest_twisted.ensureDeferred
async def test_case_44_a_disk_that_fills_up_ends_a_run_that_keeps_all_it_has(newsroom, monkeypatch):
    free = iter([4000, 3000, 2000, 2000])
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=next(free, 10)))
    clock = a_second_a_request(newsroom.paper)

    full = await newsroom.crawl(settings={"DISK_FLOOR_BYTES": 1000, "CLOCK": clock})
    asked, kept = len(newsroom.paper.requests), len(newsroom.records())
    done = await newsroom.crawl()

    assert full.exit_code == 74
    assert "less than DISK_FLOOR_BYTES (0 MiB); make room and run again" in full.line
    assert 5 < asked < 12
    assert kept == full.new > 0
    assert not list(newsroom.folder.rglob("*.open"))
    assert done.exit_code == 0
    assert newsroom.records().keys() == newsroom.paper.truth().keys()


@pytest_twisted.ensureDeferred
async def test_the_articles_of_a_long_run_can_be_read_while_it_goes_on(newsroom):
    clock = a_second_a_request(newsroom.paper)
    seen = []
    on_request(newsroom.paper, 15, lambda: seen.extend(newsroom.records()))

    report = await newsroom.crawl(settings={"RENDER_SECONDS": 4, "CLOCK": clock})

    assert 0 < len(seen) < report.new
