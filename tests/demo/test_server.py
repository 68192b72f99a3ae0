from __future__ import annotations

from io import BytesIO

import pytest
import pytest_twisted
from twisted.internet import reactor
from twisted.internet.defer import Deferred
from twisted.internet.error import ConnectionRefusedError as RefusedError
from twisted.web.client import (
    Agent,
    FileBodyProducer,
    HTTPConnectionPool,
    ResponseNeverReceived,
    readBody,
)
from twisted.web.http_headers import Headers

from newsbot.demo.paper import PressResponse
from newsbot.demo.server import PressServer
from tests.demo.test_paper import NOON, Leaflet, make_story

# Twisted 26 warns of the transport that its own Agent hands to its own readBody.
pytestmark = pytest.mark.filterwarnings("ignore:Using readBody:DeprecationWarning")


class Other(Leaflet):
    hosts = ("other.test", "www.other.test")

    def front_page(self, request):
        form = request.form.get("ngày")
        return PressResponse.text(f"{request.method} {request.target} {request.origin} {form}")


@pytest.fixture
def papers():
    return [Leaflet([make_story("2")], NOON), Other([], NOON)]


@pytest_twisted.async_yield_fixture
async def server(papers):
    server = PressServer(papers)
    server.listen()
    yield server
    await server.stop()


async def ask(port, path, *, host="leaflet.test", method=b"GET", form=None, pool=None):
    response = await Agent(reactor, pool=pool).request(
        method,
        f"http://127.0.0.1:{port}{path}".encode(),
        Headers({"Host": [host]}),
        form and FileBodyProducer(BytesIO(form)),
    )
    return response, (await readBody(response)).decode()


@pytest_twisted.ensureDeferred
async def test_a_page_goes_over_the_wire_as_the_paper_gave_it(server):
    response, body = await ask(server.port, "/a/2")

    assert (response.code, body) == (200, "Một.\n\nHai.")
    assert response.headers.getRawHeaders("content-type") == ["text/html; charset=utf-8"]


@pytest_twisted.ensureDeferred
async def test_the_host_header_chooses_the_paper(server):
    _, body = await ask(server.port, "/?x=5", host="www.other.test:81")

    assert body == "GET /?x=5 http://www.other.test:81 None"


@pytest_twisted.ensureDeferred
async def test_a_posted_form_reaches_the_paper(server):
    form = b"ng%C3%A0y=20&thang=11"
    _, body = await ask(server.port, "/", host="other.test", method=b"POST", form=form)

    assert body == "POST / http://other.test ['20']"


@pytest_twisted.ensureDeferred
async def test_a_head_request_gets_no_body(server):
    response, body = await ask(server.port, "/a/2", method=b"HEAD")

    assert (response.code, body) == (200, "")


@pytest_twisted.ensureDeferred
async def test_a_host_without_paper_is_turned_away(server):
    response, _ = await ask(server.port, "/", host="else.test")

    assert response.code == 421


@pytest_twisted.ensureDeferred
async def test_a_single_paper_answers_to_any_host(papers):
    server = PressServer(papers[:1])
    response, _ = await ask(server.listen(), "/", host="else.test")
    await server.stop()

    assert response.code == 200


@pytest_twisted.ensureDeferred
async def test_a_stopped_server_has_closed_idle_connections_too(papers):
    server = PressServer(papers)
    port = server.listen()
    pool = HTTPConnectionPool(reactor)
    await ask(port, "/", pool=pool)
    await server.stop()
    await pool.closeCachedConnections()

    with pytest.raises(RefusedError):
        await ask(port, "/")


class Slow(Leaflet):
    def front_page(self, request):
        self.asked.callback(None)
        return super().front_page(request)


@pytest_twisted.ensureDeferred
async def test_a_stopped_server_leaves_nothing_to_do_behind():
    before = set(reactor.getDelayedCalls())
    paper = Slow([], NOON)
    paper.asked = Deferred()
    server = PressServer([paper], latency=60)
    asking = Deferred.fromCoroutine(ask(server.listen(), "/"))
    await paper.asked
    await server.stop()

    with pytest.raises(ResponseNeverReceived):
        await asking
    assert set(reactor.getDelayedCalls()) == before
