"""Why a request brought no page: what Scrapy and Twisted raised, in the words of the report."""

from __future__ import annotations

import re

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

from newsbot.addresses import BROKEN, SCHEME
from newsbot.reasons import ENDLESS, UNTRUSTED

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
