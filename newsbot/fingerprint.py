"""The digest of an article's exact text."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsbot.items import Article


def fingerprint(article: Article) -> str:
    """Return the SHA-256 of headline, description and body as they stand, in hexadecimal.

    It alone decides what is a revision: a changed tone mark or decimal comma is one.
    """
    parts = (article.headline, article.description, article.body)
    text = "\x1f".join(part or "" for part in parts)
    return sha256(text.encode("utf-8", "replace")).hexdigest()
