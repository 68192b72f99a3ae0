"""How much of a site's sitemaps one run follows, and in what words the rest is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter

    from newsbot.step import Step

# Of an index of indexes the sitemaps are read, and no further: the protocol knows no index of an
# index at all (sitemaps.org, "Using Sitemap index files").
DEEPEST = 2
# In one run; an index that names a new one at each look never ends. Some papers have one for each
# day of many years: what is over waits for the next run, but not without end either.
MOST = 500
MOST_LEFT = 5000

TOO_MANY, TOO_DEEP, TOO_LONG = "too many sitemaps", "sitemap too deep", "listing too long"
CUTS = frozenset({TOO_MANY, TOO_DEEP, TOO_LONG})


class SitemapBounds:
    """Counts the sitemaps of one run; what is cut stands in *troubles*, of which a person hears."""

    def __init__(self, troubles: Counter[str]) -> None:
        self._troubles = troubles
        self._asked = 0
        self._left = 0

    def take(self, step: Step) -> bool:
        """Count *step*, whose turn comes in this run; return whether it is within the bounds."""
        if step.channel != "sitemap" or step.is_robots:
            return True
        self._asked += 1
        if self._asked <= MOST:
            return True
        self._troubles[TOO_MANY] += 1
        return False

    def leave(self) -> bool:
        """Count one more sitemap for the next run; return whether it may be left for that."""
        self._left += 1
        return self._left <= MOST_LEFT
