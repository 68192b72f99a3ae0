"""The names of the hostile web, which the real guard of addresses looks at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from twisted.internet.defer import fail, succeed
from twisted.internet.error import DNSLookupError
from twisted.internet.interfaces import IResolverSimple
from zope.interface import implementer

from newsbot.addresses import read_private_hosts
from newsbot.resolver import GuardResolver
from tests.hostile.server import HERE, INSIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy.crawler import Crawler
    from twisted.internet.defer import Deferred

LOOKUPS = "lookups"


@implementer(IResolverSimple)
class Names:
    """All of ``.test`` is here, but ``inside.test``; ``rebinding.test`` is at its first lookup.

    What was looked up stands in the file LOOKUPS, a name a line.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:
        """Return the address of *name*."""
        with Path(LOOKUPS).open("a") as file:
            file.write(f"{name}\n")
        again = name in self.asked
        self.asked.append(name)
        if name == "inside.test" or (name == "rebinding.test" and again):
            return succeed(INSIDE)
        if name.endswith(".test"):
            return succeed(HERE)
        return succeed(name) if name.startswith("127.") else fail(DNSLookupError(name))


class HostileResolver(GuardResolver):
    """The resolver of newsbot, which asks those names and not the system."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> HostileResolver:
        """Return a resolver for *reactor*, as Scrapy builds it."""
        return cls(reactor, Names(), read_private_hosts(crawler.settings["ALLOW_PRIVATE_HOSTS"]))
