"""Breaks off answers whose headers have no end: Scrapy bounds bodies, and Twisted single lines."""

from __future__ import annotations

import logging
import socket
import struct
import sys
from fcntl import ioctl
from termios import FIONREAD
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self
from weakref import WeakKeyDictionary

from scrapy import signals
from scrapy.exceptions import NotConfigured
from twisted.internet.interfaces import ITCPTransport

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

# What a connection may bring beyond all bodies that came in meanwhile: headers, chunk lengths,
# what TLS adds. Servers give up at some 16 KB of headers themselves.
MOST = 2 << 20
PAUSE = 0.05
# Where Linux tells how many bytes a connection has brought (struct tcp_info, since 4.1).
_BYTES_RECEIVED = struct.Struct("=128xQ")

logger = logging.getLogger(__name__)


class Mark(NamedTuple):
    """What a connection had brought at some moment, and all bodies together by then."""

    received: int
    delivered: int


class HeadWatch:
    """Compares, while a crawl waits for answers, what its connections bring with what is read.

    An extension for Scrapy. Headers without end cost 100 MB a second until DOWNLOAD_TIMEOUT, and
    no signal tells of them before they are over. Nobody else aborts a connection, so that
    ``failures.py`` knows of the request whose it was. Where the system does not say what a
    connection has brought, only that time bounds them. The crawls of a process share connections.
    """

    delivered: ClassVar[int] = 0
    marks: ClassVar[WeakKeyDictionary[Any, Mark]] = WeakKeyDictionary()

    def __init__(self) -> None:
        self._waiting = 0
        self._is_watching = False
        # Importing the reactor by name would install one where none runs yet.
        self._reactor: Any = sys.modules["twisted.internet.reactor"]

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the watch of *crawler*; raise NotConfigured where the system tells nothing."""
        if not hasattr(socket, "TCP_INFO"):
            raise NotConfigured("no TCP_INFO")
        watch = cls()
        crawler.signals.connect(watch.begin, signal=signals.request_reached_downloader)
        crawler.signals.connect(watch.end, signal=signals.request_left_downloader)
        crawler.signals.connect(watch.deliver, signal=signals.bytes_received)
        return watch

    def begin(self, request: Request) -> None:
        """Watch, for an answer to *request* is waited for."""
        self._waiting += 1
        if not self._is_watching:
            self._is_watching = True
            self._reactor.callLater(PAUSE, self._watch)

    def end(self, request: Request) -> None:
        """Note that *request* is over."""
        self._waiting -= 1

    def deliver(self, data: bytes) -> None:
        """Count what came in of a body."""
        HeadWatch.delivered += len(data)

    def _watch(self) -> None:
        self._is_watching = self._waiting > 0
        if not self._is_watching:
            return
        self._reactor.callLater(PAUSE, self._watch)
        for transport in self._reactor.getReaders():
            if ITCPTransport.providedBy(transport) and self._is_flood(transport):
                logger.warning("Broken off: endless headers from %s", transport.getPeer().host)
                transport.abortConnection()

    def _is_flood(self, transport: Any) -> bool:
        """Return whether *transport* has brought far more than the bodies that were read."""
        now = Mark(_received(transport.getHandle()), HeadWatch.delivered)
        before = self.marks.setdefault(transport, now)
        excess = (now.received - before.received) - (now.delivered - before.delivered)
        if excess < 0:
            self.marks[transport] = now
        return excess > MOST


def _received(connection: socket.socket) -> int:
    """Return how many bytes were read of *connection*, nought where the system does not say.

    What it has brought, without what still waits to be read: a body may lie there while a page
    is parsed.
    """
    told = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _BYTES_RECEIVED.size)
    if len(told) < _BYTES_RECEIVED.size:
        return 0
    (received,) = _BYTES_RECEIVED.unpack(told)
    (unread,) = struct.unpack("i", ioctl(connection, FIONREAD, bytes(4)))
    return int(received) - int(unread)
