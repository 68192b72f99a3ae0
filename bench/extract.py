"""How well and how fast pages are read: newsbot without any profile, and its peers, on real pages.

``python -m bench.extract [READER …]`` has the readers take turns on each page that NEWSBOT_PAGES
names, in one thread. It prints for every corpus precision, recall and F1 of the text (shingles of
four words, mean over pages; the benchmark's F1 as its own evaluation has it), exact headlines,
days, instants and sets of authors; then pages per second of CPU time, decoding included. A fault
of a reader counts as a page it found nothing on.
"""

from __future__ import annotations

import gc
import sys
from collections import Counter, defaultdict
from time import process_time
from typing import TYPE_CHECKING, Any

from bench.readers import READERS, Reading
from bench.realpages import real_pages
from bench.scores import Score, average, benchmark_f1, score
from newsbot.extract import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.realpages import RealPage
    from newsbot.extract.lines import Line

CORPORA = ("benchmark", "news", "regional")
FIELDS = ("headline", "day", "instant", "authors")


class Trial:
    """What one reader made of the pages."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.seconds = 0.0
        self.slowest = 0.0
        self.faults: list[str] = []
        self.how: Counter[str] = Counter()
        self._told: Counter[str] = Counter()
        self._scores: dict[str, list[Score]] = defaultdict(list)

    def read(self, page: RealPage) -> None:
        """Have the reader read *page*, and mark what it found."""
        begun = process_time()
        try:
            reading = READERS[self.name](page)
        except Exception as fault:
            reading = Reading()
            self.faults.append(f"{page.name}: {fault!r}")
        seconds = process_time() - begun
        self.seconds += seconds
        self.slowest = max(self.slowest, seconds)
        self.how[reading.how] += 1
        self._told["headline"] += bool(reading.headline)
        self._told["day"] += bool(reading.day)
        self._told["instant"] += bool(reading.published)
        self._told["authors"] += bool(reading.authors)
        for corpus in page.corpora:
            self._scores[corpus].append(score(reading, page.truth))

    def told(self, corpus: str) -> str:
        """Return the scores on *corpus*, as a row of a table."""
        scores = self._scores[corpus]
        told = {field for field in FIELDS if self._told[field]}
        bodies = [s.body for s in scores if s.body]
        f1 = (
            benchmark_f1([s.by_words for s in scores if s.by_words])
            if corpus == "benchmark"
            else average(body.f1 for body in bodies)
        )
        shares = [average(b.precision for b in bodies), average(b.recall for b in bodies), f1]
        shares += [
            average(getattr(s, field) for s in scores) if field in told else None
            for field in FIELDS
        ]
        return " | ".join("-" if share is None else f"{share:.3f}" for share in shares)


def main(names: Sequence[str]) -> None:
    """Read all pages with the readers of these *names*, and print what came of it."""
    pages = real_pages()
    trials = [Trial(name) for name in names]
    asked: list[None] = []
    opinion = paragraphs.second_opinion

    def counted(*arguments: Any) -> list[Line]:
        asked.append(None)
        return opinion(*arguments)

    paragraphs.second_opinion = counted
    for number, page in enumerate(pages):
        for trial in trials[number % len(trials) :] + trials[: number % len(trials)]:
            trial.read(page)
        gc.collect()
    for corpus in CORPORA:
        count = sum(corpus in page.corpora for page in pages)
        print(f"\n{corpus}, {count} pages | P | R | F1 | {' | '.join(FIELDS)}")
        for trial in trials:
            if trial.name != "lxml, parse alone":
                print(f"{trial.name} | {trial.told(corpus)}")
    print(f"\nall, {len(pages)} pages | pages per CPU second | slowest page | faults")
    for trial in trials:
        speed = len(pages) / trial.seconds
        print(f"{trial.name} | {speed:.1f} | {trial.slowest:.2f} s | {len(trial.faults)}")
    for trial in trials:
        if trial.name == "newsbot":
            shares = ", ".join(f"{n / len(pages):.1%} {how}" for how, n in trial.how.most_common())
            print(f"\nevidence of newsbot's texts: {shares}")
            print(f"trafilatura was asked for a second opinion on {len(asked) / len(pages):.1%}")


if __name__ == "__main__":
    main(sys.argv[1:] or tuple(READERS))
