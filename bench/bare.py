"""What a page costs without newsbot: a spider that only downloads, and trafilatura behind urllib3.

``python -m bench.bare URL …`` downloads the addresses in turn and has trafilatura read them.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import scrapy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.http import Response


class BareSpider(scrapy.Spider):
    """Downloads *count* pages of *origin*, and does nothing with them."""

    name = "bare"

    def __init__(self, origin: str, count: str, **arguments: str) -> None:
        super().__init__(**arguments)
        self._urls = [f"{origin}/artikel/{number}.html" for number in range(int(count))]

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """Ask for every page."""
        for url in self._urls:
            yield scrapy.Request(url)

    def parse(self, response: Response) -> None:
        """Look away."""


def read_all(urls: list[str]) -> None:
    """Have trafilatura read every one of *urls*, text and metadata."""
    import trafilatura
    import urllib3

    pool = urllib3.PoolManager()
    for url in urls:
        page = pool.request("GET", url).data
        trafilatura.bare_extraction(page, url=url, with_metadata=True)


if __name__ == "__main__":
    read_all(sys.argv[1:])
