"""What a reader found on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from newsbot.items import Article


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found on a page; *how* says by which evidence it found the text."""

    text: str = ""
    headline: str | None = None
    day: date | None = None
    published: datetime | None = None
    authors: tuple[str, ...] = ()
    how: str = ""


def reading_of(article: Article) -> Reading:
    """Return what newsbot found, as an *article*."""
    return Reading(
        text="\n".join(filter(None, (article.description, article.body))),
        headline=article.headline,
        day=article.date,
        published=article.date_published,
        authors=article.authors or (),
        how=article.evidence.get("body", ""),
    )
