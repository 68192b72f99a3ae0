"""Who copied whom, as people are told: clusters, who was first, and how much each site copies."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from statistics import median
from typing import TYPE_CHECKING, Any

from newsbot.copies.store import reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

_COUNTS = """
SELECT substr(id, 1, instr(id, '/') - 1), count(*) FROM article WHERE ifnull(day, 0) >= ?
GROUP BY 1 ORDER BY 1
"""
_ROWS = """
SELECT cluster.name, article.id, article.similarity, ifnull(article.day, 0) >= ?1
FROM cluster JOIN article ON article.cluster = cluster.number
WHERE cluster.number IN (SELECT cluster FROM article WHERE cluster IS NOT NULL
                         AND ifnull(day, 0) >= ?1
                         AND (?2 IS NULL OR id > ?2 || '/' AND id < ?2 || '0'))
ORDER BY cluster.number, article.number <> cluster.first, article.published, article.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article of a cluster; *delay* is in seconds after the first, where both tell when."""

    id: str
    headline: str | None
    published: str | None
    delay: int | None
    similarity: float | None

    @property
    def site(self) -> str:
        """The site that it is of."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Articles of one text or nearly, in the order in which they came out."""

    name: str
    first: Told
    copies: list[Told]

    @property
    def foreign(self) -> list[Told]:
        """Those that other sites have of the first."""
        return [copy for copy in self.copies if copy.site != self.first.site]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many *articles* a site has, and how many of them are *copied* from others.

    The median of these is *delay* seconds behind the first; *first* of the site's own were copied
    by others.
    """

    site: str
    articles: int
    copied: int
    first: int
    delay: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What there is to tell of copies."""

    sites: list[Share] = field(default_factory=list)
    clusters: list[Cluster] = field(default_factory=list)


def account(
    path: Path, record_of: Callable[[str], dict[str, Any]], site: str | None, since: date | None
) -> Account:
    """Return what the clusters in the file at *path* tell, all of them or those of one *site*.

    Of each at least one article came out on the day *since* or later, as its paper counts them.
    *record_of* gives the record of an article by its id, empty where it can't be read. Raises
    NoStateError where nothing was ever linked, StateError where the file is damaged, OSError.
    """
    first = since.toordinal() if since else 0
    with reading(path) as db:
        rows = db.execute(_ROWS, (first, site)).fetchall()
        clusters = [
            _cluster(name, _told(those, record_of)) for name, those in groupby(rows, itemgetter(0))
        ]
        counts: dict[str, int] = dict(db.execute(_COUNTS, (first,)))
    recent = {article_id for _, article_id, _, is_recent in rows if is_recent}
    asked = [site] if site else list(counts)
    shares = [_share(one, counts.get(one, 0), clusters, recent) for one in asked]
    return Account(sites=shares, clusters=clusters)


def _told(
    rows: Iterable[tuple[str, str, float | None, int]],
    record_of: Callable[[str], dict[str, Any]],
) -> Iterator[Told]:
    out: str | None = None
    for place, (_, article_id, similarity, _) in enumerate(rows):
        record = record_of(article_id)
        published = record.get("date_published")
        out = published if place == 0 else out
        yield Told(
            id=article_id,
            headline=record.get("headline"),
            published=published or record.get("date"),
            delay=_seconds(out, published),
            similarity=similarity,
        )


def _seconds(first: str | None, then: str | None) -> int | None:
    """Return how long after *first* it was *then*, where both are known."""
    if not first or not then:
        return None
    between = datetime.fromisoformat(then) - datetime.fromisoformat(first)
    return max(between, timedelta()) // timedelta(seconds=1)


def _cluster(name: str, told: Iterator[Told]) -> Cluster:
    return Cluster(name=name, first=next(told), copies=list(told))


def _share(site: str, articles: int, clusters: list[Cluster], recent: set[str]) -> Share:
    """Return the share of *site*, in which only *recent* articles count."""
    foreign = [copy for one in clusters for copy in one.foreign if copy.id in recent]
    copied = [copy for copy in foreign if copy.site == site]
    delays = [copy.delay for copy in copied if copy.delay is not None]
    firsts = [one.first for one in clusters if one.foreign]
    return Share(
        site=site,
        articles=articles,
        copied=len(copied),
        first=sum(first.site == site and first.id in recent for first in firsts),
        delay=int(median(delays)) if delays else None,
    )
