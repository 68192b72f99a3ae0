"""What an answer says, whether a crawl has just got it or it lies in the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.http import TextResponse
from w3lib.encoding import http_content_type_encoding

from newsbot.pages.source import as_source

if TYPE_CHECKING:
    from scrapy.http import Response

    from newsbot.pages.source import Text


def source_of(response: Response) -> Text | None:
    """Return what *response* says, ``None`` where it is no text."""
    content_type = response.headers.get("Content-Type") or b""
    charset = http_content_type_encoding(content_type.decode("latin-1"))
    is_text = isinstance(response, TextResponse)
    return as_source(response.url, response.body, charset, is_text=is_text)
