"""The public record: one article of one newspaper, as a line of the corpus holds it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

SCHEMA = 2

BodyStatus = Literal["full", "teaser", "unavailable", "withheld"]
DatePrecision = Literal["second", "minute", "day"]
RelatedKind = Literal["same-section", "editor", "chronological", "popular"]
Status = Literal["live", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of an article; *caption* is ``None`` where the page prints none."""

    url: str
    caption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedLink:
    """One entry of a page's blocks of other articles, as the block had it.

    *kind* is what the block says that it lists: articles of the same section, those an editor
    linked, those before or after in time, popular or promoted ones.
    """

    url: str
    headline: str | None = None
    date: date | None = None
    date_published: datetime | None = None
    kind: RelatedKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Warc:
    """Where in the archive the response lies that an article was read from."""

    file: str
    offset: int
    record_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A news article as one site published it, in schema.org's terms in snake case.

    ``None`` means that the page did not say. Instants are aware: those of the page in the
    site's own offset, those of the crawl (``first_seen``, ``fetched_at``) in UTC.
    The order of the fields is the order of the keys in a JSON line.
    """

    schema: int = SCHEMA
    id: str
    site: str
    url: str
    canonical_url: str | None = None
    aliases: tuple[str, ...] = ()
    headline: str | None = None
    description: str | None = None
    body: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = None
    date: date | None = None
    date_published: datetime | None = None
    date_modified: datetime | None = None
    date_precision: DatePrecision | None = None
    date_raw: str | None = None
    images: tuple[Image, ...] = ()
    related: tuple[RelatedLink, ...] = ()
    is_accessible_for_free: bool | None = None
    body_status: BodyStatus = "full"
    status: Status = "live"
    withdrawn_at: datetime | None = None
    revision: int = 1
    first_seen: datetime | None = None
    fetched_at: datetime
    channels: tuple[str, ...] = ()
    copy_of: str | None = None
    cluster: str | None = None
    similarity: float | None = None
    evidence: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str | None = None
    warc: Warc | None = None


FIELDS: tuple[str, ...] = tuple(f.name for f in fields(Article))
