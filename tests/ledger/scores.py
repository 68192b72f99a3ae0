"""How well what the channels tell agrees with what was published."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from newsbot.ledger.recapture import Estimate, Recapture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.ledger.sitemonths import SiteMonth


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One month, what was told of it, and the shares of its days told truly, if asked for."""

    month: SiteMonth
    told: Estimate | None
    sources: int
    days: tuple[bool, ...] = ()

    @property
    def error(self) -> float:
        """By how many points of recall it is wrong."""
        return abs(100 * self.month.listed / self.told.published - self.month.recall)

    @property
    def covers(self) -> bool:
        return self.told.low <= sum(self.month.published.values()) <= self.told.high

    @property
    def width(self) -> float:
        """How wide its interval is, in points of recall."""
        return 100 * self.month.listed * (1 / self.told.low - 1 / self.told.high)


@dataclass(frozen=True)
class Score:
    """What was told of many months."""

    months: tuple[Judged, ...]

    @property
    def estimated(self) -> list[Judged]:
        return [judged for judged in self.months if judged.told]

    @property
    def error(self) -> float:
        return median(judged.error for judged in self.estimated)

    @property
    def coverage(self) -> float:
        return _share(judged.covers for judged in self.estimated)

    @property
    def width(self) -> float:
        return median(judged.width for judged in self.estimated)

    @property
    def day_coverage(self) -> float:
        return _share(covers for judged in self.estimated for covers in judged.days)

    @property
    def silence(self) -> float:
        """The share of months of which nothing was told."""
        return _share(judged.told is None for judged in self.months)

    @property
    def wrong_silence(self) -> float:
        """The share of months of which nothing was told, of those in which two channels tell."""
        return _share(judged.told is None for judged in self.months if judged.month.tells)


def judge(months: Iterable[SiteMonth]) -> Score:
    """Return the score over *months*."""
    return Score(tuple(_judged(month) for month in months))


def _judged(month: SiteMonth) -> Judged:
    found = Recapture(month.shown, month.looked)
    days = ((found.of(day), number) for day, number in month.published.items())
    return Judged(
        month=month,
        told=found.whole(),
        sources=len(found.sources),
        days=tuple(told.low <= number <= told.high for told, number in days if told),
    )


def _share(facts: Iterable[bool]) -> float:
    facts = list(facts)
    return sum(facts) / len(facts) if facts else 0.0
