"""The resolver of every crawl: it hands out no address that a crawl may not connect to."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError
from twisted.internet.interfaces import IResolverSimple
from zope.interface import implementer

from newsbot.addresses import PRIVATE, is_public, read_private_hosts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy.crawler import Crawler
    from twisted.internet.defer import Deferred

    from newsbot.addresses import PrivateHosts


class Resolver(Protocol):
    """Whatever finds the address of a name, as Twisted's IResolverSimple asks for it."""

    def getHostByName(self, name: str, timeout: Sequence[int] = ...) -> Deferred[str]:
        """Return the address of *name*, later; fail with DNSLookupError where there is none."""


@implementer(IResolverSimple)
class GuardResolver:
    """Asks *inner*, and gives its answer only if a crawl may connect to that.

    For Scrapy's setting TWISTED_DNS_RESOLVER. Every connection comes by here, addresses written
    out in a URL among them, and is made to the very answer that was looked at: one that changes
    from lookup to lookup is of no use. A refusal is a failed lookup, as of a name that does not
    exist; *refused* tells the two apart. A process resolves for all its sites in one place.
    """

    refused: ClassVar[set[str]] = set()

    def __init__(self, reactor: Any, inner: Resolver, private: PrivateHosts) -> None:
        self.reactor = reactor
        self.inner = inner
        self.private = private

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> Self:
        """Return a resolver for *reactor* that asks the system, in threads, as Scrapy does."""
        private = read_private_hosts(crawler.settings["ALLOW_PRIVATE_HOSTS"])
        return cls(reactor, CachingThreadedResolver.from_crawler(crawler, reactor), private)

    def install_on_reactor(self) -> None:
        """Make the reactor resolve names so, as Scrapy asks."""
        self.reactor.installResolver(self)

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:
        """Return the address of *name*, later; fail with DNSLookupError where there is none."""

        def looked_at(answer: str) -> str:
            host = name.lower().rstrip(".")
            address = ip_address(answer)
            if not (is_public(address) or self.private.has(address) or host in self.private.names):
                self.refused.add(host)
                raise DNSLookupError(f"{name} is at {answer}, a {PRIVATE}")
            self.refused.discard(host)
            return answer

        return self.inner.getHostByName(name, timeout).addCallback(looked_at)
