from __future__ import annotations

import pytest
import pytest_twisted
from scrapy.settings import Settings
from twisted.internet import reactor
from twisted.internet.defer import fail, succeed
from twisted.internet.error import ConnectionRefusedError, DNSLookupError
from twisted.internet.interfaces import IResolverSimple
from twisted.internet.task import deferLater
from twisted.web.client import Agent
from zope.interface import implementer

from newsbot.addresses import read_private_hosts
from newsbot.resolver import GuardResolver


@implementer(IResolverSimple)
class Answers:
    """Answers one lookup after another, whatever is asked, and counts."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []

    def getHostByName(self, name, timeout=()):
        self.asked.append(name)
        return succeed(self.answers.pop(0)) if self.answers else fail(DNSLookupError(name))


@pytest.fixture(autouse=True)
def resolver():
    before = reactor.nameResolver
    yield
    reactor.installNameResolver(before)
    GuardResolver.refused.clear()


def install(*answers, allowed=""):
    world = Answers(*answers)
    GuardResolver(reactor, world, read_private_hosts(allowed)).install_on_reactor()
    return world


def ask(url):
    return Agent(reactor).request(b"GET", url)


@pytest.mark.parametrize("answer", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "224.0.0.1"])
@pytest_twisted.ensureDeferred
async def test_a_name_at_a_private_address_is_a_failed_lookup(answer):
    install(answer)

    with pytest.raises(DNSLookupError):
        await ask(b"http://paper.test/")

    assert GuardResolver.refused == {"paper.test"}


@pytest_twisted.ensureDeferred
async def test_an_address_in_a_url_is_looked_at_as_well():
    install("127.0.0.1")

    with pytest.raises(DNSLookupError):
        await ask(b"http://127.0.0.1:9/")


@pytest_twisted.ensureDeferred
async def test_a_name_is_refused_as_soon_as_it_moves_to_another_address():
    install("127.0.0.1", "127.0.0.2", allowed="127.0.0.1")

    with pytest.raises(ConnectionRefusedError):
        await ask(b"http://paper.test:9/")
    with pytest.raises(DNSLookupError):
        await ask(b"http://paper.test:9/")


@pytest_twisted.ensureDeferred
async def test_a_name_that_is_allowed_may_be_anywhere():
    install("127.0.0.2", allowed="paper.test")

    with pytest.raises(ConnectionRefusedError):
        await ask(b"http://paper.test:9/")


@pytest_twisted.ensureDeferred
async def test_a_name_that_does_not_exist_is_not_refused():
    install()

    with pytest.raises(DNSLookupError):
        await ask(b"http://paper.test/")

    assert GuardResolver.refused == set()


@pytest_twisted.ensureDeferred
async def test_as_scrapy_builds_it_it_asks_the_system():
    class Process:
        settings = Settings({"ALLOW_PRIVATE_HOSTS": "127.0.0.1"})

    resolver = GuardResolver.from_crawler(Process, reactor)

    assert await resolver.getHostByName("127.0.0.1") == "127.0.0.1"
    with pytest.raises(DNSLookupError):
        await resolver.getHostByName("127.0.0.2")
    await deferLater(reactor, 0)
