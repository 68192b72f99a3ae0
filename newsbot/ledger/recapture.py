"""How much a site published that no channel listed, told from what its channels have in common.

What two channels show independently of each other tells of what both lack: if one shows nine
tenths of what the other does, it shows nine tenths of everything (capture and recapture). With a
chance of its own for each source and Jeffreys' priors for all that is unknown, the posterior of
the number published has a closed form (Castledine 1981; George and Robert 1992).

What one cause hides from every channel, such as a story that nothing links to, is not in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from newsbot.ledger.sources import Channels, Day, independent_sources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

NEWEST = frozenset({"seed", "feed", "related"})
LEVEL = 0.95
DISCOUNT = 0.1
ODDS = 2
NEGLIGIBLE, LONGEST = 12.0, 20


class Estimate(NamedTuple):
    """How many articles were published; from *low* to *high*, with a chance of 95 %."""

    published: float
    low: int
    high: int


class _Source(NamedTuple):
    """How many articles a source showed, and the parameters of the chance that it shows one."""

    shown: int
    hits: float
    misses: float


class Recapture:
    """What the channels tell of a stretch of days of one site.

    *shown* gives for each day the channels of every article listed, *looked* the channels that
    really looked at that day: one that was off, failed or showed another day did not. *sources*
    are the channels, those together which tell nothing of each other.
    """

    def __init__(
        self,
        shown: Mapping[date, Sequence[frozenset[str]]],
        looked: Mapping[date, frozenset[str]],
    ) -> None:
        dates = sorted({*shown, *looked})
        self._listed = {date_: len(shown.get(date_, ())) for date_ in dates}
        self._days = {
            date_: _day(shown.get(date_, ()), looked.get(date_, frozenset())) for date_ in dates
        }
        self.sources = independent_sources(list(self._days.values()))
        self._told: dict[Channels, dict[date, tuple[int, int, int]]] = {}

    def of(self, day: date) -> Estimate | None:
        """Return the estimate of *day*, ``None`` where there is a reason against one."""
        found = self._estimate([day])
        return found if isinstance(found, Estimate) else None

    def whole(self) -> Estimate | None:
        """Return the estimate of the stretch, ``None`` where there is a reason against one."""
        found = self._whole()
        return found if isinstance(found, Estimate) else None

    def reason(self, day: date | None = None) -> str:
        """Return why nothing can be known of *day*, or of the stretch; empty where it can."""
        found = self._whole() if day is None else self._estimate([day])
        return found if isinstance(found, str) else ""

    def _whole(self) -> Estimate | str:
        """Return the sum over the days that the same channels looked at.

        Their bounds are summed up too: each leans on the others' days, so that all err together.
        """
        alike: defaultdict[tuple[Channels, ...], list[date]] = defaultdict(list)
        for date_, day in self._days.items():
            alike[tuple(source & day.looked for source in self.sources)].append(date_)
        published, low, high = 0.0, 0, 0
        for dates in alike.values():
            found = self._estimate(dates)
            if isinstance(found, str):
                return found
            published, low, high = published + found[0], low + found[1], high + found[2]
        return Estimate(published, low, high) if alike else "no channel looked"

    def _estimate(self, dates: list[date]) -> Estimate | str:
        """Return the estimate of *dates*, looked at by the same channels, or why there is none."""
        if unknown := self._unknown():
            return unknown
        looked = self._days[dates[0]].looked if dates[0] in self._days else Channels()
        if not looked:
            return f"no channel looked at {dates[0]}"
        parts = [source & looked for source in self.sources if source & looked]
        listed = sum(self._listed[date_] for date_ in dates)
        seen = sum(self._days[date_].articles.total() for date_ in dates)
        chances = _chances_of_missed(listed, seen, [self._source(part, dates) for part in parts])
        if not chances:
            return "too few articles are in two of its channels"
        published = listed + sum(missed * chance for missed, chance in enumerate(chances))
        low, high = _shortest(chances if len(self.sources) > 2 else _doubted(chances))
        return Estimate(published, listed + low, listed + high)

    def _unknown(self) -> str:
        """Return why the sources tell nothing of each other, empty where they do."""
        channels = sum(map(len, self.sources))
        if channels < 2:
            return "only one channel looked" if channels else "no channel looked"
        if len(self.sources) < 2:
            return "its channels show the same"
        if all(source <= NEWEST for source in self.sources):
            return "its channels show only the newest"
        return ""

    def _source(self, channels: Channels, dates: list[date]) -> _Source:
        """Return what *channels*, a source or a part of one, showed on *dates*.

        What they showed and lacked of the other sources' articles on other days counts a tenth,
        for chances differ by the day.
        """
        if channels not in self._told:
            others = Channels().union(*(s for s in self.sources if s.isdisjoint(channels)))
            self._told[channels] = {
                date_: day.count(channels, others)
                for date_, day in self._days.items()
                if channels <= day.looked
            }
        told = self._told[channels]
        elsewhere = [told[date_] for date_ in told.keys() - set(dates)]
        return _Source(
            shown=sum(both + only for both, only, _ in (told[date_] for date_ in dates)),
            hits=0.5 + DISCOUNT * sum(both for both, _, _ in elsewhere),
            misses=0.5 + DISCOUNT * sum(lacked for _, _, lacked in elsewhere),
        )


def _day(shown: Sequence[Channels], looked: Channels) -> Day:
    """Return the day as its lookers saw it."""
    articles = Counter(channels & looked for channels in shown)
    del articles[Channels()]
    return Day(looked=looked, articles=articles)


def _chances_of_missed(listed: int, seen: int, sources: Sequence[_Source]) -> list[float]:
    """Return the chances that 0, 1, 2 … articles are missing from those *listed*.

    The *sources* have *seen* some or all of the listed. Empty where there is no end to how many
    may be missing.
    """
    weight, top, weights = 0.0, 0.0, []
    number = listed
    while weight > top - NEGLIGIBLE:
        if number > LONGEST * (listed + LONGEST):
            return []
        weights.append(weight)
        growth = (number + 0.5) / (number + 1 - seen)
        for shown, hits, misses in sources:
            growth *= (misses + number - shown) / (hits + misses + number)
        weight += log(growth)
        top = max(top, weight)
        number += 1
    chances = [exp(weight - top) for weight in weights]
    total = sum(chances)
    return [chance / total for chance in chances]


def _doubted(chances: Sequence[float]) -> list[float]:
    """Return *chances* for two sources of which no third shows whether they depend on each other.

    An odds ratio of 2 between them, by which twice as many are missing, is taken to be as likely
    as independence, for a site's channels tend to lack the same.
    """
    doubted = [0.0] * (ODDS * len(chances))
    for missed, chance in enumerate(chances):
        doubted[missed] += chance / 2
        doubted[ODDS * missed] += chance / 2
    return doubted


def _shortest(chances: Sequence[float]) -> tuple[int, int]:
    """Return the first and the last index of the shortest stretch that holds 95 % of *chances*."""
    best = (0, len(chances) - 1)
    end, held = 0, 0.0
    for start, chance in enumerate(chances):
        while held < LEVEL and end < len(chances):
            held += chances[end]
            end += 1
        if held < LEVEL:
            break
        if end - 1 - start < best[1] - best[0]:
            best = (start, end - 1)
        held -= chance
    return best
