"""The log of a run: what Scrapy and newsbot say of one site, in a file beside its report."""

from __future__ import annotations

import logging
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# What these say is the same in every run: which middlewares there are, and that there is no
# referrer, which we switch off.
_NOISE = {"scrapy.middleware", "scrapy.addons", "scrapy.downloadermiddlewares.redirect"}


class _OneSite(logging.Filter):
    """Lets pass what is said of one site, and what names no site at all."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name in _NOISE:
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
