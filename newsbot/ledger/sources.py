"""Which channels of a site tell of each other, and which only say the same again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Channels = frozenset[str]
Pair = tuple[Channels, Channels]

LEAST, LEAST_DAYS, LEAST_SHARE = 2, 2, 0.005
DEPENDENT, SURE = log(2), 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The channels that looked at one day, and how many articles were shown by which of them."""

    looked: Channels
    articles: Counter[Channels]

    def was_looked_at_by(self, *sources: Channels) -> bool:
        """Return whether a channel of each of *sources* looked at the day."""
        return not any(self.looked.isdisjoint(source) for source in sources)

    def count(self, one: Channels, other: Channels) -> tuple[int, int, int]:
        """Return how many articles were shown by both, by *one* only and by *other* only."""
        both = first = second = 0
        for article, number in self.articles.items():
            if article.isdisjoint(one):
                second += 0 if article.isdisjoint(other) else number
            elif article.isdisjoint(other):
                first += number
            else:
                both += number
        return both, first, second


def independent_sources(days: Sequence[Day]) -> tuple[Channels, ...]:
    """Return the channels, those together which tell nothing of each other.

    Two do not where one shows (next to) nothing that the other lacks, for it may be made from
    the other's list; nor where the articles of a third prove that what one lacks, the other is
    likely to lack too.
    """
    channels = frozenset[str]().union(*(day.looked for day in days))
    sources = [frozenset({channel}) for channel in sorted(channels)]
    while pair := _nearest_copy(days, sources):
        sources = _merge(sources, pair)
    while len(sources) > 2 and (pair := _surest_dependence(days, sources)):
        sources = _merge(sources, pair)
    return tuple(sources)


def _merge(sources: list[Channels], pair: Pair) -> list[Channels]:
    one, other = pair
    return [*(source for source in sources if source not in pair), one | other]


def _nearest_copy(days: Sequence[Day], sources: list[Channels]) -> Pair | None:
    """Return the two with the fewest articles to tell a copy from its original, if any."""
    extras = {}
    for pair in combinations(sources, 2):
        counts = [day.count(*pair) for day in days if day.was_looked_at_by(*pair)]
        both = sum(count[0] for count in counts)
        few = [
            sum(extra)
            for extra in ([count[1] for count in counts], [count[2] for count in counts])
            if _may_be_chance(extra, both)
        ]
        if few:
            extras[pair] = min(few)
    return min(extras, key=lambda pair: extras[pair], default=None)


def _may_be_chance(extra: Sequence[int], both: int) -> bool:
    """Return whether the *extra* articles of one, by day, are too few to show it is no copy.

    Those of one day may have one cause, such as an outage; a few others were withdrawn, or moved
    to another day, between two looks.
    """
    number, days = sum(extra), sum(map(bool, extra))
    return days < LEAST_DAYS or number < max(LEAST, LEAST_SHARE * (both + number))


def _surest_dependence(days: Sequence[Day], sources: list[Channels]) -> Pair | None:
    """Return the two of which the others' articles prove most surely that they depend, if any."""
    proofs = {}
    for pair in combinations(sources, 2):
        thirds = frozenset[str]().union(*(source for source in sources if source not in pair))
        table: Counter[tuple[bool, bool]] = Counter()
        for day in days:
            if day.was_looked_at_by(*pair):
                for article, number in day.articles.items():
                    if not article.isdisjoint(thirds):
                        table[bool(article & pair[0]), bool(article & pair[1])] += number
        odds, error = _log_odds(table)
        if odds > DEPENDENT and odds > SURE * error:
            proofs[pair] = odds / error
    return max(proofs, key=lambda pair: proofs[pair], default=None)


def _log_odds(table: Counter[tuple[bool, bool]]) -> tuple[float, float]:
    """Return the logarithm of the odds ratio in *table*, and its standard error (Woolf 1955)."""
    both, one, other, none = (
        table[cell] + 0.5 for cell in ((True, True), (True, False), (False, True), (False, False))
    )
    return log(both * none / (one * other)), sqrt(1 / both + 1 / one + 1 / other + 1 / none)
