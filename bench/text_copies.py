"""How many copies are found in spite of what editors do, and how many bulletins are taken for one.

``python -m bench.text_copies [QUERIES] [OTHERS]`` makes up 20,000 articles in each of four
languages and looks up 200 of them, edited, among the others: a candidate shares entries of its
sketch, and is a copy if both texts say so. Then the bulletins of each series are compared, all
with all. The rule was made on other articles (seed 1) and on the series that are not held out;
what is printed is of articles and series it was not made by, those it was made by in brackets.
Exits with 1 where a figure is below what is wanted, or any bulletin or unrelated article is
called a copy.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter
from itertools import combinations
from time import process_time
from typing import NamedTuple

from bench.newsroom.articles import LANGUAGES, Writer
from bench.newsroom.edits import EDITS
from bench.newsroom.series import Series, all_series
from newsbot.copies.likeness import likeness, may_be_copies
from newsbot.copies.shingles import Shingled, shingled, sketch
from newsbot.copies.sketches import Sketches

QUERIES, OTHERS, BULLETINS, SEED = 200, 20_000, 40, 2030
PAIRS = 10_000
# Recall in per cent, for each language; what has no bound is printed for comparison.
WANTED = {
    "headline and lead changed": 97,
    "10 % of sentences dropped": 97,
    "20 % of sentences dropped": 97,
    "30 % of sentences dropped": 97,
    "lead changed, 20 % dropped": 95,
    "related box left in": 97,
    "byline added": 97,
    "tone placement": 97,
    "NFD": 97,
    "lost diacritics": 97,
    "first 40 % only": 95,
}


class Recall(NamedTuple):
    """Of an edit's queries, in per cent, those whose original is a *candidate*, is *found*."""

    candidate: float
    found: float


class Shelf:
    """Articles of one month, looked up by their sketches."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._sizes: list[int] = []
        self._entries = 0
        self._sketches = Sketches(sqlite3.connect(":memory:"))

    def add(self, text: str) -> None:
        """Put *text* behind those that are there."""
        one = shingled(text)
        entries = sketch(one)
        self._sketches.add(len(self._texts), entries)
        self._texts.append(text)
        self._sizes.append(one.size)
        self._entries += len(entries)

    def candidates(self, one: Shingled) -> list[int]:
        """Return the numbers of the texts that are worth the exact check."""
        met = self._sketches.meet([0], sketch(one))
        return [
            number
            for number, shared in met.items()
            if may_be_copies(*shared, one.size, self._sizes[number])
        ]

    def is_copy(self, one: Shingled, number: int) -> bool:
        """Return whether *one* and the text of that *number* are copies."""
        return likeness(one, shingled(self._texts[number])) is not None

    @property
    def entries(self) -> float:
        """Return how many entries a sketch has on average."""
        return self._entries / len(self._texts)


def main(queries: int = QUERIES, others: int = OTHERS) -> int:
    """Print the tables; return 1 if a figure is not as wanted."""
    failures = [failure for each in LANGUAGES for failure in recall_in(each, queries, others)]
    failures += _print_series()
    print("\n".join(["", *failures] if failures else ["", "all as wanted"]))
    return bool(failures)


def recall_in(language: str, queries: int, others: int) -> list[str]:
    """Print the recall of copies in *language*; return what is not as wanted."""
    writer, shelf, originals = Writer(SEED, language), Shelf(), []
    start = process_time()
    for number in range(others):
        article = writer.article()
        shelf.add("\n\n".join(article))
        if number < queries:
            originals.append(article)
    rate = others / (process_time() - start)
    print(f"\n{language}: {shelf.entries:.1f} entries a sketch, {rate:,.0f} articles/s")
    seen = Counter[str]()
    failures = []
    for name in EDITS:
        recall = _recall(name, writer, shelf, originals, seen)
        least = WANTED.get(name)
        print(f"  {name:<30}{recall.candidate:7.1f}{recall.found:7.1f}  {least or ''}")
        if least and recall.found < least:
            failures.append(f"{language}, {name}: {recall.found:.1f} %, not {least} %")
    per_query = seen["others"] / (queries * len(EDITS))
    print(f"  unrelated: {per_query:.2f} candidates a query, {seen['false']} called copies")
    if seen["false"]:
        failures.append(f"{language}: {seen['false']} unrelated articles called copies")
    return failures


def _recall(
    name: str, writer: Writer, shelf: Shelf, originals: list[list[str]], seen: Counter[str]
) -> Recall:
    hits = Counter[str]()
    for number, article in enumerate(originals):
        query = shingled("\n\n".join(EDITS[name](writer, article)))
        for candidate in shelf.candidates(query):
            is_copy = shelf.is_copy(query, candidate)
            if candidate == number:
                hits.update(candidate=1, found=is_copy)
            else:
                seen.update(others=1, false=is_copy)
    return Recall(*(100 * hits[key] / len(originals) for key in Recall._fields))


def _print_series() -> list[str]:
    print("\nseries: pairs of bulletins, those half alike, called copies; (made by)")
    failures, pairs = [], 0
    for series in all_series():
        compared, alike, false = _merges(series)
        pairs += compared if series.is_held else 0
        name = f"{series.language} {series.name}"
        name = name if series.is_held else f"({name})"
        print(f"  {name:<30}{compared:7}{alike:7}{false:7}")
        if false:
            failures.append(f"{name}: {false} pairs of bulletins called copies")
    print(f"  {'held out, in all':<30}{pairs:7}")
    return failures if pairs >= PAIRS else [*failures, f"{pairs} pairs held out, not {PAIRS}"]


def _merges(series: Series) -> tuple[int, int, int]:
    """Return how many pairs of bulletins there are, are half alike, are called copies."""
    seed = SEED if series.is_held else 1
    pairs = list(combinations(map(shingled, series.bulletins(seed, BULLETINS)), 2))
    alike = sum(2 * len(a.shingles & b.shingles) > len(a.shingles | b.shingles) for a, b in pairs)
    return len(pairs), alike, sum(likeness(a, b) is not None for a, b in pairs)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
