"""Why a request brought no page, in words for a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)

from newsbot.addresses import BROKEN, PRIVATE, REFUSALS, SCHEME
from newsbot.extract.refusal import FAULTS
from newsbot.extract.wall import MAINTENANCE, WALLS
from newsbot.robots import ABOUT_ROBOTS, ELSEWHERE, FORBIDDEN, TOO_MANY
from newsbot.sitemapbounds import CUTS

if TYPE_CHECKING:
    from collections.abc import Collection

UNTRUSTED, ENDLESS = "certificate not trusted", "endless headers"
_LASTING = FAULTS | REFUSALS | CUTS | WALLS - {MAINTENANCE} | {UNTRUSTED, ENDLESS}

_WORDS: dict[type[BaseException], str] = {
    CannotResolveHostError: "name not found",
    DownloadConnectionRefusedError: "connection refused",
    DownloadTimeoutError: "timed out",
    DownloadCancelledError: "oversized",
    ResponseDataLossError: "cut short",
    UnsupportedURLSchemeError: SCHEME,
    # Where a redirect leads, as Scrapy reads it.
    ValueError: BROKEN,
    DownloadFailedError: "connection lost",
}
_NO_TRUST = re.compile("certificate verify failed|VerificationError")
_ABORTED = re.compile("ConnectionAborted")


class LaterError(IgnoreRequest):
    """Raised for a request that is not to be made in this run; nothing is amiss with its page."""


class OutOfReachError(IgnoreRequest):
    """Raised for a request of which nobody can tell whether it may be made."""


def is_forbidden(error: BaseException | None) -> bool:
    """Return whether a request must not be made, now or later."""
    return isinstance(error, IgnoreRequest) and not isinstance(error, OutOfReachError)


def reason_of(error: BaseException | None) -> str:
    """Return why *error* let a request fail, in two or three words."""
    if isinstance(error, IgnoreRequest) and "DOWNLOAD_MAXSIZE" in str(error):
        return "oversized"
    if isinstance(error, LaterError | OutOfReachError):
        return str(error)
    if isinstance(error, IgnoreRequest):
        return str(error).lower() or "refused"
    if _has(error, _NO_TRUST):
        return UNTRUSTED
    if is_endless(error):
        return ENDLESS
    kinds = (words for kind, words in _WORDS.items() if isinstance(error, kind))
    return next(kinds, type(error).__name__)


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


def is_endless(error: BaseException | None) -> bool:
    """Return whether *error* is that a connection was broken off for headers without end."""
    return _has(error, _ABORTED)


def _has(error: BaseException | None, words: re.Pattern[str]) -> bool:
    """Return whether Twisted names as a reason of *error* what *words* match.

    Its ResponseFailed, which Scrapy hands on as the cause, holds what OpenSSL said, or how the
    connection ended.
    """
    reasons = getattr(error.__cause__, "reasons", ()) if error else ()
    return any(words.search(repr(reason.value)) for reason in reasons)
