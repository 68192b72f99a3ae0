from __future__ import annotations

import sys

import pytest
import pytest_twisted
from scrapy import Request
from scrapy.utils.test import get_crawler
from twisted.internet import reactor
from twisted.internet.defer import Deferred
from twisted.internet.endpoints import TCP4ClientEndpoint, TCP4ServerEndpoint
from twisted.internet.error import ConnectionAborted, ConnectionDone
from twisted.internet.protocol import Factory, Protocol

from newsbot.headwatch import MOST, HeadWatch

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what comes in")
REQUEST = Request("http://waldbote.test/")


class Sender(Protocol):
    """Sends so much, byte by byte of no meaning, when it hears the first word; then closes."""

    def __init__(self, size):
        self.size = size

    def dataReceived(self, _):
        self.transport.write(bytes(self.size))
        self.transport.loseConnection()


class Reader(Protocol):
    """Hands on what it reads to *deliver*; *lost* fires with why the connection ended."""

    def __init__(self, deliver):
        self.deliver = deliver
        self.lost = Deferred()

    def dataReceived(self, data):
        self.deliver(data)

    def connectionLost(self, reason):
        self.lost.callback(reason.type)


@pytest.fixture
def watch():
    HeadWatch.marks.clear()
    return HeadWatch.from_crawler(get_crawler())


async def ended(watch, size, deliver):
    """Return why a connection ended over which so many bytes were to come."""
    factory = Factory.forProtocol(lambda: Sender(size))
    port = await TCP4ServerEndpoint(reactor, 0, interface="127.0.0.1").listen(factory)
    client = TCP4ClientEndpoint(reactor, "127.0.0.1", port.getHost().port)
    reader = await client.connect(Factory.forProtocol(lambda: Reader(deliver)))
    watch.begin(REQUEST)
    await turns(watch)
    reader.transport.write(b"go")
    why = await reader.lost
    watch.end(REQUEST)
    await port.stopListening()
    await turns(watch, wanted=False)
    return why


async def turns(watch, *, wanted=True):
    """Wait until the watch has looked at the connections, or at last looks no more."""
    while watch._is_watching is not wanted or (wanted and not watch.marks):
        turn = Deferred()
        reactor.callLater(0.005, turn.callback, None)
        await turn


@pytest_twisted.ensureDeferred
async def test_what_comes_in_without_being_part_of_a_body_is_broken_off(watch):
    assert await ended(watch, 64 * MOST, lambda data: None) is ConnectionAborted


@pytest_twisted.ensureDeferred
async def test_a_body_may_be_as_long_as_it_is(watch):
    assert await ended(watch, 64 * MOST, watch.deliver) is ConnectionDone


@pytest_twisted.ensureDeferred
async def test_headers_of_some_length_are_let_pass(watch):
    assert await ended(watch, MOST // 2, lambda data: None) is ConnectionDone
