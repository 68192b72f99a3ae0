"""What one would write with Scrapy alone: a spider to be run with JOBDIR and a feed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy import Request, Spider

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.http import HtmlResponse


class StockSpider(Spider):
    """Follows every link from the front page *url*, and keeps what looks like *article*."""

    name = "stock"
    custom_settings: ClassVar[dict[str, Any]] = {
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": 0,
        "DEPTH_LIMIT": 100,
        "REMOTE_CONTROL_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
    }

    def __init__(self, url: str, article: str) -> None:
        super().__init__()
        self.start_urls = [url]
        self.article = re.compile(article)

    def parse(self, response: HtmlResponse) -> Iterator[dict[str, Any] | Request]:
        """Yield the article if the page is one, and follow all its links."""
        path = response.url.split("/", 3)[3]
        if found := self.article.search(f"/{path}"):
            yield {"id": found["key"], "text": response.xpath("string(//body)").get()}
        for link in response.css("a::attr(href)"):
            yield response.follow(link)
