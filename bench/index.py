"""What it costs to find the copies of an article among a million, and how large the index grows.

Articles in Vietnamese come in by the day, some 36,000 a month; 5 in 100 are a paper's version of
an earlier one, 3 in 100 a bulletin of a series. Each passes from its record to the stored sketch,
with its copies found, checked on the texts and linked, 512 in a transaction as a run does it. Only
that is timed, in CPU seconds of one core; texts to compare with are read from a file of records.

``python -m bench.index`` goes up to a million, in half an hour; a number after it stops there.
Exits with an error where fewer than 1,500 articles a second are linked, one costs half as much
again as at 100,000, the index takes more than 400 bytes an article, or memory 500 MB.
"""

from __future__ import annotations

import sys
from array import array
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from statistics import fmean as mean
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING, Any

import orjson

from bench.newsroom.articles import Writer
from bench.newsroom.edits import EDITS
from bench.newsroom.series import all_series
from newsbot.copies.clusters import Clusters
from newsbot.copies.entry import entry_of
from newsbot.copies.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = (100_000, 300_000, 1_000_000)
WINDOW = 20_000  # articles before a mark by which the rate at it is told
_BATCH = 512
_A_MONTH = 36_000
_COPIED, _SERIAL = 0.05, 0.03
_RECENT = 5_000  # copies are of one of so many articles before them
_PAPERS = 40
_BEGAN = datetime(2020, 1, 1, tzinfo=UTC)
RATE, GROWTH, BYTES, MEMORY = 1_500, 1.5, 400, 500


class Corpus:
    """Records in a file, read back by the number in their id; what Texts reads of."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w+b")
        self._places = array("Q", [0])

    def append(self, record: dict[str, Any]) -> None:
        """Write *record* behind the others."""
        line = orjson.dumps(record)
        self._file.seek(self._places[-1])
        self._file.write(line)
        self._places.append(self._places[-1] + len(line))

    def of(self, article_id: str) -> dict[str, Any]:
        """Return the record of *article_id*."""
        number = int(article_id.rpartition("/")[2])
        start, end = self._places[number : number + 2]
        self._file.seek(start)
        return orjson.loads(self._file.read(end - start))


def records(count: int) -> Iterator[dict[str, Any]]:
    """Yield the records of *count* articles."""
    writer, random = Writer(1, "vi"), Random(1)
    edits = list(EDITS.values())
    series = [one.bulletins(1, count) for one in all_series() if one.language == "vi"]
    recent: list[list[str]] = []
    step = timedelta(days=365.25 / 12) / _A_MONTH
    for number in range(count):
        chance = random.random()
        if chance < _COPIED and recent:
            text = random.choice(edits)(writer, random.choice(recent))
        elif chance < _COPIED + _SERIAL:
            text = next(random.choice(series)).split("\n\n")
        else:
            text = writer.article()
            recent.append(text)
            del recent[:-_RECENT]
        out = (_BEGAN + number * step).replace(microsecond=0).isoformat()
        yield {
            "id": f"paper{number % _PAPERS}/{number}",
            "headline": None,
            "description": text[0],
            "body": "\n\n".join(text[1:]) or text[0],
            "date": out[:10],
            "date_published": out,
            "first_seen": out,
        }


def memory() -> int:
    """Return how many MB of memory this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 >> 20


class Index:
    """The clusters in *folder*, to which articles are told as by runs; what that costs is noted."""

    def __init__(self, folder: Path) -> None:
        self.done = 0
        self._path = folder / "clusters.sqlite"
        self._clusters, self._corpus = Clusters(self._path), Corpus(folder / "records")
        self._texts = Texts(self._corpus)
        self._costs = array("d")

    def tell(self, batch: list[dict[str, Any]]) -> None:
        """Link the articles of *batch* with their copies."""
        for record in batch:
            self._corpus.append(record)
        begun = process_time()
        with self._clusters.change():
            for record in batch:
                entry, text = entry_of(record)
                self._texts.tell(entry.id, text)
                self._clusters.add(entry, self._texts)
        self._costs.append((process_time() - begun) / len(batch))
        self.done += len(batch)

    def cost(self) -> float:
        """Return the seconds that each of the last articles took."""
        return mean(self._costs[-(WINDOW // _BATCH) :])

    def size(self) -> float:
        """Return how many bytes of the file an article takes."""
        self._clusters.scrub()
        return self._path.stat().st_size / self.done

    def linked(self) -> float:
        """Return which share of the articles has copies."""
        return self._clusters.linked() / self.done


def faults(index: Index, first: float) -> Iterator[str]:
    """Yield what is not as promised; print the figures of *index*, beside the *first* cost."""
    rate, growth, size, held = 1 / index.cost(), index.cost() / first, index.size(), memory()
    print(
        f"{index.done:10,}  {rate:10,.0f}  {growth:13.2f}  {size:13.0f}  {held:3}"
        f"  {index.linked():6.1%}",
        flush=True,
    )
    if rate < RATE:
        yield f"{index.done:,}: {rate:.0f} articles a second"
    if growth > GROWTH:
        yield f"{index.done:,}: an article costs {growth:.2f} times what it did"
    if size > BYTES:
        yield f"{index.done:,}: {size:.0f} bytes an article"
    if held > MEMORY:
        yield f"{index.done:,}: {held} MB"


def main() -> None:
    """Print the table and check it."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else MARKS[-1]
    marks = sorted({most, *(mark for mark in MARKS if mark < most)})
    first, wrong = 0.0, list[str]()
    print("  articles  articles/s  cost to first  bytes/article   MB  linked")
    with TemporaryDirectory() as folder:
        index, rest = Index(Path(folder)), records(most)
        for mark in marks:
            while batch := list(islice(rest, min(_BATCH, mark - index.done))):
                index.tell(batch)
            first = first or index.cost()
            wrong.extend(faults(index, first))
    if wrong:
        sys.exit("not as promised: " + "; ".join(wrong))


if __name__ == "__main__":
    main()
