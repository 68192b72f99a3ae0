"""Why a request brought no page, in words for a person."""

from __future__ import annotations

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

from newsbot.extract.refusal import FAULTS

_WORDS: dict[type[BaseException], str] = {
    CannotResolveHostError: "name not found",
    DownloadConnectionRefusedError: "connection refused",
    DownloadTimeoutError: "timed out",
    DownloadCancelledError: "oversized",
    ResponseDataLossError: "cut short",
    UnsupportedURLSchemeError: "neither http nor https",
    DownloadFailedError: "connection lost",
}


_LASTING = ("robots.txt", "private address", "offsite")


def reason_of(error: BaseException | None) -> str:
    """Return why *error* let a request fail, in two or three words."""
    if isinstance(error, IgnoreRequest) and "DOWNLOAD_MAXSIZE" in str(error):
        return "oversized"
    if isinstance(error, IgnoreRequest):
        return str(error).lower() or "refused"
    kinds = (words for kind, words in _WORDS.items() if isinstance(error, kind))
    return next(kinds, type(error).__name__)


def will_pass(reason: str) -> bool:
    """Return whether a failure for *reason* may be gone when tried again.

    Not so an address that is not there, is private, or is forbidden by robots.txt, nor a page that
    is never read; but 403 and 429 are how weak servers answer under load.
    """
    status = reason.removeprefix("HTTP ")
    if status.isdigit():
        return status in {"403", "408", "425", "429"} or status.startswith("5")
    return reason not in FAULTS and not any(lasting in reason for lasting in _LASTING)
