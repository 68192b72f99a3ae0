"""Invented papers: what one published in a month, and what each of its channels showed.

A paper publishes by its rhythm, quieter at the weekend, with a busy day now and then. The editors
file a few stories in no section, give a few a template of their own (a gallery, a longform), and
withdraw some (GDELT: 0.7 % in a day, 1.5 % in a week). The crawler comes one to four times a day,
and in some months for days not at all.

A channel loses a story by one of these causes, and those that share a cause lose the same ones: it
shows the newest only, and too many came before the crawler did; it is made of the sections, and
the story is in none; its query leaves the template out; the editors did not choose the story; the
story was withdrawn before the channel was read; or by chance.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

DAYS, AFTER = 30, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """When one article came out and was withdrawn, in days of the month, and how it was treated."""

    day: int
    at: float
    gone: float
    section: int | None
    weight: float
    special: bool


@dataclass(frozen=True, slots=True)
class Look:
    """What one channel showed, by number of the story, and the days it looked at."""

    shown: frozenset[int]
    days: frozenset[int]


class Paper:
    """The month of one paper, made from the numbers *random* gives.

    *copying*: every channel is made from the lists of the sections, so that what is in no section
    is in none. *hidden* is the share of stories that nothing links to. Without *fleeting*, a story
    that was gone before the crawler first came was never published.
    """

    def __init__(
        self, random: Random, *, copying: bool = False, hidden: float = 0, fleeting: bool = False
    ) -> None:
        self._random = random
        self._copying = copying
        self._runs = self._plan_runs()
        self._sections = range(random.randint(3, 9))
        stories = sorted(self._publish(), key=lambda story: story.at)
        if not fleeting:
            stories = [story for story in stories if self._is_met(story)]
        self.stories = tuple(stories)
        self._linked = [n for n in range(len(stories)) if random.random() >= hidden]

    def look(self, channel: str) -> Look:
        """Return what *channel* showed of the month."""
        look: Look = getattr(self, f"_{channel}")()
        return look

    def _plan_runs(self) -> list[float]:
        """Return when the crawler came."""
        random = self._random
        times, first = random.choice((1, 1, 2, 4)), random.random()
        out = range(0)
        if random.random() < 0.4:
            start = random.randrange(1, DAYS - 5)
            out = range(start, start + random.randint(1, 4))
        return [
            day + (first + part) / times
            for day in range(-1, DAYS + AFTER)
            if day not in out
            for part in range(times)
        ]

    def _publish(self) -> list[Story]:
        random = self._random
        daily, weekend = 3 * 20 ** random.random(), random.uniform(0.4, 0.9)
        unfiled = random.uniform(0.03, 0.2) if self._copying else random.uniform(0, 0.1)
        special = random.uniform(0, 0.05)
        sizes = [1 / (rank + 1) for rank in self._sections]
        stories = []
        for day in range(-2, DAYS + AFTER):
            busy = random.random() < 0.05
            pace = random.uniform(1.8, 3) if busy else random.lognormvariate(0, 0.25)
            count = _poisson(random, daily * pace * (weekend if day % 7 in {2, 3} else 1))
            for section in random.choices(self._sections, sizes, k=count):
                at = day + min(0.999, max(0, random.gauss(0.58, 0.17)))
                story = Story(
                    day=day,
                    at=at,
                    gone=at + self._lifetime(),
                    section=None if random.random() < unfiled else section,
                    weight=random.random(),
                    special=random.random() < special,
                )
                stories.append(story)
        return stories

    def _lifetime(self) -> float:
        lot = self._random.random()
        if lot < 0.007:
            return self._random.random()
        return self._random.uniform(1, 7) if lot < 0.015 else inf

    def _is_met(self, story: Story) -> bool:
        run = bisect_right(self._runs, story.at)
        return run == len(self._runs) or story.gone > self._runs[run]

    @cached_property
    def _filed(self) -> list[int]:
        return [number for number in self._linked if self.stories[number].section is not None]

    @cached_property
    def _by_section(self) -> list[list[int]]:
        lists: list[list[int]] = [[] for _ in self._sections]
        for number in self._filed:
            lists[self.stories[number].section].append(number)
        return lists

    def _chosen(self, stories: list[int], share: float) -> list[int]:
        """Return *stories* without about a *share* that the editors find minor."""
        gauss = self._random.gauss
        return [n for n in stories if self.stories[n].weight + gauss(0, 0.1) >= share]

    def _plain(self, stories: list[int], chance: float) -> list[int]:
        """Return *stories*, by that *chance* without those of a special template."""
        if self._random.random() >= chance:
            return stories
        return [number for number in stories if not self.stories[number].special]

    def _some(self, stories: list[int], lost: float) -> list[int]:
        return [number for number in stories if self._random.random() >= lost]

    def _list(self, stories: list[int], size: int, lag: float = 0, reach: float = inf) -> Look:
        """Return what a list of the newest *size* of *stories*, none older than *reach*, showed.

        It looked at those days that it reached back to at a run; one run in fifty it failed.
        """
        times = [self.stories[number].at for number in stories]
        shown: list[int] = []
        days: set[int] = set()
        known = 0
        for run in self._some(self._runs, 0.02):
            end = bisect_right(times, run - lag)
            start = max(0, end - size, bisect_right(times, run - reach))
            new = stories[max(start, known) : end]
            shown += [number for number in new if self.stories[number].gone > run]
            known = max(known, end)
            oldest = (
                int(times[start]) if 0 < start < end else max(0, int(run - min(reach, DAYS * 2)))
            )
            days.update(range(oldest, int(run - lag) + 1))
        return Look(frozenset(shown), frozenset(days))

    def _lists(self, size: int) -> Look:
        looks = [self._list(stories, size) for stories in self._by_section]
        shown = frozenset[int]().union(*(look.shown for look in looks))
        return Look(shown, frozenset[int]().union(*(look.days for look in looks)))

    def _seed(self) -> Look:
        chosen = self._chosen(self._linked, self._random.uniform(0, 0.5))
        return self._list(chosen, self._random.choice((15, 25, 40, 60)))

    def _section(self) -> Look:
        return self._lists(self._random.randint(10, 25) * self._random.choice((1, 5, 5)))

    def _feed(self) -> Look:
        random = self._random
        size, kind = random.choice((10, 20, 30, 50, 100)), random.random()
        if self._copying or kind < 0.2:
            return self._list(self._filed, size)
        stories = self._plain(self._linked, 0.3)
        if kind < 0.6:
            stories = self._chosen(stories, random.uniform(0.1, 0.6))
        return self._list(stories, size, lag=random.choice((0, 0, 1 / 24)))

    def _sitemap(self) -> Look:
        random = self._random
        lag, reach = random.uniform(0, 1), 2 if random.random() < 0.4 else inf
        stories = self._filed if self._copying or random.random() < 0.4 else self._linked
        if not self._copying:
            stories = self._some(self._plain(stories, 0.5), random.uniform(0, 0.12))
        return self._list(stories, len(stories), lag, reach)

    def _day(self) -> Look:
        random = self._random
        stories = self._filed if self._copying or random.random() < 0.3 else self._linked
        if not self._copying:
            stories = self._some(stories, random.choice((0, random.uniform(0, 0.02))))
        size = random.randint(20, 40) if random.random() < 0.25 else len(stories)
        days = self._some(list(range(DAYS)), 0.01)
        pages: dict[int, list[int]] = {day: [] for day in days}
        for number in stories:
            story = self.stories[number]
            if story.day in pages and story.gone > story.day + 1.5:
                pages[story.day].append(number)
        shown = frozenset[int]().union(*(page[-size:] for page in pages.values()))
        return Look(shown, frozenset(days))

    def _related(self) -> Look:
        random = self._random
        size = random.randint(4, 8)
        if random.random() < 0.6:
            return self._lists(size)
        times = [self.stories[number].at for number in self._linked]
        shown: list[int] = []
        known = 0
        for run in self._runs:
            end = bisect_right(times, run)
            pool = self._linked[max(0, end - 150) : end]
            weights = [self.stories[number].weight ** 2 for number in pool]
            if pool:
                shown += random.choices(pool, weights, k=min(150, end - known) * size // 4)
            known = end
        return Look(frozenset(shown), frozenset(range(DAYS)))

    def _more(self) -> Look:
        if self._copying or self._random.random() < 0.5:
            return self._lists(self._random.randint(20, 80))
        return self._list(self._linked, self._random.randint(60, 150))


def _poisson(random: Random, rate: float) -> int:
    """Return how many come in a day where they come one by one, *rate* on average."""
    count, waited = 0, random.expovariate(rate)
    while waited < 1:
        count, waited = count + 1, waited + random.expovariate(rate)
    return count
