"""Copies in words: a table of sites, and the clusters with who was first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsbot.copies.account import Account, Cluster, Share, Told

_NOTHING = "no article is known to be a copy of another"


def table(account: Account) -> Iterator[str]:
    """Yield the lines that tell *account*."""
    if account.sites:
        yield from _shares(account.sites)
    if not account.clusters:
        yield _NOTHING
    for cluster in account.clusters:
        yield ""
        yield from _cluster(cluster)


def _shares(shares: list[Share]) -> Iterator[str]:
    width = max(len("site"), *(len(share.site) for share in shares))
    yield f"{'site':{width}}  articles  copied          behind  first of copies"
    for share in shares:
        part = f"{share.copied / share.articles:.1%}" if share.articles else "–"
        yield (
            f"{share.site:{width}}  {share.articles:8}  {share.copied:6} {part:>6}"
            f"  {lapse(share.delay):>9}  {share.first:15}"
        )


def _cluster(cluster: Cluster) -> Iterator[str]:
    yield f"{cluster.first.published or '–'}  {_named(cluster.first)}"
    for copy in cluster.copies:
        alike = "" if copy.similarity is None else f"{copy.similarity:.0%}"
        yield f"  {'+' + lapse(copy.delay):>11} {alike:>5}  {_named(copy)}"


def _named(told: Told) -> str:
    return f"{told.id}  {told.headline or '–'}"


def lapse(seconds: int | None) -> str:
    """Return *seconds* in the two largest units that a reader asks for; a dash for ``None``.

    >>> lapse(59), lapse(4_260), lapse(190_000)
    ('0 min', '1 h 11 min', '2 d 4 h')
    """
    if seconds is None:
        return "–"
    minutes = seconds // 60
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        return f"{days} d {hours} h"
    return f"{hours} h {minutes % 60} min" if hours else f"{minutes} min"
