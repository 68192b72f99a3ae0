"""The address that a page declares for itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.urls import path_and_query, resolve

if TYPE_CHECKING:
    from newsbot.extract.metadata import Metadata

# What a template writes where it has no address, or is not filled in.
_GARBAGE = re.compile(
    r"""[\s{}<>"\\^|]|%7B|\[object|(?:^|/)(?:null|undefined|none|false|nan)/?$""", re.IGNORECASE
)


def read_canonical(metadata: Metadata, address: str, base: str) -> str | None:
    """Return what the page at *address* declares, on whatever host; ``None`` if it is none.

    An og:url may name a host that is dead (phuyen.baodaklak.vn), so it comes second. The paper's
    front page stands for no other page.
    """
    declared = (metadata.links.get("canonical", ""), *(url for url, _ in metadata.said("url")))
    for text in declared:
        url = None if _GARBAGE.search(text.strip()) else resolve(base, text)
        if url and (path_and_query(url) != "/" or path_and_query(address) == "/"):
            return url
    return None
