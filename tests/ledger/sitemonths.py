"""Invented months of invented sites, as the ledger knows them and as they were."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations
from random import Random

from tests.ledger.papers import AFTER, DAYS, Look, Paper

CHANNELS = ("seed", "section", "feed", "sitemap", "day", "related", "more")
COPYING = ("section", "feed", "sitemap", "day", "more")
DATES = tuple(date(2026, 10, 1) + timedelta(day) for day in range(DAYS))


@dataclass(frozen=True, kw_only=True)
class SiteMonth:
    """What the channels showed of a paper's month: *days* holds the day of every story."""

    days: tuple[int, ...]
    looks: dict[str, Look]

    @cached_property
    def looked(self) -> dict[date, frozenset[str]]:
        """The channels that looked at each day."""
        return {
            date_: frozenset(name for name, look in self.looks.items() if day in look.days)
            for day, date_ in enumerate(DATES)
        }

    @cached_property
    def shown(self) -> dict[date, list[frozenset[str]]]:
        """The channels of each story listed, by day."""
        channels: dict[int, list[str]] = {}
        for name, look in self.looks.items():
            for number in look.shown & self._stories:
                channels.setdefault(number, []).append(name)
        shown: dict[date, list[frozenset[str]]] = {date_: [] for date_ in DATES}
        for number, names in channels.items():
            shown[DATES[self.days[number]]].append(frozenset(names))
        return shown

    @cached_property
    def published(self) -> dict[date, int]:
        """How many stories came out, by day."""
        published = dict.fromkeys(DATES, 0)
        for number in self._stories:
            published[DATES[self.days[number]]] += 1
        return published

    @property
    def listed(self) -> int:
        return sum(map(len, self.shown.values()))

    @property
    def recall(self) -> float:
        """The share of the published that is listed, in points."""
        return 100 * self.listed / len(self._stories)

    @property
    def tells(self) -> bool:
        """Whether two channels tell of each other, judged by the truth.

        Each shows three stories that the other lacks, and both together show as much of what was
        published as independent ones with their overlap would, within two points. Where a single
        channel shows (but for two stories) all that is listed, the others may be made from it.
        """
        listed = self._stories & frozenset().union(*(look.shown for look in self.looks.values()))
        if any(len(listed - look.shown) < 3 for look in self.looks.values()):
            return False
        return any(self._tell(*pair) for pair in combinations(self.looks.values(), 2))

    @cached_property
    def _stories(self) -> frozenset[int]:
        return frozenset(n for n, day in enumerate(self.days) if 0 <= day < DAYS)

    def _tell(self, one: Look, other: Look) -> bool:
        days = one.days & other.days
        stories = {number for number in self._stories if self.days[number] in days}
        first, second = one.shown & stories, other.shown & stories
        both, either = len(first & second), len(first | second)
        if not both or min(len(first), len(second)) - both < 3:
            return False
        told = either * both / (len(first) * len(second))
        return abs(told - either / len(stories)) <= 0.02

    def without(self, channel: str, days: range) -> SiteMonth:
        """Return the month with *channel* switched off on *days*."""
        look = self.looks[channel]
        left = Look(
            frozenset(number for number in look.shown if self.days[number] not in days),
            look.days - frozenset(days),
        )
        looks = {**self.looks, channel: left}
        if not left.days & frozenset(range(DAYS)):
            del looks[channel]
        return replace(self, looks=looks)

    def lied_to(self, day: int, *, noticed: bool = True) -> SiteMonth:
        """Return the month with the page of *day* showing the stories of another day."""
        look = self.looks["day"]
        lied = self.without("day", range(day, day + 1)).looks["day"]
        if not noticed:
            lied = replace(lied, days=look.days)
        return replace(self, looks={**self.looks, "day": lied})


def site_month(seed: int, *, hidden: float = 0, fleeting: bool = False) -> SiteMonth:
    """Return a month with a channel switched off, for all of it or a part, or a lying day page."""
    random = Random(seed)
    channels = random.sample(CHANNELS, random.randint(3, 7))
    month = _month(Paper(random, hidden=hidden, fleeting=fleeting), channels)
    if "day" in channels and random.random() < 0.4:
        return month.lied_to(random.randrange(DAYS), noticed=random.random() < 0.5)
    start = random.choice((0, 0, random.randrange(DAYS)))
    return month.without(random.choice(channels), range(start, DAYS + AFTER))


def copied_month(seed: int) -> SiteMonth:
    """Return a month in which every channel is made from the lists of the sections."""
    random = Random(seed)
    channels = random.sample(COPYING, random.randint(2, 5))
    return _month(Paper(random, copying=True), channels)


def _month(paper: Paper, channels: list[str]) -> SiteMonth:
    return SiteMonth(
        days=tuple(story.day for story in paper.stories),
        looks={channel: paper.look(channel) for channel in sorted(channels)},
    )
