# Twisted names the arguments, and passes them by name.
# ruff: noqa: N803
"""A resolver that knows the made-up papers' hosts and never asks the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from twisted.internet.address import IPv4Address
from twisted.internet.interfaces import IHostnameResolver, IHostResolution
from zope.interface import implementer

if TYPE_CHECKING:
    from twisted.internet.interfaces import IResolutionReceiver

LOOPBACK = "127.0.0.1"


@implementer(IHostResolution)
class Resolution:
    """One name being resolved: done before anyone could cancel it."""

    def __init__(self, name: str) -> None:
        self.name = name

    def cancel(self) -> None:
        """Do nothing."""


@implementer(IHostnameResolver)
class PressResolver:
    """Gives 127.0.0.1 for any host on ``.test`` but ``.down.test``; no other name exists.

    For Scrapy's setting TWISTED_DNS_RESOLVER, or for the reactor's installNameResolver.
    """

    def __init__(self, reactor: Any = None) -> None:
        self.reactor = reactor

    @classmethod
    def from_crawler(cls, crawler: object, reactor: Any) -> Self:
        """Return a resolver for *reactor*, as Scrapy builds it."""
        return cls(reactor)

    def install_on_reactor(self) -> None:
        """Make the reactor resolve names so, as Scrapy asks."""
        self.reactor.installNameResolver(self)

    def resolveHostName(
        self,
        resolutionReceiver: IResolutionReceiver,
        hostName: str,
        portNumber: int = 0,
        addressTypes: object = None,
        transportSemantics: str = "TCP",
    ) -> Resolution:
        """Tell the receiver the address of *hostName*, or none: a DNSLookupError to clients."""
        resolution = Resolution(hostName)
        resolutionReceiver.resolutionBegan(resolution)
        if address := address_of(hostName):
            resolutionReceiver.addressResolved(IPv4Address("TCP", address, portNumber))
        resolutionReceiver.resolutionComplete()
        return resolution


def address_of(host: str) -> str | None:
    """Return the address of *host*, ``None`` if no such name exists here."""
    name = host.lower().rstrip(".")
    if name.startswith("127."):
        return name
    known = name == "localhost" or (name.endswith(".test") and not name.endswith(".down.test"))
    return LOOPBACK if known else None
