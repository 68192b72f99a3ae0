"""Why pages did not come, in the words of the report: which reasons pass, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.addresses import PRIVATE, REFUSALS
from newsbot.extract.refusal import FAULTS
from newsbot.extract.wall import MAINTENANCE, WALLS
from newsbot.robots import ABOUT_ROBOTS, ELSEWHERE, FORBIDDEN, TOO_MANY
from newsbot.sitemapbounds import CUTS

if TYPE_CHECKING:
    from collections.abc import Collection

GONE = frozenset({"HTTP 404", "HTTP 410"})
UNTRUSTED, ENDLESS = "certificate not trusted", "endless headers"
_LASTING = FAULTS | REFUSALS | CUTS | WALLS - {MAINTENANCE} | {UNTRUSTED, ENDLESS}


def will_pass(reason: str) -> bool:
    """Return whether a failure for *reason* may be gone when tried again.

    Not so an address that is not there, is private, or is forbidden by robots.txt, nor a page that
    is never read; but 403 and 429 are how weak servers answer under load.
    """
    reason = reason.removeprefix(ABOUT_ROBOTS).removeprefix(ELSEWHERE)
    status = reason.removeprefix("HTTP ")
    if status.isdigit():
        return status in {"403", "408", "425", "429"} or status.startswith("5")
    return reason not in _LASTING | {FORBIDDEN.lower(), TOO_MANY}


def answers(reason: str) -> bool:
    """Return whether a page that did not come for *reason* was answered all the same.

    >>> answers("HTTP 403"), answers("timed out")
    (True, False)
    """
    return reason.startswith("HTTP ") or reason in WALLS


def remedy(reasons: Collection[str], site: str) -> str:
    """Return what to do about a site none of whose listings is to be had, for these *reasons*."""
    if PRIVATE in reasons:
        return "to crawl it all the same: -s ALLOW_PRIVATE_HOSTS=1"
    if not WALLS.isdisjoint(reasons):
        return "it shows this to a program that keeps no cookies; ask the paper for access"
    if UNTRUSTED in reasons:
        return f"to crawl it all the same: verify_tls = false in sites/{site}.toml"
    if not {FORBIDDEN.lower(), TOO_MANY}.isdisjoint(reasons):
        return "ask the paper whether it lets you, for its robots.txt does not"
    if any(reason.startswith(ABOUT_ROBOTS) for reason in reasons):
        return "nothing is asked for before that can be read; tell the paper"
    return f"check its seeds in sites/{site}.toml"


def is_elsewhere(reason: str) -> bool:
    """Return whether *reason* is one of where the robots.txt of a host that answers leads to.

    >>> is_elsewhere("robots.txt: redirected, timed out"), is_elsewhere("robots.txt: timed out")
    (True, False)
    """
    return reason.startswith(ABOUT_ROBOTS + ELSEWHERE)
