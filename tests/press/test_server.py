from __future__ import annotations

import pytest
import pytest_twisted
from twisted.internet.defer import Deferred, gatherResults

from tests.demo.test_paper import NOON, Leaflet, make_story
from tests.demo.test_server import Other, ask
from tests.press.server import WatchedServer

# Twisted 26 warns of the transport that its own Agent hands to its own readBody.
pytestmark = pytest.mark.filterwarnings("ignore:Using readBody:DeprecationWarning")


@pytest.fixture
def papers():
    return [Leaflet([make_story("2")], NOON), Other([], NOON)]


@pytest_twisted.async_yield_fixture
async def server(papers):
    server = WatchedServer(papers)
    server.listen()
    yield server
    await server.stop()


@pytest_twisted.ensureDeferred
async def test_requests_one_after_another_never_overlap(server):
    await ask(server.port, "/")
    await ask(server.port, "/")

    assert server.peak == {"leaflet.test": 1}
    assert server.in_flight["leaflet.test"] == 0


@pytest_twisted.ensureDeferred
async def test_the_peak_is_counted_by_domain(papers):
    server = WatchedServer(papers, latency=0.05)
    port = server.listen()
    hosts = ["other.test", "www.other.test", "leaflet.test"]
    await gatherResults([Deferred.fromCoroutine(ask(port, "/", host=host)) for host in hosts])
    await server.stop()

    assert server.peak == {"other.test": 2, "leaflet.test": 1}
