"""What each channel of a site brought in one run, and how late the news came in."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import ceil
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import timedelta

    from newsbot.wishes import Wishes


class Yield(TypedDict):
    """What one channel brought: ``alone`` counts the new articles that no other channel showed."""

    requests: int
    seen: int
    new: int
    alone: int


class Tally:
    """Counts for one run; a channel that no page was asked for may still have shown articles."""

    def __init__(self) -> None:
        self._requests: Counter[str] = Counter()
        self._shown: defaultdict[str, set[str]] = defaultdict(set)
        self._ids: set[str] = set()
        self._new: set[str] = set()
        self._delays: list[float] = []
        self.asks: Counter[str] = Counter()
        self.led_to: Counter[str] = Counter()  # hosts off site, by redirects to them

    @property
    def new(self) -> frozenset[str]:
        """The ids of the new articles."""
        return frozenset(self._ids)

    def hear(self, wishes: Wishes) -> None:
        """Count what an answer asks for by *wishes*."""
        self.asks.update(wishes.asks)

    def ask(self, channel: str) -> None:
        """Count a listing that was asked for by *channel*."""
        self._requests[channel] += 1

    def show(self, channel: str, key: str) -> None:
        """Note that *channel* showed the article *key*."""
        self._shown[key].add(channel)

    def bring(self, article_id: str, keys: Iterable[str], delay: timedelta | None) -> None:
        """Note a new article of these *keys*, kept *delay* after it came out, if that is known."""
        self._ids.add(article_id)
        self._new.update(keys)
        if delay is not None:
            self._delays.append(delay.total_seconds())

    def channels(self) -> dict[str, Yield]:
        """Return what each channel brought, by its name."""
        names = {*self._requests}.union(*self._shown.values())
        return {name: self._yield_of(name) for name in sorted(names)}

    def latency(self) -> dict[str, int | None]:
        """Return how many seconds new articles had been out: median and 95th percentile."""
        delays = sorted(self._delays)
        return {"median": _rank(delays, 0.5), "p95": _rank(delays, 0.95)}

    def _yield_of(self, channel: str) -> Yield:
        shown = {key: names for key, names in self._shown.items() if channel in names}
        new = [names for key, names in shown.items() if key in self._new]
        return {
            "requests": self._requests[channel],
            "seen": len(shown),
            "new": len(new),
            "alone": sum(len(names) == 1 for names in new),
        }


def _rank(ordered: Sequence[float], share: float) -> int | None:
    """Return the value that *share* of the *ordered* ones do not exceed (nearest rank)."""
    return round(ordered[max(0, ceil(share * len(ordered)) - 1)]) if ordered else None
