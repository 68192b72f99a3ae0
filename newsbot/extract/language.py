"""The language of an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.extract.found import Found

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newsbot.extract.metadata import Metadata

# A BCP 47 tag of language, script and region.
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-\d{3})?")


def read_language(tree: HtmlElement, profiled: str | None, metadata: Metadata) -> Found[str] | None:
    """Return the language as a BCP 47 tag: the profile's, else the page's."""
    if profiled:
        return Found(profiled, "profile")
    stated = (Found(tree.get("lang", ""), "generic"), *metadata.said("language"))
    for text, evidence in stated:
        tag = text.strip().replace("_", "-")
        if _TAG.fullmatch(tag):
            return Found(tag, evidence)
    return None
