"""How Scrapy's own messages read in the log of a run."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy.logformatter import LogFormatter

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.http import Response
    from scrapy.logformatter import LogFormatterResult
    from twisted.python.failure import Failure


class ShortLogFormatter(LogFormatter):
    """Leaves the text of articles out of the log."""

    def dropped(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        """Say why an article was dropped, in one line."""
        level = logging.getLevelName(getattr(exception, "log_level", None) or "INFO")
        return {"level": level, "msg": "Dropped: %(reason)s", "args": {"reason": str(exception)}}

    def scraped(
        self, item: Any, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """Say which article was kept, in one line."""
        args = {"id": item.id, "revision": item.revision}
        return {"level": logging.DEBUG, "msg": "Kept %(id)s, revision %(revision)s", "args": args}
