"""How fast clean text takes its one form, and the language of an article is told.

``python -m bench.text_rate [ROUNDS]`` restores clean articles of some 3 KB, in each language that
the tests have a sentence of, and tells their language, in CPU time; the best of the rounds. Exits
with 1 where all of them together are restored at less than 50 MB/s, or where telling a language
takes 0.3 ms or more.
"""

from __future__ import annotations

import sys
from time import process_time
from typing import TYPE_CHECKING

from newsbot.extract.detection import detected
from newsbot.restoration import restored
from tests.extract.test_detection import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS, TIMES = 5, 200
LEAST_RATE, MOST_MILLISECONDS = 50, 0.3


def article(sentence: str) -> str:
    """Return a clean body of some 3 KB, with quotes and dashes, of *sentence*."""
    paragraph = " ".join([sentence] * max(1, 380 // len(sentence.encode())))
    quoted = f"{paragraph} – “{sentence[:20].strip()}”…"
    return "\n\n".join([quoted] * (3000 // len(quoted.encode())))


def seconds(work: Callable[[str], object], texts: Sequence[str], rounds: int) -> float:
    """Return the CPU time that *work* takes for each of *texts* once, the best of *rounds*."""
    best = float("inf")
    for _ in range(rounds):
        start = process_time()
        for _ in range(TIMES):
            for text in texts:
                work(text)
        best = min(best, process_time() - start)
    return best / TIMES


def main() -> int:
    """Print the rates by language and in all; return the exit code."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    texts = {tag: article(sentence) for tag, sentence in SENTENCES.items()}
    spent = {tag: seconds(restored, [text], rounds) for tag, text in texts.items()}
    size = {tag: len(text.encode()) for tag, text in texts.items()}
    rates = {tag: size[tag] / spent[tag] / 1e6 for tag in texts}
    rate = sum(size.values()) / sum(spent.values()) / 1e6
    telling = seconds(detected, list(texts.values()), rounds) / len(texts) * 1000
    print("clean text restored, MB/s:", ", ".join(f"{tag} {rates[tag]:.0f}" for tag in texts))
    print(f"all together: {rate:.0f} MB/s (wanted: {LEAST_RATE})")
    print(f"language told: {telling:.3f} ms an article (wanted: below {MOST_MILLISECONDS})")
    return 0 if rate >= LEAST_RATE and telling < MOST_MILLISECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
