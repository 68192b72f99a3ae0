"""A small paper and a large one, and SIGKILLs drawn at random for those who crawl them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from tests.faults import WHOLE
from tests.faults.disk import Fault
from tests.press.stories import GERMAN, new_stories

if TYPE_CHECKING:
    from tests.press.paper import WatchedPaper

SMALL, LARGE = "demo", "heideblatt"
ROUNDS = [(SMALL, seed) for seed in range(100 if WHOLE else 3)]
ROUNDS += [(LARGE, seed) for seed in range(15 if WHOLE else 0)]


@dataclass(frozen=True, slots=True)
class Length:
    """How long a whole run is, about: requests, operations on the disk, seconds."""

    requests: int
    operations: int
    seconds: float


def draw(length: Length, seed: int) -> list[dict[str, Any]]:
    """Return one to four kills, as Survivor.crawl takes them, for runs of such a *length*.

    Always the same for a *seed*, but for those at any moment, which only `make faults` draws.
    """
    random = Random(seed)
    ways = [
        lambda: {"kill_at": random.randint(1, length.requests)},
        lambda: {"fault": Fault("clean", random.randint(1, length.operations))},
        lambda: {"kill_after": random.uniform(0.02, length.seconds)},
    ]
    return [random.choice(ways[: 3 if WHOLE else 2])() for _ in range(random.randint(1, 4))]


def enlarge(paper: WatchedPaper) -> None:
    """Have the LARGE *paper* print eight times as many stories; leave any other as it is."""
    if LARGE in paper.hosts[0]:
        for number in range(1, 8):
            stories = new_stories(GERMAN, paper.today, seed=number, first_key=1000 * number)
            for story in stories:
                paper.publish(story)
