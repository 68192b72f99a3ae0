"""A web server that does what no server should, in a thread of its own, for many made-up hosts."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import ssl
    from asyncio import StreamReader, StreamWriter
    from collections.abc import Awaitable, Callable, Mapping

HERE, INSIDE = "127.0.0.1", "127.0.0.2"
Act: TypeAlias = "Callable[[StreamWriter], Awaitable[None]]"


@dataclass(frozen=True)
class Page:
    """An answer as it goes over the wire: *headers* are lines, in bytes as they stand."""

    body: bytes = b""
    status: int = 200
    headers: tuple[bytes, ...] = (b"Content-Type: text/html; charset=utf-8",)

    def __bytes__(self) -> bytes:
        lines = [b"HTTP/1.1 %d Fine" % self.status, *self.headers]
        lines.append(b"Content-Length: %d" % len(self.body))
        return b"\r\n".join([*lines, b"", self.body])


Answer: TypeAlias = "Page | bytes | Act | Callable[[str], Page]"
CLOSE = b"Connection: close"
NOT_FOUND = Page(b"nothing here", 404)


class Asked(NamedTuple):
    """One request that the server has seen."""

    moment: float
    host: str
    path: str
    headers: dict[str, str]


@dataclass
class HostileServer:
    """Serves *sites*, the pages of each host by path; a path that ends in ``*`` serves all below.

    It listens on one port of 127.0.0.1, and of 127.0.0.2, which no crawl may reach: *trapped*
    counts who connected there. *asked* are all requests; an unknown host gets an empty page.
    """

    sites: Mapping[str, Mapping[str, Answer]]
    tls: ssl.SSLContext | None = None
    asked: list[Asked] = field(default_factory=list)
    trapped: int = 0
    port: int = 0

    def __enter__(self) -> HostileServer:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def begin(self, sites: Mapping[str, Mapping[str, Answer]]) -> None:
        """Serve *sites* from now on, and forget what was asked before."""
        self.sites = sites
        self.asked.clear()
        self.trapped = 0

    def paths(self, host: str) -> list[str]:
        """Return what *host* was asked for, in order."""
        return [asked.path for asked in self.asked if asked.host == host]

    def hosts(self) -> Counter[str]:
        """Return how often each host was asked."""
        return Counter(asked.host for asked in self.asked)

    async def _listen(self) -> None:
        server = await asyncio.start_server(self._serve, HERE, 0, ssl=self.tls)
        self.port = server.sockets[0].getsockname()[1]
        trap = await asyncio.start_server(self._trap, INSIDE, self.port)
        self._servers = (server, trap)

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _trap(self, _: StreamReader, writer: StreamWriter) -> None:
        self.trapped += 1
        writer.close()

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Answer one request after another, until one of the answers breaks the connection."""
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while True:
                asked = _read(await reader.readuntil(b"\r\n\r\n"))
                self.asked.append(asked)
                answer = self._answer(asked)
                if isinstance(answer, Page | bytes):
                    writer.write(bytes(answer))
                    await writer.drain()
                else:
                    await answer(writer)
                if not isinstance(answer, Page) or CLOSE in answer.headers:
                    break
        with suppress(ConnectionError):
            writer.close()

    def _answer(self, asked: Asked) -> Page | bytes | Act:
        pages = self.sites.get(asked.host, {})
        path = asked.path.partition("?")[0]
        below = next((p for p in pages if p.endswith("*") and path.startswith(p[:-1])), "")
        answer = pages.get(asked.path) or pages.get(path) or pages.get(below, NOT_FOUND)
        if isinstance(answer, Page | bytes) or asyncio.iscoroutinefunction(answer):
            return answer
        return answer(asked.path)


def _read(head: bytes) -> Asked:
    line, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines if line)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    host = headers.get("host", "").rpartition(":")[0] or headers.get("host", "")
    return Asked(monotonic(), host, line.split(" ")[1], headers)


async def hang(_: StreamWriter) -> None:
    """Answer nothing."""
    await asyncio.sleep(60)


async def drip_body(writer: StreamWriter) -> None:
    """Send a body that never ends, byte by byte."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    await _repeat(writer, b"x", 0.05)


async def drip_headers(writer: StreamWriter) -> None:
    """Send headers that never end, byte by byte."""
    writer.write(b"HTTP/1.1 200 OK\r\n")
    await _repeat(writer, b"X-A: b\r\n", 0.05)


async def flood_headers(writer: StreamWriter) -> None:
    """Send headers without end, as fast as they are taken."""
    writer.write(b"HTTP/1.1 200 OK\r\n")
    await _repeat(writer, b"".join(b"X-%d: %s\r\n" % (n, b"y" * 8000) for n in range(8)))


async def endless_body(writer: StreamWriter) -> None:
    """Send a body without end, as fast as it is taken."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    await _repeat(writer, b"<p>more of it</p>\n" * 4000)


async def endless_chunks(writer: StreamWriter) -> None:
    """Send chunks without end."""
    writer.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    await _repeat(writer, b"ffff\r\n" + b"z" * 0xFFFF + b"\r\n")


async def endless_length(writer: StreamWriter) -> None:
    """Announce a terabyte, and send it."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
    writer.write(b"Content-Length: %d\r\n\r\n" % (1 << 40))
    await _repeat(writer, b"<p>more of it</p>\n" * 4000)


async def cut_short(writer: StreamWriter) -> None:
    """Send less than was announced."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\nhalf")
    await writer.drain()


async def reset(writer: StreamWriter) -> None:
    """Break off in the middle of the body, with a reset."""
    await cut_short(writer)
    writer.transport.abort()


async def _repeat(writer: StreamWriter, piece: bytes, pause: float = 0) -> None:
    while True:
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(pause)
