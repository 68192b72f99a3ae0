"""Addresses that no newspaper has: of the machine itself, of the network around it, in disguise."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import SplitResult, urlsplit

from newsbot.urls import host_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from ipaddress import IPv4Network

Address: TypeAlias = IPv4Address | IPv6Address

# Why an address is refused, in the words of the report.
PRIVATE = "private address"
DISGUISED = "address in disguise"
SCHEME = "neither http nor https"
PERSON = "user name in an address"
PORT = "unusual port"
BROKEN = "no address"
OFF_SITE = "off site"
MOVED = "redirected off site"
REFUSALS = frozenset({PRIVATE, DISGUISED, SCHEME, PERSON, PORT, BROKEN, OFF_SITE, MOVED})

WEB_PORTS = frozenset({80, 443, 8080, 8443})
_SCHEMES = {"http", "https"}
# RFC 6761, 6762, 8375 and ICANN's .internal; the rest is what home and office routers hand out.
_LOCAL = """
    corp home home.arpa internal intranet lan local localdomain localhost private svc
"""
_LOCAL_NAMES = tuple(f".{name}" for name in _LOCAL.split())
_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*")
# What a URL's last label makes a number, however its host goes on (WHATWG URL standard, 3.5).
_NUMBER = re.compile(r"(.*\.)?([0-9]+|0x[0-9a-f]*)")
# Machines in a cloud tell their secrets there; this one is Azure's, which is no private address.
# All others are link-local, shared (100.64.0.0/10) or unique local, and none is ever wanted.
_CLOUDS = ("168.63.129.16", "169.254.0.0/16", "100.100.100.200", "192.0.0.192")
_METADATA = tuple(ip_network(text) for text in (*_CLOUDS, "fe80::/10", "fd00:ec2::/32"))
# Python counts these as global: relays for 6to4 (RFC 7526) and the protocol assignments.
_NO_HOSTS = (ip_network("192.88.99.0/24"), ip_network("192.0.0.0/24"))
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NO_HOSTS_6 = (IPv6Network("2002::/16"), IPv6Network("3fff::/20"))
# IPv4 behind NAT64 (RFC 6052): as public as the address in it.
_NAT64 = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class PrivateHosts:
    """Which hosts may be private all the same: *all*, or these *names* and *networks*."""

    all: bool = False
    names: frozenset[str] = frozenset()
    networks: tuple[IPv4Network | IPv6Network, ...] = ()

    def has_name(self, host: str) -> bool:
        """Return whether *host* may be private, as far as its name or its own address tells."""
        address = _plain_address(host)
        return host in self.names or (address is not None and self.has(address))

    def has(self, address: Address) -> bool:
        """Return whether *address* may be reached though it is private."""
        if any(address in network for network in self.networks):
            return True
        return self.all and not _is_metadata(address)


NONE_PRIVATE = PrivateHosts()


def read_private_hosts(value: object) -> PrivateHosts:
    """Return what the setting ALLOW_PRIVATE_HOSTS says: yes, no, or host names and networks.

    Raises ValueError for what is neither.

    >>> read_private_hosts("10.1.0.0/16, intranet.example").names
    frozenset({'intranet.example'})
    """
    words = value.split(",") if isinstance(value, str) else value
    if not isinstance(words, list | tuple):
        return PrivateHosts(all=bool(value))
    entries = [str(word).strip().lower() for word in words]
    if len(entries) == 1 and entries[0] in _YES | _NO:
        return PrivateHosts(all=entries[0] in _YES)
    names, networks = set(), []
    for entry in filter(None, entries):
        try:
            networks.append(ip_network(entry, strict=False))
        except ValueError:
            if not _NAME.fullmatch(entry) or _NUMBER.fullmatch(entry):
                raise ValueError(f"{entry!r} is neither a host name nor a network") from None
            names.add(entry)
    return PrivateHosts(names=frozenset(names), networks=tuple(networks))


_YES, _NO = (
    frozenset({"1", "true", "yes", "on"}),
    frozenset({"", "0", "false", "none", "no", "off"}),
)


def url_refusal(
    url: str, ports: Collection[int] = (), private: PrivateHosts = NONE_PRIVATE
) -> str | None:
    """Return why *url* is not to be asked for, ``None`` if it may be.

    Only the web is: http and https, on the usual ports, the site's own *ports*, or any port of
    a host that may be *private*; nobody logs in. What its name resolves to is not seen here.

    >>> url_refusal("http://2130706433/"), url_refusal("http://waldbote.test:25/")
    ('address in disguise', 'unusual port')
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return BROKEN
    if parts.scheme not in _SCHEMES:
        return SCHEME
    if "@" in parts.netloc:
        return PERSON
    host = host_of(url)
    if why := host_refusal(host, private):
        return why
    is_usual = port is None or port in WEB_PORTS or port in ports
    return None if is_usual or private.all or private.has_name(host) else PORT


def host_refusal(host: str, private: PrivateHosts = NONE_PRIVATE) -> str | None:
    """Return why *host*, as ``host_of`` gives it, is not to be asked, ``None`` if it may be."""
    address = _plain_address(host)
    if address is not None:
        return None if is_public(address) or private.has(address) else PRIVATE
    try:
        name = host.encode("idna").decode()
    except UnicodeError:
        return BROKEN
    if name != host and _plain_address(name):
        return DISGUISED
    if _NUMBER.fullmatch(name) or _is_read_as_number(name):
        return DISGUISED
    if not _NAME.fullmatch(name):
        return BROKEN
    is_local = "." not in name or f".{name}".endswith(_LOCAL_NAMES)
    return PRIVATE if is_local and not (private.all or name in private.names) else None


def is_public(address: Address) -> bool:
    """Return whether *address* may be that of a server on the public internet.

    By IANA's registries of special addresses. An IPv4 address in one of IPv6 counts as itself
    where routers take it so (mapped, NAT64); elsewhere (6to4, Teredo, compatible) nobody is.
    """
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        if inner is not None:
            return is_public(inner)
        if address not in _GLOBAL_UNICAST or any(address in network for network in _NO_HOSTS_6):
            return False
    elif any(address in network for network in _NO_HOSTS):
        return False
    is_special = address.is_multicast or address.is_reserved or _is_metadata(address)
    return address.is_global and not is_special


def is_loopback(host: str) -> bool:
    """Return whether *host* is this machine.

    >>> is_loopback("127.0.0.1"), is_loopback("waldbote.test")
    (True, False)
    """
    address = _plain_address(host)
    return host == "localhost" or (address is not None and address.is_loopback)


def ports_of(urls: Collection[str]) -> frozenset[int]:
    """Return the ports that *urls* name; templates are read as far as they go."""
    found = (_port_of(urlsplit(url)) for url in urls)
    return frozenset(port for port in found if port)


def _port_of(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:
        return None


def _plain_address(host: str) -> Address | None:
    """Return the address that *host* is in its usual form, ``None`` if it is none."""
    try:
        return ip_address(host)
    except ValueError:
        return None


def _is_read_as_number(name: str) -> bool:
    """Return whether a resolver takes *name* for an address (inet_aton: ``0x7f.1``, ``127.1``)."""
    try:
        socket.inet_aton(name)
    except OSError:
        return False
    return True


def _is_metadata(address: Address) -> bool:
    inner = _inner(address) if isinstance(address, IPv6Address) else None
    return any((inner or address) in network for network in _METADATA)


def _inner(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that routers reach by *address*, ``None`` if it is no such."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped
