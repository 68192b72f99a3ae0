"""What knowing costs: memory and start of the frontier over a million known addresses.

``python -m bench.frontier`` fills the state of one site with a million article addresses that
were fetched and 100,000 that are still due, and lets a process of its own open it, open the
frontier and take the first 1,000 requests out; another does the same with an empty state. Exits
with 1 where the full one needs 300 MB of memory or more, or starts a second or more later.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from newsbot.frontier import Frontier
from newsbot.profile import parse_profile
from newsbot.run import Run
from newsbot.spiderloader import spider_for
from newsbot.state import State

KNOWN, DUE, TAKEN = 1_000_000, 100_000, 1_000
MOST_MEMORY, MOST_SECONDS = 300, 1.0
PROFILE = b'domain = "waldbote.test"'
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
FILL = (
    """INSERT INTO url (key, url, first_seen, first_run, listed_run, fetched_run, due, outcome)
       WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :known)
       SELECT printf('%07d', i), 'https://waldbote.test/lokales/' || hex(i) || '-' || i || '.html',
              '2026-11-01T00:00:00+00:00', 1, 1, CASE WHEN i >= :due THEN 1 END,
              CASE WHEN i < :due THEN '2026-11-01T00:00:00+00:00' END,
              CASE WHEN i >= :due THEN 'kept' END
       FROM n""",
    "INSERT INTO alias SELECT key, url FROM url",
    "INSERT INTO channel SELECT key, 'day', first_seen FROM url",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What one start took: seconds, MB in use then and at most, and the requests it gave."""

    seconds: float
    memory: float
    peak: float
    taken: int


def fill(path: Path) -> None:
    """Make the state at *path* one of a site long known."""
    State(path).close()
    with closing(sqlite3.connect(path)) as db, db:
        for statement in FILL:
            db.execute(statement, {"known": KNOWN, "due": DUE})


def start(path: Path) -> Start:
    """Open the state at *path* and take the first requests out of a frontier over it."""
    spider = spider_for(parse_profile("waldbote", PROFILE))
    begun = perf_counter()
    with closing(State(path)) as state:
        run = Run(spider.profile, state, lambda: NOW)
        frontier = Frontier()
        frontier.open(spider(run=run))
        requests = [frontier.next_request()]
        memory = _memory("VmRSS")
        requests += [frontier.next_request() for _ in range(TAKEN - 1)]
        return Start(
            seconds=perf_counter() - begun,
            memory=memory,
            peak=_memory("VmHWM"),
            taken=sum(request is not None for request in requests),
        )


def _memory(name: str) -> float:
    """Return what Linux says of this process's memory, in MB."""
    (kilobytes,) = re.findall(rf"{name}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(kilobytes) / 1024


def _apart(path: Path) -> Start:
    """Return the start over the state at *path* in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(start, path).result()


def main() -> None:
    """Compare both starts, and exit with 1 where the full state costs too much."""
    with TemporaryDirectory() as folder:
        full = Path(folder) / "full.sqlite"
        fill(full)
        starts = {"empty": _apart(Path(folder) / "empty.sqlite"), "full": _apart(full)}
    for name, took in starts.items():
        print(
            f"{name}: {took.taken} requests in {took.seconds:.3f} s;"
            f" {took.memory:.0f} MB at the first, {took.peak:.0f} MB at most"
        )
    later = starts["full"].seconds - starts["empty"].seconds
    if starts["full"].peak >= MOST_MEMORY or later >= MOST_SECONDS:
        sys.exit(f"more than {MOST_MEMORY} MB or {MOST_SECONDS} s")


if __name__ == "__main__":
    main()
