"""Whether an article may be read without paying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.extract.found import Found

if TYPE_CHECKING:
    from newsbot.extract.metadata import Metadata

# schema.org's truths as JSON, microdata and careless CMSs write them; Facebook's content tiers.
_TRUTHS = {"true": True, "false": False, "free": True, "locked": False}


def read_access(metadata: Metadata) -> Found[bool] | None:
    """Return whether the article is free, ``None`` if the page doesn't say."""
    for text, evidence in metadata.said("is_accessible_for_free"):
        truth = _TRUTHS.get(text.rpartition("/")[2].lower())
        if truth is not None:
            return Found(truth, evidence)
    return None
