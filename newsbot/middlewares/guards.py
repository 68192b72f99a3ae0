"""Refuses requests to addresses that no newspaper has."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from typing import TYPE_CHECKING, Self

from scrapy.exceptions import IgnoreRequest, NotConfigured

from newsbot.urls import host_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

_LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


class GuardMiddleware:
    """Lets no page send the crawl to the machine it runs on or to the network around it."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the guard; raise NotConfigured where ALLOW_PRIVATE_HOSTS switches it off."""
        if crawler.settings.getbool("ALLOW_PRIVATE_HOSTS"):
            raise NotConfigured("ALLOW_PRIVATE_HOSTS")
        return cls()

    def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest where *request* goes to a private address."""
        if is_private(host_of(request.url)):
            raise IgnoreRequest(f"{host_of(request.url)} is a private address")


def is_private(host: str) -> bool:
    """Return whether *host* is local by its name, or an address outside the public internet.

    Addresses count in every form that a resolver takes (``2130706433``, ``0x7f.1``). A name
    that only resolves to such an address is not seen here.

    >>> is_private("2130706433"), is_private("169.254.169.254"), is_private("waldbote.test")
    (True, True, False)
    """
    if f".{host}".endswith(_LOCAL_NAMES):
        return True
    try:
        address = ip_address(host)
    except ValueError:
        try:
            address = ip_address(socket.inet_aton(host))
        except OSError:
            return False
    mapped = getattr(address, "ipv4_mapped", None)
    return not (mapped or address).is_global


def is_loopback(host: str) -> bool:
    """Return whether *host* is this machine.

    >>> is_loopback("127.0.0.1"), is_loopback("waldbote.test")
    (True, False)
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
