"""Damages pages for so many seconds and reads them: ``python -m tests.fuzz 600 [FIRST]``.

Tells every page that was not borne, or took longer than 2 s, by its number: with that as FIRST the
same page comes first. Exits with 1 if there was one.
"""

from __future__ import annotations

import sys
import time
import traceback

from tests.fuzz.reads import read_number

SLOW = 2.0


def _time(number: int) -> float:
    """Return how many seconds of the processor it takes to read the page of that *number*."""
    begun = time.process_time()
    read_number(number)
    return time.process_time() - begun


def main(seconds: float = 600, first: int = 0) -> int:
    """Read damaged pages from the number *first* on and return the exit code."""
    until, number, faults, worst = time.monotonic() + seconds, first, 0, (0.0, first)
    while time.monotonic() < until:
        try:
            # The first time it may be an import, or another process, that takes long.
            spent = _time(number)
            spent = min(spent, _time(number)) if spent > SLOW else spent
        except Exception:
            faults += 1
            print(f"page {number}:", *traceback.format_exc().splitlines()[-7:], sep="\n  ")
            spent = 0.0
        if spent > SLOW:
            faults += 1
            print(f"page {number}: {spent:.1f} s", flush=True)
        worst = max(worst, (spent, number))
        number += 1
    print(
        f"{number - first} pages damaged, {faults} not borne; the slowest, {worst[1]}, took", end=""
    )
    print(f" {worst[0]:.2f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
