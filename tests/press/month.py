"""A month in a paper's life: what it prints, corrects and withdraws, when, and the truth of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from math import log
from random import Random
from typing import TYPE_CHECKING

from tests.press.stories import VIETNAMESE, draw_story

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsbot.demo.paper import Story
    from tests.press.monthly import Monthly

FIRST_KEY = 300_101
DAY, WEEK = timedelta(days=1), timedelta(days=7)
# Which share of articles had another text after a day and after a week, and was deleted; and which
# share of those with another text had another headline too (5.09 of 15.10, 6.06 of 17.85 %):
# GDELT's Global Difference Graph, 88 million articles.
CHANGED = ((DAY, 0.1510), (WEEK, 0.1785))
DELETED = ((DAY, 0.0068), (WEEK, 0.0150))
NEW_HEADLINE = 0.338
# How much is published in each hour of the day, and on Sundays in all.
HOURS = (1, 0, 0, 0, 0, 4, 10, 30, 36, 36, 36, 30, 18, 24, 36, 36, 36, 30, 18, 10, 8, 6, 4, 2)
SUNDAY = 0.6
MOST_LATE = timedelta(days=2)
PLACES = tuple(
    f"{first} {second}"
    for first in ("An", "Bàu", "Cẩm", "Đồng", "Gia", "Hòa", "Khánh", "Lạc", "Mỹ", "Ninh", "Phú")
    for second in (
        *("Cau", "Dừa", "Điền", "Giang", "Hạ", "Khê", "Lâm", "Mận", "Nghĩa", "Ổi", "Phong"),
        *("Quế", "Rạng", "Sậy", "Thượng", "Vịnh", "Xuân", "Yên"),
    )
)
LANGUAGE = replace(VIETNAMESE, places=PLACES)
TAILS = ("trước mùa mưa", "sau nhiều lần lỡ hẹn", "theo cách riêng", "giữa ngày áp thấp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happens to a story: from *at* on it is *story*, or withdrawn."""

    at: datetime
    key: str
    story: Story | None


class Month:
    """What happens to *paper* in *days* days from its clock's day on, and in *before* days before.

    *per_day* stories on weekdays, fewer on Sundays; the share *late* of them is out up to two
    days after the instant that it prints. With *edits* they are corrected and withdrawn at
    GDELT's rates; a withdrawn one answers *gone*. The same *seed* is the same month. What is out
    already is on the paper's pages at once, the rest when the month is told to `advance`.
    """

    def __init__(
        self,
        paper: Monthly,
        *,
        days: int = 30,
        per_day: int = 20,
        seed: int = 1,
        edits: bool = True,
        late: float = 0.0,
        before: int = 7,
        gone: int = 404,
    ) -> None:
        self.paper = paper
        self.gone = gone
        random = Random(seed)
        midnight = paper.today.replace(hour=0, minute=0, second=0)
        slots = sorted(
            (printed + _delay(random, late), printed)
            for day in range(-before, days)
            for printed in _instants(random, midnight + timedelta(days=day), per_day)
        )
        self._lives: dict[str, list[Event]] = {}
        for story, out in zip(_stories(random, [p for _, p in slots]), slots, strict=True):
            self._lives[story.key] = list(_life(random, story, out[0], edits=edits))
        self._ahead = sorted(
            (event for life in self._lives.values() for event in life), key=lambda e: (e.at, e.key)
        )[::-1]
        self.advance(paper.today)

    @property
    def keys(self) -> list[str]:
        """The keys of all stories of the month, in the order in which they are out."""
        return list(self._lives)

    @property
    def withdrawn(self) -> Mapping[str, datetime]:
        """The stories that are withdrawn by the paper's clock, with the instants."""
        ends = {key: life[-1] for key, life in self._lives.items()}
        now = self.paper.today
        return {key: e.at for key, e in ends.items() if e.story is None and e.at <= now}

    def advance(self, to: datetime) -> None:
        """Set the paper's clock to an instant, after everything that happens until then."""
        while self._ahead and self._ahead[-1].at <= to:
            self._happen(self._ahead.pop())
        self.paper.today = to

    def out(self, key: str) -> datetime:
        """Return when the story *key* appears on the paper's pages."""
        return self._lives[key][0].at

    def version(self, key: str, at: datetime) -> Story:
        """Return the story *key* as it last was at an instant; raise KeyError before it is out."""
        life = [event for event in self._lives[key] if event.story]
        place = bisect_right(life, at, key=lambda event: event.at)
        if not place or (story := life[place - 1].story) is None:
            raise KeyError(key)
        return story

    def versions(self, key: str) -> list[Story]:
        """Return every text of the story *key*, the first one first."""
        return [event.story for event in self._lives[key] if event.story]

    def changed_within(self, key: str, days: float = 7) -> bool:
        """Return whether the text of *key* changes in its first *days* days."""
        texts = [event for event in self._lives[key] if event.story]
        return len(texts) > 1 and texts[1].at <= self.out(key) + timedelta(days=days)

    def published_by(self, instant: datetime) -> set[str]:
        """Return the stories that were out at an instant, whether withdrawn since or not."""
        return {key for key, life in self._lives.items() if life[0].at <= instant}

    def _happen(self, event: Event) -> None:
        paper, key, story = self.paper, event.key, event.story
        paper.today = event.at
        if story is None:
            paper.withdraw(key, self.gone)
        elif event is self._lives[key][0]:
            paper.publish(story, out=event.at)
        else:
            paper.edit(key, headline=story.headline, paragraphs=story.paragraphs)


def _delay(random: Random, late: float) -> timedelta:
    """Return for the share *late* of stories by how much they are out after what they print."""
    is_late, share = random.random() < late, random.uniform(0.02, 1)
    return timedelta(seconds=int(MOST_LATE.total_seconds() * share)) * is_late


def _instants(random: Random, midnight: datetime, per_day: int) -> Iterator[datetime]:
    """Yield when stories are published on a day, to the minute."""
    is_sunday = midnight.isoweekday() == 7
    hours = random.choices(range(24), HOURS, k=round(per_day * (SUNDAY if is_sunday else 1)))
    for hour in hours:
        yield midnight + timedelta(hours=hour, minutes=random.randrange(60))


def _stories(random: Random, printed: Sequence[datetime]) -> Iterator[Story]:
    """Yield a story for each instant, no two with the same headline."""
    headlines: set[str] = set()
    for number, instant in enumerate(printed):
        while True:
            key = str(FIRST_KEY + 3 * number)
            story = draw_story(LANGUAGE, random, number, key=key, published=instant)
            if story.headline not in headlines:
                break
        headlines.add(story.headline)
        yield story


def _life(random: Random, story: Story, out: datetime, *, edits: bool) -> Iterator[Event]:
    """Yield what happens to *story*: it is out, corrected, withdrawn."""
    yield Event(at=out, key=story.key, story=story)
    changes = list(_draw_times(random, CHANGED)) if edits else []
    end = next(_draw_times(random, DELETED), None) if edits else None
    for age in changes:
        if end is None or age < end:
            story = _corrected(random, story)
            yield Event(at=out + age, key=story.key, story=replace(story, modified=out + age))
    if end is not None:
        yield Event(at=out + end, key=story.key, story=None)


def _draw_times(random: Random, shares: Sequence[tuple[timedelta, float]]) -> Iterator[timedelta]:
    """Yield ages, to the second, at which something happens that has struck *shares* by then.

    A Poisson process whose rate is constant from one of these ages to the next.
    """
    points = [(timedelta(), 0.0), *((age, -log(1 - share)) for age, share in shares)]
    met = random.expovariate(1)
    for (begin, before), (end, after) in pairwise(points):
        while met < after:
            age = begin + (end - begin) * ((met - before) / (after - before))
            yield timedelta(seconds=int(age.total_seconds()) + 1)
            met += random.expovariate(1)


def _corrected(random: Random, story: Story) -> Story:
    """Return *story* with more text, with another paragraph, or with another figure."""
    other = draw_story(LANGUAGE, random, 0, key=story.key, published=story.published)
    if other.paragraphs[0] in story.paragraphs:
        return _corrected(random, story)
    texts, place = list(story.paragraphs), random.randrange(len(story.paragraphs))
    kind = random.choice(("more", "other", "longer"))
    if kind == "more":
        texts.append(other.paragraphs[0])
    elif kind == "other":
        texts[place] = other.paragraphs[0]
    else:
        texts[place] = f"{texts[place]} {other.paragraphs[0]}"
    tails = [tail for tail in TAILS if tail not in story.headline]
    headline = story.headline
    if tails and random.random() < NEW_HEADLINE:
        headline = f"{headline} {random.choice(tails)}"
    return replace(story, headline=headline, paragraphs=tuple(texts))
