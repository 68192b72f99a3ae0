"""The keys by which CDX indexes are sorted: hosts turned round, spellings of one URL made one."""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import quote_from_bytes, unquote_to_bytes

from newsbot.tracking import ASP_NET

_URL = re.compile(
    r"(?P<scheme>https?)://+(?:[^/?#]*@)?(?P<host>[^/?#]*?)(?::(?P<port>\d*))?"
    r"(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?(?:#.*)?",
    re.IGNORECASE | re.DOTALL,
)
_WHITE_SPACE = re.compile(r"[\n\r\t]")
_PORTS = {"http": "80", "https": "443"}
_WWW = re.compile(r"www\d*\.")
_NEVER_QUOTED = "!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~"
_SESSIONS = [
    re.compile(rf"(.*){session}(?:&(.*))?")
    for session in (
        "jsessionid=[0-9a-z]{32}",
        "phpsessid=[0-9a-z]{32}",
        "sid=[0-9a-z]{32}",
        "aspsessionid[a-z]{8}=[a-z]{24}",
        "cfid=[^&]+&cftoken=[^&]+",
    )
]
_PATH_SESSIONS = [re.compile(rf"(.*/){session}/([^?]+\.aspx.*)", re.DOTALL) for session in ASP_NET]


def surt(url: str) -> str:
    """Return the sort key of *url*, as the package surt 0.3.1 (pywb, cdxj-indexer) makes it.

    No scheme, no www., no fragment, no session, all in lower case, the query sorted. What is no
    http(s) URL is only respelt.

    >>> surt("https://www.Waldbote.test:443/Lokales/%C3%BCber//uns/?b=2&A=1#top")
    'test,waldbote)/lokales/%c3%bcber/uns?a=1&b=2'
    """
    found = _URL.fullmatch(_WHITE_SPACE.sub("", url.strip()))
    if not found:
        return _respelt(url)
    scheme, host, port, path, query = found.groups("")
    key = ",".join(reversed(_plain_host(host).split(".")))
    if port and port != _PORTS[scheme.lower()]:
        key += f":{port}"
    query = _plain_query(query)
    return f"{key}){_plain_path(path)}" + (f"?{query}" if query else "")


def _plain_host(host: str) -> str:
    name = _unquoted(host).decode("utf-8", "ignore")
    with suppress(UnicodeError):
        name = name if name.isascii() else name.encode("idna").decode("ascii")
    name = _quoted(name.encode()).replace("..", ".").strip(".")
    return name[found.end() :] if (found := _WWW.match(name)) else name


def _plain_path(path: str) -> str:
    """Return *path* without empty parts, steps up or in place, and sessions."""
    kept: list[str] = []
    for part in _respelt(path).split("/")[1:]:
        if part == ".." and kept:
            kept.pop()
        elif part != ".":
            kept.append(part)
    plain = "/" + "/".join(part for part in kept if part)
    for session in _PATH_SESSIONS:
        if found := session.fullmatch(plain):
            plain = "".join(found.groups())
    return plain


def _plain_query(query: str) -> str:
    query = _respelt(query)
    for session in _SESSIONS:
        if found := session.fullmatch(query):
            query = "".join(found.groups(""))
    return "&".join(sorted(query.split("&"), key=lambda pair: pair.split("=", 1)))


def _respelt(text: str) -> str:
    """Return *text* in lower case, with percent signs only where there is no other way."""
    return _quoted(_unquoted(text))


def _unquoted(text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    while (plain := unquote_to_bytes(data)) != data:
        data = plain
    return data


def _quoted(data: bytes) -> str:
    return quote_from_bytes(data, safe=_NEVER_QUOTED).lower()
