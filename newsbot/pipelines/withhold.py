"""Keeps the text of a page out of the corpus that asks not to be archived."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsbot.items import Article

# What is left of such a page says that there is an article, when and where.
_TEXTS = ("description", "body", "keywords")


class WithholdPipeline:
    """Leaves headline, dates, names and URLs of an article that is withheld."""

    def process_item(self, article: Article) -> Article:
        """Return *article*, where its page asks for that without lead, text, keywords, captions."""
        if article.body_status != "withheld":
            return article
        return replace(
            article,
            description=None,
            body=None,
            keywords=(),
            images=tuple(replace(image, caption=None) for image in article.images),
            evidence={
                name: source for name, source in article.evidence.items() if name not in _TEXTS
            },
        )
