from __future__ import annotations

import pytest
import pytest_twisted
from twisted.internet import reactor
from twisted.internet.error import DNSLookupError
from twisted.web.client import Agent

from newsbot.demo.server import PressServer
from tests.press import PAPERS, TODAY
from tests.press.resolver import PressResolver, address_of


@pytest.fixture(autouse=True)
def names():
    before = reactor.installNameResolver(PressResolver())
    yield
    reactor.installNameResolver(before)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("thoibao.test", "127.0.0.1"),
        ("WWW.Thoibao.test.", "127.0.0.1"),
        ("localhost", "127.0.0.1"),
        ("127.0.0.9", "127.0.0.9"),
        ("thoibao.down.test", None),
        ("newspaper.example", None),
        ("test", None),
    ],
)
def test_only_the_press_has_addresses(host, address):
    assert address_of(host) == address


@pytest_twisted.ensureDeferred
async def test_a_paper_is_found_by_its_name():
    paper = PAPERS["thoibao"](TODAY)
    server = PressServer([paper, PAPERS["kabar"](TODAY)])
    port = server.listen()
    response = await Agent(reactor).request(b"HEAD", f"http://www.thoibao.test:{port}/".encode())
    await server.stop()

    assert response.code == 200
    assert paper.requests[0].origin == f"http://www.thoibao.test:{port}"


@pytest_twisted.ensureDeferred
async def test_any_other_name_fails_as_unknown():
    with pytest.raises(DNSLookupError):
        await Agent(reactor).request(b"GET", b"http://newspaper.example/")


def test_scrapy_can_build_and_install_it():
    resolver = PressResolver.from_crawler(None, reactor)
    resolver.install_on_reactor()

    assert reactor.nameResolver is resolver
