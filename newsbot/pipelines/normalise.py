"""Gives every text of an article one form, and the article its fingerprint."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsbot.fingerprint import fingerprint
from newsbot.text import normalise_line, normalise_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsbot.items import Article


class NormalisePipeline:
    """Changes the form of the texts, never their words."""

    def process_item(self, article: Article) -> Article:
        """Return *article* with every text normalised; a text without characters is ``None``."""
        article = replace(
            article,
            headline=_line(article.headline),
            description=_line(article.description),
            body=normalise_text(article.body or "") or None,
            authors=_lines(article.authors),
            source=_line(article.source),
            section=_line(article.section),
            keywords=_lines(article.keywords),
            date_raw=_line(article.date_raw),
            images=tuple(replace(image, caption=_line(image.caption)) for image in article.images),
            related=tuple(replace(link, headline=_line(link.headline)) for link in article.related),
        )
        return replace(article, fingerprint=fingerprint(article))


def _line(text: str | None) -> str | None:
    return normalise_line(text or "") or None


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for text in texts if (line := normalise_line(text))))
