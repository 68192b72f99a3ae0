# Twisted's web server is without annotations.
# mypy: allow-untyped-calls
"""Serves made-up papers on 127.0.0.1 from within the running reactor."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from twisted.internet.defer import Deferred
from twisted.internet.task import deferLater
from twisted.protocols.policies import ProtocolWrapper, WrappingFactory
from twisted.web.resource import Resource
from twisted.web.server import NOT_DONE_YET, Site

from newsbot.demo.paper import PressRequest, PressResponse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twisted.web.server import Request

    from newsbot.demo.paper import Paper

UNKNOWN_HOST = PressResponse.text("<h1>No paper of this name is printed here</h1>", status=421)


class PressServer:
    """Prints *papers* behind one port, told apart by the Host header; a single one for any host.

    *latency* is how many seconds an answer takes: with none, requests could never overlap.
    """

    def __init__(self, papers: Sequence[Paper], latency: float = 0.005) -> None:
        self.papers = {host: paper for paper in papers for host in paper.hosts}
        self.only = papers[0] if len(papers) == 1 else None
        self.latency = latency
        self._connections: WrappingFactory[ProtocolWrapper] = WrappingFactory(_Site(_Pages(self)))
        # Importing the reactor by name would install one where none runs yet.
        self._reactor: Any = sys.modules["twisted.internet.reactor"]
        self._port: Any = None

    def listen(self) -> int:
        """Begin to serve and return the port, which the system chooses."""
        self._port = self._reactor.listenTCP(0, self._connections, interface="127.0.0.1")
        return self.port

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._port.getHost().port)

    def stop(self) -> Deferred[None]:
        """Stop serving; fires when every connection, idle or not, is closed."""
        return Deferred.fromCoroutine(self._stop())

    async def _stop(self) -> None:
        await self._port.stopListening()
        for connection in tuple(self._connections.protocols):
            connection.abortConnection()
        while self._connections.protocols:
            await deferLater(self._reactor, 0)

    def answer(self, request: Request) -> None:
        """Let the paper that *request* names answer it, after the latency."""
        asked = _press_request(request)
        paper = self.only or self.papers.get(asked.host)
        response = paper.respond(asked) if paper else UNKNOWN_HOST
        sending = self._reactor.callLater(self.latency, _send, request, response)

        def leave(_: object) -> None:
            if sending.active():
                sending.cancel()

        request.notifyFinish().addBoth(leave)


class _Site(Site):
    """The HTTP side of a server; keeps no access log, as the papers note every request."""

    def log(self, request: object) -> None:
        """Write nothing."""


class _Pages(Resource):
    """Every address of every paper."""

    def __init__(self, press: PressServer) -> None:
        super().__init__()
        self.isLeaf = True
        self.press = press

    def render(self, request: Request) -> int:
        """Hand *request* to the server, which answers later."""
        self.press.answer(request)
        return NOT_DONE_YET


def _press_request(request: Request) -> PressRequest:
    """Return twisted's *request* as papers read it."""
    headers = {
        name.decode("latin-1").lower(): values[-1].decode("latin-1")
        for name, values in request.requestHeaders.getAllRawHeaders()
    }
    body = request.content.read() if request.content else b""
    return PressRequest.to(
        f"http://{headers.get('host', '127.0.0.1')}{request.uri.decode('latin-1')}",
        method=request.method.decode("latin-1"),
        form=parse_qs(body.decode("latin-1"), keep_blank_values=True),
        headers=headers,
    )


def _send(request: Request, response: PressResponse) -> None:
    request.setResponseCode(response.status)
    for name, value in response.headers.items():
        request.setHeader(name, value)
    request.setHeader("content-length", str(len(response.body)))
    request.write(response.body)
    request.finish()
