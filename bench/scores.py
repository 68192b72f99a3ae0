"""How near the reading of a page comes to the truth about it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bench.reading import Reading
    from bench.realpages import Truth

_SHINGLE = 4
_WORD = re.compile(r"\w+")
# Scripts that put no space between words are counted by their characters.
_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_TOKEN = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+")


class Overlap(NamedTuple):
    """How much of what was read is true, and how much of the truth was read; 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Score:
    """How well one page was read; ``None`` for what its truth does not tell."""

    body: Overlap | None
    by_words: Overlap | None
    headline: bool | None
    day: bool | None
    instant: bool | None
    authors: bool | None


def harmonic(one: float, other: float) -> float:
    """Return the harmonic mean of two shares."""
    return 2 * one * other / (one + other) if one + other else 0.0


def score(reading: Reading, truth: Truth) -> Score:
    """Return how well *reading* fits the *truth* of its page."""
    told = truth.published
    read = reading.published
    return Score(
        body=_overlap(truth.text, reading.text, _TOKEN) if truth.text else None,
        by_words=_overlap(truth.text, reading.text, _WORD) if truth.text else None,
        headline=_line(reading.headline) == _line(truth.headline) if truth.headline else None,
        day=_is_same_day(reading, told) if told else None,
        instant=_is_same_instant(read, told) or _is_mere_day(reading, told) if told else None,
        authors=_names(reading.authors) == _names(truth.authors)
        if truth.authors is not None
        else None,
    )


def average(values: Iterable[float | bool | None]) -> float | None:
    """Return the mean of those *values* that are known, ``None`` if none is."""
    known = [float(value) for value in values if value is not None]
    return mean(known) if known else None


def benchmark_f1(overlaps: Sequence[Overlap]) -> float:
    """Return F1 as article-extraction-benchmark has it: of the means of precision and recall."""
    precision = mean(overlap.precision for overlap in overlaps)
    return harmonic(precision, mean(overlap.recall for overlap in overlaps))


def _overlap(truth: str, read: str, token: re.Pattern[str]) -> Overlap:
    wanted, got = _shingles(truth, token), _shingles(read, token)
    common = (wanted & got).total()
    return Overlap(common / got.total() if got else 0.0, common / wanted.total() if wanted else 0.0)


def _shingles(text: str, token: re.Pattern[str]) -> Counter[tuple[str, ...]]:
    tokens = token.findall(text)
    if not tokens:
        return Counter()
    last = max(1, len(tokens) - _SHINGLE + 1)
    return Counter(tuple(tokens[start : start + _SHINGLE]) for start in range(last))


def _line(text: str | None) -> str:
    return " ".join(normalize("NFC", text or "").split())


def _names(names: Collection[str]) -> set[str]:
    return {_line(name).casefold() for name in names}


def _is_same_day(reading: Reading, told: datetime) -> bool:
    """Return whether the day is right, in the paper's zone or in that of the truth."""
    days = {reading.day}
    if reading.published and reading.published.tzinfo and told.tzinfo:
        days.add(reading.published.astimezone(told.tzinfo).date())
    return told.date() in days


def _is_same_instant(read: datetime | None, told: datetime) -> bool:
    """Return whether two times are the same to the second; by the clock where one has no zone."""
    if read is None:
        return False
    read, told = read.replace(microsecond=0), told.replace(microsecond=0)
    if read.tzinfo and told.tzinfo:
        return read == told
    return read.replace(tzinfo=None) == told.replace(tzinfo=None)


def _is_mere_day(reading: Reading, told: datetime) -> bool:
    """Return whether the truth is a day's midnight without zone, and no more than it was read."""
    is_midnight = told.tzinfo is None and told.time() == time.min
    return is_midnight and reading.published is None and reading.day == told.date()
