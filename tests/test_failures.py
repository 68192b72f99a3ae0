from __future__ import annotations

import pytest
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

from newsbot.failures import LaterError, OutOfReachError, is_forbidden, reason_of


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (CannotResolveHostError("x"), "name not found"),
        (DownloadConnectionRefusedError("x"), "connection refused"),
        (DownloadTimeoutError("x"), "timed out"),
        (DownloadCancelledError("x"), "oversized"),
        (ResponseDataLossError("x"), "cut short"),
        (UnsupportedURLSchemeError("x"), "neither http nor https"),
        (DownloadFailedError("x"), "connection lost"),
        (IgnoreRequest("Forbidden by robots.txt"), "forbidden by robots.txt"),
        (IgnoreRequest("Ignored <200 …>: more than DOWNLOAD_MAXSIZE (8 B)"), "oversized"),
        (IgnoreRequest(), "refused"),
        (LookupError("x"), "LookupError"),
        (None, "NoneType"),
    ],
)
def test_an_error_has_its_words(error, reason):
    assert reason_of(error) == reason


@pytest.mark.parametrize(
    ("error", "forbidden"),
    [(IgnoreRequest("x"), True), (OutOfReachError("x"), False), (ValueError("x"), False)],
)
def test_what_nobody_can_tell_is_not_forbidden(error, forbidden):
    assert is_forbidden(error) == forbidden


@pytest.mark.parametrize("kind", [LaterError, OutOfReachError])
def test_what_may_pass_is_told_as_it_was_said(kind):
    assert reason_of(kind("robots.txt: HTTP 500")) == "robots.txt: HTTP 500"
