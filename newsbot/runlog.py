"""The log of a run: what Scrapy and newsbot say of one site, in a file beside its report."""

from __future__ import annotations

import logging
from contextlib import contextmanager, suppress
from traceback import format_exception
from typing import TYPE_CHECKING, Any

from newsbot.terminal import inert

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# What these say is the same in every run: which middlewares there are, and that there is no
# referrer, which we switch off.
_NOISE = {"scrapy.middleware", "scrapy.addons", "scrapy.downloadermiddlewares.redirect"}

# What Twisted says, with a traceback, of a certificate that names nobody; the run tells of it.
_NO_NAMES = "while verifying certificate"

_CONTINUES = "\n    "


class _InertRecord(logging.LogRecord):
    """A record of the log whose message and traceback can't pass for entries of their own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info and self.exc_info[0]:
            told = "".join(format_exception(*self.exc_info)).rstrip("\n")
            self.exc_text = _inert_entry(f"\n{told}").removeprefix("\n")

    def getMessage(self) -> str:
        """Return the message, made inert, its further lines indented."""
        return _inert_entry(super().getMessage())


def _inert_entry(text: str) -> str:
    return inert(text).replace("\n", _CONTINUES)


def make_log_inert() -> None:
    """Have all that is logged in this process, whoever logs it and to whatever file, be inert.

    A line end in a title or a URL would be enough to forge an entry.
    """
    logging.setLogRecordFactory(_InertRecord)


class _OneSite(logging.Filter):
    """Lets pass what is said of one site, and what names no site at all."""

    def filter(self, record: logging.LogRecord) -> bool:
        is_told = record.name == "twisted" and record.getMessage().startswith(_NO_NAMES)
        if record.name in _NOISE or is_told:
            return False
        spider = getattr(record, "spider", None)
        site = getattr(record, "site", getattr(spider, "name", None))
        return site == self.name or (site is None and spider is None)


class _LogFile(logging.FileHandler):
    """A file that may fail to be written: the run itself tells of a full disk."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing."""

    def close(self) -> None:
        """Close the file, whether or not the rest of it can be written."""
        with suppress(OSError):
            super().close()


@contextmanager
def run_log(path: Path | None, site: str, level: str) -> Iterator[None]:
    """Write what is logged of *site* to the file at *path*, if any, while the block runs."""
    if path is None:
        yield
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = _LogFile(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(level)
    handler.addFilter(_OneSite(site))
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()
