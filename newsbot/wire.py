"""The wire: how a request goes out to the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from twisted.web.client import HTTPConnectionPool

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class WebHandler(HTTP11DownloadHandler):
    """Scrapy's own handler of http and https, but each request goes out once.

    Twisted asks again by itself, at once and unseen by any middleware, where a connection that it
    kept was lost before the answer.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        for part in vars(self).values():
            if isinstance(part, HTTPConnectionPool):
                part.retryAutomatically = False
