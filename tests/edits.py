"""A paper that edits its stories as real ones do, and a crawl that comes by every few hours."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import NamedTuple

from newsbot.schedule import early_share, next_look, wants_early_look

START = datetime(2024, 9, 1, tzinfo=UTC)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
# Shares of articles whose text or title changes within a week; of first edits, and of later ones
# after an edit (a guess), that fall into the first day: GDELT's Global Difference Graph.
CHANGING, IN_FIRST_DAY, AGAIN = 0.195, 0.81, 0.25


class Story(NamedTuple):
    """A story that came *out* then and was edited at those instants, in their order."""

    key: str
    out: datetime
    edits: tuple[datetime, ...]

    def version(self, moment: datetime) -> int:
        """Return how often it had been edited by *moment*."""
        return sum(edit <= moment for edit in self.edits)


def print_stories(days: int, a_day: int, *, seed: int, changing: float = CHANGING) -> list[Story]:
    """Return the stories of so many *days*, printed from six in the morning till ten at night."""
    random = Random(seed)
    return [
        _story(random, f"{day}-{number}", START + day * DAY, changing)
        for day in range(days)
        for number in range(a_day)
    ]


def _story(random: Random, key: str, day: datetime, changing: float) -> Story:
    out = day + timedelta(hours=random.uniform(6, 22))
    edits = []
    chance = changing
    while random.random() < chance:
        # Most edits of the first day come in its first hours.
        is_soon = random.random() < IN_FIRST_DAY
        edits.append(out + (DAY * random.random() ** 2 if is_soon else random.uniform(1, 7) * DAY))
        chance = AGAIN
    return Story(key, out, tuple(sorted(edits)))


@dataclass
class Crawl:
    """What a crawl holds of the stories, and what its second looks cost."""

    looks: int = 0
    early: int = 0
    found: int = 0
    held: dict[str, set[int]] = field(default_factory=dict)

    def share(self) -> float:
        return early_share(self.early, self.found)

    def per_changed(self, stories: list[Story]) -> float:
        """Return how many second looks there were for each changed article."""
        return self.looks / sum(bool(story.edits) for story in stories)

    def settled(self, stories: list[Story]) -> float:
        """Return the share of changed articles whose text of the seventh day is held."""
        changed = [story for story in stories if story.edits]
        return sum(s.version(s.out + WEEK) in self.held[s.key] for s in changed) / len(changed)

    def versions(self, stories: list[Story]) -> float:
        """Return the share of all versions that is held."""
        return sum(map(len, self.held.values())) / sum(len(s.edits) + 1 for s in stories)


def crawl(stories: list[Story], every: timedelta, phase: timedelta = DAY / 24) -> Crawl:
    """Return what comes of a crawl of *stories*, the first time at *phase*, then *every* so often.

    An early look is known by its time, as a crawl knows it: it comes before that of the last one.
    """
    result = Crawl()
    unseen = sorted(stories, key=lambda story: story.out, reverse=True)
    due: dict[str, tuple[datetime, Story]] = {}
    now = START + phase
    while unseen or due:
        for when, story in [one for one in due.values() if one[0] <= now]:
            has_changed = story.version(now) not in result.held[story.key]
            result.looks += 1
            if when < story.out + WEEK:
                result.early += 1
                result.found += has_changed
            _settle(result, due, story, now, next_look(story.out, now, has_changed=has_changed))
        while unseen and unseen[-1].out <= now:
            story = unseen.pop()
            is_early = wants_early_look(story.key, story.out, now, result.share())
            _settle(result, due, story, now, next_look(story.out, now, is_early=is_early))
        now += every
    return result


def _settle(
    result: Crawl,
    due: dict[str, tuple[datetime, Story]],
    story: Story,
    now: datetime,
    when: datetime | None,
) -> None:
    result.held.setdefault(story.key, set()).add(story.version(now))
    due.pop(story.key, None)
    if when:
        due[story.key] = when, story
