"""robots.txt: what an answer to the request for it allows (RFC 9309)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from protego import Protego

if TYPE_CHECKING:
    from collections.abc import Callable

PRODUCT = "newsbot"
FORBIDDEN = "Forbidden by robots.txt"
# How a reason begins that is one of robots.txt alone, and then one of where it was redirected to.
ABOUT_ROBOTS, ELSEWHERE = "robots.txt: ", "redirected, "
PLACE = "/robots.txt"
# How much of a robots.txt counts; by RFC 9309, section 2.5, at least 500 KiB must.
MOST_BYTES = 512 << 10
# More rules than any site has would hold up the crawl at each request: 20,000 take a second.
MOST_RULES = 5000
TOO_MANY = f"more than {MOST_RULES:,} rules in robots.txt"
_MOST_ANSWERS = 4096
_PORTS = {"http": 80, "https": 443}
# As Protego reads them, misspelt ones included.
_RULE = re.compile(r"^\s*(?:allow|d[ias]{3,4}l{1,2}[ao]w)\b", re.IGNORECASE)
_AGENT = re.compile(r"^\s*user[- ]?agent\b\s*:?\s*(\*(?=\s|#|$)|[a-z_-]*)", re.IGNORECASE)
# Nothing else ends a line (RFC 9309, section 2.2); Protego takes what Python does.
_LINE_END = re.compile(r"\r\n?|\n")
_CONTROLS = dict.fromkeys({*range(0x20), 0x7F} - {*map(ord, "\t\r\n")}, " ")
_BREAKS = {ord(sign): quote(sign) for sign in "\x85\u2028\u2029"}


class Rules:
    """What one robots.txt allows; with a *fault* nothing, for what it says is not known."""

    def __init__(self, text: str = "", fault: str | None = None) -> None:
        lines = list(map(str.strip, _LINE_END.split(text.translate(_CONTROLS))))
        if sum(map(bool, map(_RULE.match, lines))) > MOST_RULES:
            fault = TOO_MANY
        self.fault = fault
        told = "" if fault else "\n".join(map(_for_protego, lines))
        self._parsed = Protego.parse(told.translate(_BREAKS))
        self._may: Callable[[str], bool] = lru_cache(_MOST_ANSWERS)(self._ask)

    def allows(self, url: str) -> bool:
        """Return whether *url* may be asked for."""
        return self.fault is None and self._may(url)

    @property
    def crawl_delay(self) -> float:
        """How many seconds are to lie between two requests, 0 where that is not said."""
        return self._parsed.crawl_delay(PRODUCT) or 0.0

    def _ask(self, url: str) -> bool:
        return self._parsed.can_fetch(url, PRODUCT)


def rules_of(status: int, body: bytes) -> Rules:
    """Return the rules that an answer of that *status* and *body* gives (RFC 9309, section 2.3.1).

    What is not there, 4xx, allows all, whatever its body says; so does a redirect that leads
    nowhere. What is out of reach for now, 5xx, forbids all, and 429 says nothing else.
    """
    if 200 <= status < 300:
        return Rules(text_of(body))
    if 300 <= status < 500 and status != 429:
        return Rules()
    return Rules(fault=f"{ABOUT_ROBOTS}HTTP {status}")


def text_of(body: bytes) -> str:
    """Return the text of a robots.txt as far as it counts: its first 512 KiB, up to a whole line.

    It is in UTF-8, unless its first bytes say UTF-16, which some editors write.
    """
    if len(body) > MOST_BYTES:
        body = body[: max(body.rfind(end, 0, MOST_BYTES) for end in (b"\n", b"\r")) + 1]
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", errors="ignore")
    return body.decode("utf-8-sig", errors="ignore")


def origin_of(url: str) -> str | None:
    """Return scheme, host and port of *url*, for which one robots.txt counts.

    ``None`` for what is not on the web.

    >>> origin_of("HTTPS://user@Waldbote.test:443/a"), origin_of("http://waldbote.test:8080")
    ('https://waldbote.test', 'http://waldbote.test:8080')
    """
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme, parts.hostname, parts.port
    except ValueError:
        return None
    if scheme not in _PORTS or not host:
        return None
    if ":" in host:
        host = f"[{host}]"
    return f"{scheme}://{host}" + (f":{port}" if port and port != _PORTS[scheme] else "")


def _for_protego(line: str) -> str:
    """Return *line*, with all groups of other products named alike, so that none is taken for ours.

    Protego would take ``news`` for it, and not ``Newsbot/1.0``; what counts is the product token,
    whatever its case (RFC 9309, section 2.2.1). It would copy the rules for each of many products.
    """
    match = _AGENT.match(line)
    if not match:
        return line
    token = match[1].lower()
    return f"User-agent: {token if token in {'*', PRODUCT} else 'x'}"
