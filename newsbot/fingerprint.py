"""Digests of an article's text: the exact one, and that of the folded text."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from newsbot.text import fold

if TYPE_CHECKING:
    from newsbot.items import Article


def fingerprint(article: Article) -> str:
    """Return the SHA-256 of headline, description and body as they stand, in hexadecimal.

    It alone decides what is a revision: a changed tone mark or decimal comma is one.
    """
    parts = (article.headline, article.description, article.body)
    return _digest("\x1f".join(part or "" for part in parts))


def fold_digest(article: Article) -> str:
    """Return the SHA-256 of the folded body, empty where there is none.

    Articles with the same are proposed as copies of each other, whatever their headlines.
    """
    folded = fold(article.body or "")
    return _digest(folded) if folded else ""


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()
